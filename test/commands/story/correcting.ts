import { expect } from 'vitest';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { itemOf, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { controls, read } from '../scene.ts';

export const half = 30 * minute;
export const line = 'Corrected: an article about another event was taken out';

/** Opens a desk whose channel has an alert of a story by three outlets; `wrong` is the Lantern's article. */
export async function alerted(sites?: readonly string[]) {
  const at = await openDesk({ before: quietMorning, ...(sites ? { sites } : {}) });
  await at.change.setAlert(at.by, at.channelId, { voices: 3 });
  await at.drain();
  for (const outlet of [0, 1, 2]) report(at, outlet, outlet);
  await at.skip(half);
  expect(at.posted()[0]).toContain('3 newsrooms report independently');
  return at;
}

export function report(at: TestDesk, outlet: number, telling: number): void {
  at.sites[outlet]?.feed('/world.xml', [itemOf(events.ferry[telling] ?? events.ferry[0], `/f${telling}`, at.now)]);
}

export const storyIdsOf = (at: TestDesk, outlet: string) =>
  at.rows<{ id: string }>('select story_id as id from articles where outlet_name = ?', outlet).map(({ id }) => id);

/** Opens the story of the channel's first message as a reader does, then its list of sources. */
export async function sources(at: TestDesk, user = at.admin, channel = at.channelId): Promise<WireMessage> {
  const message = at.messages(channel)[0] ?? expect.fail();
  const opener = controls(message).find((id) => id.startsWith('story:card:')) ?? '';
  const opened = await at.press(message, opener, user);
  return at.press(opened, controls(opened).find((id) => id.startsWith('story:outlets:')) ?? '', user);
}

/** Reports that an outlet's article is about another event. Returns Lede's answer. */
export async function split(at: TestDesk, message: WireMessage, outlet: string, user = at.admin): Promise<WireMessage> {
  const [{ id } = { id: '' }] = at.rows<{ id: string }>('select id from articles where outlet_name = ?', outlet);
  const customId = controls(message).find((one) => one.startsWith('story:apart:')) ?? '';
  return at.pick(message, customId, [id], user);
}

export const splitOff = async (...said: Parameters<typeof split>): Promise<string> => read(await split(...said));

/** Adds another server with an alert of the same story. */
export async function openServer(at: TestDesk, name: string) {
  const guild = at.server.setup.addGuild({ name, locale: 'en-GB' });
  const owner = at.server.setup.addUser({ name: `Owner of ${name}` }).id;
  at.server.setup.addMember(guild.id, owner, { admin: true });
  const channelId = at.server.setup.addChannel(guild.id, { name: 'news' }).id;
  const by = { serverId: guild.id, userId: owner, serverLocale: 'en-GB' };
  await at.change.setAlert(by, channelId, { voices: 3 });
  return { by, owner, channelId, serverId: guild.id };
}

export const howOf = async <How>(done: Promise<{ how: How }>): Promise<How> => (await done).how;
