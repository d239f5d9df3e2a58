import { titleText } from '../../text/plain.ts';
import { wordCount } from '../../text/wordCount.ts';
import type { StructuredData } from '../markup/structured.ts';
import type { Survey } from '../markup/survey.ts';
import { siteNames } from '../titles.ts';
import { bare, folded } from './wording.ts';

const bylineMax = 160;
/** A longer "name" is a sentence about the author. */
const nameWordsMax = 8;
const namesMax = 6;
const outletWordsMax = 4;
const notNames =
  /^(?:admin|administrator|editor|staff|newsroom|redaktion|redacción|guest|unknown|author|web ?desk|root|user)$/i;
/** "Senior Contributor" */
const role = /^(?:\p{Lu}\p{L}+ ){0,2}(?:columnist|contributor|correspondent|reporter|editor|writer)$/iu;
const beforeName = /^(?:(?:by|von|par|por|door|av|af)\s+|(?:\p{L}+\s)?(?:by|von|par|por|di)\s+|\p{L}+\s?[:：]\s?)/iu;
/**
 * Matches another field, or a date, after the name. A month's name can be a surname, so it counts only before a number.
 */
const afterName = new RegExp(
  '\\s(?-i:at|in|on)\\s|\\s[|•·–—-]\\s|\\||(?:published|updated|posted)\\b|\\d|' +
    '\\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.?\\s\\d',
  'iu',
);

function cleanName(stated: string): string {
  const name = folded(titleText(stated)).replace(beforeName, '');
  return (name.split(afterName)[0] ?? '').replace(/(?<![\s,;:|–—-])[\s,;:|–—-]+$/, '');
}

/** The section and the outlet, which many page titles name after the headline. */
function outletParts(survey: Survey): string[] {
  const parts = survey.title.split(/(?<!\s)\s+[|–—·•-]\s+/).slice(1);
  return parts.filter((part) => wordCount(part) <= outletWordsMax).map(bare);
}

/** The authors, joined by commas, from JSON-LD, else metas, else the page. */
export function findByline(survey: Survey, data: StructuredData, url: string): string | undefined {
  const sites = siteNames(survey, data, url);
  const usable = (name: string): boolean =>
    name.length > 2 &&
    wordCount(name) <= nameWordsMax &&
    !/https?:|www\.|@|^[\w-]+\.[a-z]{2,}\W*$/i.test(name) &&
    /\p{L}/u.test(name) &&
    !notNames.test(name) &&
    !role.test(name) &&
    !sites.has(bare(name));
  const metas = ['author', 'article:author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author'];
  const first = survey.bylines.map(cleanName).find(usable) ?? '';
  const groups = [data.authors, metas.flatMap((key) => survey.metas.get(key) ?? []), [first]];
  const stated = groups.map((group) => new Set(group.map(cleanName).filter(usable)));
  const names = stated.find(({ size }) => size > 0);
  return names && [...names].slice(0, namesMax).join(', ').slice(0, bylineMax);
}

/** The names of authors and the outlet, in the form of `bare`. A line that is one of them is not the article's text. */
export function signingNames(
  survey: Survey,
  data: StructuredData,
  url: string,
  byline: string | undefined,
): Set<string> {
  const names = [...data.authors, ...survey.bylines]
    .map(cleanName)
    .concat(byline ?? '')
    .map(bare);
  const outlets = [...outletParts(survey), ...siteNames(survey, data, url)];
  return new Set([...outlets, ...names, ...names.map((name) => `by ${name}`)].filter((name) => name.length > 2));
}
