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
/** Fewest content words that a denial must have, and share with its claim. */
const sharedMin = 2;
/** The share of a denial's content words that a claim must contain: more if it isn't worded as a claim. */
const sharesMin = { alleged: 0.6, stated: 0.85 };

const matters =
  'claims?|allegations?|accusations?|reports?|suggestions?|rumou?rs?|assertions?|charges?|stor(?:y|ies)|account';
const untrue = 'false|untrue|not true|baseless|unfounded|wrong|nonsense|fabricated|fake|incorrect|misleading|made up';
const germanMatters =
  'Behauptung(?:en)?|Vorw(?:urf|ürfe)|Bericht(?:e|en)?|Darstellung(?:en)?|Gerüchte?n?|Anschuldigung(?:en)?';
/** Words that deny. What is denied follows them, or is told by the whole sentence. */
const denying = {
  en: [
    /\b(?:denied|denies|denying)(?= (?:that|any|having|being|it|all|the|an?|his|her|their|its|\p{Ll}+ing)\b)/u,
    new RegExp(`\\b(?:reject|dismiss|disput|refut)(?:ed|es|s)(?=[^.;]{0,60}\\b(?:${matters})\\b)`, 'u'),
    new RegExp(`\\b(?:${matters})(?=[^.;]{0,60}\\b(?:is|was|are|were|as)\\s(?:\\p{L}+ly\\s)?(?:${untrue})\\b)`, 'u'),
    /\bthere (?:is|was) no truth (?:in|to)\b/u,
  ],
  de: [
    /\b(?:bestreite(?:t|n)|bestritt(?:en)?|dementier(?:t|te|ten|en))\b/u,
    new RegExp(`\\b(?:weist|weisen|wies|wiesen)(?=[^.;]{0,80}\\b(?:${germanMatters})\\b[^.;]{0,80}\\bzurück\\b)`, 'u'),
    new RegExp(`\\b(?:${germanMatters})(?=[^.;]{0,80}(?:\\bfalsch|haltlos|unwahr|frei erfunden|unbegründet))`, 'u'),
  ],
};
/** Objects that make it a refusal rather than a denial: "denied bail", "rejected the bill". */
const refused =
  /^\s+(?:\p{L}+\s){0,2}?(?:bail|entry|access|parole|permission|visas?|asylum|requests?|appeals?|comment)\b/u;
