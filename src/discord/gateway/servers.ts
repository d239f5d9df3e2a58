import { deserialize, serialize } from 'node:v8';
import {
  type APIGuild,
  ChannelType,
  type Client,
  GatewayDispatchEvents as Event,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayGuildMemberUpdateDispatchData,
  type GatewayGuildRoleCreateDispatchData,
  type GatewayGuildRoleDeleteDispatchData,
  type GatewayReadyDispatchData,
  type PermissionsBitField,
} from 'discord.js';
import type { ChannelId, ServerId, UserId } from '../../ids.ts';
import { bitsOf, type Described, type KnownChannel, permissionsIn, placeOfChannel, rolesOf } from '../places.ts';

/** Roles with their permissions, the bot's own roles, and channels, each by its id. */
interface Contents {
  roles: Map<string, number>;
  own: string[];
  places: Map<ChannelId, KnownChannel>;
}

interface Server {
  shardId: number;
  name: string;
  ownerId: string | undefined;
  /**
   * The contents as bytes, which take a twentieth of the memory of discord.js's objects. Of 2,500 servers, Lede needs
   * only a few at a time.
   */
  packed?: Buffer;
}

export interface ServerListener {
  joined(serverId: ServerId, locale: string): void;
  /** The server changed, or is back after a new session or an outage. */
  seen(serverId: ServerId, locale: string): void;
  /** Called with the server's announcement channels when it becomes available and after a change. */
  announces(serverId: ServerId, channelIds: readonly ChannelId[]): void;
  left(serverId: ServerId): void;
  channelGone(serverId: ServerId, channelId: ChannelId): void;
  roleGone(serverId: ServerId, roleId: string): void;
}

const unpack = (packed?: Buffer): Contents =>
  packed === undefined ? { roles: new Map(), own: [], places: new Map() } : deserialize(packed);

const placesOf = (channels: readonly Described[]) => channels.map((one) => [one.id, placeOfChannel(one)] as const);
const announcementsIn = ({ places }: Contents) =>
  [...places].flatMap(([id, { type }]) => (type === ChannelType.GuildAnnouncement ? [id] : []));
const about = (guild: Partial<APIGuild>) => ({
  name: guild.name ?? '',
  ownerId: guild.owner_id,
});

