import { english } from '../../../languages/en/language.ts';
import type { Denying } from '../../../languages/language.ts';
import { languageOf } from '../../../languages/languages.ts';
import { termsOf } from '../../../text/terms.ts';
import { firstSentences } from '../lead.ts';
import { standsAlone } from '../readable.ts';
import type { ArticleSentence, StoryArticle } from '../storyArticle.ts';

/** A claim, and the sentence in which somebody else denies it; both word for word. */
export interface Denial {
  readonly claim: ArticleSentence;
  readonly denial: ArticleSentence;
}

/** Sentences read per article; claims and denials appear near the top. */
const sentencesRead = 14;
const articlesRead = 60;
/** Minimum number of content words that a denial must have and share with its claim. */
const sharedMin = 2;
/** The share of a denial's content words that a claim must contain: more if it isn't worded as a claim. */
const sharesMin = { alleged: 0.6, stated: 0.85 };

interface Read extends ArticleSentence {
  /** The denying words of the sentence's language. */
  readonly denying: Denying;
  readonly terms: ReadonlySet<string>;
  readonly at: number | undefined;
  /** Absent for a sentence that denies nothing. */
  readonly denied?: Denied;
}

interface Denied {
  /** The matter: content words of the denied statement. */
  readonly matter: ReadonlySet<string>;
  /** Names of those who deny, from the sentence's subject. */
  readonly names: readonly string[];
}

/**
 * Denials with the claim that they answer, at most one for each claim, and only where the match is sure: the claim is
 * not a denial itself and not published later, contains most of the denied statement, and mentions by name those who
 * deny it.
 */
export function denialsOf(articles: readonly StoryArticle[]): Denial[] {
  const read = articles.slice(0, articlesRead).flatMap(sentencesOf);
  const answered = new Set<string>();
  return read.flatMap((denial) => {
    const claim = denial.denied && claimOf(denial, denial.denied, read);
    if (!claim || answered.has(claim.text) || answered.has(denial.text) || !standsAlone(claim.text)) return [];
    answered.add(claim.text).add(denial.text);
    return [{ claim: lineOf(claim), denial: lineOf(denial) }];
  });
}

const lineOf = ({ text, articleId }: ArticleSentence): ArticleSentence => ({ text, articleId });

function sentencesOf({ id, paragraphs, publishedAt, language = 'en' }: StoryArticle): Read[] {
  const { denying } = languageOf(language) ?? english;
  const dispute = termsOf(denying.dispute, language);
  const contentOf = (text: string): ReadonlySet<string> => {
    const terms = new Set(termsOf(text, language));
    for (const word of dispute) terms.delete(word);
    return terms;
  };
  return firstSentences(paragraphs, { count: sentencesRead, letters: 5_000 }, language).map((text) => ({
    text,
    articleId: id,
    denying,
    at: publishedAt,
    terms: contentOf(text),
    denied: deniedIn(text, denying, contentOf),
  }));
}

function deniedIn(
  text: string,
  denying: Denying,
  contentOf: (text: string) => ReadonlySet<string>,
): Denied | undefined {
  if (denying.none.test(text)) return undefined;
  for (const pattern of denying.words) {
    const match = pattern.exec(text);
    if (!match) continue;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (denying.pronounBefore.test(before) || denying.passiveBefore.test(before) || denying.refused?.test(after))
      continue;
    const own = contentOf(after.split(denying.endOfMatter, 1)[0] ?? '');
    // "The report that … is false" states the matter before the denying words.
    const matter = own.size >= sharedMin ? own : contentOf(text);
    if (matter.size < sharedMin) return undefined;
    return { matter, names: namesIn(before.split(denying.clauseEdge).at(-1) ?? '', denying.opener) };
  }
  return undefined;
}

/**
 * Capitalised words of a subject. The first word of a longer subject is skipped unless a capital follows, since any
 * sentence opens with a capital.
 */
function namesIn(subject: string, opener: RegExp): string[] {
  const words = subject
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[’']s$/, '').replace(/[^\p{L}\p{N}-]/gu, ''));
  return words.filter(
    (word, i) =>
      /^\p{Lu}/u.test(word) && !opener.test(word) && (i > 0 || words.length < 4 || /\p{Lu}/u.test(words[1] ?? '')),
  );
}

function claimOf(denial: Read, { matter, names }: Denied, read: readonly Read[]): Read | undefined {
  const isNamedIn = (text: string): boolean => names.some((name) => text.includes(name));
  let best: Read | undefined;
  let bestShare = 0;
  for (const [i, one] of read.entries()) {
    if (one.denied || one.text === denial.text || one.denying.none.test(one.text)) continue;
    if (one.at !== undefined && denial.at !== undefined && one.at > denial.at) continue;
    const shared = matter.intersection(one.terms).size;
    const share = shared / matter.size;
    const least = one.denying.alleging.test(one.text) ? sharesMin.alleged : sharesMin.stated;
    if (shared < sharedMin || share < least || share <= bestShare) continue;
    // Skips claims that don't name those who deny: somebody else was accused.
    const context = `${read[i - 1]?.articleId === one.articleId ? read[i - 1]?.text : ''} ${one.text}`;
    if (names.length > 0 && !isNamedIn(context)) continue;
    // Skips sentences that quote the denying side itself.
    const speaker = one.denying.saying.exec(one.text)?.[1] ?? '';
    if (!one.denying.accusing.test(speaker) && isNamedIn(speaker)) continue;
    best = one;
    bestShare = share;
  }
  return best;
}
