import type { ServerId } from '../ids.ts';
import type { Edition } from '../newsroom/edition.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { Apart } from '../storage/records/stories/apart.ts';
import type { ArticleRecord } from '../storage/records/stories/articles.ts';
import type { Records } from '../storage/storage.ts';
import type { DigestLine, DigestPlace, Heading, Telling } from '../storage/telling.ts';
import { headlineOf } from '../stories/headline.ts';
import { independentVoices } from '../stories/voices.ts';
import type { Entry } from './takenOut.ts';

type OwnerOf = Edition['ownerOf'];
type Content = DeliveryRecord['content'];
type Line = DigestLine & Partial<Pick<DigestPlace, 'sentences' | 'takenOut'>>;

/** Characters of a text that are compared to find copies. */
const openingRead = 2_000;

/** The articles by which the line tells its story. */
const shownIn = (line: Line) => [
  line,
  ...(line.takenOut?.heading ? [line.takenOut.heading] : []),
  ...(line.sentences ?? []),
];
const articleIdsOf = (line: Line) => shownIn(line).map(({ articleId }) => articleId);

/**
 * The delivery's content by the present facts: what outlets corrected or withdrew of the articles that it shows, and
 * which of them the server's members split off. The same object if nothing changed.
 */
export async function redrawn(
  records: Records,
  ownerOf: OwnerOf,
  { serverId, content }: Pick<DeliveryRecord, 'serverId' | 'content'>,
): Promise<Content> {
  const { places, also, reports = {} } = content;
  const articles = await records.articles.byIds([...places, ...also].flatMap(articleIdsOf), openingRead);
  const apart = await records.apart.of(
    serverId,
    places.map(({ storyId }) => storyId),
  );
  const present = corrected(content, articles);
  const split = await Promise.all(
    present.places.map(async (place) => {
      const out = apart.get(place.storyId) ?? [];
      if (out.length === 0 && place.takenOut === undefined) return place;
      return withSplits(records, ownerOf, serverId, { place, reports: reports[place.storyId] }, out);
    }),
  );
  const isSame = present === content && split.every((place, nth) => place === places[nth]);
  return isSame ? content : { ...present, places: split };
}

/**
 * Adds the corrections of these articles to the places and lines that show them. A newer one of the same article
 * replaces an older one. The same object if it shows them all.
 */
export function corrected<Given extends Telling>(
  telling: Given,
  articles: readonly Pick<ArticleRecord, 'id' | 'correction'>[],
): Given {
  const { places, also, refusedTexts = [] } = telling;
  const corrections = new Map(
    articles.flatMap(({ id, correction }) => (correction ? [[id, correction] as const] : [])),
  );
  const withThem = <Story extends Line>(story: Story): Story => {
    const shown = new Map(shownIn(story).map((one) => [one.articleId, one]));
    const fresh = [...shown.values()].flatMap(({ articleId, outlet, url }) => {
      const stated = corrections.get(articleId);
      if (stated === undefined) return [];
      const text = refusedTexts.includes(stated.text) ? '' : stated.text;
      const known = story.corrections?.find((one) => one.articleId === articleId);
      const isKnown = known?.kind === stated.kind && known.text === text;
      return isKnown ? [] : [{ kind: stated.kind, text, articleId, outlet, url }];
    });
    if (fresh.length === 0) return story;
    const others =
      story.corrections?.filter((one) => !fresh.some(({ articleId }) => articleId === one.articleId)) ?? [];
    return { ...story, corrections: [...others, ...fresh] };
  };
  const changed = { places: places.map(withThem), also: also.map(withThem) };
  const isSame =
    changed.places.every((one, nth) => one === places[nth]) && changed.also.every((one, nth) => one === also[nth]);
  return isSame ? telling : { ...telling, ...changed };
}

/**
 * Notes in the place which articles of another event are taken out of it. A place that shows only those stays: it is
 * right about their event.
 */
async function withSplits(
  { articles, listings, stories }: Records,
  ownerOf: OwnerOf,
  serverId: ServerId,
  { place, reports = [] }: Entry,
  apart: readonly Apart[],
): Promise<DigestPlace> {
  const { takenOut, ...whole } = place;
  const before = takenOut?.articles ?? [];
  const story = await stories.byId(place.storyId);
  const listed = story && (await listings.articlesOf([story.id], serverId)).get(story.id);
  const present = new Set(listed?.map(({ id }) => id));
  const named = [...apart, ...before].map(({ articleId }) => articleId);
  const all = await articles.byIds([...present, ...articleIdsOf(place), ...named], openingRead);
  const quoted = [...place.sentences, ...(place.changed?.values ?? []), ...reports];
  const shown = [...new Set([place, ...quoted].map(({ url }) => url))];
  // An article is split off together with its copies, all at one moment.
  const splits = new Set(apart.flatMap(({ url, at }) => (shown.includes(url) ? at : [])));
  const out = [
    ...apart.flatMap(({ at, articleId, url }) => (splits.has(at) ? { articleId, url } : [])),
    // Nobody can put back an article that was deleted since.
    ...before.filter(({ articleId }) => !all.some(({ id }) => id === articleId)),
  ];
  const urls = new Set(out.map(({ url }) => url));
  if (urls.size === before.length && before.every(({ url }) => urls.has(url))) return place;
  const others = shown.filter((url) => !urls.has(url));
  if (others.length === shown.length) return whole;
  const heads = all.filter(({ url }) => others.includes(url));
  if (others.length === 0 || (urls.has(place.url) && heads.length === 0)) return place;
  const both = countsOf(
    all.filter(({ id, url }) => present.has(id) || urls.has(url)),
    ownerOf,
  );
  const left = countsOf(
    all.filter(({ id, url }) => present.has(id) && !urls.has(url)),
    ownerOf,
  );
  const fewer = { outlets: both.outlets - left.outlets, voices: both.voices - left.voices };
  const heading = urls.has(place.url) ? { heading: headingOf(headlineOf(heads)) } : {};
  return { ...whole, takenOut: { articles: out, ...heading, fewer } };
}

const headingOf = ({ id, title, url, outletName }: ArticleRecord): Heading => ({
  ...{ articleId: id, title, url, outlet: outletName },
});

function countsOf(articles: readonly ArticleRecord[], ownerOf: OwnerOf) {
  const inOrder = articles.toSorted((a, b) => a.publishedAt - b.publishedAt);
  const outlets = new Set(articles.map(({ outletId }) => outletId)).size;
  return { outlets, voices: independentVoices(inOrder, ownerOf).voices };
}
