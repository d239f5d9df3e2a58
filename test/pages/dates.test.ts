import { describe, expect, test } from 'vitest';
import { dayInUrl, parseStated } from '../../src/pages/dates/dates.ts';
import { extractArticle } from '../../src/pages/extract.ts';
import { jsonLd, type Parts, page, url } from './page.ts';

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().replace(':00.000Z', 'Z');
const stated = (text: string, monthFirst = false) => iso(parseStated(text, monthFirst)?.at);
const published = (parts: Parts, at = url) => iso(extractArticle(page(parts), at)?.publishedAt);

describe('a stated date', () => {
  test.each([
    ['2025-11-24T06:10:00Z', '2025-11-24T06:10Z'],
    ['2025-11-24T06:10:00.123+0100', '2025-11-24T05:10Z'],
    ['2025-11-24 06:10', '2025-11-24T06:10Z'],
    ['20251124T061000', '2025-11-24T06:10Z'],
    ['1763964600', '2025-11-24T06:10Z'],
    ['1763964600000', '2025-11-24T06:10Z'],
    ['Mon, 24 Nov 2025 06:10:00 -0500', '2025-11-24T11:10Z'],
    ['Mon Nov 24 06:10:00 CET 2025', '2025-11-24T05:10Z'],
    ['November 24th, 2025 at 6:10 p.m. EST', '2025-11-24T23:10Z'],
    ['Updated 12:05 AM ET, Tue July 1, 2025', '2025-07-01T04:05Z'],
    ['24. November 2025, 06.10 Uhr', '2025-11-24T06:10Z'],
    ['le 24 novembre 2025 à 6h10', '2025-11-24T06:10Z'],
    ['24 de noviembre de 2025', '2025-11-24T00:00Z'],
    ['24 ноября 2025', '2025-11-24T00:00Z'],
    ['2025年11月24日 06:10', '2025-11-24T06:10Z'],
    ['24.11.2025', '2025-11-24T00:00Z'],
    ['24/11/25', '2025-11-24T00:00Z'],
    ['11/24/2025', '2025-11-24T00:00Z'],
    ['1763964600.0', '2025-11-24T06:10Z'],
    ['24. 11. 2025', '2025-11-24T00:00Z'],
    ["24 November '25", '2025-11-24T00:00Z'],
    ['24-Nov-25', '2025-11-24T00:00Z'],
    ['2025 m. lapkričio 24 d.', '2025-11-24T00:00Z'],
    ['2025. gada 24. novembris', '2025-11-24T00:00Z'],
    ['٢٤ نوفمبر ٢٠٢٥', '2025-11-24T00:00Z'],
    ['२४ नवंबर २०२५', '2025-11-24T00:00Z'],
  ])('%s is read', (text, expected) => {
    expect(stated(text)).toBe(expected);
  });

  test('with slashes follows the habit of the country', () => {
    expect(stated('03/04/2025', true)).toBe('2025-03-04T00:00Z');
    expect(stated('03/04/2025', false)).toBe('2025-04-03T00:00Z');
    expect(stated('03.04.2025', true)).toBe('2025-04-03T00:00Z');
    expect(stated('Mon, 03/10/2025 - 09:15', false)).toBe('2025-03-10T09:15Z');
  });

  test('of exactly midnight in a zone is that day', () => {
    expect(parseStated('2025-06-16T00:00:00+05:00', false)).toEqual({ at: Date.UTC(2025, 5, 16), dayOnly: true });
  });

  test('without a full day, or out of any sensible range, is none', () => {
    for (const text of [
      '',
      'yesterday',
      'November 2025',
      '2025-13-40',
      '24 November',
      '1066-10-14',
      '2399-01-01T00:00:00Z',
      'call 0800 123 456',
    ]) {
      expect(stated(text)).toBeUndefined();
    }
  });
});

test('a full day in a URL is found, and whether a system wrote it; other numbers are none', () => {
  const read = (path: string): string | undefined => {
    const day = dayInUrl(`https://a.example/${path}`);
    return day && `${iso(day.at)?.slice(0, 10)}${day.firm ? ' firm' : ''}`;
  };
  for (const path of [
    '2025/11/24/ferries.html',
    '2025/nov/24/ferries',
    '20251124-ferries.html',
    '2025-11-24/ferries',
    '2025-11/24/c_1234.htm',
    'news/2025/1124/ferries.html',
    'xw/202511/t20251124_1234.html',
  ])
    expect(read(path), path).toBe('2025-11-24 firm');
  for (const path of [
    'ferries-20251124.html',
    'news/ferries-2025-11-24/',
    'news/24-11-2025/ferries',
    'f-24.11.2025.htm',
  ])
    expect(read(path), path).toBe('2025-11-24');
  for (const path of ['2025/11/ferries', 'article-14848218', '?d=2025-11-24', 'news/120251124123', ''])
    expect(read(path), path).toBeUndefined();
});

describe('the publication date', () => {
  const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

  test('comes from JSON-LD before metas, and from metas before the page', () => {
    const head = jsonLd({
      '@type': 'NewsArticle',
      datePublished: '2025-11-24T06:10:00+01:00',
      dateModified: '2025-11-25T09:00:00Z',
    });
    const second = meta('article:published_time', '2025-11-24T08:00:00Z');
    const above = '<time datetime="2025-11-23T10:00:00Z">23 November 2025</time>';
    expect(published({ head: second + head, above })).toBe('2025-11-24T05:10Z');
    expect(published({ head: second, above })).toBe('2025-11-24T08:00Z');
    expect(published({ above })).toBe('2025-11-23T10:00Z');
  });

  test('survives JSON-LD that is not quite JSON', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a\nb","datePublished":"2025-11-24T06:10:00Z",}</script>';
    expect(published({ head })).toBe('2025-11-24T06:10Z');
    expect(published({ head: head.replace('"headline"', 'headline') })).toBe('2025-11-24T06:10Z');
  });

  test('of another article on the page is not taken', () => {
    const aside = '<aside><time datetime="2025-01-02T10:00:00Z">2 January 2025</time></aside>';
    const above = `${aside}<p class="dateline">24 November 2025, 06:10 GMT</p>`;
    expect(published({ above, below: '<div class="related"><time datetime="2025-03-02">March</time></div>' })).toBe(
      '2025-11-24T06:10Z',
    );
    expect(published({ above: aside })).toBeUndefined();
  });

  test('far from the day in the URL yields to the URL', () => {
    const at = 'https://www.harbourpost.example/2025/11/24/ferry';
    expect(published({ head: meta('article:published_time', '2019-02-01T08:00:00Z') }, at)).toBe('2025-11-24T00:00Z');
    expect(published({ head: meta('article:published_time', '2025-11-23T22:00:00Z') }, at)).toBe('2025-11-23T22:00Z');
  });

  test('given as a day is made exact by a time stated for the same day', () => {
    const head = meta('date', '2025-11-24') + meta('article:published_time', '2025-11-24T00:00:00+01:00');
    expect(published({ head })).toBe('2025-11-24T00:00Z');
    expect(published({ head, above: '<time datetime="2025-11-24T06:10:00Z">today</time>' })).toBe('2025-11-24T06:10Z');
  });

  test('is read from a line near the headline when nothing states it for machines', () => {
    expect(published({ above: '<p>Ilves, 24 November 2025</p>' })).toBe('2025-11-24T00:00Z');
    expect(published({ above: '<p>Updated: 25 November 2025 09:00 | Published: 24 November 2025 06:10</p>' })).toBe(
      '2025-11-24T06:10Z',
    );
  });
});
