import { describe, expect, test } from 'vitest';
import { itemsClosed } from '../../../src/engine/permissions/rsl.ts';
import { day, failed, hour, ok, page, site, status } from '../../web/rulesSite.ts';

const origin = 'https://harbour.example';
const tdmrep = `${origin}/.well-known/tdmrep.json`;
const licence = `${origin}/license.xml`;
const everyone = 'User-agent: *\nAllow: /\n';
const reserved = (location: string) => ({ location, 'tdm-reservation': 1 });

test.for([
  ['User-agent: *\nContent-Signal: search=no', 'search'],
  ['User-Agent: *\ncontent-signal: ai-train=no, search = NO\nAllow: /', 'search'],
  ['User-agent: *\nContent-Signal: search=yes, ai-input=no, ai-train=no, use=reference\nAllow: /', 'allowed'],
  ['User-agent: *\nContent-Signal: ai-train=no', 'allowed'],
  ['User-agent: *\nContent-Signal: research=no', 'allowed'],
  ['User-agent: Other\nContent-Signal: search=no\nDisallow: /', 'allowed'],
  ['User-agent: *\nContent-Signal: search=no\n\nUser-agent: Lede\nContent-Signal: search=yes', 'allowed'],
  ['User-agent: *\nContent-Signal: search=yes\n\nUser-agent: Lede\nContent-Signal: search=no', 'search'],
  ['Content-Signal: search=no\n\nUser-agent: *\nDisallow: /tmp', 'search'],
  ['User-agent: *\nDisallow: /2026/\nContent-Signal: search=no', 'robots'],
  ['User-agent: *\nContent-Usage: train-ai=n, search=n\nAllow: /', 'search'],
  ['User-agent: *\nAllow: /\nContent-Usage: / search=n;why="draft"', 'search'],
  ['User-agent: *\nContent-Usage: train-ai=n, search=y', 'allowed'],
  ['User-agent: *\nContent-Usage: /archive/ search=n', 'allowed'],
] as const)('the robots.txt %j: %s', async ([rules, expected]) =>
  expect(await site(ok(rules)).verdict()).toBe(expected),
);

describe('tdmrep.json', () => {
  const harbourWith = (answer: Parameters<typeof site>[0]) => {
    const harbour = site(ok(everyone));
    harbour.put(tdmrep, answer);
    return harbour;
  };
  const verdictBy = (stated: unknown, url = page) => harbourWith(ok(JSON.stringify(stated))).verdict(url);

  test.for([
    [[reserved('/')], 'mining'],
    [[{ location: '/', 'tdm-reservation': 1, 'tdm-policy': 'https://harbour.example/policy.json' }], 'mining'],
    [[{ location: '/', 'tdm-reservation': 0 }], 'allowed'],
    [[{ location: '/', 'tdm-reservation': 2 }], 'allowed'],
    [[reserved('/2025/')], 'allowed'],
    [[reserved('/*/ferry')], 'mining'],
    [[reserved('/2026/ferry$')], 'allowed'],
    [[{ location: '2026/', 'tdm-reservation': '1' }], 'mining'],
    [reserved('/'), 'mining'],
    [{ location: { x: 1 }, 'tdm-reservation': 1 }, 'allowed'],
    [[null, 7, 'x', reserved('/\nallow: /2026')], 'allowed'],
    ['nonsense', 'allowed'],
  ] as const)('%j: %s', async ([stated, expected]) => expect(await verdictBy(stated)).toBe(expected));

  test('the first rule that matches counts', async () => {
    const open = { location: '/', 'tdm-reservation': 0 };
    expect(await verdictBy([open, reserved('/2026/')])).toBe('allowed');
    expect(await verdictBy([reserved('/2026/'), open])).toBe('mining');
    expect(await verdictBy([reserved('/2026/'), open], `${origin}/1997/`)).toBe('allowed');
  });

  test.for([status(404), status(403), status(503), failed, ok('<html>'), ok('['.repeat(400_000)), ok('[')])(
    'a site without one doesn’t take part (%#)',
    async (answer) => expect(await harbourWith(answer).verdict()).toBe('allowed'),
  );

  test('is asked for once a day, and only for a page that robots.txt leaves open', async () => {
    const harbour = site(ok('User-agent: *\nDisallow: /closed/'));
    await harbour.verdict(`${origin}/closed/a`);
    expect(harbour.askedFor).toEqual([]);
    await Promise.all([1, 2, 3].map((n) => harbour.verdict(`${origin}/${n}`)));
    harbour.put(tdmrep, ok(JSON.stringify([reserved('/')])));
    harbour.later(day - 1);
    expect(await harbour.verdict()).toBe('allowed');
    expect(harbour.askedFor).toEqual([tdmrep]);
    harbour.later(1);
    expect(await harbour.verdict()).toBe('mining');
    // The last known rules hold while it fails.
    harbour.put(tdmrep, failed);
    harbour.later(day);
    expect(await harbour.verdict()).toBe('mining');
    expect(harbour.askedFor).toHaveLength(3);
  });

  test('rules designed to be slow or many are limited', async () => {
    const slow = reserved(`/${'*a'.repeat(450)}`);
    expect(await verdictBy([slow], `${origin}/${'a'.repeat(5_000)}`)).toBe('mining');
    const many = Array.from({ length: 5_000 }, (_, n) => reserved(`/${n}/*/x`));
    const harbour = harbourWith(ok(JSON.stringify(many)));
    expect(await harbour.verdict(`${origin}/7/y/x`)).toBe('mining');
    expect(harbour.records.get(tdmrep)?.rules?.split('\n').length).toBeLessThan(1_010);
  });
});

