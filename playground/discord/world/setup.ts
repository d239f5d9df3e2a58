import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import type { WireUser } from '../wire.ts';
import { addChannel, announceChannel, dmWith, removeChannel } from './channels.ts';
import type { PermissionName } from './permissions.ts';
import { bitsOf } from './permissions.ts';
import { wireGuild, wireGuildCreate, wireRole } from './shapes.ts';
import type { Channel, Guild, Role } from './state.ts';
import { channelsOf, everyoneRole } from './state.ts';

const CHANNEL_KINDS = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  voice: ChannelType.GuildVoice,
  category: ChannelType.GuildCategory,
  forum: ChannelType.GuildForum,
  media: ChannelType.GuildMedia,
};

export type ChannelKind = keyof typeof CHANNEL_KINDS;

/** The permissions of the bot's own role in a new guild. */
const BOT_PERMISSIONS: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'ReadMessageHistory',
];

/** Whom an overwrite is for: the bot, everyone, or a role or user by id. */
export type OverwriteTarget = 'bot' | 'everyone' | (string & {});

/** Changes the world as admins and Discord itself do. Every change sends the same events as Discord. */
export class Setup {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  addUser(user: { name: string; locale?: string; acceptsMessages?: boolean }): WireUser {
    const made: WireUser = {
      id: this.#context.ids.next(),
      username: user.name.toLowerCase().replace(/[^a-z0-9_.]+/g, '_'),
      global_name: user.name,
      discriminator: '0',
      avatar: null,
    };
    const { locale = 'en-US', acceptsMessages = true } = user;
    this.#context.world.people.set(made.id, { user: made, locale, acceptsMessages });
    return made;
  }

  /** Changes the locale of a user's interactions, and whether they accept DMs. */
  changeUser(userId: string, change: { locale?: string; acceptsMessages?: boolean }): void {
    const person = this.#context.world.people.get(userId);
    if (person !== undefined) Object.assign(person, change);
  }

  /**
   * Makes a guild with the bot in it. `bot: false` adds only its commands, and `app: false` neither. Makes an owner if
   * none is given.
   */
  addGuild(guild: { name: string; locale?: string; ownerId?: string; bot?: boolean; app?: boolean }): Guild {
    const { world, ids, now } = this.#context;
    const id = ids.next();
    const ownerId = guild.ownerId ?? this.addUser({ name: `${guild.name} owner` }).id;
    const hasBot = guild.app !== false && guild.bot !== false;
    const joinedAt = new Date(now()).toISOString();
    const made: Guild = {
      id,
      name: guild.name,
      ownerId,
      locale: guild.locale ?? 'en-US',
      available: true,
      hasApp: guild.app !== false,
      joinedAt,
      roles: new Map([[id, everyoneRole(id)]]),
      members: new Map(),
      grants: new Map(),
    };
    if (hasBot) {
      const bot = this.#role(made, 'bot', BOT_PERMISSIONS, true);
      made.members.set(world.botId, { userId: world.botId, roles: [bot.id], joinedAt });
    }
    made.members.set(ownerId, { userId: ownerId, roles: [], joinedAt });
    world.guilds.set(id, made);
    if (hasBot) this.#announceGuild(made);
    return made;
  }

