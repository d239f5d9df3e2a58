import { termsOf } from '../engine/text/terms.ts';
import type { DigestStory, PostContent } from '../storage/postContent.ts';
import type { Candidate, StoryTexts } from './candidate.ts';
import {
  type DigestOrder,
  type Found,
  hasSeveralNewsrooms,
  inBrief,
  lineOf,
  type PlacedStory,
  tellingOf,
  tellsItsHeadline,
} from './headlineAndSentence.ts';
import { inLanguageOrder, isInAnotherLanguage, type Listed, listedFor, withPreferred } from './listed.ts';

/** A digest with fewer places is filled up with stories whose sentence is weak. */
const placesMin = 2;
/** Two stories are the same if their headlines and first sentences share this part of the shorter one's words. */
const sameShare = 0.5;
/** Characters of a brief's opening that are compared to find a repeated story. */
const openingLetters = 300;

/** Maximum number of briefs. In longer lists, editors would drop a third of the lines. */
const briefMax = (places: number): number => Math.min(8, 2 * places - 2);

/** Composes a digest: the most important stories are shown in full, in `places`; the next ones as briefs. */
export async function composeDigest(
  order: DigestOrder,
  candidates: readonly Candidate[],
  texts: StoryTexts,
): Promise<PostContent> {
  const { storiesMax } = order;
  const listed = inLanguageOrder(listedFor(candidates, order), order).map((story) =>
    withPreferred(story, order.outlets.preferred),
  );
  const told: PlacedStory[] = [];
  const untold: PlacedStory[] = [];
  for (const story of listed) {
    if (told.length >= storiesMax) break;
    const telling = await tellingOf(story, order, texts);
    if (telling === undefined || isOldNews(telling) || told.some((other) => isSameNews(telling, other))) continue;
    if (hasSeveralNewsrooms(telling.found) || tellsItsHeadline(telling, order)) told.push(telling);
    else untold.push(telling);
  }
  const all = [...told, ...untold.slice(0, Math.max(0, placesMin - told.length))];
  const chosen = all.map(({ found }) => found);
  const places = all.map(({ place }) => place);
  const shown = new Set(chosen.map(({ storyId }) => storyId));
  // A foreign-language story with one origin mostly repeats a story above or matters little to these readers.
  const isRead = chosen.some((story) => !isInAnotherLanguage(story, order.locale));
  const isStray = (story: Listed) => isRead && story.voices < 2 && isInAnotherLanguage(story, order.locale);
  const rest = listed.filter((story) => !shown.has(story.storyId) && !isStray(story));
  const brief: Found[] = [];
  for (const story of rest) {
    if (brief.length >= briefMax(storiesMax)) break;
    const found = await inBrief(story, order, texts);
    if (found === undefined) continue;
    const line = saidInBrief(found);
    if (![...places, ...brief.map(saidInBrief)].some((other) => tellsTheSame(line, other))) brief.push(found);
  }
  brief.sort((a, b) => b.newsrooms - a.newsrooms);
  const { generalTopicIds, mutedWords, pictureOrigins, outlets, storiesMax: _, ...head } = order;
  const paywalled = await paywalledIn([...chosen, ...brief], places, order, texts);
  const links = paywalled.length > 0 ? { paywalled } : {};
  return { ...head, places, also: brief.map(lineOf), ...links };
}

/** Addresses of headlines and quoted sentences that are behind a paywall. */
async function paywalledIn(
  headed: readonly Found[],
  places: readonly DigestStory[],
  { outlets: { paywalled } }: DigestOrder,
  texts: StoryTexts,
): Promise<string[]> {
  if (paywalled.size === 0) return [];
  const sentences = places.flatMap((place) => place.sentences);
  const quoted = await Promise.all(sentences.map(({ articleId }) => texts.article(articleId)));
  const linked = [...headed.map(({ headline }) => headline), ...quoted];
  return [...new Set(linked.flatMap((one) => (one && paywalled.has(one.outletId) ? [one.url] : [])))];
}

/** Whether the channel already showed the story and it now has neither a new sentence nor several newsrooms. */
const isOldNews = ({ found, place }: PlacedStory): boolean =>
  found.told !== undefined && place.sentences.length === 0 && !hasSeveralNewsrooms(found);

/** Whether the story continues a story above or says nearly the same. */
const isSameNews = ({ found, place }: PlacedStory, above: PlacedStory): boolean =>
  isOneAffair(found, above.found) || tellsTheSame(place, above.place);

/** The text of a place or brief that is compared for repetition. */
type Said = Pick<DigestStory, 'title'> & { sentences: readonly { text: string }[] };

/** A brief shows only its headline; the article's first words are added to identify the event. */
const saidInBrief = ({ headline: { title, paragraphs } }: Found): Said => ({
  title,
  sentences: [{ text: (paragraphs[0] ?? '').slice(0, openingLetters) }],
});

const wordsOf = ({ title, sentences }: Said) => new Set(termsOf(`${title}\n${sentences[0]?.text ?? ''}`));

/** Whether one story continues the other. Only the first of the two gets a place; the second becomes a brief. */
function isOneAffair(story: Listed, other: Listed): boolean {
  const continues = ({ earlier = [] }: Listed, { articles }: Listed) =>
    earlier.some(({ id }) => articles.some((article) => article.id === id));
  return continues(story, other) || continues(other, story);
}

/** Whether both texts are about one event. Grouping sometimes splits an event into two stories. */
function tellsTheSame(said: Said, other: Said): boolean {
  const [words, known] = [wordsOf(said), wordsOf(other)];
  return words.intersection(known).size >= sameShare * Math.min(words.size, known.size);
}
