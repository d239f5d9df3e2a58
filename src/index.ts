/** The pure stages as a library, for the scorers and for projects without Discord or a database. */

export type { FeedDocument, FeedItem } from './feeds/document.ts';
export { findQuotes } from './newsroom/summaries/quotes.ts';
export { leadOf, leadOf as summarize } from './newsroom/summaries/telling.ts';
export { type ExtractedArticle, extractArticle } from './pages/extract.ts';
export { readFeed } from './pool/pool.ts';
export { createGrouper, UnknownArticle } from './stories/grouper.ts';
export { splitSentences } from './text/sentences.ts';
