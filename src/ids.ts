declare const kind: unique symbol;

/**
 * A string that can't be passed as an id of another kind. A plain string can be passed as any id, as happens at the
 * edges.
 */
type Id<Kind extends string> = string & { readonly [kind]?: Kind };

/** Discord's id of a server; '' stands for none, as in direct messages. */
export type ServerId = Id<'server'>;
/** Discord's id of a channel, thread or post. */
export type ChannelId = Id<'channel'>;
export type UserId = Id<'user'>;
export type StoryId = Id<'story'>;
export type ArticleId = Id<'article'>;
export type FeedId = Id<'feed'>;
export type OutletId = Id<'outlet'>;
/** A topic of the catalogue or, if the id begins with `own-`, of a server. */
export type TopicId = Id<'topic'>;
/** The key of a slot, or of what else caused the delivery. */
export type DeliveryId = Id<'delivery'>;
