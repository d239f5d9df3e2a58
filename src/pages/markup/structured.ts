import { titleText } from '../../text/plain.ts';
import { bare, folded } from '../furniture/wording.ts';

/**
 * One statement's dates, with the headlines that tell whether it speaks of this article or of another one on the page.
 */
export interface DatedStatement {
  /** Bare. */
  headlines: string[];
  published: string[];
}

/** What a page's JSON-LD says about its article, best-ranked statement first in every list. */
export interface StructuredData {
  headlines: string[];
  descriptions: string[];
  dated: DatedStatement[];
  authors: string[];
  publishers: string[];
  images: string[];
  captions: string[];
  languages: string[];
  /** The longest article text stated, or ''. */
  body: string;
  /** `isAccessibleForFree` is stated as false. */
  locked: boolean;
}

type Json = Record<string, unknown>;

const depthMax = 6;
const nodesMax = 5_000;
const valuesMax = 20;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseLoosely(raw: string): unknown {
  const text = (raw.includes('"') ? raw : raw.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
    .trim()
    .replace(/^(?:<!--|\/\*|\/\/|\s|<!\[CDATA\[|\*\/){1,20}/, '')
    .replace(/(?:-->|\/\*|\*\/|\/\/|\s|\]\]>|;){1,20}$/, '');
  const strict = parseJson(text);
  if (strict !== undefined) return strict;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON-LD often has them raw in strings
  const mended = parseJson(text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(\s{0,50}[}\]])/g, '$1'));
  if (mended !== undefined) return mended;
  const published = /"datePublished"\s{0,9}:\s{0,9}"([^"]{4,60})"/.exec(text)?.[1];
  return published === undefined ? undefined : { '@type': 'WebPage', datePublished: published };
}

function rankOf(types: readonly string[], depth: number): number {
  let rank = 0;
  for (const type of types) {
    if (/(Article|Posting|Report)$/i.test(type)) rank = Math.max(rank, 4);
    else if (/(?:^|\/)(Review|Recipe|ClaimReview|HowTo|Question|PodcastEpisode|CreativeWork)$/i.test(type))
      rank = Math.max(rank, 3);
    else if (/Page$/i.test(type)) rank = Math.max(rank, 2);
  }
  if (types.length === 0) rank = 1;
  return rank - depth / 2;
}

const skippedTypes =
  /^(Comment|Answer|ListItem|(?:Image|Video|Audio)Object|BreadcrumbList|Organization|Person|WebSite|NewsMediaOrganization)$/;
/** Under these keys stand other works than the one that is described. */
const otherWorks = new Set([
  'comment',
  'liveBlogUpdate',
  'hasPart',
  'review',
  'reviews',
  'itemReviewed',
  'citation',
  'isBasedOn',
  'mentions',
  'itemListElement',
  'about',
]);

interface Statement {
  node: Json;
  rank: number;
}

/** Breadth first over all blocks; comments, list items and media are not entered. */
function statements(blocks: readonly string[]): Statement[] {
  const found: Statement[] = [];
  let level: unknown[] = blocks.map(parseLoosely);
  let visited = 0;
  for (let depth = 0; depth <= depthMax && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of level.flatMap(listOf)) {
      if (!isObject(value) || visited++ > nodesMax) continue;
      const types = listOf(value['@type']).filter((type) => typeof type === 'string');
      if (types.some((type) => skippedTypes.test(type))) continue;
      const rank = rankOf(types, depth);
      if (rank > 0) found.push({ node: value, rank });
      for (const [key, child] of Object.entries(value))
        if (!otherWorks.has(key) && typeof child === 'object') next.push(child);
    }
    level = next;
  }
  return found.sort((a, b) => b.rank - a.rank);
}

function strings(value: unknown, key: string): string[] {
  return listOf(value).flatMap((one) => {
    const text = isObject(one) ? one[key] : one;
    return typeof text === 'string' && folded(text) !== '' ? [folded(text)] : [];
  });
}

/** Some systems state a date as the number itself, seconds or milliseconds since 1970. */
function dates(value: unknown): string[] {
  return listOf(value).flatMap((one) => (typeof one === 'number' ? [String(one)] : strings(one, '@value')));
}

const datesOf = (node: Json): DatedStatement => ({
  headlines: [...strings(node.headline, 'name'), ...strings(node.name, 'name')].map((one) => bare(titleText(one))),
  published: [node.datePublished, node.dateCreated, node.coverageStartTime].flatMap(dates),
});

function images(value: unknown): string[] {
  return listOf(value).flatMap((one) =>
    isObject(one) ? strings(one.url ?? one.contentUrl, 'url') : strings(one, 'url'),
  );
}

/** Reads what can be read; a broken block counts for nothing but its publication date. */
export function readStructured(blocks: readonly string[]): StructuredData {
  const data: StructuredData = {
    headlines: [],
    descriptions: [],
    dated: [],
    authors: [],
    publishers: [],
    images: [],
    captions: [],
    languages: [],
    body: '',
    locked: false,
  };
  const add = (list: string[], values: readonly string[]): void => {
    for (const value of values) if (list.length < valuesMax && !list.includes(value)) list.push(value);
  };
  for (const { node, rank } of statements(blocks)) {
    if (data.dated.length < valuesMax) data.dated.push(datesOf(node));
    if (node['@type'] === undefined) continue;
    add(data.headlines, [...strings(node.headline, 'name'), ...(rank > 2 ? strings(node.name, 'name') : [])]);
    add(data.descriptions, [...strings(node.description, 'name'), ...strings(node.alternativeHeadline, 'name')]);
    if (rank > 2 && data.authors.length === 0) add(data.authors, strings(node.author ?? node.creator, 'name'));
    add(data.publishers, strings(node.publisher, 'name'));
    add(data.images, [...images(node.image), ...images(node.thumbnailUrl)]);
    add(
      data.captions,
      listOf(node.image).flatMap((one) => (isObject(one) ? strings(one.caption, 'text') : [])),
    );
    add(data.languages, strings(node.inLanguage, 'alternateName'));
    const body = typeof node.articleBody === 'string' ? node.articleBody : '';
    if (body.length > data.body.length) data.body = body;
    if (node.isAccessibleForFree === false || /^false$/i.test(String(node.isAccessibleForFree))) data.locked = true;
  }
  return data;
}
