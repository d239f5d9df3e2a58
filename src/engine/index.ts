/**
 * The engine: from a feed's bytes to stories and their lead sentences. It needs no database, network or Discord, so it
 * can be used and measured alone. `readFeed` and `extractArticle` parse foreign documents, which can take seconds: Lede
 * itself calls them in worker threads (`reading/pool/`).
 */

export type { FeedDocument, FeedItem } from './feeds/document.ts';
export { readFeedDocument as readFeed } from './feeds/read.ts';
export { findQuotes } from './leads/quotes.ts';
export { leadOf, leadOf as summarize } from './leads/telling.ts';
export { type ExtractedArticle, extractArticle } from './pages/extract.ts';
export { type Present, presentOf } from './present.ts';
export { createGrouper, UnknownArticle } from './stories/grouper.ts';
export { splitSentences } from './text/sentences.ts';
