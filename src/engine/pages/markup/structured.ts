import { folded } from '../furniture/wording.ts';

/** What a page's JSON-LD states about its article. In every list, the best statement's values come first. */
export type StructuredData = ReturnType<typeof readStructured>;

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

/** Also reads JSON in comments or CDATA, with escaped quotes, raw control characters or trailing commas. */
function parseLoosely(raw: string): unknown {
  const text = (raw.includes('"') ? raw : raw.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
    .trim()
    .replace(/^(?:<!--|\/\*|\/\/|\s|<!\[CDATA\[|\*\/){1,20}/, '')
    .replace(/(?:-->|\/\*|\*\/|\/\/|\s|\]\]>|;){1,20}$/, '');
  const strict = parseJson(text);
  if (strict !== undefined) return strict;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON-LD often has them raw in strings
  return parseJson(text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(\s{0,50}[}\]])/g, '$1'));
}

/** How likely a statement is about the page's article: higher is likelier, 0 or below means it isn't. */
function rankOf(types: readonly string[], depth: number): number {
  const ranks = types.map((type) => {
    if (/(?:Article|Posting|Report)$/i.test(type)) return 4;
    if (/(?:^|\/)(?:Review|Recipe|ClaimReview|HowTo|Question|PodcastEpisode|CreativeWork)$/i.test(type)) return 3;
    return /Page$/i.test(type) ? 2 : 0;
  });
  return (types.length === 0 ? 1 : Math.max(...ranks)) - depth / 2;
}

const skippedTypes =
  /^(?:Comment|Answer|ListItem|(?:Image|Video|Audio)Object|BreadcrumbList|(?:NewsMedia)?Organization|Person|WebSite)$/;
/** Keys of works other than the article. */
const otherWorks = new Set(
  'comment liveBlogUpdate hasPart review reviews itemReviewed citation isBasedOn mentions itemListElement about'.split(
    ' ',
  ),
);

interface Statement {
  node: Json;
  rank: number;
}

/** Statements that may describe the article, best first. */
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

const images = (value: unknown): string[] =>
  listOf(value).flatMap((one) => strings(isObject(one) ? (one.url ?? one.contentUrl) : one, 'url'));

/** Skips blocks that can't be parsed. */
export function readStructured(blocks: readonly string[]) {
  const data = {
    headlines: [] as string[],
    publishers: [] as string[],
    images: [] as string[],
    captions: [] as string[],
    languages: [] as string[],
    /** The longest article text, or ''. */
    body: '',
    /** Whether `isAccessibleForFree` is false. */
    locked: false,
  };
  const add = (list: string[], values: readonly string[]): void => {
    for (const value of values) if (list.length < valuesMax && !list.includes(value)) list.push(value);
  };
  for (const { node, rank } of statements(blocks)) {
    if (node['@type'] === undefined) continue;
    add(data.headlines, [...strings(node.headline, 'name'), ...(rank > 2 ? strings(node.name, 'name') : [])]);
    add(data.publishers, strings(node.publisher, 'name'));
    add(data.images, [...images(node.image), ...images(node.thumbnailUrl)]);
    for (const one of listOf(node.image)) if (isObject(one)) add(data.captions, strings(one.caption, 'text'));
    add(data.languages, strings(node.inLanguage, 'alternateName'));
    const body = typeof node.articleBody === 'string' ? node.articleBody : '';
    if (body.length > data.body.length) data.body = body;
    if (node.isAccessibleForFree === false || /^false$/i.test(String(node.isAccessibleForFree))) data.locked = true;
  }
  return data;
}