  /** Makes a user a member; `permissions` are added to those of @everyone. */
  addMember(
    guildId: string,
    userId: string,
    member: { admin?: boolean; permissions?: readonly PermissionName[] } = {},
  ): void {
    const guild = this.guild(guildId);
    const wanted: readonly PermissionName[] = member.admin === true ? ['Administrator'] : (member.permissions ?? []);
    const roles = wanted.length === 0 ? [] : [this.#role(guild, member.admin === true ? 'admin' : 'extra', wanted).id];
    const joinedAt = new Date(this.#context.now()).toISOString();
    guild.members.set(userId, { userId, roles, joinedAt });
  }

  /** Makes a role that nobody has, above all other roles, or with `low` right above @everyone. */
  addRole(guildId: string, role: { name: string; permissions?: readonly PermissionName[]; low?: boolean }): Role {
    const guild = this.guild(guildId);
    const made = this.#role(guild, role.name, role.permissions ?? []);
    if (role.low !== true) return made;
    const low = { ...made, position: 0.5 };
    guild.roles.set(made.id, low);
    return low;
  }

  /** Deletes a role as an admin does: members and channels lose it. */
  removeRole(guildId: string, roleId: string): void {
    const { world } = this.#context;
    const guild = this.guild(guildId);
    guild.roles.delete(roleId);
    for (const [id, member] of guild.members)
      guild.members.set(id, { ...member, roles: member.roles.filter((one) => one !== roleId) });
    for (const channel of channelsOf(world, guildId)) channel.overwrites.delete(roleId);
    this.#tell('GUILD_ROLE_DELETE', { guild_id: guildId, role_id: roleId });
  }

  /** Gives the bot's own role further permissions. */
  grantBot(guildId: string, permissions: readonly PermissionName[]): void {
    const { botId } = this.#context.world;
    const guild = this.guild(guildId);
    const role = guild.roles.get(guild.members.get(botId)?.roles[0] ?? '');
    if (role !== undefined) role.permissions |= bitsOf(permissions);
    this.#tell('GUILD_UPDATE', wireGuild(guild));
  }

  /** Lets members or roles use a command, as under Integrations in the server settings; an empty list revokes that. */
  grant(guildId: string, name: string, ids: readonly string[]): void {
    const command = this.#context.world.commands.find((one) => one.name === name);
    if (command === undefined) throw new Error(`no command ${name}`);
    const { grants } = this.guild(guildId);
    if (ids.length === 0) grants.delete(command.id);
    else grants.set(command.id, new Set(ids));
  }

  addChannel(
    guildId: string,
    channel: { name: string; kind?: ChannelKind; parentId?: string; topic?: string },
  ): Channel {
    const { kind = 'text', ...rest } = channel;
    return addChannel(this.#context, { type: CHANNEL_KINDS[kind], guildId: this.guild(guildId).id, ...rest });
  }

  /** Turns a text channel into an announcement channel or back, as admins can. */
  setKind(channelId: string, kind: 'text' | 'announcement'): void {
    const channel = this.channel(channelId);
    channel.type = CHANNEL_KINDS[kind];
    announceChannel(this.#context, channel, 'edited');
  }

  /** Sets the tags of a forum; with `requiresTag` each post must have one. */
  setTags(forumId: string, names: readonly string[], requiresTag = false): string[] {
    const forum = this.channel(forumId);
    forum.forum = { tags: names.map((name) => ({ id: this.#context.ids.next(), name })), requiresTag };
    announceChannel(this.#context, forum, 'edited');
    return forum.forum.tags.map(({ id }) => id);
  }

  /** Makes a thread in a text, announcement or forum channel, started by the guild's owner. */
  addThread(parentId: string, thread: { name: string; archived?: boolean; locked?: boolean }): Channel {
    const parent = this.channel(parentId);
    const guild = this.guild(parent.guildId ?? '');
    const open =
      parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
    return addChannel(this.#context, {
      type: open,
      guildId: guild.id,
      parentId,
      name: thread.name,
      thread: {
        ownerId: guild.ownerId,
        archived: thread.archived ?? false,
        locked: thread.locked ?? false,
        createdAt: new Date(this.#context.now()).toISOString(),
      },
    });
  }

  /** The DM channel of the bot and a user; created if there is none. */
  dm(userId: string): Channel {
    return dmWith(this.#context, userId);
  }

  /** Deletes a message as a moderator. */
  removeMessage(channelId: string, messageId: string): void {
    const { messages } = this.channel(channelId);
    const at = messages.findIndex(({ id }) => id === messageId);
    if (at < 0) throw new Error(`no message ${messageId}`);
    messages.splice(at, 1);
  }

  removeChannel(channelId: string): void {
    removeChannel(this.#context, this.channel(channelId));
  }

  /** Sets the overwrite of a target in a channel; {} removes it. */
  setOverwrite(
    channelId: string,
    target: OverwriteTarget,
    bits: { allow?: readonly PermissionName[]; deny?: readonly PermissionName[] },
  ): void {
    const channel = this.channel(channelId);
    const id = target === 'everyone' ? (channel.guildId ?? '') : target === 'bot' ? this.#context.world.botId : target;
    const { allow = [], deny = [] } = bits;
    if (allow.length + deny.length === 0) channel.overwrites.delete(id);
    else {
      const isRole = this.guild(channel.guildId ?? '').roles.has(id);
      channel.overwrites.set(id, { type: isRole ? 0 : 1, allow: bitsOf(allow), deny: bitsOf(deny) });
    }
    announceChannel(this.#context, channel, 'edited');
  }

  /** Sets the guild's language. */
  setLocale(guildId: string, locale: string): void {
    const guild = this.guild(guildId);
    guild.locale = locale;
    this.#tell('GUILD_UPDATE', wireGuild(guild));
  }

  /** Sets the guild's channel for system messages. */
  setSystemChannel(guildId: string, channelId: string | undefined): void {
    const guild = this.guild(guildId);
    guild.systemChannelId = channelId;
    this.#tell('GUILD_UPDATE', wireGuild(guild));
  }

  /** Removes the bot from the guild and deletes the guild with its channels. */
  removeGuild(guildId: string): void {
    const { world } = this.#context;
    for (const { id } of channelsOf(world, guildId)) world.channels.delete(id);
    world.guilds.delete(guildId);
    this.#tell('GUILD_DELETE', { id: guildId });
    this.#context.notify({ type: 'guild', change: 'removed', guildId });
  }

  /** Begins or ends an outage, during which the API knows neither the guild nor its channels. */
  setAvailable(guildId: string, available: boolean): void {
    const guild = this.guild(guildId);
    guild.available = available;
    if (available) {
      this.#announceGuild(guild);
      return;
    }
    this.#tell('GUILD_DELETE', { id: guildId, unavailable: true });
    this.#context.notify({ type: 'guild', change: 'unavailable', guildId });
  }

  /** Throws for an unknown id. */
  guild(guildId: string): Guild {
    const guild = this.#context.world.guilds.get(guildId);
    if (guild === undefined) throw new Error(`no guild ${guildId}`);
    return guild;
  }

  /** A channel or thread. Throws for an unknown id. */
  channel(channelId: string): Channel {
    const channel = this.#context.world.channels.get(channelId);
    if (channel === undefined) throw new Error(`no channel ${channelId}`);
    return channel;
  }

  #role(guild: Guild, name: string, permissions: readonly PermissionName[], managed = false): Role {
    const id = this.#context.ids.next();
    const position = guild.roles.size;
    const role: Role = { id, name, permissions: bitsOf(permissions), position, managed, mentionable: true };
    guild.roles.set(id, role);
    if (this.#context.world.guilds.has(guild.id)) {
      this.#tell('GUILD_ROLE_CREATE', { guild_id: guild.id, role: wireRole(role) });
    }
    return role;
  }

  #tell(name: string, data: object): void {
    this.#context.dispatch(name, data, GatewayIntentBits.Guilds);
  }

  #announceGuild(guild: Guild): void {
    this.#tell('GUILD_CREATE', wireGuildCreate(this.#context.world, guild));
    this.#context.notify({ type: 'guild', change: 'added', guildId: guild.id });
  }
}
