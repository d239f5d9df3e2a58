import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createArchiveFetcher, readArchive } from '../../scripts/archive/archive.ts';
import { record } from '../../scripts/archive/record.ts';
import { replayArchive } from '../../scripts/replay.ts';
import { called } from '../cli/called.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { catalogueOf, outletOf } from './madeUpCatalogue.ts';

const hour = 3_600_000;
/** Monday 23 November 2026, 00:00 UTC. */
const monday = Date.UTC(2026, 10, 23);
const day = 24 * hour;

const outlets = ['Harbour Post', 'Courier', 'Lantern'];
const idOf = (name: string) => name.toLowerCase().replace(/\W+/g, '-');
const feedOf = (name: string) => `https://${idOf(name)}.example/world.xml`;
const feedsOf = (name: string) => [{ url: feedOf(name), topicId: 'world', general: true }];
const catalogue = catalogueOf(outlets.map((name) => outletOf(idOf(name), feedsOf(name), name)));

interface Told {
  title: string;
  text: string;
  at: number;
}

const itemXml = (name: string, { title, text, at }: Told) =>
  `<item><title>${title}</title><link>https://${idOf(name)}.example/${at / hour}</link><guid>${idOf(name)}-${at}</guid>` +
  `<pubDate>${new Date(at).toUTCString()}</pubDate><description>${text}</description></item>`;
const documentXml = (name: string, items: readonly Told[]) =>
  `<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>${name}</title>${items
    .map((item) => itemXml(name, item))
    .join('\n')}</channel></rss>`;

const ferry = (name: string, at: number): Told => ({
  title: `Ferry crews of Brannick walk out over pay, ${name} learns`,
  text: `About 900 deckhands of the Brannick ferries stopped work on ${name === 'Courier' ? 'the quay' : 'all routes'} at four in the morning over their pay.`,
  at,
});
const water = (at: number): Told => ({
  title: 'Parliament passes the water bill by three votes',
  text: 'The upper house agreed to the water bill by 41 votes to 38 late on Monday after nine hours of debate.',
  at,
});

/** An archive made by three recordings, on Sunday, Monday and Tuesday morning. */
function archive(): string {
  const folder = scratchFolder();
  const told = new Map<string, Told[]>(outlets.map((name) => [name, []]));
  const at = (moment: number, news: Partial<Record<string, Told>>) => {
    for (const [name, one] of Object.entries(news)) if (one) told.get(name)?.unshift(one);
    const answers = outlets.map((name) => ({ url: feedOf(name), text: documentXml(name, told.get(name) ?? []) }));
    return record(folder, catalogue, answers, moment);
  };
  at(monday - 20 * hour, {
    Courier: { ...water(monday - 21 * hour), title: 'A bridge is painted', text: 'It is blue now.' },
  });
  at(monday + 4 * hour, {
    'Harbour Post': ferry('Harbour Post', monday + 3 * hour),
    Courier: ferry('Courier', monday + 3.5 * hour),
  });
  at(monday + day + 2 * hour, { Lantern: water(monday + day + hour), Courier: water(monday + day + hour) });
  return folder;
}

test('a recording stores when an item was first seen and each version of it, and nothing for known ones', () => {
  const folder = archive();
  const post = readArchive(folder).feeds.find(({ url }) => url === feedOf('Courier'));
  const titleIn = (xml = '') => /<title>(.{8})/.exec(xml)?.[1];
  expect(post?.items.map(({ versions, at }) => [titleIn(versions[0]?.[1]), (at - monday) / hour])).toEqual([
    ['A bridge', -21],
    ['Ferry cr', 4],
    ['Parliame', 26],
  ]);
  const changed = documentXml('Courier', [{ ...ferry('Courier', monday + 3.5 * hour), title: 'Ferry crews are back' }]);
  expect(record(folder, catalogue, [{ url: feedOf('Courier'), text: changed }], monday + 2 * day)).toBe(0);
  const item = readArchive(folder).feeds.find(({ url }) => url === feedOf('Courier'))?.items[1];
  expect(item?.versions.map(([at]) => (at - monday) / hour)).toEqual([4, 48]);
  expect(readdirSync(folder).sort()).toEqual(['catalogue.json', 'feeds.json.gz']);
  expect(gunzipSync(readFileSync(join(folder, 'feeds.json.gz'))).toString()).toContain('encoding=\\"UTF-8\\"');
});

test('an archive answers as of the clock, conditionally, and with 404 for what it does not hold', async () => {
  let now = monday - day;
  const fetcher = createArchiveFetcher(readArchive(archive()), () => now);
  const request = { accept: '*/*' };
  const first = await fetcher.get(feedOf('Courier'), request);
  if (first.kind !== 'ok') throw new Error(first.kind);
  expect(Buffer.from(first.body).toString()).not.toContain('Ferry');
  expect(await fetcher.get(feedOf('Courier'), { ...request, etag: first.headers.etag })).toMatchObject({ status: 304 });
  now = monday + 5 * hour;
  const later = await fetcher.get(feedOf('Courier'), { ...request, etag: first.headers.etag });
  expect(later.kind === 'ok' && Buffer.from(later.body).toString()).toContain('Ferry');
  expect(await fetcher.get('https://elsewhere.example/', request)).toMatchObject({ kind: 'http', status: 404 });
});

test('a replay writes each morning’s digests to read and to measure, as they were posted', async () => {
  const out = scratchFolder();
  const words = [archive(), '--from', '2026-11-23', '--days', '2', '--out', out];
  const told = { code: 0, out: `2 mornings in ${out}.\n`, errors: '' };
  expect(await called(replayArchive, words)).toEqual(told);
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  const second = JSON.parse(read('2026-11-24.json'));
  const [place] = second.digests.all.places;
  expect(place.title).toMatch(/^Ferry crews of Brannick/);
  expect(second.digests.all.texts.join('\n')).toContain(place.sentences[0].text);
  expect(second.digests.world.places[0].storyId).toBe(place.storyId);
  const ferries = second.stories.filter(({ story }: { story: string }) => story === place.storyId);
  expect(ferries.map(({ outlet }: { outlet: string }) => outlet).sort()).toEqual(['Courier', 'Harbour Post']);
  expect(read('2026-11-23.txt')).toMatch(/===== #all\n\n## Monday,? 23 November\n/);
});

test('a folder without an archive and an unknown topic are refused with a sentence', async () => {
  const empty = scratchFolder();
  expect(() => readArchive(empty)).toThrow('npm run poll -- --record');
  writeFileSync(join(empty, 'feeds.json.gz'), 'nothing');
  expect(() => readArchive(empty)).toThrow('is no recording of feeds');
  const told = await called(replayArchive, [archive(), '--topics', 'sports']);
  expect(told).toMatchObject({ code: 2, errors: expect.stringContaining('no topic “sports”') });
});
