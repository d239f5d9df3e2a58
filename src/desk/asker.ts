/** Where a question is asked; without a server in a DM. */
export interface Asker {
  serverId?: string;
  channelId?: string;
}

/** The member who changes something. Later notices go to whoever changed the server's settings last. */
export interface Changer {
  serverId: string;
  userId: string;
  /** Discord locale of the server, such as 'de' or 'en-US'. */
  serverLocale: string;
}

/** A member who follows or watches, wherever they ask. */
export interface Person {
  userId: string;
  /** Their Discord locale. */
  locale: string;
}
