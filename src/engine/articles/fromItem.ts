import { hash } from 'node:crypto';
import type { EpochMs } from '../../clock.ts';
import type { ArticleId, OutletId } from '../../ids.ts';
import type { FeedItem } from '../feeds/document.ts';
import { cut } from '../text/cut.ts';
import { decodeEntities } from '../text/entities.ts';
import { paragraphsOf, titleText } from '../text/plain.ts';
import { type Article, storable } from './article.ts';
import { addressesOf, canonicalUrl } from './canonicalUrl.ts';

/** The outlet that lists a feed's items, and when they are read. */
export interface FeedContext {
  /** The namespace in which an address identifies one article: the outlet if it is in the catalogue, else the feed. */
  scope: string;
  outletId: OutletId;
  outletName: string;
  /** Overrides the language that the feed states. */
  language?: string;
  now: EpochMs;
}

/** A shorter text is a teaser, not an article. The shortest whole articles of agencies have about 60 words. */
const snippetWordsMax = 55;
const paragraphsMax = 200;
const titleCharactersMax = 300;
const altCharactersMax = 300;

/** 22 characters of base64url: 132 bits, so that two articles never share one. */
export function hashedId(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\n'), 'base64url').slice(0, 22);
}

/** Derived from scope and address, plus the guid if other items have the same address. */
export function articleIdOf(scope: string, url: string, guid?: string): ArticleId {
  const address = canonicalUrl(url) ?? url;
  return guid === undefined ? hashedId(scope, address) : hashedId(scope, address, guid);
}

const teaserEndCharacters = 100;
const endsLikeTeaser = /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more|continue reading|weiterlesen|mehr lesen)\W{0,100}$/i;
const readMoreLine = /^(?:read more|continue reading|weiterlesen|mehr lesen)\W*$/i;
/** WordPress's last sentence, often without a space before it: “The post TITLE appeared first on OUTLET.” */
const appearedFirst = /(?<!\s)\s*\bThe post .{1,300}? (?:appeared first|first appeared) on .{1,100}$/;
const appearedFirstMax = 420;

const withoutAppearedFirst = (paragraph: string): string =>
  paragraph.slice(0, -appearedFirstMax) + paragraph.slice(-appearedFirstMax).replace(appearedFirst, '');

/** Matches a text that begins with escaped markup. A text about markup has it only further down. */
const escapedOpening =
  /^\s*&lt;(?:!\[CDATA\[|(?:p|div|img|a|ul|ol|h[1-6]|blockquote|table|figure|strong|em|b|i)(?:\s|&gt;|\/))/i;
const escapedBreaks = /&lt;(?:br ?\/?|\/p)&gt;/gi;
const toldOfMarkup = /&lt;\/?(?:script|style|title|template|textarea)\b/i;

const isEscapedMarkup = (text: string): boolean =>
  text.includes('&lt;') &&
  (escapedOpening.test(text) || (text.match(escapedBreaks)?.length ?? 0) > 1) &&
  !toldOfMarkup.test(text);

/** An item's text as HTML. Some feeds escape the text or its non-breaking spaces twice, or nest CDATA sections. */
function htmlOf(escaped: string): string {
  const stated = escaped.replaceAll('&amp;nbsp;', '&nbsp;');
  const isBare = !stated.includes('<') || stated.startsWith('&lt;![CDATA[');
  const html = isBare && isEscapedMarkup(stated) ? decodeEntities(stated) : stated;
  return html.startsWith('<![CDATA[') ? html.slice(9).replace(/\]\]>\s*$/, '') : html;
}

const sentenceEnd = /[.!?…。！？][\s"”’'»)\]]*$/;

/** The item's paragraphs, within limits and without lines that feeds add, such as captions and “read more”. */
function textOf(item: FeedItem, title: string): string[] {
  const found = paragraphsOf(htmlOf(item.html ?? ''))
    .slice(0, paragraphsMax)
    .map(withoutAppearedFirst)
    .filter((paragraph) => paragraph !== '');
  // Some feeds print a picture's caption as if it were the article's first line.
  const isBeside = (line: string) => readMoreLine.test(line) || line === title || line === item.imageAlt?.trim();
  const paragraphs = storable(found.filter((paragraph) => !isBeside(paragraph)));
  // Aggregators list further headlines as an item's text. Such a list has no full stop and is left out.
  return item.sourceName !== undefined && !paragraphs.some((one) => sentenceEnd.test(one.slice(-10))) ? [] : paragraphs;
}

/** Whether the text is too short, or ends too soon, to be the article. */
function isSnippet(paragraphs: readonly string[]): boolean {
  const words = paragraphs.join(' ').split(' ', snippetWordsMax);
  return words.length < snippetWordsMax || endsLikeTeaser.test(paragraphs.at(-1)?.slice(-teaserEndCharacters) ?? '');
}

/** Undefined for an item without title or address, because nothing could be quoted or linked. */
export function articleFrom(item: FeedItem, context: FeedContext): Article | undefined {
  const addresses = item.url === undefined ? undefined : addressesOf(item.url);
  const title = cut(titleText(item.title), titleCharactersMax);
  if (addresses === undefined || title === '') return undefined;
  const paragraphs = textOf(item, title);
  const stated = item.publishedAt ?? item.updatedAt;
  return {
    id: hashedId(context.scope, addresses.canonical),
    outletId: context.outletId,
    outletName: context.outletName,
    url: addresses.clean,
    title,
    paragraphs,
    textFrom: isSnippet(paragraphs) ? 'snippet' : 'feed',
    imageUrl: !item.isClosed && /^https?:\/\//.test(item.imageUrl ?? '') ? item.imageUrl : undefined,
    imageAlt: item.imageAlt && cut(item.imageAlt, altCharactersMax),
    categories: item.categories.slice(0, 20),
    language: context.language,
    // A future date would keep the article on top for ever, and digests and lists leave out articles dated in the
    // future.
    publishedAt: Math.min(stated ?? context.now, context.now),
    firstSeenAt: context.now,
    ...(item.isClosed ? { sentencesMax: 0, declined: 'licence' } : { sentencesMax: 3 }),
  };
}
