import { termsOf } from '../../text/terms.ts';
import { cleanSentences } from '../lead.ts';
import { standsAlone } from '../readable.ts';
import type { StoryArticle } from '../storyArticle.ts';

/** A sentence of the story. */
interface Statement {
  readonly text: string;
  readonly articleId: string;
}

/** What somebody asserted, and the sentence in which somebody else says that it is not so; both word for word. */
export interface Denial {
  readonly claim: Statement;
  readonly denial: Statement;
}

/** Claims and their denials stand high up. */
const sentencesRead = 14;
const articlesRead = 60;
/** Content words that a denial must have, and share with its claim. */
const sharedMin = 2;
/**
 * Of the denial's content words: so many stand in a claim that is told as one, and in a sentence that only states it.
 */
const allegedShare = 0.6;
const statedShare = 0.85;

const matters =
  'claims?|allegations?|accusations?|reports?|suggestions?|rumou?rs?|assertions?|charges?|stor(?:y|ies)|account';
const untrue =
  'false|untrue|not true|baseless|unfounded|groundless|wrong|nonsense|fabricated|fake|inaccurate|incorrect|misleading|made up';
/** What follows a denial is refused, not disputed: "denied bail", "rejected the bill". */
const refused =
  /^\s+(?:\p{L}+\s+){0,2}?(?:bail|entry|access|parole|permission|visas?|asylum|requests?|appeals?|motions?|service|care|treatment|a chance|the chance|comment)\b/u;

const english: readonly RegExp[] = [
  /\b(?:denied|denies|denying)(?= (?:that|any|having|being|it|all|the|an?|his|her|their|its|claims?|reports?|allegations?|\p{Ll}+ing)\b)/u,
  new RegExp(
    `\\b(?:rejected|rejects|dismissed|dismisses|disputed|disputes|refuted|refutes)(?=[^.;]{0,60}\\b(?:${matters})\\b)`,
    'u',
  ),
  new RegExp(`\\b(?:${matters})(?=[^.;]{0,60}\\b(?:is|was|are|were|as)\\s+(?:\\p{L}+ly\\s+)?(?:${untrue})\\b)`, 'u'),
  new RegExp(
    `\\b(?:call(?:ed|s)|labell?ed|described)(?=[^.;]{0,40}\\b(?:${matters})\\b[^.;]{0,40}\\b(?:${untrue})\\b)`,
    'u',
  ),
  /\bthere (?:is|was) no truth (?:in|to)\b/u,
];
const germanMatters =
  'Behauptung(?:en)?|Vorw(?:urf|ürfe)|Bericht(?:e|en)?|Darstellung(?:en)?|Gerüchte?n?|Anschuldigung(?:en)?';
const german: readonly RegExp[] = [
  /\b(?:bestreite(?:t|n)|bestritt(?:en)?|dementier(?:t|te|ten|en))\b/u,
  new RegExp(`\\b(?:weist|weisen|wies|wiesen)(?=[^.;]{0,80}\\b(?:${germanMatters})\\b[^.;]{0,80}\\bzurück\\b)`, 'u'),
  new RegExp(
    `\\b(?:${germanMatters})(?=[^.;]{0,80}(?:\\bfalsch|haltlos|unwahr|frei erfunden|unbegründet|unzutreffend|nicht wahr))`,
    'u',
  ),
];
/** Neither of these denies anything, and a pronoun alone doesn't say who does. */
const noDenial =
  /\b(?:neither confirm|nor den|not den(?:y|ied)|n[’']t den(?:y|ied)|cannot (?:be )?den|can[’']t den|without denying|refus(?:ed|es) to (?:confirm or )?deny|weder best|nicht bestr|nicht dement)/iu;
/**
 * Whoever denied admits it in the same sentence, or denied it once: "denied … but admitted it", "räumte es aber ein".
 */
