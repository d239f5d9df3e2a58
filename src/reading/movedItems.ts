import { inLines, type PackedArticle } from '../engine/articles/packed.ts';
import type { ArticleId, FeedId } from '../ids.ts';
import type { Storage } from '../storage/storage.ts';

/** How many known titles at new addresses prove that the whole list has moved. */
const movedMin = 3;
/** Number of whole texts in memory at once. */
const textsAtOnce = 50;

/** An undated item at an unknown address, with its place in the list. */
interface UnknownItem {
  at: number;
  article: Pick<PackedArticle, 'title' | 'paragraphs'>;
}

/**
 * Finds known items at new addresses, as after a site's move, in a feed without dates or stable guids. Such an item has
 * title and text of an article that the last listing had and this one lacks. If the stored text is the page's, it can't
 * be compared; then an equal title is enough if the whole list has moved. Returns the articles by place in the list.
 * Unknown undated items after `oldAfter` are older than a moved one, so their articles may have been swept.
 */
export async function movedItems(
  { records: { articles } }: Storage,
  feedId: FeedId,
  unknown: readonly UnknownItem[],
  listed: ReadonlySet<ArticleId>,
): Promise<{ idAt: ReadonlyMap<number, ArticleId>; oldAfter: number }> {
  const last = unknown.length === 0 ? [] : await articles.lastListed(feedId);
  const byTitle = Map.groupBy(last, ({ title }) => title);
  const titled = unknown.flatMap(({ at, article }) => {
    const [known, other] = byTitle.get(article.title) ?? [];
    byTitle.delete(article.title);
    return known === undefined || other !== undefined || listed.has(known.id) ? [] : [{ at, article, id: known.id }];
  });
  const idAt = new Map<number, ArticleId>();
  const unsure: number[] = [];
  for (let from = 0; from < titled.length; from += textsAtOnce) {
    const some = titled.slice(from, from + textsAtOnce);
    const known = new Map((await articles.byIds(some.map(({ id }) => id))).map((one) => [one.id, one]));
    for (const { at, article, id } of some) {
      const { textFrom, paragraphs = [] } = known.get(id) ?? {};
      const isSame = inLines(paragraphs) === article.paragraphs;
      if (isSame || textFrom === 'page') idAt.set(at, id);
      if (!isSame) unsure.push(at);
    }
  }
  if (idAt.size >= movedMin) return { idAt, oldAfter: Math.min(...idAt.keys()) };
  for (const at of unsure) idAt.delete(at);
  return { idAt, oldAfter: Number.POSITIVE_INFINITY };
}
