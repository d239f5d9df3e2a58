import type { FeedDocument } from './document.ts';

/** The hub that a feed names, and the feed's address at that hub (its topic). */
export interface HubOffer {
  hubUrl: string;
  topicUrl: string;
}

const headerCharactersMax = 8_000;
const urlCharactersMax = 2_000;

/** Splits at separators outside of quotes and angle brackets. Takes linear time. */
function piecesOf(text: string, separator: ',' | ';'): string[] {
  const pieces: string[] = [];
  let from = 0;
  let until: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (until !== undefined) {
      if (until === '"' && sign === '\\') at++;
      else if (sign === until) until = undefined;
    } else if (sign === '"') until = '"';
    else if (sign === '<') until = '>';
    else if (sign === separator) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces.map((piece) => piece.trim());
}

function absolute(href: string | undefined, base: string): string | undefined {
  if (href === undefined || href.length > urlCharactersMax) return undefined;
  const url = URL.parse(href, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password) return undefined;
  url.hash = '';
  return url.href;
}

/** The relation types of a link. Only the first `rel` counts (RFC 8288); none if `anchor` names another document. */
function relationsOf(parameters: readonly string[]): string[] {
  let relations: string[] | undefined;
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    const name = (equals < 0 ? parameter : parameter.slice(0, equals)).trim().toLowerCase();
    if (name === 'anchor') return [];
    if (name !== 'rel' || equals < 0) continue;
    relations ??= parameter
      .slice(equals + 1)
      .replaceAll(/["\\]/g, '')
      .toLowerCase()
      .split(/\s+/);
  }
  return relations ?? [];
}

/** The first link of each kind in a Link header. */
function linkedIn(header: string, base: string): { hub?: string; self?: string } {
  const found: { hub?: string; self?: string } = {};
  // Undici decodes headers as latin1; the address may be UTF-8.
  const text = Buffer.from(header.slice(0, headerCharactersMax), 'latin1').toString('utf8');
  for (const link of piecesOf(text, ',')) {
    const [target = '', ...parameters] = piecesOf(link, ';');
    if (!target.startsWith('<') || !target.endsWith('>')) continue;
    const relations = relationsOf(parameters);
    const url = absolute(target.slice(1, -1).trim(), base);
    if (relations.includes('hub')) found.hub ??= url;
    if (relations.includes('self')) found.self ??= url;
  }
  return found;
}

/**
 * Upgrades the hub of an https feed to https (WebSub §8.2), because the hub is sent the secret that signs its pushes.
 * Undefined if the hub's URL names a port, because that port serves http and not https.
 */
function protectedHub(hubUrl: string, feedUrl: string): string | undefined {
  const hub = new URL(hubUrl);
  if (hub.protocol === 'https:' || new URL(feedUrl).protocol === 'http:') return hub.href;
  if (hub.port !== '') return undefined;
  hub.protocol = 'https:';
  return hub.href;
}

/**
 * The hub of YouTube's channels, which their feeds don't name
 * (developers.google.com/youtube/v3/guides/push_notifications). It knows them by this address.
 */
const youtubeHub = 'https://pubsubhubbub.appspot.com/';
const youtubeChannel = /^https:\/\/www\.youtube\.com\/feeds\/videos\.xml\?channel_id=[\w-]{24}$/;

/**
 * The hub that the Link header names, else the one that the document names (WebSub §4). Undefined if pushes would be
 * less safe than polls.
 */
export function hubOffered(feed: {
  /** The feed's address as stored. It is the topic if the feed doesn't state its own address. */
  url: string;
  /** The address that answered, after redirects. */
  answeredBy: string;
  link: string | undefined;
  document: Pick<FeedDocument, 'hubUrl' | 'selfUrl'>;
}): HubOffer | undefined {
  const header = feed.link === undefined ? {} : linkedIn(feed.link, feed.answeredBy);
  const stated = { hub: absolute(feed.document.hubUrl, feed.url), self: absolute(feed.document.selfUrl, feed.url) };
  const hub = header.hub ?? stated.hub;
  if (hub === undefined) {
    return youtubeChannel.test(feed.url) ? { hubUrl: youtubeHub, topicUrl: feed.url } : undefined;
  }
  const self = header.hub === undefined ? (stated.self ?? header.self) : (header.self ?? stated.self);
  const hubUrl = protectedHub(hub, feed.url);
  return hubUrl === undefined ? undefined : { hubUrl, topicUrl: self ?? feed.url };
}
