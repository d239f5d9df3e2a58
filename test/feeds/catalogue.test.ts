import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue, CatalogueError, readCatalogue } from '../../src/feeds/catalogue.ts';
import { scratchFolder } from '../storage/scratch.ts';

const { topics, outlets } = readCatalogue(builtInCatalogue);
const feeds = outlets.flatMap((outlet) => outlet.feeds.map((feed) => ({ ...feed, outlet })));

/** Aggregators, proxies, hosts of podcasts and newsletters, press-release wires, and outlets that a state directs or that joke. */
const refused = [
  'feedblitz.com',
  'feedburner.com',
  'google.com',
  'hnrss.org',
  'megaphone.fm',
  'nitter.net',
  'openrss.org',
  'reddit.com',
  'rss.app',
  'rsshub.app',
  'siftrss.com',
  'simplecast.com',
  'beehiiv.com',
  'medium.com',
  'substack.com',
  'tumblr.com',
  'youtube.com',
  'businesswire.com',
  'eurekalert.org',
  'globenewswire.com',
  'prnewswire.com',
  'cgtn.com',
  'chinadaily.com.cn',
  'globaltimes.cn',
  'presstv.ir',
  'rt.com',
  'sputniknews.com',
  'tass.com',
  'tasnimnews.com',
  'xinhuanet.com',
  'babylonbee.com',
  'theonion.com',
];

/** Where publishers keep feeds beside their own domain. */
const feedHosts = new Map([
  ['bbci.co.uk', 'bbc.co.uk'],
  ['dowjones.io', 'wsj.com'],
  ['skynews.com', 'sky.com'],
]);
/** Dow Jones serves both from one host. */
const sameHouse = new Map([['marketwatch.com', 'wsj.com']]);

/** The domain that someone registered; the list of endings is as long as the catalogue needs. */
function domainOf(url: string): string {
  const labels = new URL(url).hostname.split('.');
  return labels.slice(/^(?:ac|co|com|org)$/.test(labels.at(-2) ?? '') ? -3 : -2).join('.');
}

function onOwnHost(feed: { url: string; outlet: { siteUrl: string } }): boolean {
  const site = domainOf(feed.outlet.siteUrl);
  const host = domainOf(feed.url);
  return (feedHosts.get(host) ?? host) === (sameHouse.get(site) ?? site);
}

const inTopic = (id: string) => feeds.filter(({ topicId }) => topicId === id);
const duplicates = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [colour >> 16, (colour >> 8) & 255, colour & 255].map((part) =>
    part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe('the built-in catalogue', () => {
  test('has the topics that the commands and texts name', () => {
    expect(topics.map(({ id }) => id)).toEqual([
      'world',
      'politics',
      'business',
      'technology',
      'science',
      'health',
      'climate',
      'sports',
      'entertainment',
      'gaming',
      'space',
      'security',
    ]);
  });

  test.each(topics.map(({ id }) => id))('has 10 to 25 outlets for %s, each with one feed', (id) => {
    const ids = inTopic(id).map(({ outlet }) => outlet.id);
    expect(duplicates(ids)).toEqual([]);
    expect(ids.length).toBeGreaterThanOrEqual(10);
    expect(ids.length).toBeLessThanOrEqual(25);
  });

  test('has no id, name or address twice', () => {
    const address = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
    expect(duplicates(outlets.map(({ id }) => id))).toEqual([]);
    expect(duplicates(outlets.map(({ name }) => name))).toEqual([]);
    expect(duplicates(feeds.map(({ url }) => address(url)))).toEqual([]);
    expect(duplicates(topics.flatMap(({ names }) => [names.en]))).toEqual([]);
    expect(duplicates(topics.flatMap(({ names }) => [names.de]))).toEqual([]);
  });

  test('reads English outlets over https', () => {
    expect(feeds.filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
    expect(outlets.filter(({ language }) => language !== 'en')).toEqual([]);
  });

  test('has no aggregator, proxy, podcast, press-release wire, propaganda or satire', () => {
    const hosts = [...feeds.map(({ url }) => url), ...outlets.map(({ siteUrl }) => siteUrl)];
    expect(hosts.filter((url) => refused.includes(domainOf(url)))).toEqual([]);
    expect(feeds.filter(({ url }) => /podcast|\.mp3/i.test(url))).toEqual([]);
  });

  test('reads every feed from a host of its publisher', () => {
    expect(feeds.filter((feed) => !onOwnHost(feed)).map(({ url }) => url)).toEqual([]);
  });

  test('gives each topic a colour that stands out on dark and on light cards and differs from the others', () => {
    for (const { id, colour } of topics) {
      expect(contrast(colour, 0x2b2d31), id).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, 0xf2f3f5), id).toBeGreaterThanOrEqual(3);
    }
    const parts = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];
    for (const [index, one] of topics.entries()) {
      for (const other of topics.slice(index + 1)) {
        const away = Math.hypot(...parts(one.colour).map((part, place) => part - (parts(other.colour)[place] ?? 0)));
        expect(away, `${one.id} and ${other.id}`).toBeGreaterThan(35);
      }
    }
  });
});

