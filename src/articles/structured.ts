import { folded } from './wording.ts';

/** What a page's JSON-LD says about its article, best-ranked statement first in every list. */
export interface StructuredData {
  headlines: string[];
  descriptions: string[];
  published: string[];
  modified: string[];
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
  const text = raw
    .trim()
    .replace(/^(?:<!--|\/\*|\/\/|\s|<!\[CDATA\[|\*\/){1,20}/, '')
    .replace(/(?:-->|\/\*|\*\/|\/\/|\s|\]\]>|;){1,20}$/, '');
  const strict = parseJson(text);
  if (strict !== undefined) return strict;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters in strings are the commonest fault of JSON-LD
  const mended = parseJson(text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(\s{0,50}[}\]])/g, '$1'));
  if (mended !== undefined) return mended;
  const published = /"datePublished"\s{0,9}:\s{0,9}"([^"]{4,60})"/.exec(text)?.[1];
  return published === undefined ? undefined : { '@type': 'WebPage', datePublished: published };
}

function rankOf(types: readonly string[], depth: number): number {
  let rank = 0;
  for (const type of types) {
    if (/(Article|Posting|Report)$/.test(type)) rank = Math.max(rank, 4);
    else if (/^(Review|Recipe|ClaimReview)$/.test(type)) rank = Math.max(rank, 3);
    else if (/WebPage$/.test(type)) rank = Math.max(rank, 2);
  }
  return rank - depth / 2;
}

const skippedTypes =
  /^(Comment|ListItem|VideoObject|ImageObject|BreadcrumbList|Organization|Person|WebSite|NewsMediaOrganization)$/;

/** Breadth first over all blocks; comments, list items and media are not entered. */
function statements(blocks: readonly string[]): { node: Json; rank: number }[] {
  const found: { node: Json; rank: number }[] = [];
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
        if (key !== 'comment' && typeof child === 'object') next.push(child);
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
    published: [],
    modified: [],
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
    add(data.headlines, [...strings(node.headline, 'name'), ...(rank > 2 ? strings(node.name, 'name') : [])]);
    add(data.descriptions, [...strings(node.description, 'name'), ...strings(node.alternativeHeadline, 'name')]);
    add(data.published, [...dates(node.datePublished), ...dates(node.dateCreated)]);
    add(data.modified, dates(node.dateModified));
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