function createServers() {
  const servers = new Map<ServerId, Server>();
  /** The id of the bot's own user. */
  let self = '';
  const change = (serverId: ServerId | undefined, edit: (contents: Contents) => unknown): void => {
    const server = servers.get(serverId ?? '');
    if (server === undefined) return;
    const contents = unpack(server.packed);
    edit(contents);
    server.packed = serialize(contents);
  };

  /** Keeps the servers described by the gateway; discord.js itself gets them with all lists emptied. */
  const follow = (client: Client, told: ServerListener): void => {
    const on = <Data>(events: readonly Event[], listener: (data: Data, shardId: number) => void): void => {
      for (const event of events) client.ws.on(event, listener);
    };
    on<GatewayReadyDispatchData>([Event.Ready], ({ guilds, user }, shardId) => {
      self = user.id;
      // The bot has left each server of this shard that Ready doesn't list.
      const named = new Set(guilds.map(({ id }) => id));
      for (const [id, server] of servers) if (server.shardId === shardId && !named.has(id)) servers.delete(id);
      for (const id of named) servers.set(id, servers.get(id) ?? { ...about({}), shardId });
    });
    on<GatewayGuildCreateDispatchData>([Event.GuildCreate], (guild, shardId) => {
      const { id, unavailable, channels, threads = [], roles, members, preferred_locale } = guild;
      const isNew = !servers.has(id);
      if (unavailable) return void servers.set(id, servers.get(id) ?? { ...about({}), shardId });
      const own = members.find(({ user }) => user.id === self)?.roles ?? [];
      const contents = { roles: rolesOf(roles), own, places: new Map(placesOf([...channels, ...threads])) };
      servers.set(id, { ...about(guild), shardId, packed: serialize(contents) });
      for (const [key, value] of Object.entries(guild)) if (Array.isArray(value)) Reflect.set(guild, key, []);
      if (!isNew) told.seen(id, preferred_locale);
      else if (client.isReady()) told.joined(id, preferred_locale);
      told.announces(id, announcementsIn(contents));
    });
    on<APIGuild>([Event.GuildUpdate], (guild) => {
      const server = servers.get(guild.id);
      if (server === undefined) return;
      Object.assign(server, about(guild));
      change(guild.id, (contents) => Object.assign(contents, { roles: rolesOf(guild.roles) }));
      told.seen(guild.id, guild.preferred_locale);
    });
    on<GatewayGuildDeleteDispatchData>([Event.GuildDelete], ({ id, unavailable }) => {
      if (!unavailable && servers.delete(id)) told.left(id);
    });
    on<GatewayGuildMemberUpdateDispatchData>([Event.GuildMemberUpdate], ({ guild_id, user, roles }) => {
      if (user.id === self) change(guild_id, (contents) => Object.assign(contents, { own: roles }));
    });
    on<GatewayGuildRoleCreateDispatchData>([Event.GuildRoleCreate, Event.GuildRoleUpdate], ({ guild_id, role }) =>
      change(guild_id, ({ roles }) => roles.set(role.id, bitsOf(role.permissions))),
    );
    on<GatewayGuildRoleDeleteDispatchData>([Event.GuildRoleDelete], ({ guild_id, role_id }) => {
      change(guild_id, ({ roles }) => roles.delete(role_id));
      told.roleGone(guild_id, role_id);
    });
    on<Described>([Event.ChannelCreate, Event.ChannelUpdate, Event.ThreadCreate, Event.ThreadUpdate], (channel) =>
      change(channel.guild_id, (contents) => {
        const before = contents.places.get(channel.id)?.type;
        contents.places.set(channel.id, placeOfChannel(channel));
        const isOfThese = before !== channel.type && [before, channel.type].includes(ChannelType.GuildAnnouncement);
        if (isOfThese) told.announces(channel.guild_id ?? '', announcementsIn(contents));
      }),
    );
    on<{ guild_id: string; threads: Described[] }>([Event.ThreadListSync], ({ guild_id, threads }) =>
      change(guild_id, (contents) =>
        Object.assign(contents, { places: new Map([...contents.places, ...placesOf(threads)]) }),
      ),
    );
    on<Described>([Event.ChannelDelete, Event.ThreadDelete], ({ id, guild_id }) => {
      if (guild_id === undefined) return;
      change(guild_id, ({ places }) => places.delete(id));
      told.channelGone(guild_id, id);
    });
  };

  return {
    follow,
    ids: () => [...servers.keys()],
    get: (serverId: ServerId): Omit<Server, 'packed'> | undefined => servers.get(serverId),
    place: (serverId: ServerId, channelId: ChannelId): KnownChannel | undefined =>
      unpack(servers.get(serverId)?.packed).places.get(channelId),
    /** Whether the server's roles are known and lack this one. */
    lacksRole(serverId: ServerId, roleId: string): boolean {
      const packed = servers.get(serverId)?.packed;
      return packed !== undefined && !unpack(packed).roles.has(roleId);
    },
    /** Ids of the channels and threads with this name. */
    named: (serverId: ServerId, name: string): string[] =>
      [...unpack(servers.get(serverId)?.packed).places].flatMap(([id, place]) => (place.name === name ? [id] : [])),
    /** The member's permissions in the channel, among those that Lede needs; without a member, the bot's own. */
    permissions(
      serverId: ServerId,
      place: KnownChannel,
      member?: { id: UserId; roles: readonly string[] },
    ): PermissionsBitField {
      const server = servers.get(serverId);
      const { roles, own, places } = unpack(server?.packed);
      const ruling = place.parentId ? places.get(place.parentId) : place;
      const ownerId = server?.ownerId;
      return permissionsIn({ serverId, ownerId, roles }, ruling, member ?? { id: self, roles: own });
    },
  };
}

const ofClients = new WeakMap<Client, ReturnType<typeof createServers>>();

/** The servers of a client, as the gateway describes them. The client's own `guilds` would take 150 KB each. */
export function serversOf(client: Client): ReturnType<typeof createServers> {
  const servers = ofClients.get(client) ?? createServers();
  ofClients.set(client, servers);
  return servers;
}
