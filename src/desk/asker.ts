import type { ChannelId, ServerId, UserId } from '../ids.ts';
/** Where a question is asked; without a server in a DM. */
export interface Asker {
  serverId?: ServerId;
  channelId?: ChannelId;
}

/** The member who changes something. Later notices go to whoever changed the server's settings last. */
export interface Changer {
  serverId: ServerId;
  userId: UserId;
  /** Discord locale of the server, such as 'de' or 'en-US'. */
  serverLocale: string;
}

/** A member who follows or watches, wherever they ask. */
export interface Person {
  userId: UserId;
  /** Their Discord locale. */
  locale: string;
}
