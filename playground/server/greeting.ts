import { GatewayIntentBits } from 'discord-api-types/v10';
import { wireGuildCreate } from './shapes.ts';
import type { World } from './state.ts';
import { userOf } from './state.ts';

/** The data of READY but for session and address: guilds come as unavailable, their GUILD_CREATE follows. */
export function readyOf(world: World): object {
  return {
    v: 10,
    user: { ...userOf(world, world.botId), verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
    application: { id: world.applicationId, flags: 0 },
    private_channels: [],
    relationships: [],
    session_type: 'normal',
  };
}

/** What follows READY, for each guild its data or word of its outage; a client waits 15 s for one that is left out. */
export function greetingsOf(world: World): { name: string; data: object; intent: number }[] {
  return [...world.guilds.values()].map((guild) =>
    guild.available
      ? { name: 'GUILD_CREATE', data: wireGuildCreate(world, guild), intent: GatewayIntentBits.Guilds }
      : { name: 'GUILD_DELETE', data: { id: guild.id, unavailable: true }, intent: GatewayIntentBits.Guilds },
  );
}
