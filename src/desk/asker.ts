import type { ChannelId, ServerId, UserId } from '../ids.ts';
/** The server and channel in which a member asks. A DM has no server. */
export interface Asker {
  serverId?: ServerId;
  channelId?: ChannelId;
}

/** A member who changes something. Later notices go to the member who changed the server's settings last. */
export interface Changer {
  serverId: ServerId;
  userId: UserId;
  /** Discord locale of the server, such as 'de' or 'en-US'. */
  serverLocale: string;
}

/** A member who follows a story or watches words, in a server or a DM. */
export interface Person {
  userId: UserId;
  /** Their Discord locale. */
  locale: string;
}
