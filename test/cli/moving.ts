import { join } from 'node:path';
import { move } from '../../src/cli/move.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { called } from './called.ts';

export const moving = (from: string, to: string) => called(move, ['--from', from, '--to', to]);

/** Fills a database with this many rows. Returns its URL. */
export async function filled(url: string, rows: number): Promise<string> {
  const storage = await openStorage({ url, now: () => 0 });
  const ballast = storage.keyv<string>('ballast');
  for (let key = 0; key < rows; key += 1) await ballast.set(`${key}`, 'x'.repeat(2_000));
  await storage.close();
  return url;
}
export const newFile = () => `file:${join(scratchFolder(), 'lede.db')}`;
