import type { DiscordServer } from '../../playground/discord/server.ts';
import { wireGuildCreate } from '../../playground/discord/world/shapes.ts';

const topic = 'News of the harbour and the island; the pinned message says what goes where.';
const rolesPerServer = 25;
let last = 100_000_000_000_000_000n;
const nextId = () => {
  last += 1n;
  return String(last);
};

/** Adds roles and channels with topics and overwrites to servers, until each GUILD_CREATE has this many bytes. */
export function furnish({ world }: DiscordServer, guildIds: readonly string[], bytes: number): void {
  let channelsPerServer = Number.POSITIVE_INFINITY;
  for (const guildId of guildIds) {
    const guild = world.guilds.get(guildId);
    if (guild === undefined) throw new Error(`no guild ${guildId}`);
    const roleIds = Array.from({ length: rolesPerServer }, nextId);
    for (const [position, id] of roleIds.entries()) {
      const name = `Role ${position}`;
      guild.roles.set(id, { id, name, permissions: 104_324_673n, position, managed: false, mentionable: false });
    }
    for (let nth = 0; nth < channelsPerServer; nth += 1) {
      const id = nextId();
      const overwrites = roleIds.slice(nth % 20, (nth % 20) + (nth % 4)).map((role) => [role, closed] as const);
      world.channels.set(id, {
        id,
        type: 0,
        guildId,
        name: `room-${nth}`,
        topic,
        position: nth,
        overwrites: new Map(overwrites),
        recipients: new Set(),
        messages: [],
      });
      // All servers are alike, so only the first one is measured.
      const isFirst = channelsPerServer === Number.POSITIVE_INFINITY;
      if (isFirst && JSON.stringify(wireGuildCreate(world, guild)).length >= bytes) channelsPerServer = nth + 1;
    }
  }
}

const closed = { type: 0, allow: 0n, deny: 1_024n } as const;
