import type { Language } from '../languages/language.ts';
import { languageOrEnglish } from '../languages/languages.ts';
import { stemOf, termsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';

/**
 * A sentence is not new if one earlier sentence contains at least `byOne` of its content words, or all earlier
 * sentences together contain at least `byAll`.
 */
const coveredShares = { byOne: 0.6, byAll: 0.85 };
/** A sentence is new if more than this share of its names and numbers is new, whatever its other words. */
const factShare = 0.34;

interface Content {
  readonly terms: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

/** Normalises a figure: "1,200" equals "1200", and "two" equals "2". */
function figureOf(token: string, { numerals }: Language): string | undefined {
  const small = numerals.indexOf(token.toLowerCase());
  if (small >= 0) return String(small);
  return /^\d/.test(token) ? token.replace(/,(?=\d{3}\b)/g, '').toLowerCase() : undefined;
}

function contentOf(text: string, language?: string): Content {
  const facts = new Set<string>();
  const known = languageOrEnglish(language);
  for (const [at, token] of tokensOf(text, language).entries()) {
    const figure = figureOf(token, known);
    if (figure !== undefined) facts.add(figure);
    else if (at > 0 && /^\p{Lu}/u.test(token) && !known.capitalisesNouns) facts.add(stemOf(token));
  }
  return { terms: new Set(termsOf(text, language)), facts };
}

/** The figures printed in digits; a time of day counts as one figure. */
const digitsOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\d+(?:[.,:]\d+)*/g)].map(([figure]) => figure.replace(/,(?=\d{3}\b)/g, ''))),
];

/** Whether the text has two or more figures and one earlier sentence contains all of them. */
const isSameResult = (text: string, told: readonly (readonly string[])[]): boolean => {
  const figures = digitsOf(text);
  return figures.length >= 2 && told.some((known) => figures.every((figure) => known.includes(figure)));
};

const missing = (of: ReadonlySet<string>, from: ReadonlySet<string>): number => of.difference(from).size;

/**
 * Keeps the sentences that add something to `told`. A changed number or another name is news even if all other words
 * were used before. Two or more figures that one sentence already gave together ("41 votes to 38") are no news.
 */
export function newSentences(summary: readonly string[], told: readonly string[], language?: string): string[] {
  const before = told.map((text) => contentOf(text, language));
  const figures = told.map(digitsOf);
  const all: Content = {
    terms: new Set(before.flatMap(({ terms }) => [...terms])),
    facts: new Set(
      told.flatMap((text) => [
        ...contentOf(text, language).facts,
        ...tokensOf(text, language).map((token) => stemOf(token)),
      ]),
    ),
  };
  return summary.filter((text) => {
    if (told.includes(text) || isSameResult(text, figures)) return false;
    const content = contentOf(text, language);
    if (content.terms.size === 0) return false;
    // A number that was never printed before is always news.
    if ([...content.facts].some((fact) => /^\d/.test(fact) && !all.facts.has(fact))) return true;
    if (missing(content.facts, all.facts) > content.facts.size * factShare) return true;
    const fits = ({ terms }: Content, share: number): boolean =>
      missing(content.terms, terms) <= content.terms.size * (1 - share);
    return !before.some((one) => fits(one, coveredShares.byOne)) && !fits(all, coveredShares.byAll);
  });
}
