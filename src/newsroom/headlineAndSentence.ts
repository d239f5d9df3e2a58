import { newSentences } from '../engine/leads/news.ts';
import { saysSuicide, saysWithdrawn } from '../engine/text/labels.ts';
import { termsOf } from '../engine/text/terms.ts';
import type { OutletId, StoryId } from '../ids.ts';
import type { DigestCorrection, DigestLine, DigestStory, PostContent, TopicLabel } from '../storage/postContent.ts';
import type { StoryTexts, ToldArticle, ToldBefore } from './candidate.ts';
import { changedFigures } from './changedFigures.ts';
import { keepLatest, type Listed, type ListReader } from './listed.ts';
import { saysMuted } from './muted.ts';
import { pictureOf } from './picture.ts';
import type { PublicPresent } from './sentences.ts';

/** Input for composing a digest besides candidates: the fields of the digest and the rules of selection. */
export interface DigestOrder
  extends Omit<PostContent, 'places' | 'also' | 'earlierCorrections' | 'paywalled'>,
    ListReader {
  topics: readonly TopicLabel[];
  storiesMax: number;
  /** Leaves out a story unless a headline says what other newsrooms say, too. */
  confirmed?: boolean;
  mutedWords: readonly string[];
  /** The outlets that the channel prefers, and the outlets with a paywall. */
  outlets: { preferred: ReadonlySet<OutletId>; paywalled: ReadonlySet<OutletId> };
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
}

/** Maximum number of new articles read per story. The latest ones are enough. */
const articlesRead = 40;
/** Minimum worth of a sentence that gives a single outlet's story a place. Three of four such sentences are good. */
const worthMin = 2;
/**
 * A story with new articles of this many newsrooms gets a place even without a good sentence. Otherwise, in three of
 * four archives, a third of the stories that editors wanted most would lose their place.
 */
const newsroomsEnough = 2;
/** An update shares at least this many words with the earlier headline. Of 143 real updates, 11 shared fewer. */
const affairWordsMin = 2;
/** Characters of the headline article's first paragraph that are compared with the earlier headline. */
const openingLetters = 400;

/** A listed story with its headline and sentence. */
export type Found = Listed & PublicPresent<ToldArticle>;

/** A story with the content of its place in the digest. */
export interface PlacedStory {
  found: Found;
  place: DigestStory;
}

/** The story as a place; undefined if none of its articles may be shown. */
export async function tellingOf(
  story: Listed,
  order: DigestOrder,
  texts: StoryTexts,
): Promise<PlacedStory | undefined> {
  const found = await foundOf(story, order, texts, story.told);
  return found && { found, place: await placeFor(found, order, texts) };
}

/** Whether the story may be shown in full: its sentence is good, its outlet preferred, or its topic the server's own. */
export function tellsItsHeadline({ found, place }: PlacedStory, { topics, outlets }: DigestOrder): boolean {
  if (outlets.preferred.has(found.headline.outletId)) return true;
  // Comics and podcasts in the server's own feeds have no sentence, but readers want them.
  if (topics.some(({ id, own }) => own && id === place.topicId)) return true;
  return found.worth >= worthMin;
}

/** Whether enough newsrooms report the story to give it a place even with a weak sentence. */
export const hasSeveralNewsrooms = ({ newsrooms }: Listed): boolean => newsrooms >= newsroomsEnough;

/** The story as a brief. If an earlier digest showed the story, the headline must say something new. */
export async function inBrief(story: Listed, order: DigestOrder, texts: StoryTexts): Promise<Found | undefined> {
  const found = await foundOf(story, order, texts);
  if (!found?.told) return found;
  const told = await Promise.all(found.told.articleIds.map((id) => texts.article(id)));
  const known = [...found.told.sentences, ...told.flatMap((article) => article?.title ?? [])];
  const isNew = newSentences([found.headline.title], known, found.headline.language).length > 0;
  return isNew ? found : undefined;
}

/** Chooses headline and sentence among the story's new articles; undefined if no headline may be shown. */
async function foundOf(story: Listed, order: DigestOrder, texts: StoryTexts, told?: Listed['told']) {
  const { preferred, paywalled } = order.outlets;
  const heads = new Set(keepLatest(story.heads, articlesRead, preferred));
  const newest = new Set(keepLatest(story.fresh, articlesRead, preferred));
  const read = story.fresh.filter((one) => newest.has(one) || heads.has(one));
  const wanted = read.map((article) => ({
    id: article.id,
    notNews: article.notNews,
    mayHead: heads.has(article),
    // Absent rather than false: then channels without such outlets have equal cache keys and share a result.
    ...(preferred.has(article.outletId) ? { preferred: true } : {}),
    ...(paywalled.has(article.outletId) ? { paywalled: true } : {}),
  }));
  const out = story.articles.filter(({ newsAt }) => told && newsAt <= told.at);
  const knownIds = out.slice(-articlesRead).map(({ id }) => id);
  const { confirmed, mutedWords } = order;
  const present = await texts.presentOf(wanted, { told: told && { ...told, knownIds }, confirmed, mutedWords });
  // A withdrawn article heads the story only if no other article is news.
  if (!present || saysWithdrawn(present.headline.title)) return undefined;
  if (saysSuicide(present.headline.title) && isOneOfSeveral(story, order)) return undefined;
  return (await isMuted(story.storyId, present.headline, order, texts)) ? undefined : { ...story, ...present };
}