const rsl = (...contents: string[]) => `<rsl xmlns="https://rslstandard.org/rsl">${contents.join('')}</rsl>`;
const content = (licences: string, attributes = 'url="/"') => `<content ${attributes}>${licences}</content>`;
const prohibits = (usage: string) => `<license><prohibits type="usage">${usage}</prohibits></license>`;
const permits = (usage: string, more = '') => `<license><permits type="usage">${usage}</permits>${more}</license>`;

describe('RSL', () => {
  const named = `License: ${licence}\n\n${everyone}`;
  /** A site with this robots.txt, and with this licence. */
  const harbourWith = (robots: string, body: string) => {
    const harbour = site(ok(robots));
    harbour.put(licence, ok(body));
    return harbour;
  };
  const verdictBy = (body: string) => harbourWith(named, body).verdict();

  test.for([
    [content(prohibits('search')), 'licence'],
    [content(prohibits('all')), 'licence'],
    [content(prohibits('ai-all')), 'allowed'],
    [content(permits('search')), 'allowed'],
    [content(permits('ai-train ai-input search')), 'allowed'],
    [content(permits('ai-all')), 'licence'],
    [content(`${permits('all').slice(0, -10)}${prohibits('search').slice(9)}`), 'licence'],
    [content(permits('ai-input', '<payment type="use"/>') + permits('search')), 'allowed'],
    [content(permits('search', '<payment type="attribution"/>')), 'allowed'],
    [content(permits('search', '<payment type="crawl"><amount currency="USD">0.015</amount></payment>')), 'licence'],
    [content(permits('search', '<permits type="geo">US</permits>')), 'licence'],
    [content(permits('search', '<reporting type="telemetry" profile="https://x.example/"/>')), 'licence'],
    [content(permits('search'), 'url="/" server="https://api.example"'), 'licence'],
    [content(prohibits('search'), 'url="/1997/*"'), 'allowed'],
    [content(prohibits('all')) + content(permits('search'), 'url="/2026/"'), 'allowed'],
    [content(permits('search')) + content(prohibits('all')), 'licence'],
    [content(prohibits('all'), 'url="https://www.harbour.example/2026/*"'), 'licence'],
    [content(prohibits('all'), 'url="https://other.example/"'), 'allowed'],
    [content('<schema>https://harbour.example/</schema>'), 'allowed'],
    ['', 'allowed'],
  ] as const)('%s: %s', async ([contents, expected]) => expect(await verdictBy(rsl(contents))).toBe(expected));

  test('a prefix, a page about licences, and a document that never ends', async () => {
    const prefixed = rsl(content(prohibits('all')))
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1r:')
      .replace('xmlns=', 'xmlns:r=');
    expect(await verdictBy(prefixed)).toBe('licence');
    expect(await verdictBy('<html><content url="/"><license><prohibits type="usage">all')).toBe('allowed');
    const endless = rsl(content(prohibits('all'))).slice(0, -6) + '<content url="/x">'.repeat(30_000);
    expect(await verdictBy(endless)).toBe('licence');
  });

  test("a licence in another bot's group doesn't apply to Lede; one outside of groups does", async () => {
    const verdictOf = (robots: string) => harbourWith(robots, rsl(content(prohibits('all')))).verdict();
    const line = `License: ${licence}`;
    expect(await verdictOf(`User-agent: Other\nDisallow: /\n${line}`)).toBe('allowed');
    expect(await verdictOf(`User-agent: Other\nDisallow: /\n\n${line}`)).toBe('licence');
    expect(await verdictOf(`User-agent: Other\nDisallow: /\nSitemap: ${origin}/map.xml\n${line}`)).toBe('licence');
    expect(await verdictOf(`User-agent: *\n\n${line}\nDisallow: /x`)).toBe('licence');
    expect(await verdictOf('License: /license.xml')).toBe('allowed');
  });

  test('a licence that several sites name is requested once a day, and applies to each site by its rules', async () => {
    const other = content(prohibits('all'), 'url="https://mill.example/old/"');
    const sites = harbourWith(named, rsl(content(permits('search')) + other));
    const pages = [page, 'https://mill.example/new', 'https://mill.example/old/1', 'https://harbour.example/old/1'];
    const verdicts: string[] = [];
    for (const url of pages) verdicts.push(await sites.verdict(url));
    expect(verdicts).toEqual(['allowed', 'allowed', 'licence', 'allowed']);
    expect(sites.askedFor.filter((url) => url === licence)).toHaveLength(1);
  });

  test('a file of another site that is called a licence keeps its own meaning', async () => {
    const sites = site(ok(`License: https://mill.example/.well-known/tdmrep.json\n\n${everyone}`), ok(everyone));
    sites.put('https://mill.example/.well-known/tdmrep.json', ok(JSON.stringify([reserved('/')])));
    expect(await sites.verdict()).toBe('allowed');
    expect(await sites.verdict('https://mill.example/1')).toBe('mining');
  });

  test('pages wait while a licence can’t be read; a missing one allows everything', async () => {
    const harbour = site(ok(named));
    harbour.put(licence, status(503));
    expect(await harbour.verdict()).toBe('unknown');
    harbour.put(licence, status(404));
    expect(await harbour.verdict()).toBe('unknown');
    harbour.later(hour);
    expect(await harbour.verdict()).toBe('allowed');
    expect(harbour.askedFor).toEqual([licence, licence, tdmrep]);
  });

  test('in a feed closes single items, or all if it is outside of items', () => {
    const feed = (channel: string, ...items: string[]) =>
      `<rss xmlns:rsl="https://rslstandard.org/rsl"><channel>${channel}${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
    const closed = content(prohibits('search'), 'url=""').replaceAll(/<(\/?)(?=[a-z])/g, '<$1rsl:');
    const items = ['<title>a</title>', closed, closed.replace('search', 'ai-train')];
    expect(itemsClosed(feed('', ...items))).toEqual([false, true, false]);
    expect(itemsClosed(feed(closed, '<title>a</title>'))).toEqual([true]);
    expect(itemsClosed(feed('', `<description><![CDATA[${closed}]]></description>`))).toEqual([false]);
    expect(itemsClosed('<rss><item></item></rss>')).toBeUndefined();
  });

  test('a licence that names usages without end is read in bounded time', () => {
    const feed = `<rss xmlns:rsl="https://rslstandard.org/rsl"><item><rsl:content><rsl:license>`;
    const usage = '<rsl:permits type="usage">ai-train</rsl:permits>'.repeat(200_000);
    expect(itemsClosed(`${feed}${usage}</rsl:license></rsl:content></item></rss>`)).toEqual([true]);
  });

  test('is kept for less than a robots.txt, so that a site that names many pushes no other’s robots.txt out', async () => {
    const harbour = harbourWith(named, rsl(content(permits('search'))));
    expect(await harbour.verdict()).toBe('allowed');
    const [robots = 0, ...others] = harbour.kept.values();
    expect(others).toHaveLength(2);
    for (const ttl of others) expect(ttl).toBeLessThan(robots / 2);
  });

  test('an address with a control character, which PostgreSQL may refuse to store, is not taken for a licence', async () => {
    const harbour = site(ok(`License: ${licence}?\u0000\n\n${everyone}`));
    expect(await harbour.verdict()).toBe('allowed');
    expect(harbour.askedFor).toEqual([tdmrep]);
  });
});
