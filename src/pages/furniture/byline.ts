import { titleText } from '../../text/plain.ts';
import { siteNames } from '../facts.ts';
import type { StructuredData } from '../markup/structured.ts';
import type { Survey } from '../markup/survey.ts';
import { bare, folded, wordCount } from './wording.ts';

const bylineMax = 160;
/** A sentence about the author is no name. */
const nameWordsMax = 8;
const notNames =
  /^(?:admin|administrator|editor|staff|newsroom|redaktion|redaction|redacción|guest|unknown|author|web ?desk|super ?user|webmaster|root|user)$/i;

/** "Senior Contributor" */
const role = /^(?:\p{Lu}\p{L}+ ){0,2}(?:columnist|contributor|correspondent|reporter|editor|writer)$/iu;

/**
 * What may follow a name on its line: another field, or a date. A month counts only before a number: it can be a
 * surname, as "In" and "On" can.
 */
const afterName =
  /\s(?-i:at|in|on|reporting from)\s|\s+[|•·–—-]\s+|\s*\|\s*|(?:published|updated|posted|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?\s\d|\d/iu;

const beforeName =
  /^(?:(?:by|von|par|por|door|av|af|author|text|(?:words|written|story|reported|posted|submitted|interview|review|analysis|opinion) by|(?:publi|escri|pubbli|scri|veröff|gesch|geplaa|gesk|skre)\p{L}+ (?:por|par|di|da|von|door|av|af))\s+|\p{L}+\s?[:：]\s?)/iu;
/** "di Ada Lind"; before a single word it is a part of the name. */
const smallWord = /^d[ia]\s+(?=\S+\s+\S)/iu;
/** Korean, Japanese and Chinese put the trade after the name. */
const trade =
  /(?:\s?(?:기자|特派員|記者|记者)|\s(?:journalist|reporter|correspondent|redakteur(?:in)?|redaktør|redacteur))$/iu;

/** A name from a field for persons' names, where "Da" is a part of it. */
function cleanPerson(stated: string): string {
  const name = folded(stated).replace(beforeName, '').replace(beforeName, '');
  return (name.split(afterName)[0] ?? '').replace(/[\s,;:|–—-]+$/, '').replace(trade, '');
}

const cleanName = (stated: string): string => cleanPerson(stated).replace(smallWord, '');

/** "Ada Lind, Per Holm", but not "Ada Lind, Reader": a single word after a full name is no other name. */
function listed(names: string): string[] {
  const [first = '', ...others] = names.split(/\s*[,;]\s+/);
  return [
    first,
    ...others.filter((name) => wordCount(first) < 2 || wordCount(name) > 1 || !/^\p{Lu}\p{Ll}+$/u.test(name)),
  ];
}

/** What the title names after the headline: section and outlet. */
function outletParts(survey: Survey): string[] {
  const parts = survey.title.split(/\s+[|–—·•-]\s+/).slice(1);
  return parts.filter((part) => wordCount(part) <= outletWordsMax).map(bare);
}

const nameWordsMin = 2;
const outletWordsMin = 2;
const outletWordsMax = 4;

/**
 * "Ada Lind Harbour Post" without its last words, where those are the whole name of the outlet; a single word can be
 * her own.
 */
function withoutOutlet(name: string, sites: ReadonlySet<string>): string {
  const words = name.split(' ');
  for (let count = nameWordsMin; count <= words.length - outletWordsMin; count++)
    if (sites.has(tight(words.slice(count).join(' '))))
      return words
        .slice(0, count)
        .join(' ')
        .replace(/[\s,;:|–—-]+$/, '');
  return name;
}

const tight = (name: string): string => bare(name).replaceAll(' ', '');

const aboveHeadline = 15;

/**
 * Lines such as "By Ada Lind" between the headline and the second piece of prose; one word can be a place or the
 * outlet.
 */
function signedNear(survey: Survey, titles: ReadonlySet<string>): string[] {
  const headings = [...survey.headings, ...survey.subheadings];
  const { order, prose } = headings.find(({ text }) => titles.has(bare(text))) ?? { order: 0, prose: 0 };
  return survey.signed
    .filter((line) => line.order > order - aboveHeadline && line.prose <= prose + 1)
    .map((line) => cleanName(line.text))
    .filter((name) => /^(?:\p{Lu}\S*\s\S|\p{Lo}{2})/u.test(name));
}

/** Who wrote it, as the page states it, without "By"; several names are joined by commas. */
export function findByline(
  survey: Survey,
  data: StructuredData,
  url: string,
  titles: ReadonlySet<string>,
): string | undefined {
  const sites = siteNames(survey, data, url);
  const tightSites = new Set([...sites].map(tight));
  const outlets = new Set(outletParts(survey).slice(-1));
  const usable = (name: string): boolean =>
    name.length > 2 &&
    name.length <= bylineMax &&
    !/https?:|www\.|@/.test(name) &&
    /\p{L}/u.test(name) &&
    !/^[\w-]+\.[a-z]{2,}\W*$/i.test(name) &&
    !notNames.test(name) &&
    !role.test(name) &&
    !sites.has(bare(name));
  const isName = (name: string): boolean => usable(name) && wordCount(name) <= nameWordsMax;
  const groups = [
    data.authors,
    [
      'author',
      'article:author',
      'parsely-author',
      'dc.creator',
      'dcterms.creator',
      'byl',
      'sailthru.author',
      'cxenseparse:author',
    ].flatMap((key) => survey.metas.get(key) ?? []),
    survey.bylines,
    signedNear(survey, titles),
  ];
  const stated = groups.map((group) =>
    group
      .map((name) => titleText(name))
      .map((name) => (group === data.authors ? cleanPerson(name) : cleanName(name)))
      .filter(usable)
      .map((name) => withoutOutlet(name, tightSites)),
  );
  // What signs the title may be the outlet, or a person whose own site it is.
  for (const isOwn of [(name: string) => !outlets.has(bare(name)), () => true])
    for (const [i, group] of stated.entries()) {
      const all = group.flatMap((name) => (usable(name) ? listed(name) : []));
      const names = [...new Set(all.filter((name) => isName(name) && isOwn(name)))];
      if (names.length > 0) return (i >= 2 ? names.slice(0, 1) : names.slice(0, 6)).join(', ').slice(0, bylineMax);
    }
  return undefined;
}

/** Names that a line may consist of without being text: authors and the outlet, bare. */
export function signingNames(
  survey: Survey,
  data: StructuredData,
  url: string,
  byline: string | undefined,
): Set<string> {
  const names = [...data.authors.map(cleanPerson), ...survey.bylines.map(cleanName), byline ?? ''];
  return new Set(
    [
      ...outletParts(survey),
      ...siteNames(survey, data, url),
      ...names.map(bare),
      ...names.map((name) => `by ${bare(name)}`),
    ].filter((name) => name.length > 2),
  );
}
