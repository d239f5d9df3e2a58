/** The pure stages as a library, for the scorers and for projects without Discord or a database. */

export type { FeedDocument, FeedItem } from './feeds/document.ts';
export { type ExtractedArticle, extractArticle } from './pages/extract.ts';
export { readFeed } from './pool/pool.ts';
export { createGrouper, UnknownArticle } from './stories/grouper.ts';
export { findQuotes } from './summaries/quotes/quotes.ts';
export { summarize, summarizeStory } from './summaries/telling.ts';
export { splitSentences } from './text/sentences.ts';