/**
 * Whether only one newsroom reports the story and the channel has several topics. Stories on the server's own topics
 * are exempt, because the server asked for them.
 */
const isOneOfSeveral = ({ newsrooms, topicIds }: Listed, { topics }: DigestOrder): boolean =>
  newsrooms < 2 && topics.length > 1 && !topics.some(({ id, own }) => own && id === topicIds[0]);

/** Whether the story's search text or the headline's article contains a muted word. */
async function isMuted(storyId: StoryId, headline: ToldArticle, { mutedWords }: DigestOrder, texts: StoryTexts) {
  if (mutedWords.length === 0) return false;
  const { title, paragraphs, language } = headline;
  const searched = await texts.searchedOf(storyId);
  // The search text of a very long story lacks some articles, so the text of the headline's article is also checked.
  const heading = { text: `${title}\n${paragraphs[0] ?? ''}`, language };
  return [heading, ...(searched ? [searched] : [])].some((said) => saysMuted(said, mutedWords));
}

async function placeFor(story: Found, order: DigestOrder, texts: StoryTexts): Promise<DigestStory> {
  const { headline, sentence } = story;
  const isBorrowed = sentence !== undefined && sentence.articleId !== headline.id;
  const quoted = isBorrowed ? await texts.article(sentence.articleId) : undefined;
  return {
    ...lineOf(story),
    sentences: sentence ? [sentence] : [],
    corrections: correctionsOf([headline, quoted]),
    ...countsOf(story),
    picture: pictureOf([headline, ...story.articles], headline.title, order.pictureOrigins),
    ...(await updateOf(story, order, texts)),
    importance: story.parts,
  };
}

/** Numbers of outlets and voices, and the first report. An update counts only new articles, other stories count all. */
function countsOf({ articles, fresh, told, outlets, origins, voices }: Listed) {
  if (told) return { outlets, voices: origins, since: Math.min(...fresh.map(({ publishedAt }) => publishedAt)) };
  const all = new Set(articles.map(({ outletId }) => outletId)).size;
  return { outlets: all, voices, since: Math.min(...articles.map(({ publishedAt }) => publishedAt)) };
}

/** The earlier message and the changed figure that an update shows. */
async function updateOf(story: Found, order: DigestOrder, texts: StoryTexts) {
  const updated = story.told && (await updatedBy(story.told, story, order, texts));
  if (updated === undefined) return {};
  const read = await Promise.all(story.articles.slice(-articlesRead).map(({ id }) => texts.article(id)));
  const present = read.filter((article) => article !== undefined);
  const [changed] = changedFigures(present, order.zone);
  return { told: updated, ...(changed ? { changed } : {}) };
}

/**
 * The channel's earlier message about the story, with its headline unless that was withdrawn, muted or swept. Undefined
 * if the headline shares too few words with the new text, which means that this is another event.
 */
async function updatedBy(told: ToldBefore, story: Found, order: DigestOrder, texts: StoryTexts) {
  const { at, messageUrl } = told;
  const [id = ''] = told.articleIds;
  const { title, paragraphs, language } = story.headline;
  const before = await texts.article(id);
  if (before === undefined) return { at, messageUrl };
  const opening = (paragraphs[0] ?? '').slice(0, openingLetters);
  const said = new Set(termsOf(`${title}\n${opening}\n${story.sentence?.text ?? ''}`, language));
  const shared = new Set(termsOf(before.title, before.language)).intersection(said).size;
  if (shared < affairWordsMin) return undefined;
  const isUnfit =
    before.correction?.kind === 'retracted' ||
    saysWithdrawn(before.title) ||
    saysMuted({ text: before.title, language: before.language }, order.mutedWords);
  if (isUnfit) return { at, messageUrl };
  return { at, messageUrl, headline: { title: before.title, url: before.url, articleId: id } };
}

/** The outlets' corrections and withdrawals of these articles; undefined if there are none. */
function correctionsOf(articles: readonly (ToldArticle | undefined)[]): DigestCorrection[] | undefined {
  const corrections = articles.flatMap((article) => {
    if (article?.correction === undefined) return [];
    const { kind, text } = article.correction;
    return [{ kind, text, articleId: article.id, outlet: article.outletName, url: article.url }];
  });
  return corrections.length > 0 ? corrections : undefined;
}

export function lineOf(story: Found): DigestLine {
  return {
    storyId: story.storyId,
    title: story.headline.title,
    url: story.headline.url,
    articleId: story.headline.id,
    outlet: story.headline.outletName,
    topicId: story.topicIds[0] ?? '',
    corrections: correctionsOf([story.headline]),
  };
}
