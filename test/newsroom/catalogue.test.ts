import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue, CatalogueError, generalFeedUrls, readCatalogue } from '../../src/newsroom/catalogue.ts';
import { scratchFolder } from '../storage/scratch.ts';

const { topics, outlets } = readCatalogue(builtInCatalogue);
const feeds = outlets.flatMap((outlet) => outlet.feeds.map((feed) => ({ ...feed, outlet })));

/**
 * Domains that the catalogue must not contain: aggregators, proxies, hosts of podcasts and newsletters, press-release
 * wires, state-controlled outlets and satire.
 */
const refused = `
feedblitz.com feedburner.com google.com hnrss.org megaphone.fm nitter.net openrss.org reddit.com rss.app
rsshub.app siftrss.com simplecast.com beehiiv.com medium.com substack.com tumblr.com youtube.com
businesswire.com eurekalert.org globenewswire.com prnewswire.com cgtn.com chinadaily.com.cn globaltimes.cn
presstv.ir rt.com sputniknews.com tass.com tasnimnews.com xinhuanet.com babylonbee.com theonion.com
`.split(/\s+/);

/** The registrable domain of a URL. Knows only the public suffixes that occur in the catalogue. */
function domainOf(url: string): string {
  const labels = new URL(url).hostname.split('.');
  return labels.slice(/^(?:ac|co|com|org)$/.test(labels.at(-2) ?? '') ? -3 : -2).join('.');
}

