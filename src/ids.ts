declare const kind: unique symbol;

/** A string that can't be passed as an id of another kind. A plain string passes as any id. */
type Id<Kind extends string> = string & { readonly [kind]?: Kind };

/** Discord's id of a server; '' means none, as in direct messages. */
export type ServerId = Id<'server'>;
/** Discord's id of a channel, thread or post. */
export type ChannelId = Id<'channel'>;
export type UserId = Id<'user'>;
export type StoryId = Id<'story'>;
export type ArticleId = Id<'article'>;
export type FeedId = Id<'feed'>;
export type OutletId = Id<'outlet'>;
/** A topic of the catalogue, or of a server if the id begins with `own-`. */
export type TopicId = Id<'topic'>;
/** The key of what caused the delivery, such as the slot of a digest. */
export type DeliveryId = Id<'delivery'>;
