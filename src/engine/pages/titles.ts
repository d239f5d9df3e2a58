import { titleText } from '../text/plain.ts';
import { wordCount } from '../text/wordCount.ts';
import { metaOf } from './facts.ts';
import { bare, folded, weightOf } from './furniture/wording.ts';
import type { StructuredData } from './markup/structured.ts';
import type { Survey } from './markup/survey.ts';

const titleMax = 300;
const siteWordsMax = 5;
/** A shorter title may be part of another one by chance. */
const alikeMin = 20;
const separator = /(?<!\s)\s+(?:[|–—·•:»«-]{1,2}\s+|[|»«]\s*)|[|»«]\s*|:\s+/g;

function hostName(url: string): string {
  const host = URL.parse(url)?.hostname.replace(/^(?:www|m|amp|news|cache)\./, '') ?? '';
  return host.split('.')[0] ?? '';
}

/** Names of the outlet that its titles may contain, in the form of `bare`. */
function siteNames(survey: Survey, data: StructuredData, url: string): Set<string> {
  const stated = [
    metaOf(survey, 'og:site_name', 'application-name', 'twitter:site'),
    ...data.publishers,
    hostName(url),
  ];
  return new Set(stated.map((name) => bare(name ?? '')).filter((name) => name.length > 1));
}

function isSite(part: string, sites: ReadonlySet<string>): boolean {
  const plain = bare(part);
  const tight = plain.replaceAll(' ', '').replace(/^the|(?:com|net|org|example)$/g, '');
  if (plain === '' || sites.has(plain)) return true;
  if (wordCount(plain) > siteWordsMax) return false;
  return [...sites].some(
    (site) =>
      site.replaceAll(' ', '') === tight || `${plain} `.startsWith(`${site} `) || `${site} `.startsWith(`${plain} `),
  );
}

/** Removes "| Outlet" and "Outlet:". */
function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const marks = [...title.matchAll(separator)];
  let from = 0;
  let to = title.length;
  const [first] = marks;
  if (first && isSite(title.slice(0, first.index), sites)) from = first.index + first[0].length;
  for (const { index, 0: mark } of marks.toReversed()) {
    if (index <= from || !isSite(title.slice(index + mark.length, to), sites)) break;
    to = index;
  }
  return title.slice(from, to);
}

/** Whether a heading is the title, a part of it, or a longer version of it. */
function alike(title: string, heading: string): boolean {
  const [stated, shown] = [bare(title), bare(heading)];
  if (stated === '' || shown === '') return false;
  if (stated === shown || (weightOf(shown) > alikeMin && stated.includes(shown))) return true;
  return weightOf(stated) > alikeMin && shown.startsWith(stated);
}

/**
 * The headline without the outlet's name. If a heading agrees with a stated title, the heading's wording is used.
 * `forms` has every wording of the title on the page, normalised by `bare`. A heading with one of them is the headline.
 */
export function findTitles(survey: Survey, data: StructuredData, url: string) {
  const sites = siteNames(survey, data, url);
  const clean = (title: string | undefined): string =>
    withoutSite(folded(titleText((title ?? '').slice(0, 4 * titleMax))), sites).slice(0, titleMax);
  const headings = survey.headings.filter((text) => !isSite(text, sites));
  const og = clean(metaOf(survey, 'og:title', 'twitter:title', 'dc.title', 'parsely-title'));
  // The title of a page that scripts fill may be only the site's name.
  const tag = headings.length > 0 && isSite(survey.title, sites) ? '' : clean(survey.title);
  // JSON-LD may describe other articles too. The page's own is the one whose headline the page shows.
  const own = data.headlines.find((headline) => [og, tag, ...headings].some((title) => alike(title, headline)));
  const structured = clean(own ?? (data.headlines.length === 1 ? data.headlines[0] : ''));
  const stated = [structured, og, tag].filter((title) => title !== '');
  const isStated = (heading: string): boolean => stated.some((title) => alike(title, heading));
  const heading =
    headings.find(isStated) ??
    survey.subheadings.find((text) => weightOf(text) > alikeMin && isStated(text)) ??
    headings[0] ??
    '';
  const title = (isStated(heading) ? heading : '') || og || structured || tag || heading;
  const forms = [...stated, heading, title].map(bare).filter((form) => form.length > 2);
  return { title: title || undefined, forms: new Set(forms) };
}
