import { expect } from 'vitest';
import type { Life } from '../../../playground/discord/world/life.ts';
import { type DeskOptions, itemOf, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { read } from '../scene.ts';

export async function textOf(life: Life): Promise<string> {
  const shown = await life.shown;
  if (shown.kind !== 'message') throw new Error(shown.kind);
  return read(shown.message);
}

export const run = (at: TestDesk, command: string, options: Record<string, string | number> = {}, user = at.admin) =>
  textOf(at.server.acts.run({ user, channel: at.channelId, command, options }));

export const click = (at: TestDesk, user: string): Life => {
  const messageId = at.messages()[0]?.id ?? '';
  const customId = `alerts:notify:${at.channelId}`;
  return at.server.acts.click({ user, channel: at.channelId, messageId, customId });
};

export function member(at: TestDesk, name: string, locale?: string): string {
  const { id } = at.server.setup.addUser({ name, locale });
  at.server.setup.addMember(at.serverId, id);
  return id;
}

export const rolesOf = (at: TestDesk, user: string) => at.server.setup.guild(at.serverId).members.get(user)?.roles;

/** Opens a desk whose channel has an alert with the button; `role` is what the button gives. */
export async function withAlert(options: DeskOptions = {}): Promise<{ at: TestDesk; role: string }> {
  const at = await openDesk({ before: quietMorning, ...options });
  at.server.setup.grantBot(at.serverId, ['ManageRoles']);
  const role = at.server.setup.addRole(at.serverId, { name: 'News', low: true }).id;
  expect(await run(at, 'alerts set', { voices: 2, role })).toContain(`pings <@&${role}>`);
  await at.drain();
  for (const outlet of [0, 1])
    at.sites[outlet]?.feed('/world.xml', [itemOf(events.ferry[outlet] ?? events.ferry[0], '/ferry', at.now)]);
  await at.skip(30 * minute);
  expect(at.messages()).toHaveLength(1);
  return { at, role };
}
