import type { Article } from '../articles/article.ts';
import { type Outlets, ownersIn } from '../articles/outlets.ts';
import type { Citing } from '../languages/language.ts';
import { languageOrEnglish, languages } from '../languages/languages.ts';
import { splitSentences } from '../text/sentences.ts';
import { createSourceNames, type Mention, type SourceNames } from './sourceNames.ts';

/** An article's statement that its news comes from another outlet or an agency. */
export interface Citation {
  /** The outlet's id in the catalogue, or the name of an agency or outlet that isn't in it. */
  of: string;
  /** The sentence, word for word; empty if the feed names the source of its item instead. */
  text: string;
}

export type CitingArticle = Pick<Article, 'outletId' | 'outletName' | 'title' | 'paragraphs' | 'language'>;

/** The name of the outlet or agency that is cited. */
export const sourceName = (outlets: Outlets, { of }: Pick<Citation, 'of'>): string => outlets.get(of)?.name ?? of;

export type CitationIn = (article: CitingArticle) => Citation | undefined;

/**
 * Sentences after the title that are searched for a source. In 75 longer articles, a later citation credited only a
 * detail.
 */
const openingSentences = 2;
/** Maximum length of a credit ("With inputs from AFP"), which ends one of the last three paragraphs. */
const creditCharacters = 60;
const credit = /^\P{L}*(?:\(|(?:with|inputs|mit|quelle|source|avec|con|fuente)(?!\p{L}))/iu;
const creditParagraphs = 3;
const paragraphCharacters = 2_000;
const sentenceCharacters = 1_000;

/**
 * Finds the source that the feed names, or that the article credits in its title, first two sentences or at its end.
 * Undefined if there is none, or if the article credits its own outlet or a sister title.
 */
export function createCiting(outlets: Outlets): CitationIn {
  const names = createSourceNames(outlets);
  const ownerOf = ownersIn(outlets);
  return (article) => {
    const { outletId, outletName, title, paragraphs, language } = article;
    const isOwn = (of: string) => ownerOf(of) === ownerOf(outletId);
    const listed = outletName === outlets.get(outletId)?.name ? undefined : names.named(outletName);
    if (listed !== undefined && !isOwn(listed)) return { of: listed, text: '' };
    const opening = [title, ...openingOf(paragraphs, language)];
    for (const text of opening) {
      const cited = citedIn(text, language, names).map(({ of }) => of);
      if (cited.some(isOwn)) return undefined;
      if (cited[0] !== undefined) return { of: cited[0], text };
    }
    for (const text of creditsOf(paragraphs, language)) {
      const agency = citedIn(text, language, names).find(({ of, isAgency }) => isAgency && !isOwn(of));
      if (agency) return { of: agency.of, text };
    }
    return undefined;
  };
}

function openingOf(paragraphs: readonly string[], language: string | undefined): string[] {
  const found: string[] = [];
  for (const paragraph of paragraphs) {
    if (found.length >= openingSentences) break;
    found.push(...splitSentences(paragraph.slice(0, paragraphCharacters), language));
  }
  return found.slice(0, openingSentences).filter(({ length }) => length <= sentenceCharacters);
}

const creditsOf = (paragraphs: readonly string[], language: string | undefined): string[] =>
  paragraphs
    .slice(-creditParagraphs)
    .flatMap((paragraph) => splitSentences(paragraph.slice(-paragraphCharacters), language).slice(-1))
    .filter((sentence) => sentence.length <= creditCharacters && credit.test(sentence));

/** Names examined per sentence. A sentence with more names is a list or an attack on Lede. */
const mentionsMax = 12;
/** Replaces the name in a sentence. No text contains it, because it is a private-use character. */
const mark = '\uE000';
const quote = '["“”„«»‚‘’\'‹›]?';
/** Characters of a sentence read before and after a name. */
const reach = 220;

interface Rules {
  cites: RegExp;
  agencyCites: RegExp;
  isKind: RegExp;
  withArticle: RegExp;
}

function compiled({ patterns, agencyPatterns, articles, kinds }: Citing): Rules {
  // No space follows an elided article ("l'AFP").
  const the = `(?:(?:${articles})(?: |(?<=['’])))?`;
  const owner = "(?:\\p{Lu}[\\p{L}.-]*['’]s )?";
  // Matches only from the start of a word, so that a run of apostrophes takes linear time.
  const before = `(?:(?<![\\p{N}.&'’-])${the}(?:${owner}|(?:[\\p{L}\\p{N}.&'’-]+ ){0,4}(?:${kinds}) ${the}))?`;
  const behind = `${quote}(?:['’]s?)?(?:[ -](?:News|Sport|TV|Radio|${kinds})(?!\\p{L}))?${quote}`;
  const name = `${before}${quote}${mark}${behind}`;
  const any = (sources: readonly string[]) =>
    new RegExp(`(?<!\\p{L})(?:${(sources.join('|') || '(?!)').replaceAll('§', () => name)})`, 'u');
  return {
    cites: any(patterns),
    agencyCites: any(agencyPatterns),
    isKind: new RegExp(`(?<!\\p{L})(?:${kinds}) ${the}${quote}${mark}|${mark}${quote}[ -](?:${kinds})(?!\\p{L})`, 'u'),
    withArticle: new RegExp(`(?<!\\p{L})(?:${articles})(?: |(?<=['’]))${mark}`, 'u'),
  };
}

const rulesByCiting = new Map(languages.map(({ citing }) => [citing, compiled(citing)]));

/** Text between two names that are cited together: "der «Bild» und dem «Spiegel»". */
const joins = /^["“”»«’']?,? (?:and|und|et|y|sowie|as well as) (?:\p{L}{2,3} )?["“„«‘']?$/u;

/** The outlets and agencies that a sentence names as its source. */
export function citedIn(sentence: string, language: string | undefined, names: SourceNames): Mention[] {
  const mentions = names.in(sentence).slice(0, mentionsMax);
  if (mentions.length === 0) return [];
  const { citing, capitalisesNouns } = languageOrEnglish(language);
  const rules = rulesByCiting.getOrInsertComputed(citing, compiled);
  const cited: Mention[] = [];
  for (const mention of mentions) {
    const last = cited.at(-1);
    const isJoined = last !== undefined && joins.test(sentence.slice(last.end, mention.at));
    if (isJoined || isCited(sentence, mention, rules, capitalisesNouns)) cited.push(mention);
  }
  return cited;
}

const pictureCredit = /(?:photo|image|picture|foto|bild)(?: \p{L}+)?:|©|copyright/iu;
/** An agency in brackets: "BERLIN (dpa) -" at the start, or "(AFP)" after the last sentence. */
const bracketed = { before: /^(?:[^()\p{Ll}]{0,20}[^().]{0,60}|.*[.!?”"] )\($/u, after: /^\)\s*(?:[-–—:]|$)/u };

function isCited(sentence: string, mention: Mention, rules: Rules, capitalisesNouns: boolean): boolean {
  const before = sentence.slice(Math.max(0, mention.at - reach), mention.at);
  const after = sentence.slice(mention.end, mention.end + reach);
  if (pictureCredit.test(before)) return false;
  // An aggregator writes "[Premium Times] …".
  if (before === '[' && after.startsWith(']')) return true;
  if (mention.isAgency && bracketed.before.test(before) && bracketed.after.test(after)) return true;
  const text = `${before}${mark}${after}`;
  const isKind = rules.isKind.test(text);
  if (mention.isWord && !isKind && !/["“„«»‚‘‹›]$/u.test(before)) {
    if (capitalisesNouns || /^(?:['’]s?)?[ -]\p{Lu}/u.test(after)) return false;
    if (mention.isBare && !rules.withArticle.test(text)) return false;
    if (!mention.hasArticle && (before === '' || /\p{Lu}[\p{L}.-]{0,40} $/u.test(before))) return false;
  }
  return rules.cites.test(text) || ((mention.isAgency || isKind) && rules.agencyCites.test(text));
}
