import { expect } from 'vitest';
import type { Life } from '../../../playground/discord/world/life.ts';
import { type DeskOptions, messageOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { read } from '../scene.ts';

export const textOf = async (life: Life): Promise<string> => read(await messageOf(life));

export const click = (at: TestDesk, user: string): Life => {
  const messageId = at.messages()[0]?.id ?? '';
  const customId = `alerts:notify:${at.channelId}`;
  return at.server.acts.click({ user, channel: at.channelId, messageId, customId });
};

export const rolesOf = (at: TestDesk, user: string) => at.server.setup.guild(at.serverId).members.get(user)?.roles;

/** A role that Lede may give. */
export function addNewsRole({ server, serverId }: Pick<TestDesk, 'server' | 'serverId'>): string {
  server.setup.grantBot(serverId, ['ManageRoles']);
  return server.setup.addRole(serverId, { name: 'News', low: true }).id;
}

/** Opens a desk whose channel has an alert with the button; `role` is what the button gives. */
export async function withAlert(options: DeskOptions = {}) {
  const at = await openDesk({ before: quietMorning, ...options });
  const role = addNewsRole(at);
  expect(await at.say('alerts set', { voices: 2, role })).toContain(`pings <@&${role}>`);
  await at.drain();
  await at.confirm(events.ferry, '/ferry');
  const [message = expect.fail()] = at.messages();
  return { at, role, message };
}
