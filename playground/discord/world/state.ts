import type { WireAttachment, WireCommand, WireMessage, WireUser } from '../wire.ts';
import type { Life } from './life.ts';
import { EVERYONE_PERMISSIONS } from './permissions.ts';
import type { Snowflakes } from './snowflake.ts';
import { compareSnowflakes } from './snowflake.ts';

/** A person or the bot. `locale` is sent with their interactions. */
interface Person {
  readonly user: WireUser;
  locale: string;
  acceptsMessages: boolean;
}

/** A role; the one whose id is the guild's is @everyone. */
export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  readonly managed: boolean;
  /** Whether everyone may mention it. */
  readonly mentionable: boolean;
}

export interface Member {
  readonly userId: string;
  readonly roles: string[];
  readonly joinedAt: string;
}

/** Allowed and denied permission bits of one role (type 0) or one member (type 1) in a channel. */
interface Overwrite {
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface ThreadState {
  readonly ownerId: string;
  archived: boolean;
  /** Ids of a forum post's tags. */
  readonly tagIds?: readonly string[];
  locked: boolean;
  readonly createdAt: string;
}

/** A channel or thread, with its messages in order of id. */
export interface Channel {
  readonly id: string;
  type: number;
  readonly guildId?: string;
  readonly parentId?: string;
  readonly name: string;
  readonly topic?: string;
  readonly position: number;
  readonly overwrites: Map<string, Overwrite>;
  readonly recipients: Set<string>;
  readonly thread?: ThreadState;
  /** A forum's tags, and whether each post must have one. */
  forum?: { tags: readonly { id: string; name: string }[]; requiresTag: boolean };
  readonly messages: WireMessage[];
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  locale: string;
  systemChannelId?: string;
  available: boolean;
  /** Whether the app was added. If not, only members who added it to their own account have its commands. */
  readonly hasApp: boolean;
  readonly joinedAt: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  /** By command id, the members and roles that may use it without its default permissions. */
  readonly grants: Map<string, Set<string>>;
}

/** Everything the server remembers. */
export interface World {
  readonly applicationId: string;
  readonly botId: string;
  readonly people: Map<string, Person>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Registered commands. */
  commands: readonly WireCommand[];
  /** Interactions by token, oldest first. */
  readonly lives: Map<string, Life>;
  /** Enforced nonces, oldest first, each with the message that it created. */
  readonly nonces: Map<string, { readonly channelId: string; readonly messageId: string; readonly at: number }>;
  /** Ephemeral messages by id, each with the one user who sees it. */
  readonly whispers: Map<string, { readonly userId: string; readonly message: WireMessage }>;
  /** Uploaded files by attachment id, oldest first; `ownerId` is the only user who may pass it to a command. */
  readonly files: Map<
    string,
    { readonly attachment: WireAttachment; readonly bytes: Uint8Array; readonly ownerId?: string }
  >;
}

/** An empty world except for the bot. As in newer Discord applications, application and bot user share one id. */
export function createWorld(ids: Snowflakes, name: string): World {
  const botId = ids.next();
  const user: WireUser = {
    id: botId,
    username: name.toLowerCase(),
    global_name: name,
    discriminator: '0',
    avatar: null,
    bot: true,
  };
  return {
    applicationId: botId,
    botId,
    people: new Map([[botId, { user, locale: 'en-US', acceptsMessages: false }]]),
    guilds: new Map(),
    channels: new Map(),
    commands: [],
    lives: new Map(),
    nonces: new Map(),
    whispers: new Map(),
    files: new Map(),
  };
}

/** The @everyone role of a guild. */
export function everyoneRole(guildId: string): Role {
  return {
    id: guildId,
    name: '@everyone',
    permissions: EVERYONE_PERMISSIONS,
    position: 0,
    managed: false,
    mentionable: false,
  };
}

/** The user with this id. Throws for an unknown id. */
export function userOf(world: World, userId: string): WireUser {
  const person = world.people.get(userId);
  if (person === undefined) throw new Error(`no user ${userId}`);
  return person.user;
}

/** The channels of a guild, threads included, oldest first. */
export function channelsOf(world: World, guildId: string): Channel[] {
  return [...world.channels.values()].filter((channel) => channel.guildId === guildId);
}

/** Inserts a message, ordered by id. */
export function insertMessage({ messages }: Channel, message: WireMessage): void {
  const last = messages.at(-1);
  messages.push(message);
  if (last !== undefined && compareSnowflakes(last.id, message.id) > 0) {
    messages.sort((a, b) => compareSnowflakes(a.id, b.id));
  }
}

/** Replaces a message; false if it is gone. */
export function replaceMessage(channel: Channel, message: WireMessage): boolean {
  const index = channel.messages.findIndex(({ id }) => id === message.id);
  if (index < 0) return false;
  channel.messages[index] = message;
  return true;
}