/** Not a denial: neither confirmed nor denied, denied only at first, or admitted in the same sentence. */
const noDenial = new RegExp(
  "\\b(?:neither|nor|not|cannot|without|refus(?:ed|es) to|n[’']t)\\s(?:\\p{L}+\\sor\\s)?den(?:y|ied|ying)\\b|" +
    '\\b(?:initially|originally|at first|previously|no longer|zunächst|anfangs|ursprünglich|nicht bestr|nicht dement)|' +
    '\\b(?:it|he|she|they|but|and|then|later|since|after|having)\\b.{0,80}\\b(?:acknowledg|admit|backtrack|conced|' +
    'confess|confirm|withdr[ae]w)|\\b(?:räumt|eingeräumt|zugegeben|gestand)',
  'iu',
);
/** A pronoun alone doesn't say who denies. */
const pronounBefore =
  /(?:^|[,;“"]\s?)(?:(?:but|and|yet|aber|und)\s)?(?:he|she|they|it|we|I|er|sie|es|wir|ich)\s(?:\p{L}+\s){0,2}$/iu;
const passiveBefore = /\b(?:is|was|were|are|been|being|be|wird|wurde|wurden)\s(?:\p{L}+ly\s)?$/u;
const opener = /^(?:The|An?|His|Her|Its|Their|But|And|Yet|On|In|Der|Die|Das|Eine?|Doch|Aber|\p{Lu}\p{Ll}+day)$/u;
const clauseEdge = /[,;:“”"]\s|\s(?:but|and|while|which|who|aber|und)\s/u;
const endOfMatter =
  /,\s(?:said|says|according to|sagte|so)\b|[;“”"]|,?\s(?:and|but|while|as|after|aber|und|nachdem)\s(?=\p{Ll}+(?:ed|s|te|ten)\b)/u;

const alleging =
  /\b(?:accus|alleg|claim|report|said|says|told|wrote|according to|insist|assert|argu|rumou?r|suspect|behaupte|vorwurf|vorwürf|wirft|warf|berichte|sagte|laut|zufolge|schrieb|soll(?:en)?\b)/iu;
const saying =
  /^(.*?)\b(?:said|says|told|insists?|insisted|claims|claimed|argues|argued|wrote|vowed|sagte|erklärte)\b/u;
const accusing = /\b(?:accus|alleg|suspect|beschuldig|vorgeworfen)/iu;
/** Words about the dispute itself; they don't count as content. */
const disputeWords = [
  ...termsOf(
    `claim claims alleged allegation accusation report reports rumour suggestion assertion story account false untrue
     true baseless wrong denied denies rejected dismissed disputed said say told strongly firmly flatly`,
  ),
  ...termsOf('Behauptung Vorwurf Vorwürfe Bericht Darstellung falsch bestritt bestreitet zurück wies sagte', 'de'),
];

interface Read extends ArticleSentence {
  readonly terms: ReadonlySet<string>;
  readonly at: number | undefined;
  /** Absent for a sentence that denies nothing. */
  readonly denied?: Denied;
}

interface Denied {
  /** Content words of what is denied. */
  readonly matter: ReadonlySet<string>;
  /** Names of those who deny, from the sentence's subject. */
  readonly names: readonly string[];
}

/**
 * Denials with the claim that they answer, at most one for each claim, and only where the match is sure: the claim is
 * not a denial itself and not published later, contains most of what is denied, and names or accuses those who deny by
 * name.
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
  return firstSentences(paragraphs, { count: sentencesRead, letters: 5_000 }, language).map((text) => ({
    text,
    articleId: id,
    at: publishedAt,
    terms: contentOf(text, language),
    denied: deniedIn(text, language),
  }));
}

function contentOf(text: string, language: string): ReadonlySet<string> {
  const terms = new Set(termsOf(text, language));
  for (const word of disputeWords) terms.delete(word);
  return terms;
}

function deniedIn(text: string, language: string): Denied | undefined {
  if (noDenial.test(text)) return undefined;
  for (const pattern of denying[language === 'de' ? 'de' : 'en']) {
    const match = pattern.exec(text);
    if (!match) continue;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (pronounBefore.test(before) || passiveBefore.test(before) || refused.test(after)) continue;
    const own = contentOf(after.split(endOfMatter, 1)[0] ?? '', language);
    // "The report that … is false" states the matter before the denying words.
    const matter = own.size >= sharedMin ? own : contentOf(text, language);
    return matter.size < sharedMin ? undefined : { matter, names: namesIn(before.split(clauseEdge).at(-1) ?? '') };
  }
  return undefined;
}

/**
 * Capitalised words of a subject. The first word of a longer subject is skipped unless a capital follows, since any
 * sentence opens with a capital.
 */
function namesIn(subject: string): string[] {
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
    if (one.denied || one.text === denial.text || noDenial.test(one.text)) continue;
    if (one.at !== undefined && denial.at !== undefined && one.at > denial.at) continue;
    const shared = matter.intersection(one.terms).size;
    const share = shared / matter.size;
    const least = alleging.test(one.text) ? sharesMin.alleged : sharesMin.stated;
    if (shared < sharedMin || share < least || share <= bestShare) continue;
    // Skips claims that don't name those who deny: somebody else was accused.
    const context = `${read[i - 1]?.articleId === one.articleId ? read[i - 1]?.text : ''} ${one.text}`;
    if (names.length > 0 && !isNamedIn(context)) continue;
    // Skips what the denying side says itself.
    const speaker = saying.exec(one.text)?.[1] ?? '';
    if (!accusing.test(speaker) && isNamedIn(speaker)) continue;
    best = one;
    bestShare = share;
  }
  return best;
}
