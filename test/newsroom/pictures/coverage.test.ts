import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type CoverageChart, coverageSvg } from '../../../src/newsroom/pictures/coverage.ts';
import { isDrawable, partsFor } from '../../../src/newsroom/pictures/fonts.ts';
import { testPool as pool } from '../../reading/pool/testPool.ts';

const row = (label: string, ...spans: number[]) => ({
  label,
  counts: Array.from({ length: 8 }, (_, span) => Number(spans.includes(span))),
  corrected: [],
});
const chart = (rows: CoverageChart['rows']): CoverageChart => ({
  ...{ spans: 8, all: [2, 0, 1, 0, 0, 0, 0, 1], heading: 'Reports per hour · UTC', rows },
  ticks: [{ at: 0, label: '04:00' }],
  legend: { first: 'first report', corrected: 'correction' },
});

/** Decodes an 8-bit RGBA PNG while ignoring row filters, which is enough to see where something is drawn. */
function pixelsOf(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), data: inflateSync(Buffer.concat(parts)) };
}

test('a worker draws it as PNG, without any font of the machine', async () => {
  const png = await pool.draw(chart([{ ...row('Harbour Post', 0, 2), first: 0 }, row('Новая газета', 0)]));
  expect(Buffer.from(png.subarray(0, 4)).toString('latin1')).toBe('\u0089PNG');
  const { width, height, data } = pixelsOf(png);
  expect([width, height]).toEqual([1_040, 2 * (30 + 64 + 12 + 48 + 56)]);
  expect(data.length).toBe(height * (1 + 4 * width));
  expect(png.length).toBeLessThan(100_000);
  // The picture contains the names, so other names give another picture.
  const other = await pool.draw(chart([{ ...row('Harbour Mail', 0, 2), first: 0 }, row('Новая газета', 0)]));
  expect(Buffer.compare(png, other)).not.toBe(0);
  const none = await pool.draw(chart([{ ...row('', 0, 2), first: 0 }, row('', 0)]));
  expect(none.length).toBeLessThan(png.length);
});

test('every bundled part of the font is there and draws', async () => {
  const names = ['Süddeutsche', 'Łódź', 'Медуза', 'Ελλάδα', 'Tuổi Trẻ'];
  expect(partsFor(names.join('')).sort()).toEqual(['cyrillic', 'greek', 'latin', 'latin-ext', 'vietnamese']);
  for (const name of names) {
    const [drawn, empty] = await Promise.all([name, ''].map((label) => pool.draw(chart([row(label, 1)]))));
    expect(drawn?.length, name).toBeGreaterThan(empty?.length ?? 0);
  }
});

test('says which names the font lacks', () => {
  for (const name of ['Le Monde', 'Die Zeit – Politik', 'Коммерсантъ', 'Καθημερινή', 'heise online', 'a16z & Co.'])
    expect(isDrawable(name), name).toBe(true);
  for (const name of ['朝日新聞', 'العربية', 'הארץ', '한겨레', 'News 📰']) expect(isDrawable(name), name).toBe(false);
});

test('holds nothing of a name but its letters', () => {
  const svg = coverageSvg(chart([row('<image href="http://x/">&\u0000\u001b"\'', 1)]));
  expect(svg).not.toMatch(/<image|http:\/\/x|&(?!#\d+;)/);
  // The namespace is the only URL.
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toContain('://');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for control characters
  expect(svg).not.toMatch(/[\u0000-\u001f]/);
});

test('cuts a long name where its line ends', () => {
  const svg = coverageSvg(chart([row('The Very Long Gazette of Northern Harbours', 1), row('WWWWWWWWWWWWWWWWWW', 1)]));
  const labels = [...svg.matchAll(/text-anchor="end">([^<]*…)</g)].map(([, label]) => label);
  expect(labels).toEqual(['The Very Long Gaz…', 'WWWWWWWWWWWW…']);
});
