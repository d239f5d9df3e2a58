import type { EpochMs } from '../clock.ts';
import { type Outlets, ownersIn, type Publisher, publisherOf } from '../engine/articles/outlets.ts';
import { figuresAgreed, figuresThatDiffer } from '../engine/leads/figures.ts';
import { newSentences } from '../engine/leads/news.ts';
import { findQuotes } from '../engine/leads/quotes.ts';
import { createQuota, mayQuote } from '../engine/leads/quoting.ts';
import { tellStory } from '../engine/leads/telling.ts';
import { sourceName } from '../engine/stories/citations.ts';
import { independentVoices, type Voices } from '../engine/stories/voices.ts';
import { saysWithdrawn } from '../engine/text/labels.ts';
import { createPauses, lengthOf, nextTurn } from '../engine/text/pauses.ts';
import { termsOf } from '../engine/text/terms.ts';
import type { ArticleId, OutletId, StoryId } from '../ids.ts';
import type { ChangedFigure, DigestCorrection, QuotedSentence, TopicLabel } from '../storage/postContent.ts';
import type { ArticleRecord } from '../storage/records/stories/articles.ts';
import { changedFigures } from './changedFigures.ts';
import { lineOfStory, type StoryLine } from './lines.ts';
import { pictureOf } from './picture.ts';
import { asStoryArticle, publicPresent, quotedBy, stageMs } from './sentences.ts';

const sentencesMax = 3;
/** Maximum number of sentences per article. The rest of its quota is for quotations of people. */
const perArticleMax = 2;
/** Number of sentences tried. It exceeds `sentencesMax`, because some sentences exceed their article's quota. */
const sentencesRead = 8;
/** A later sentence is left out if this share of its words is in the headline or in earlier sentences. */
const saidShareMax = 0.5;
const figuresMax = 2;
const earlierMax = 2;
/** Number of latest articles whose texts are read. Older articles add little. */
export const textsRead = 16;

/** An earlier story that this one continues; `at` is the time of its first report. */
interface EarlierStory {
  storyId: StoryId;
  title: string;
  url: string;
  at: EpochMs;
}

export interface StoryCard extends StoryLine {
  picture?: { url: string; alt: string };
  /** Undefined if no feed of the story has a topic any more. */
  topic: TopicLabel | undefined;
  /** Up to three sentences: first the one that covers the headline, then the latest. */
  sentences: readonly QuotedSentence[];
  /** Counts of a noun that differ between outlets. With `overTime`, each value replaces the previous one. */
  figures: readonly {
    noun: string;
    overTime: boolean;
    values: readonly { value: string; outlet: string; url: string; at: EpochMs }[];
  }[];
  /** Figures that changed from day to day. */
  changed: readonly ChangedFigure[];
  /** Figures that outlets of several owners report and no outlet contradicts. */
  agreed: readonly { noun: string; value: string; outlets: readonly { outlet: string; url: string }[] }[];
  /** Outlets' corrections and withdrawals, at most one per article. */
  corrections: readonly DigestCorrection[];
  /** A sentence that quotes somebody and names the speaker. */
  quotation: QuotedSentence | undefined;
  /** Oldest first. `sameText` lists the outlets that published the same text later. */
  reports: readonly (Publisher & {
    articleId: ArticleId;
    outlet: string;
    outletId: OutletId;
    title: string;
    url: string;
    at: EpochMs;
    /** The report's source: an owner, agency or outlet without a feed. Absent if the report's owner is the source. */
    origin?: string;
    /** The source that the report names, and the sentence that names it; `text` is absent if it may not be quoted. */
    cites?: { name: string; text?: string };
    sameText: readonly (Publisher & { outlet: string; outletId: OutletId; url: string })[];
  })[];
  /** Addresses of the articles behind a paywall. */
  linksPaywalled: readonly string[];
  /** Earlier stories that this one continues, newest first. */
  earlier: readonly EarlierStory[];
  related: readonly StoryLine[];
  /** IANA time zone in which the card's dates are shown. */
  zone: string;
}

type Articles = readonly ArticleRecord[];
type Quota = ReturnType<typeof createQuota>;

const byIdOf = (articles: Articles) => new Map(articles.map((article) => [article.id, article]));