const takenBack: readonly RegExp[] = [
  /\bden(?:ied|ies|ying)\b.{0,200}?(?:\b(?:but|before|and|yet|until|then|while)\s|,\s)(?:(?:it|he|she|they|has|have|had|later|now|then|finally|eventually|since|also|\p{Ll}+ly)\s){0,4}(?:acknowledg|admit|back(?:ed\s(?:down|away)|track)|chang(?:ed|es|ing)\s(?:its|his|her|their)\s|conced|confess|confirm|own(?:ed|s)\sup|retract|revers|withdr[ae]w)/u,
  /\b(?:[Aa]fter|[Hh]aving|[Dd]espite)\s(?:\p{L}+\s){0,3}?(?:denying|denied)\b.{0,200}?,\s(?:.{0,80}?\s)?(?:acknowledged|admitted|conceded|confessed|confirmed)\b/u,
  /\b(?:initially|originally|[Aa]t\sfirst|first|once|previously|no\slonger|stopped)\s(?:had\s)?den(?:ied|ies|ying)\b|\bden(?:ied|ying)\s(?:\p{L}+\s)?(?:at\sfirst|initially)\b/u,
  /\b(?:bestr(?:itt|eit)|dementier)\p{L}*\b.{0,200}?\b(?:r[äa]um(?:t|en|te|ten)\b.{0,80}?\bein\b|eingeräumt|g(?:ab|aben|ibt|eben)\b.{0,80}?\bzu\b|zugegeben|gest(?:and|anden|eht|ehen)\b)/u,
  /\b(?:[Zz]unächst|[Aa]nfangs|[Aa]nfänglich|[Ll]ange|[Uu]rsprünglich|[Zz]uerst)\b.{0,80}?\b(?:bestr(?:itt|eit)|dementier)|\b(?:bestritten?|dementierten?)\s(?:zunächst|anfangs)\b/u,
];
const pronounBefore =
  /(?:^|[,;“"]\s?)(?:(?:but|and|yet|aber|und)\s)?(?:he|she|they|it|we|I|er|sie|es|wir|ich)\s(?:\p{L}+\s){0,2}$/iu;
const passiveBefore = /\b(?:is|was|were|are|been|being|be|wird|wurde|wurden)\s(?:\p{L}+ly\s)?$/u;

const determiner =
  /^(?:The|An?|His|Her|Its|Their|But|And|Yet|On|In|Der|Die|Das|Eine?|Doch|Aber|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;
/** "Syria denied the allegation": which one, the sentence before says. */
const pointsBack =
  /^(?:\s+(?:the|that|this|those|these|all|any|die|den|alle|diese))?\s+(?:\p{L}+\s)?(?:claims?|allegations?|accusations?|charges?|reports?|Vorw(?:urf|ürfe)|Behauptung(?:en)?|Bericht)(?:\szurück)?(?=[.;]|$|,?\s(?:als|calling|saying|which|on|as|und|and)\b)/u;
const saidTail = /,\s(?:said|says|according to|sagte|so)\b/u;
const clauseEdge = /[,;:“”"]\s|\s(?:but|and|while|which|who|aber|und)\s/u;
const nextClause = /[;“”"]|,?\s(?:and|but|while|as|after|aber|und|nachdem)\s(?=\p{Ll}+(?:ed|s|te|ten)\b)/u;

const alleging =
  /\b(?:accus|alleg|claim|report|said|says|told|wrote|according to|insist|assert|argu|rumou?r|suspect|behaupte|vorwurf|vorwürf|wirft|warf|berichte|sagte|laut|zufolge|schrieb|soll(?:en)?\b)/iu;
const saying =
  /^(.*?)\b(?:said|says|told|insists?|insisted|claims|claimed|argues|argued|wrote|vowed|sagte|teilte|erklärte)\b/u;
const accusing = /\b(?:accus|alleg|suspect|beschuldig|vorgeworfen)/iu;
/** Words about the dispute rather than its matter. */
const disputeWords = [
  ...termsOf(
    'claim claims alleged allegation accusation report reports rumour suggestion assertion story account false untrue true baseless wrong denied denies rejected dismissed disputed said say told strongly firmly flatly',
  ),
  ...termsOf(
    'Behauptung Vorwurf Vorwürfe Bericht Darstellung falsch bestritt bestreitet zurück wies dementierte sagte',
    'de',
  ),
];

interface Read extends Statement {
  readonly terms: ReadonlySet<string>;
  readonly at: number | undefined;
  /** Absent for a sentence that denies nothing. */
  readonly denied?: Denied;
}

interface Denied {
  /** It denies what the sentence before it says. */
  readonly back: boolean;
  /** The content words of what is said not to be so. */
  readonly matter: ReadonlySet<string>;
  /** Names in the subject: who denies. */
  readonly names: readonly string[];
}

/**
 * Denials whose claim stands in the story, at most one for each claim, only where it is sure. Either the denial names
 * its matter in three content words or more, and a sentence that was not published later and denies nothing says most
 * of them; or it points back ("denied the allegation") at the sentence before it, which is told as a claim. Whoever
 * denies by name is named with the claim.
 */
export function denialsOf(articles: readonly StoryArticle[]): Denial[] {
  const read = articles.slice(0, articlesRead).flatMap(sentencesOf);
  const found: Denial[] = [];
  const answered = new Set<string>();
  for (const denial of read) {
    const claim = denial.denied && claimOf(denial, denial.denied, read);
    if (!claim || answered.has(claim.text) || answered.has(denial.text) || !standsAlone(claim.text)) continue;
    answered.add(claim.text).add(denial.text);
    found.push({
      claim: { text: claim.text, articleId: claim.articleId },
      denial: { text: denial.text, articleId: denial.articleId },
    });
  }
  return found;
}

function sentencesOf(article: StoryArticle): Read[] {
  const { language = 'en' } = article;
  return article.paragraphs
    .slice(0, sentencesRead)
    .flatMap((paragraph) => cleanSentences(paragraph.slice(0, 5_000), language))
    .slice(0, sentencesRead)
    .map((text) => ({
      text,
      articleId: article.id,
      at: article.publishedAt,
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
  if (noDenial.test(text) || takenBack.some((pattern) => pattern.test(text))) return undefined;
  for (const pattern of language === 'de' ? german : english) {
    const match = pattern.exec(text);
    if (!match) continue;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (pronounBefore.test(before) || passiveBefore.test(before) || refused.test(after)) continue;
    const names = namesIn(before.split(clauseEdge).at(-1) ?? '');
    if (pointsBack.test(after)) return names.length > 0 ? { matter: new Set(), names, back: true } : undefined;
    const own = contentOf(after.split(saidTail, 1)[0]?.split(nextClause, 1)[0] ?? '', language);
    // "The report that … is false" names its matter in front.
    const matter = own.size >= sharedMin ? own : contentOf(text, language);
    if (matter.size < sharedMin) return undefined;
    return { matter, names, back: false };
  }
  return undefined;
}

/** Capitalised words; the first of a longer subject may be any word. */
function namesIn(subject: string): string[] {
  const words = subject.trim().split(/\s+/).map(bare);
  return words.filter(
    (word, i) =>
      /^\p{Lu}/u.test(word) && !determiner.test(word) && (i > 0 || words.length < 4 || /\p{Lu}/u.test(words[1] ?? '')),
  );
}

const bare = (word: string): string => word.replace(/[’']s$/, '').replace(/[^\p{L}\p{N}-]/gu, '');

function claimOf(denial: Read, { matter, names, back }: Denied, read: readonly Read[]): Read | undefined {
  if (back) {
    const before = read[read.indexOf(denial) - 1];
    const isClaim = before?.articleId === denial.articleId && !before.denied && alleging.test(before.text);
    return isClaim && names.some((name) => before.text.includes(name)) ? before : undefined;
  }
  let best: Read | undefined;
  let bestShare = 0;
  for (const [i, one] of read.entries()) {
    if (one.denied || one.text === denial.text || noDenial.test(one.text)) continue;
    if (one.at !== undefined && denial.at !== undefined && one.at > denial.at) continue;
    let shared = 0;
    for (const term of matter) if (one.terms.has(term)) shared++;
    const share = shared / matter.size;
    if (shared < sharedMin || share < (alleging.test(one.text) ? allegedShare : statedShare)) continue;
    // Somebody else was accused of it.
    const context = `${read[i - 1]?.articleId === one.articleId ? read[i - 1]?.text : ''} ${one.text}`;
    if (names.length > 0 && !names.some((name) => context.includes(name))) continue;
    // What the same side says is no claim against it.
    const speaker = saying.exec(one.text)?.[1] ?? '';
    if (!accusing.test(speaker) && names.some((name) => speaker.includes(name))) continue;
    if (share > bestShare) {
      best = one;
      bestShare = share;
    }
  }
  return best;
}
