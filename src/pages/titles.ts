import { titleText } from '../text/plain.ts';
import { metaOf } from './facts.ts';
import { bare, folded, wordCount } from './furniture/wording.ts';
import type { StructuredData } from './markup/structured.ts';
import type { Survey } from './markup/survey.ts';

const titleMax = 300;
const edge = /^[\s|–—·•:»«-]+/;
const separators = /\s+[|–—·•:»«-]{1,2}\s+|\s*[|»«]\s*/;

function hostName(url: string): string {
  const host = URL.parse(url)?.hostname.replace(/^(?:www|m|amp|news|edition)\./, '') ?? '';
  return host.split('.')[0] ?? '';
}

/** Names under which the outlet may sign its titles, bare. */
export function siteNames(survey: Survey, data: StructuredData, url: string): Set<string> {
  const stated = [
    metaOf(survey, 'og:site_name', 'application-name', 'twitter:site', 'al:ios:app_name') ?? '',
    ...data.publishers,
    hostName(url),
  ];
  return new Set(stated.map(bare).filter((name) => name.length > 1));
}

function isSite(part: string, sites: ReadonlySet<string>, host: string): boolean {
  const plain = bare(part);
  const tight = plain
    .replaceAll(' ', '')
    .replace(/^the/, '')
    .replace(/(?:com|net|org)$/, '');
  if (plain === '' || sites.has(plain)) return true;
  if (wordCount(plain) > 5) return false;
  if (
    host.length > 3 &&
    (tight === host.replaceAll('-', '') ||
      (wordCount(plain) < 4 && tight.startsWith(host.replaceAll('-', ''))) ||
      (tight.length > 3 && host.replaceAll('-', '').startsWith(tight)))
  )
    return true;
  return (
    plain.length > 3 &&
    [...sites].some(
      (site) =>
        site.replaceAll(' ', '') === tight ||
        ` ${plain} `.startsWith(` ${site} `) ||
        ` ${site} `.startsWith(` ${plain} `),
    )
  );
}

/** Cuts off "| Outlet", "- World - Outlet" and "Outlet:" but never a part of the headline itself. */
function withoutSite(title: string, heading: string, sites: ReadonlySet<string>, host: string): string {
  const parts = title.split(separators);
  if (parts.length < 2) {
    const outlet = /^([^:]{2,40}):\s/.exec(title);
    const rest = title.slice(outlet?.[0].length ?? 0);
    return outlet && (isSite(outlet[1] ?? '', sites, host) || bare(rest) === bare(heading)) ? rest : title;
  }
  const plainHeading = bare(heading);
  const afterFirst = title.slice((parts[0] ?? '').length).replace(edge, '');
  if (plainHeading !== '' && bare(afterFirst) === plainHeading) return afterFirst;
  for (let count = parts.length; count >= 1; count--) {
    const end = count === parts.length ? title.length : title.lastIndexOf(parts[count] ?? '');
    const start = title.slice(0, Math.max(0, end)).replace(/[\s|–—·•:»«-]+$/, '');
    if (plainHeading !== '' && bare(start) === plainHeading) return start;
  }
  let rest = title;
  for (let i = parts.length - 1; i > 0; i--) {
    if (!isSite(parts[i] ?? '', sites, host)) break;
    rest = rest.slice(0, rest.lastIndexOf(parts[i] ?? '')).replace(/[\s|–—·•:»«-]+$/, '');
  }
  const first = parts[0] ?? '';
  if (rest === title && isSite(first, sites, host)) rest = title.slice(first.length).replace(edge, '');
  return rest === '' ? title : rest;
}

const headlineWordsMin = 3;

/**
 * A first-level heading that the page's title gives before or after the headline: the name of the site, on blogs that
 * set it so.
 */
function signingHeading(survey: Survey): string | undefined {
  const heading = survey.headings.length === 1 ? survey.headings[0] : undefined;
  const title = bare(survey.title);
  const plain = bare(heading ?? '');
  if (plain === '' || plain === title) return undefined;
  const og = bare(metaOf(survey, 'og:title') ?? '');
  if (wordCount(og) > headlineWordsMin)
    return title === `${plain} ${og}` || title === `${og} ${plain}` ? heading : undefined;
  return survey.subheadings.some((text) => text.length > 20 && title === `${bare(text)} ${plain}`)
    ? heading
    : undefined;
}

export interface Titles {
  title: string | undefined;
  /** Every form of the title that the page states, bare; a heading equal to one of them is the headline. */
  forms: Set<string>;
}

/** The headline without the outlet's name: what most statements of the page agree on, the heading's wording first. */
export function findTitles(survey: Survey, data: StructuredData, url: string): Titles {
  const signing = signingHeading(survey);
  const sites = siteNames(survey, data, url);
  if (signing !== undefined) sites.add(bare(signing));
  const host = hostName(url).toLowerCase();
  const firstLevel = (signing === undefined ? survey.headings : []).filter((text) => !isSite(text, sites, host));
  const plainTag = bare(survey.title);
  // Without a first-level heading the headline is a lower one that the page's title begins with.
  const lower = survey.subheadings.find(
    (text) => text.length > 20 && (plainTag.startsWith(bare(text)) || plainTag.endsWith(bare(text))),
  );
  const only = firstLevel.length === 1 ? firstLevel[0] : firstLevel.length === 0 && lower;
  const clean = (title: string | undefined): string => {
    const text = folded(titleText((title ?? '').slice(0, 4 * titleMax)));
    return withoutSite(text, only || '', sites, host).slice(0, titleMax);
  };
  const og = clean(metaOf(survey, 'og:title', 'twitter:title', 'dc.title', 'parsely-title'));
  const whole = clean(survey.title);
  // Pages that scripts fill may be called after their site, all of them.
  const tag = firstLevel.length > 0 && isSite(whole, sites, host) ? '' : whole;
  const alike = (a: string, b: string): boolean => {
    const [x, y] = [bare(a), bare(b)];
    return (
      x !== '' && y !== '' && (x === y || (x.length > 20 && y.startsWith(x)) || (y.length > 20 && x.startsWith(y)))
    );
  };
  const headings = firstLevel;
  const seen = [og, tag, ...headings];
  // A page may describe other articles as well: the one whose headline it shows is its own.
  const own = data.headlines.find((headline) => seen.some((title) => alike(title, headline)));
  const structured = clean(own ?? (data.headlines.length === 1 ? data.headlines[0] : ''));
  const stated = [structured, og, tag].filter((title) => title !== '');
  const agreed = headings.find((heading) => stated.some((title) => alike(title, heading)));
  // A word on the subject can stand in the heading before the headline itself.
  const last = stated.find(
    (one) => one.length > 20 && headings.some((heading) => bare(heading).endsWith(` ${bare(one)}`)),
  );
  const title =
    agreed ?? last ?? (og || structured || (headings.length === 1 ? headings[0] : undefined) || tag || headings[0]);
  const forms = new Set(
    [...stated, ...(agreed ? [agreed] : headings.length === 1 ? headings : []), title ?? '']
      .map(bare)
      .filter((form) => form.length > 2),
  );
  return { title: title || undefined, forms };
}