/** Input for the card besides the articles. */
interface CardExtras {
  related: readonly StoryLine[];
  /** Stories that this one continues. */
  earlier?: readonly EarlierStory[];
  /** Id of the article with the headline, if already known. */
  headlineId?: string;
  zone: string;
  pictureOrigins: ReadonlySet<string>;
  outletsById: Outlets;
}

/** Composes the card. Every text on it is copied word for word from the articles. */
export async function composeCard(
  storyId: StoryId,
  topic: TopicLabel | undefined,
  articles: Articles,
  extra: CardExtras,
): Promise<StoryCard> {
  // A big story takes a while, so other commands may run between these steps.
  await nextTurn();
  const counted = independentVoices(articles, ownersIn(extra.outletsById));
  await nextTurn();
  const standing = articles.filter((article) => !isWithdrawn(article));
  const headed = standing.length > 0 ? standing : articles;
  const asksToPay = ({ outletId }: ArticleRecord) => extra.outletsById.get(outletId)?.paywall === true;
  const isKnown = headed.some(({ id }) => id === extra.headlineId);
  const present = publicPresent(
    headed.map((article) => ({ ...article, paywalled: asksToPay(article) })),
    { told: [], mayHead: ({ id }) => !isKnown || id === extra.headlineId },
  );
  if (present === undefined) throw new RangeError('A story without articles has no card');
  const { headline } = present;
  const line = lineOfStory({ storyId, topicId: topic?.id ?? '', seen: articles, present });
  await nextTurn();
  const latest = articles.slice(-textsRead);
  const read = latest.some(({ id }) => id === headline.id) ? latest : [headline, ...latest.slice(1)];
  const allowed = read.filter(mayQuote);
  // Sentences and quotations share one quota, which limits how much the card quotes from each article.
  const quota = createQuota(byIdOf(allowed), 'card');
  const atStage = allowed.filter(({ publishedAt }) => publishedAt > headline.publishedAt - stageMs);
  const sentences = sentencesOf(atStage, headline, quota);
  await nextTurn();
  const quotation = await quotationOf(atStage, sentences, quota);
  const counting = read.filter((one) => one.sentencesMax > 0 && !isWithdrawn(one));
  await nextTurn();
  const changed = changedFigures(standing, extra.zone).slice(0, figuresMax);
  return {
    ...line,
    voices: counted.voices,
    firstAt: standing[0]?.publishedAt ?? line.firstAt,
    topic,
    picture: pictureOf(articles, line.title, extra.pictureOrigins),
    sentences,
    figures: figuresOf(counting).filter(({ noun, overTime }) => !overTime || changed.every((one) => one.noun !== noun)),
    changed,
    agreed: agreedOf(counting, counted, extra.outletsById),
    corrections: correctionsOf(articles),
    quotation,
    reports: reportsOf(articles, counted, extra.outletsById),
    linksPaywalled: articles.filter(asksToPay).map(({ url }) => url),
    related: extra.related,
    zone: extra.zone,
    earlier: (extra.earlier ?? []).toSorted((a, b) => b.at - a.at).slice(0, earlierMax),
  };
}

/** The best sentence for the headline, then other sentences, latest first; `stageMs` limits their articles' age. */
function sentencesOf(atStage: Articles, head: ArticleRecord, quota: Quota): StoryCard['sentences'] {
  const byId = byIdOf(atStage);
  const chosen: StoryCard['sentences'][number][] = [];
  const said = new Set(termsOf(head.title, head.language));
  for (const { text, articleId } of tellStory(atStage.map(asStoryArticle), asStoryArticle(head), {
    max: sentencesRead,
  })) {
    const article = byId.get(articleId);
    const ofArticle = chosen.filter((one) => one.articleId === articleId).length;
    if (!article || chosen.length >= sentencesMax || ofArticle >= perArticleMax) continue;
    const terms = new Set(termsOf(text, article.language));
    const repeats = chosen.length > 0 && terms.intersection(said).size >= terms.size * saidShareMax;
    if (repeats || !quota.take({ text, articleId })) continue;
    chosen.push(quotedBy(article, text));
    for (const term of terms) said.add(term);
  }
  const at = (one: { articleId: ArticleId }) => byId.get(one.articleId)?.publishedAt ?? 0;
  return [...chosen.slice(0, 1), ...chosen.slice(1).sort((a, b) => at(b) - at(a))];
}

