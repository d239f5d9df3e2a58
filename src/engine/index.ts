/** The pure stages as a library, for the scorers and for projects without Discord or a database. */

export type { FeedDocument, FeedItem } from './feeds/document.ts';
export { readFeedDocument as readFeed } from './feeds/read.ts';
export { findQuotes } from './leads/quotes.ts';
export { leadOf, leadOf as summarize } from './leads/telling.ts';
export { type ExtractedArticle, extractArticle } from './pages/extract.ts';
export { createGrouper, UnknownArticle } from './stories/grouper.ts';
export { splitSentences } from './text/sentences.ts';