const idsIn = (language: string) => topics.filter((topic) => topic.language === language).map(({ id }) => id);
const inTopic = (id: string) => feeds.filter(({ topicId }) => topicId === id);
const duplicates = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe('the built-in catalogue', () => {
  test('has the topics that the commands and texts name, in each language no more than a select holds', () => {
    expect(idsIn('en').join(' ')).toBe(
      'world politics business technology science health climate sports entertainment gaming space security',
    );
    expect(idsIn('de').join(' ')).toBe(
      'deutschland welt oesterreich-schweiz wirtschaft technik wissenschaft sport kultur',
    );
    expect(idsIn('fr').join(' ')).toBe('france monde politique economie numerique sciences sports-fr culture');
    expect(idsIn('es').join(' ')).toBe('espana mexico argentina america-latina mundo economia tecnologia deportes');
    for (const language of ['en', 'de', 'fr', 'es']) expect(idsIn(language).length).toBeLessThanOrEqual(25);
  });

  test.each(topics.map(({ id }) => id))('reads for %s one feed an outlet, 11 confirmed ones of 10 owners', (id) => {
    const ids = inTopic(id).map(({ outlet }) => outlet.id);
    const confirmed = inTopic(id).filter(({ seen }) => seen !== undefined);
    expect(duplicates(ids)).toEqual([]);
    expect(confirmed.length).toBeGreaterThanOrEqual(11);
    expect(new Set(confirmed.map(({ outlet }) => outlet.owner || outlet.id)).size).toBeGreaterThanOrEqual(10);
  });

  test('gives day and place for each confirmed feed, and most feeds are confirmed', () => {
    const confirmed = feeds.filter(({ seen }) => seen !== undefined);
    expect(confirmed.length / feeds.length).toBeGreaterThan(0.9);
    for (const { url, seen } of confirmed) {
      expect(seen?.on, url).toMatch(/^2026-/);
      expect(seen?.in, url).toMatch(/^[\w.-]+\/[\w.-]+(?:@[0-9a-f]{7}| \S+(?: \S+)?)$/);
    }
  });

  test('has world news from many countries, at most a third of it American', () => {
    const countries = inTopic('world').map(({ outlet }) => outlet.country);
    expect(new Set(countries).size).toBeGreaterThanOrEqual(15);
    expect(countries.filter((country) => country === 'US').length / countries.length).toBeLessThan(1 / 3);
  });

  test.each([
    ['en', 15],
    ['de', 3],
    ['fr', 4],
    ['es', 9],
  ])('calls front pages and world feeds general, in %s of %i countries, and no special feed', (language, countries) => {
    const general = feeds.filter((feed) => feed.general === true && feed.outlet.language === language);
    expect(new Set(general.map(({ outlet }) => outlet.id)).size).toBeGreaterThanOrEqual(15);
    expect(new Set(general.map(({ outlet }) => outlet.country)).size).toBeGreaterThanOrEqual(countries);
    const fronts = `world deutschland welt oesterreich-schweiz france monde espana mexico argentina america-latina
      mundo`.split(/\s+/);
    expect(general.filter(({ topicId }) => !fronts.includes(topicId))).toEqual([]);
    const urls = generalFeedUrls({ outlets });
    expect(general.filter(({ url }) => !urls.has(url))).toEqual([]);
  });

  test('has no id, name or address twice', () => {
    const address = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
    expect(duplicates(outlets.map(({ id }) => id))).toEqual([]);
    expect(duplicates(outlets.map(({ name }) => name))).toEqual([]);
    expect(duplicates(feeds.map(({ url }) => address(url)))).toEqual([]);
    expect(duplicates(topics.flatMap(({ names }) => [names.en]))).toEqual([]);
    for (const language of ['de', 'fr', 'es']) {
      expect(duplicates(topics.flatMap(({ names }) => names[language] ?? []))).toEqual([]);
    }
  });

  test('reads over https, and each topic in its own language', () => {
    expect(feeds.filter(({ url }) => !url.startsWith('https://'))).toEqual([]);
    const languages = new Map(topics.map(({ id, language }) => [id, language]));
    expect(feeds.filter(({ topicId, outlet }) => languages.get(topicId) !== outlet.language)).toEqual([]);
    for (const language of ['de', 'fr', 'es']) {
      expect(outlets.filter((outlet) => outlet.language === language).length).toBeGreaterThanOrEqual(15);
    }
  });

  test('has no aggregator, proxy, podcast, press-release wire, propaganda or satire', () => {
    const hosts = [...feeds.map(({ url }) => url), ...outlets.map(({ siteUrl }) => siteUrl)];
    expect(hosts.filter((url) => refused.includes(domainOf(url)))).toEqual([]);
    expect(feeds.filter(({ url }) => /podcast|\.mp3/i.test(url))).toEqual([]);
  });
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

  test('is read as a list of addresses alone: no language, no country, nothing seen, nothing checked', () => {
    const bare = { id: 'harbour', names: named, colour: 1 };
    const feed = { url: 'https://harbour.example/feed', topicId: 'harbour', general: true };
    const listed = { ...outlet, country: '', owner: '', feeds: [feed], checked: null };
    expect(reads({ topics: [bare], outlets: [listed] })()).toEqual({ topics: [bare], outlets: [listed] });
  });

  test.each<[string, boolean, string[]]>([
    ['the marked feeds, whatever their topics', true, ['science']],
    ['those of the topics world and politics where none is marked', false, ['politics', 'world']],
  ])('has as general feeds %s', (_, general, urls) => {
    const ids = ['world', 'politics', 'science'];
    const feedsOf = ids.map((topicId) => ({
      url: `https://harbour.example/${topicId}`,
      topicId,
      ...(topicId === 'science' && { general }),
    }));
    const listed = { topics: ids.map((id) => ({ ...first, id })), outlets: [{ ...outlet, feeds: feedsOf }] };
    const found = [...generalFeedUrls(reads(listed)())].sort();
    expect(found).toEqual(urls.map((path) => `https://harbour.example/${path}`));
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

  describe('that extends the built-in one', () => {
    const layer = (more: object) => reads({ extends: 'built-in', ...more })();
    const mine = { id: 'harbour', names: { en: 'Harbour' }, colour: 1 };
    const feed = { url: 'https://harbour.example/feed', topicId: 'harbour' };
    const post = { ...outlet, id: 'harbour-post', name: 'Harbour Post', feeds: [feed] };

    test('adds topics and outlets after those of the built-in one', () => {
      const found = layer({ topics: [mine], outlets: [post] });
      expect(found.topics).toEqual([...topics, mine]);
      expect(found.outlets).toEqual([...outlets, post]);
    });

    test('replaces what has the same id, in its place', () => {
      const found = layer({
        topics: [{ ...first, names: named }],
        outlets: [{ ...outlet, name: 'Renamed', feeds: outlet?.feeds.slice(0, 1) }],
      });
      expect(found.topics.map(({ names }) => names.en)).toEqual([
        'Europe',
        ...topics.slice(1).map(({ names }) => names.en),
      ]);
      expect(found.outlets[0]).toMatchObject({ id: outlet?.id, name: 'Renamed' });
      expect(found.outlets).toHaveLength(outlets.length);
    });

    test('leaves out topics with their feeds, and outlets', () => {
      const found = layer({ without: { topics: ['gaming'], outlets: ['bbc'] } });
      expect(found.topics.some(({ id }) => id === 'gaming')).toBe(false);
      const left = found.outlets.flatMap(({ feeds }) => feeds);
      expect(left.some(({ topicId }) => topicId === 'gaming')).toBe(false);
      expect(found.outlets.some(({ id, feeds }) => id === 'bbc' || feeds.length === 0)).toBe(false);
      expect(found.outlets.length).toBeGreaterThan(200);
    });

    test.each([
      ['a name that the built-in one lacks', { without: { topics: ['harbour-x'] } }, 'no “harbour-x” to leave out'],
      ['a topic that is nowhere', { outlets: [post] }, 'Every feed must name a topic'],
      ['another base', { extends: 'elsewhere' }, 'extends: '],
      ['a typing error', { topic: [] }, 'topic'],
    ])('is refused with %s', (_, more, sentence) => {
      expect(() => layer(more)).toThrow(CatalogueError);
      expect(() => layer(more)).toThrow(sentence);
    });
  });
});
