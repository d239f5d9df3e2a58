import { Keyv } from 'keyv';
import { expect, test } from 'vitest';
import type { WireMessage } from '../../playground/discord/wire.ts';
import { controls, createScene, fieldsOf, read } from '../commands/scene.ts';

test('a server that fills its share of the store pushes out no other server’s data', async () => {
  const store = new Map<string, unknown>();
  const at = await createScene({ pendingStore: new Keyv({ store }) });
  const muted = await at.run('digest settings', { mute: 'zebra' });
  at.enterServer();
  const form = await at.form('topics create');
  const long = '山'.repeat(2_000);
  const refused: WireMessage[] = [];
  for (let nth = 0; nth < 40; nth += 1)
    refused.push(await at.submit(form, { name: `Hills ${nth}`, all: long, any: long, not: long }));
  expect(Buffer.byteLength(JSON.stringify([...store]))).toBeLessThan(600 * 1024);
  const again = (nth: number) => {
    const message = refused.at(nth) ?? muted;
    return { message, id: controls(message).find((id) => id.startsWith('topics:create:')) ?? '' };
  };
  expect(read(await at.press(again(0).message, again(0).id))).toContain('expired');
  expect(fieldsOf(await at.pressForm(again(-1).message, again(-1).id))).toMatchObject({ name: 'Hills 39', any: long });
  const undo = controls(muted).find((id) => id.startsWith('digest:undo:')) ?? '';
  expect(read(await at.press(muted, undo))).toContain('Undone');
});
