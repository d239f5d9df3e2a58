/**
 * The pure stages as a library: what the scorers call, and what another project could use without Discord or a
 * database.
 */

export { type ExtractedArticle, extractArticle } from './articles/extract.ts';
export type { FeedDocument, FeedItem } from './feeds/document.ts';
export { readFeed } from './pool.ts';
export { createGrouper, UnknownArticle } from './stories/grouper.ts';
export { findQuotes } from './summaries/quotes.ts';
export { summarize, summarizeStory } from './summaries/telling.ts';
export { splitSentences } from './text/sentences.ts';