const lists = new URL('../../../shared/data/outlets/feeds.json', import.meta.url);
const listed = existsSync(lists);
if (!listed) process.stderr.write('catalogue: the lists it was chosen from are not here, so they are not compared\n');

describe.runIf(listed)('the built-in catalogue beside the lists it was chosen from', () => {
  type List = Record<string, (string | { url: string })[]>;
  const read = listed ? (JSON.parse(readFileSync(lists, 'utf8')) as Record<string, List>) : {};
  const address = (url: string) =>
    url
      .trim()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, '')
      .toLowerCase();
  const byList = Object.values(read).map(
    (list) =>
      new Set(
        Object.values(list).flatMap((part) => part.map((feed) => address(typeof feed === 'string' ? feed : feed.url))),
      ),
  );
  const listsOf = (url: string) => byList.filter((list) => list.has(address(url))).length;

  test('holds no address that is in no list and on no host of the publisher', () => {
    expect(feeds.filter((feed) => listsOf(feed.url) === 0 && !onOwnHost(feed)).map(({ url }) => url)).toEqual([]);
  });

  test.each(topics.map(({ id }) => id))(
    'has for %s at least 6 outlets that two lists or their own host vouch for',
    (id) => {
      const sure = inTopic(id).filter((feed) => listsOf(feed.url) >= 2 || onOwnHost(feed));
      expect(sure.length).toBeGreaterThanOrEqual(6);
      // Beside the rule: a topic must not rest on addresses that nobody else reads.
      expect(inTopic(id).filter((feed) => listsOf(feed.url) >= 1).length).toBeGreaterThanOrEqual(6);
    },
  );
});

describe('a catalogue of the operator’s', () => {
  const [first, second] = topics;
  const named = { en: 'Europe', de: 'Europa' };
  const [outlet] = outlets;
  const reads = (catalogue: object) => {
    const file = join(scratchFolder(), 'catalogue.json');
    writeFileSync(file, JSON.stringify(catalogue));
    return () => readCatalogue(file);
  };

  test('is read with topics of its own', () => {
    expect(reads({ topics: [first, { ...second, names: named }], outlets: [] })().topics).toHaveLength(2);
  });

  test.each([
    [
      'two topics with one id',
      { topics: [first, { ...first, names: named }], outlets: [] },
      'topics: Two topics have one id',
    ],
    [
      'a feed in no topic',
      { topics: [{ ...first, id: 'elsewhere' }], outlets: [outlet] },
      'Every feed must name a topic',
    ],
    ['no topic', { topics: [], outlets: [] }, 'topics: '],
  ])('of %s is refused with its place', (_, catalogue, sentence) => {
    const read = reads(catalogue);
    expect(read).toThrow(CatalogueError);
    expect(read).toThrow(sentence);
  });
});
