import type { ArticleId } from '../ids.ts';
import type { Edition } from '../newsroom/edition.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { MessageEdit, Split } from '../storage/records/outbox/edits.ts';
import type { ArticleRecord, Correction } from '../storage/records/stories/articles.ts';
import type { Storage } from '../storage/storage.ts';
import type { DigestLine, DigestPlace, Telling } from '../storage/telling.ts';
import { headlineOf } from '../stories/headline.ts';
import { independentVoices } from '../stories/voices.ts';
import { withArticlesBack, withoutArticles } from './withoutArticles.ts';

type OwnerOf = Edition['ownerOf'];

/** Characters of a text that are compared to find copies. */
const openingRead = 2_000;

/**
 * Adds an outlet's correction to the place or line that shows the article, and also to the version stored in
 * `takenOut`. Replaces an older correction of the same article. Undefined if nothing shows the article.
 */
export function corrected<Content extends Telling>(
  telling: Content,
  articleId: ArticleId,
  { kind, text }: Correction,
): Content | undefined {
  let isShown = false;
  const withIt = <Story extends DigestLine & Partial<Pick<DigestPlace, 'sentences' | 'takenOut'>>>(
    given: Story,
  ): Story => {
    const before = given.takenOut;
    const story = before ? { ...given, takenOut: { ...before, place: withIt(before.place) } } : given;
    const shown = [...(story.sentences ?? []), story].find((one) => one.articleId === articleId);
    if (shown === undefined) return story;
    isShown = true;
    const { outlet, url } = shown;
    const others = story.corrections?.filter((one) => one.articleId !== articleId) ?? [];
    return { ...story, corrections: [...others, { kind, text, articleId, outlet, url }] };
  };
  const changed = { ...telling, places: telling.places.map(withIt), also: telling.also.map(withIt) };
  return isShown ? changed : undefined;
}

/**
 * Takes out articles of another event, or puts them back. Undefined if the message never showed them together with
 * other articles.
 */
async function afterSplit(
  { records }: Storage,
  ownerOf: OwnerOf,
  { serverId, content }: DeliveryRecord,
  { kind, articleIds, storyId }: Split,
): Promise<DeliveryRecord['content'] | undefined> {
  const story = await records.stories.byId(storyId);
  const listed = story && (await records.listings.articlesOf([story.id], serverId)).get(story.id);
  const hidden = content.places.flatMap(({ takenOut }) => takenOut ?? []);
  const shown = [...content.places, ...hidden.map(({ place }) => place)].flatMap((place) => [
    place,
    ...place.sentences,
  ]);
  const out = hidden.flatMap(({ articles }) => articles);
  const present = new Set(listed?.map(({ id }) => id));
  const known = [...articleIds, ...present, ...[...shown, ...out].map(({ articleId }) => articleId)];
  const all = await records.articles.byIds(known, openingRead);
  const changed = all.filter(({ id }) => articleIds.includes(id)).map(({ id, url }) => ({ articleId: id, url }));
  const change = kind === 'taken-out' ? withoutArticles : withArticlesBack;
  const made = change(content, changed, {
    headingOf(urls) {
      const others = all.filter(({ url }) => urls.includes(url));
      if (others.length === 0) return undefined;
      const { id, title, url, outletName } = headlineOf(others);
      return { articleId: id, title, url, outlet: outletName };
    },
    fewer(urls) {
      const rest = all.filter(({ id, url }) => present.has(id) && !urls.has(url));
      const both = all.filter(({ id, url }) => present.has(id) || urls.has(url));
      const [before, left] = [countsOf(both, ownerOf), countsOf(rest, ownerOf)];
      return { outlets: before.outlets - left.outlets, voices: before.voices - left.voices };
    },
  });
  // Returned even if nothing changes here: a crash may have lost the record of an edit that Discord already shows.
  return made ?? (kind === 'put-back' || hidden.length > 0 ? content : undefined);
}

const byTime = (articles: readonly ArticleRecord[]) => articles.toSorted((a, b) => a.publishedAt - b.publishedAt);

function countsOf(articles: readonly ArticleRecord[], ownerOf: OwnerOf) {
  const outlets = new Set(articles.map(({ outletId }) => outletId)).size;
  return { outlets, voices: independentVoices(byTime(articles), ownerOf).voices };
}

/**
 * Applies the edit to the delivery's content. Returns the same object if only the message in Discord is outdated, and
 * undefined if the edit doesn't concern it.
 */
export async function amended(
  storage: Storage,
  ownerOf: OwnerOf,
  { articleId, amendment }: MessageEdit,
  delivery: DeliveryRecord,
): Promise<DeliveryRecord['content'] | undefined> {
  if ('text' in amendment) return corrected(delivery.content, articleId, amendment);
  return 'storyId' in amendment ? afterSplit(storage, ownerOf, delivery, amendment) : delivery.content;
}
