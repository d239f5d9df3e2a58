import { headlineOf } from '../engine/stories/headline.ts';
import { independentVoices } from '../engine/stories/voices.ts';
import type { ServerId } from '../ids.ts';
import type { TickCache } from '../newsroom/tickCache.ts';
import type { DigestLine, DigestStory, Heading, PostContent } from '../storage/postContent.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { ArticleRecord } from '../storage/records/stories/articles.ts';
import type { SplitArticle } from '../storage/records/stories/splits.ts';
import type { Records } from '../storage/storage.ts';

type OwnerOf = TickCache['ownerOf'];
type Line = DigestLine & Partial<Pick<DigestStory, 'sentences' | 'takenOut'>>;

/** Characters of a text that are compared to find copies. */
const openingRead = 2_000;

/** All parts of the line that have an article's address. */
const shownIn = (line: Line) => [
  line,
  ...(line.takenOut?.heading ? [line.takenOut.heading] : []),
  ...(line.sentences ?? []),
];
const articleIdsOf = (line: Line) => shownIn(line).map(({ articleId }) => articleId);

/**
 * The delivery's content by the present facts: corrections and withdrawals of the articles that it shows, and articles
 * that the server's members split off.
 */
export async function redrawn(
  records: Records,
  ownerOf: OwnerOf,
  { serverId, content }: Pick<DeliveryRecord, 'serverId' | 'content'>,
): Promise<DeliveryRecord['content']> {
  const { places, also } = content;
  const articles = await records.articles.byIds([...places, ...also].flatMap(articleIdsOf), 0);
  const storyIds = places.map(({ storyId }) => storyId);
  const splitOff = await records.splits.inStories(serverId, storyIds);
  const present = corrected(content, articles);
  const split = present.places.map((place) => {
    const out = splitOff.get(place.storyId) ?? [];
    if (out.length === 0 && place.takenOut === undefined) return place;
    return withSplits(records, ownerOf, serverId, content, place, out);
  });
  return { ...present, places: await Promise.all(split) };
}

/**
 * Adds the corrections of these articles to the places and lines that show them. A newer correction replaces an older
 * one of the same article.
 */
export function corrected<Given extends PostContent>(
  content: Given,
  articles: readonly Pick<ArticleRecord, 'id' | 'correction'>[],
): Given {
  const { places, also, refusedTexts = [] } = content;
  const stated = new Map(articles.map(({ id, correction }) => [id, correction]));
  const withThem = <Story extends Line>(story: Story): Story => {
    const shown = new Map(shownIn(story).map((one) => [one.articleId, one]));
    const fresh = [...shown.values()].flatMap(({ articleId, outlet, url }) => {
      const { kind, text: words } = stated.get(articleId) ?? {};
      if (kind === undefined || words === undefined) return [];
      const text = refusedTexts.includes(words) ? '' : words;
      const isKnown = story.corrections?.some(
        (one) => one.articleId === articleId && one.kind === kind && one.text === text,
      );
      return isKnown ? [] : [{ kind, text, articleId, outlet, url }];
    });
    const replaced = new Set(fresh.map(({ articleId }) => articleId));
    const others = story.corrections?.filter(({ articleId }) => !replaced.has(articleId)) ?? [];
    return fresh.length === 0 ? story : { ...story, corrections: [...others, ...fresh] };
  };
  return { ...content, places: places.map(withThem), also: also.map(withThem) };
}

/**
 * Lists in the place which of its articles were split off. If all were, the place stays as it is, because it is
 * still about one event.
 */
async function withSplits(
  { articles, listings, stories }: Records,
  ownerOf: OwnerOf,
  serverId: ServerId,
  { countsNewsrooms, reports }: PostContent,
  place: DigestStory,
  splitOff: readonly SplitArticle[],
): Promise<DigestStory> {
  const { takenOut, ...whole } = place;
  const before = takenOut?.articles ?? [];
  const story = await stories.byId(place.storyId);
  const listed = story && (await listings.articlesOf([story.id], serverId)).get(story.id);
  const present = new Set(listed?.map(({ id }) => id));
  const named = [...splitOff, ...before].map(({ articleId }) => articleId);
  const all = await articles.byIds([...present, ...articleIdsOf(place), ...named], openingRead);
  const quoted = [...place.sentences, ...(place.changed?.values ?? []), ...(reports?.[place.storyId] ?? [])];
  const shown = [...new Set([place, ...quoted, ...(countsNewsrooms ? all : [])].map(({ url }) => url))];
  // An article and its copies are split off with one timestamp, so if the place shows one, all are taken out.
  const splits = new Set(splitOff.flatMap(({ url, at }) => (shown.includes(url) ? at : [])));
  const out = [
    ...splitOff.flatMap(({ at, articleId, url }) => (splits.has(at) ? { articleId, url } : [])),
    // An article that was deleted since then stays taken out, because nobody can put it back.
    ...before.filter(({ articleId }) => !all.some(({ id }) => id === articleId)),
  ];
  const urls = new Set(out.map(({ url }) => url));
  if (urls.size === before.length && before.every(({ url }) => urls.has(url))) return place;
  const others = shown.filter((url) => !urls.has(url));
  if (others.length === shown.length) return whole;
  const heads = all.filter(({ url }) => others.includes(url));
  if (others.length === 0 || (urls.has(place.url) && heads.length === 0)) return place;
  const counted = all.filter(({ id, url }) => present.has(id) || urls.has(url));
  const staying = counted.filter(({ url }) => !urls.has(url));
  const [both, left] = [countsOf(counted, ownerOf), countsOf(staying, ownerOf)];
  const fewer = { outlets: both.outlets - left.outlets, voices: both.voices - left.voices };
  const heading = urls.has(place.url) ? { heading: headingOf(headlineOf(heads)) } : {};
  return { ...whole, takenOut: { articles: out, ...heading, fewer } };
}

const headingOf = ({ id, title, url, outletName }: ArticleRecord): Heading => ({
  articleId: id,
  title,
  url,
  outlet: outletName,
});

function countsOf(articles: readonly ArticleRecord[], ownerOf: OwnerOf) {
  const inOrder = articles.toSorted((a, b) => a.publishedAt - b.publishedAt);
  const outlets = new Set(articles.map(({ outletId }) => outletId)).size;
  return { outlets, voices: independentVoices(inOrder, ownerOf).voices };
}