function figuresOf(allowed: Articles): StoryCard['figures'] {
  const byId = byIdOf(allowed);
  return figuresThatDiffer(allowed.map(asStoryArticle))
    .slice(0, figuresMax)
    .map((figure) => ({
      noun: figure.noun,
      overTime: figure.overTime,
      values: figure.values.flatMap(({ value, articleId }) => {
        const article = byId.get(articleId);
        return article ? [{ value, outlet: article.outletName, url: article.url, at: article.publishedAt }] : [];
      }),
    }));
}

/** Figures on which independent outlets agree. Copied texts and outlets of the same owner add no agreement. */
function agreedOf(counting: Articles, { sameTextAs }: Voices, outletsById: Outlets): StoryCard['agreed'] {
  const ownerOf = ownersIn(outletsById);
  const byId = byIdOf(counting);
  const independent = counting.filter(({ id }) => !sameTextAs.has(id));
  return figuresAgreed(independent.map((article) => ({ ...article, outlet: ownerOf(article.outletId) })))
    .slice(0, figuresMax)
    .map(({ noun, value, articleIds }) => ({
      noun,
      value,
      outlets: articleIds.flatMap((id) => {
        const article = byId.get(id);
        return article ? [{ outlet: article.outletName, url: article.url }] : [];
      }),
    }));
}

/** The first quotation, oldest article first, that fits the quota and differs from the shown sentences. */
async function quotationOf(atStage: Articles, sentences: StoryCard['sentences'], quota: Quota) {
  const shown = sentences.map(({ text }) => text);
  const pause = createPauses();
  for (const article of atStage) {
    await pause(lengthOf(article));
    const { id, paragraphs, language } = article;
    const found = findQuotes(paragraphs, language).find(
      ({ text }) => newSentences([text], shown, language).length > 0 && quota.take({ text, articleId: id }),
    );
    if (found) return quotedBy(article, found.text);
  }
  return undefined;
}

const isWithdrawn = ({ title, correction }: ArticleRecord): boolean =>
  correction?.kind === 'retracted' || saysWithdrawn(title);

function correctionsOf(articles: Articles): DigestCorrection[] {
  return articles.flatMap((article): DigestCorrection[] => {
    const { id, outletName: outlet, url, title } = article;
    if (isWithdrawn(article)) return [{ kind: 'retracted', text: title, articleId: id, outlet, url }];
    const text = article.correction?.text;
    return text === undefined ? [] : [{ kind: 'corrected', text, articleId: id, outlet, url }];
  });
}

function reportsOf(articles: Articles, { sameTextAs, originOf }: Voices, outletsById: Outlets): StoryCard['reports'] {
  const ownerOf = ownersIn(outletsById);
  const quota = createQuota(byIdOf(articles), 'card');
  const citedBy = ({ id, title, citation }: ArticleRecord) => {
    if (citation === undefined) return {};
    const { text } = citation;
    const isShown = text !== '' && (text === title || quota.take({ text, articleId: id }));
    return { cites: { name: sourceName(outletsById, citation), ...(isShown ? { text } : {}) } };
  };
  const restingOn = ({ outletId }: ArticleRecord) => {
    const origin = originOf.get(ownerOf(outletId));
    return origin === ownerOf(outletId) ? {} : { origin };
  };
  const copies = (id: ArticleId) => articles.filter((article) => sameTextAs.get(article.id) === id);
  return articles
    .filter((article) => !sameTextAs.has(article.id))
    .map((article) => ({
      articleId: article.id,
      outlet: article.outletName,
      outletId: article.outletId,
      title: article.title,
      url: article.url,
      at: article.publishedAt,
      ...restingOn(article),
      ...citedBy(article),
      ...publisherOf(outletsById, article.outletId),
      sameText: copies(article.id).map(({ outletName, outletId, url }) => {
        return { outlet: outletName, outletId, url, ...publisherOf(outletsById, outletId) };
      }),
    }));
}
