import type { EpochMs } from '../clock.ts';
import type { Article } from '../engine/articles/article.ts';
import { canonicalUrl } from '../engine/articles/canonicalUrl.ts';
import { correctionIn, type StatedCorrection } from '../engine/articles/correction.ts';
import { isRetitled } from '../engine/articles/headlineChange.ts';
import { inLines, type PackedArticle, unpacked } from '../engine/articles/packed.ts';
import type { StoryId } from '../ids.ts';
import { editAgeMsMax } from '../storage/records/outbox/edits.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import type { ArticleRecord, ArticleUpdate, Correction } from '../storage/records/stories/articles.ts';
import type { Records } from '../storage/storage.ts';
import { refreshStories } from './grouping/placing.ts';

/** An article that its outlet changed since it was stored. */
export interface ChangedItem extends ArticleUpdate {
  before: Pick<ArticleRecord, 'id' | 'storyId'>;
  /** Whether the title has a new meaning. */
  isRetitled?: boolean;
}

/** Finds the changes in these articles. A feed outside the catalogue may change only its own articles. */
export const changesIn = (
  { catalogue, id }: FeedRecord,
  differing: readonly { before: ArticleRecord; article: PackedArticle }[],
  now: EpochMs,
): readonly ChangedItem[] =>
  differing.flatMap(({ before, article }) => (catalogue || before.scope === id ? changeOf(before, article, now) : []));

function changeOf(before: ArticleRecord, listed: PackedArticle, now: EpochMs): ChangedItem[] {
  const article = unpacked(listed);
  const said = correctionIn(before, article);
  const stated = said && quotableCorrection(before, article, said);
  const correction = stated && isNew(before.correction, stated) ? { ...stated, at: now } : undefined;
  const text = isBetter(before, article, correction !== undefined) ? article : undefined;
  const url = canonicalUrl(before.url) === canonicalUrl(article.url) ? before.url : article.url;
  if (before.title === article.title && url === before.url && !text && !correction) return [];
  // If the stored text is from the page, the page is read again for the correction.
  const rereadAt = correction?.kind === 'corrected' && before.textFrom === 'page' ? now : undefined;
  const { id, storyId } = before;
  const { title } = article;
  const present = `${title}\n${text ? listed.paragraphs : inLines(before.paragraphs)}`;
  const dropsCitation = before.citation !== undefined && !present.includes(before.citation.text);
  const change = { title, url, text, correction, dropsCitation, rereadAt, isRetitled: isRetitled(before, title) };
  return [{ before: { id, storyId }, ...change }];
}

/** Removes the correction's text unless the publisher allows quoting it, or it is the title. */
export const quotableCorrection = (
  { sentencesMax, charactersMax = Number.POSITIVE_INFINITY }: Pick<Article, 'sentencesMax' | 'charactersMax'>,
  { title }: Pick<Article, 'title'>,
  stated: StatedCorrection,
): StatedCorrection =>
  stated.text === title || (sentencesMax > 0 && stated.text.length <= charactersMax) ? stated : { ...stated, text: '' };

const isNew = (known: Correction | undefined, stated: Pick<Correction, 'kind' | 'text'>) =>
  known?.kind !== stated.kind || known.text !== stated.text;

/**
 * Whether the feed's text replaces the stored one. It never replaces a page's text. A snippet replaces a whole article
 * only if the outlet states a correction.
 */
function isBetter(before: ArticleRecord, article: Article, corrected: boolean): boolean {
  if (article.paragraphs.length === 0 || before.textFrom === 'page') return false;
  if (inLines(before.paragraphs) === inLines(article.paragraphs)) return false;
  return article.textFrom === 'feed' || before.textFrom === 'snippet' || corrected;
}

/** Stores changes and queues edits of messages; call it in the polls' transaction. */
export async function storeChanges(records: Records, changed: readonly ChangedItem[], now: EpochMs): Promise<void> {
  const stories = new Set<StoryId>();
  for (const { before, isRetitled, ...change } of changed) {
    await records.articles.change(before.id, change);
    const { correction, title } = change;
    const noted = correction ? [{ kind: correction.kind, wording: correction.text }] : [];
    const retitled = isRetitled ? [{ kind: 'headline', wording: title } as const] : [];
    await records.articleChanges.note(before.id, [...noted, ...retitled], now);
    if (before.storyId === undefined) continue;
    stories.add(before.storyId);
    if (correction) await records.edits.queueFacts({ articleIds: [before.id] }, now - editAgeMsMax, now);
  }
  await refreshStories(records, stories);
}
