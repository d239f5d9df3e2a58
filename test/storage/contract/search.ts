import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StoryRecord } from '../../../src/storage/records/stories/stories.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { type Dialect, emptyStorage, idsOf, sharedStorage, story } from './dialect.ts';

const titles: Readonly<Record<string, string>> = {
  ferry: 'Ferry deckhands walk out across the Sound',
  water: 'Parliament passes the water bill by three votes',
  election: 'Präsidentenwahl in Österreich: Köln und München warten',
  street: 'Neue Straße für Fahrräder eröffnet',
  mueller: 'Müller gewinnt das Finale',
  chess: 'Ilves draws with Marchetti after six hours',
  comet: 'Comet seen very low in the west',
};
const day = 86_400_000;

/** Stores a story; by default everyone may see it, one outlet reports it, and its time is 0. */
async function store(
  records: Records,
  { id, title, body = title, ...more }: { id: string; title: string; body?: string } & Partial<StoryRecord>,
): Promise<void> {
  await records.stories.save(story(id, { title, firstAt: 0, lastAt: 0, newsAt: 0, ...more }), []);
  await records.search.index(id, [{ title, body, feedId: more.open === false ? 'own' : undefined }]);
}

const finding = (records: Records) => async (query: string) => (await records.search.find(query, undefined, 5)).ids;

export function searchSuite(dialect: Dialect): void {
  describe(`search in ${dialect.name}`, () => {
    const shared = sharedStorage(dialect);
    beforeAll(() =>
      shared.storage.transaction(async (records) => {
        for (const [id, title] of Object.entries(titles))
          await store(records, { id, title, body: `${title}\nNichts weiter.` });
      }),
    );
    const found = (query: string) => finding(shared.storage.records)(query);
    const first = async (query: string) => (await found(query))[0];

    test.each([
      ['ferry', 'FERRY Sound', 'fery', 'deckhnads sound', 'dec', 'deckh', 'ferry de'],
      ['water', 'parliment', 'water bil', 'votes parliam', 'voting'],
      ['chess', 'marcheti'],
      ['election', 'prasidentenwahl', 'Praesidentenwahl', 'koeln', 'Muenchen'],
      ['street', 'strasse', 'Fahrraeder'],
      ['mueller', 'mueller', 'muller', 'Müler'],
    ])('%s is found by its words, unfinished, misspelt or in another spelling', async (id, ...queries) => {
      for (const query of queries) expect(await first(query), query).toBe(id);
    });

    test('words that no story contains together find the nearest stories, marked as such; words like none find nothing', async () => {
      const { search } = shared.storage.records;
      const { ids, loose } = await search.find('ferry parliament', undefined, 5);
      expect(loose).toBe(true);
      expect([...ids].sort()).toEqual(['ferry', 'water']);
      expect((await search.find('ferry', undefined, 5)).loose).toBe(false);
      for (const query of ['xylophone', '', '!?…']) expect(await found(query)).toEqual([]);
    });

    test('a mistyped word is asked back, and a word with the same first letter was meant', async () => {
      const { search } = shared.storage.records;
      expect(await search.find('fery', undefined, 5)).toEqual({ ids: ['ferry'], loose: true, meant: 'ferry' });
      expect(await search.find('deckhnads sound', undefined, 5)).toMatchObject({ meant: 'deckhands sound' });
    });

    test('no text breaks it, and none is read as a query language', async () => {
      const marks = fc.constantFrom('"', '*', '^ferry', '-ferry', 'ferry AND (');
      const syntax = fc.constantFrom('ferry OR', 'NEAR(ferry', 'title:ferry', "'; drop table stories; --");
      const more = fc.constantFrom('{title}: x', '\u0000', 'a"b"c', "ferry & !a <-> b:*'");
      const text = fc.oneof(marks, syntax, more, fc.string({ unit: 'grapheme', maxLength: 60 }));
      const check = fc.asyncProperty(text, async (query) => void (await found(query)));
      await fc.assert(check, { numRuns: 150, seed: 7 });
    });

    test('a story is found by its present words, and not after it is gone', async () => {
      const { storage } = shared;
      const animals = (name: string) =>
        storage.transaction((records) => store(records, { id: 'moving', title: `${name} on the line` }));
      await animals('Zebras');
      expect(await first('zebras')).toBe('moving');
      await animals('Giraffes');
      expect(await found('zebras')).toEqual([]);
      expect(await first('girafes')).toBe('moving');
      await storage.transaction((records) => records.search.remove(['moving']));
      expect(await found('giraffes')).toEqual([]);
      expect((await storage.records.search.sweepTerms('', 500)).forgotten).toBeGreaterThan(0);
      expect(await found('girafes')).toEqual([]);
    });

    describe('related stories', () => {
      const related = async (id: string, serverId?: string) => {
        const { title } = (await shared.storage.records.stories.byId(id)) ?? { title: '' };
        return shared.storage.records.search.related(id, title, serverId, 5);
      };

      test("share two rare words of the title; common words or a single one don't count", async () => {
        await shared.storage.transaction(async (records) => {
          await store(records, { id: 'vote', title: 'Deckhands vote for a strike at the ferry company Soundline' });
          await store(records, { id: 'deal', title: 'Ferry strike on the Sound ends with a deal on pay' });
          await store(records, { id: 'bus', title: 'Drivers of the night bus strike' });
          for (let n = 0; n < 20; n += 1)
            await store(records, { id: `f${n}`, title: `Council after meeting number ${n} in town` });
          await store(records, { id: 'town', title: 'Council in town after storm' });
        });
        expect((await related('vote')).sort()).toEqual(['deal', 'ferry']);
        expect(await related('deal')).toContain('vote');
        expect(await related('bus')).toEqual([]);
        expect(await related('town')).toEqual([]);
      });

      test('are those that the server may see', async () => {
        await shared.storage.transaction((records) =>
          store(records, { id: 'closed', title: 'Ferry strike at Soundline', open: false }),
        );
        expect(await related('vote')).not.toContain('closed');
        expect(await related('closed')).toContain('vote');
      });

      test('are found by words that are rare among texts that the server may see', async () => {
        const storage = await emptyStorage(dialect);
        await storage.transaction(async (records) => {
          await store(records, { id: 'vote', title: 'Deckhands vote for a strike at Soundline' });
          await store(records, { id: 'deal', title: 'Strike at Soundline ends with a deal' });
          for (let n = 0; n < 30; n += 1)
            await store(records, { id: `own${n}`, title: `Strike at Soundline, day ${n}`, open: false });
        });
        expect(await storage.records.search.related('vote', 'Strike at Soundline', 's', 5)).toEqual(['deal']);
      });
    });

    test('of stories that contain the words equally, the one that more outlets report, and report now, comes first', async () => {
      const { records } = await emptyStorage(dialect);
      const tell = (id: string, title: string, voices: number, newsAt: number) =>
        store(records, { id, title, body: `${title}\n${'What else was said. '.repeat(voices)}`, voices, newsAt });
      await tell('chamber', 'Chamber sends water bill to the Senate, 96 to 84', 3, 20 * day);
      await tell('senate', 'Senate passes water bill by 41 votes to 38', 7, 22 * day);
      await tell('harbour', 'Harbour opens its new bridge over the water', 9, 23 * day);
      await tell('old', 'Senate passes water bill of the last century', 1, day);
      const idsFound = finding(records);
      expect(await idsFound('water bill')).toEqual(['senate', 'chamber', 'old']);
      expect(await idsFound('bridge')).toEqual(['harbour']);
      expect((await idsFound('water'))[0]).toBe('harbour');
    });

    describe('among more texts than are ranked', () => {
      const texts = 2_400;
      const many = sharedStorage(dialect);
      beforeAll(() =>
        many.storage.transaction(async (records) => {
          for (let n = 0; n < texts; n += 1) {
            const title = n % 100 === 0 ? `Harbour report ${n}` : `Item ${n}`;
            const body = `The harbour of the town said so again${n === 7 ? ', says the lighthouse keeper' : ''}.`;
            await store(records, { id: `s${n}`, title, body, newsAt: n * 1_000 });
          }
        }),
      );
      const find = (query: string, limit = 25) => many.storage.records.search.find(query, undefined, limit);

      test('the newest thousand that hold everyday words are ranked, by title and news', async () => {
        const { ids, loose } = await find('harbour', 12);
        const expected = [2300, 2200, 2100, 2000, 1900, 1800, 1700, 1600, 1500, 1400, 2399, 2398].map((n) => `s${n}`);
        expect([ids, loose]).toEqual([expected, false]);
      });

      test('a rare word finds its text among everyday ones, however old', async () => {
        expect(await find('the harbour lighthouse')).toEqual({ ids: ['s7'], loose: false });
        const { ids } = await find('town harbour');
        expect(await find('town harbor')).toEqual({ ids, loose: true, meant: 'town harbour' });
        expect(await find('the harbour lighthouse of xylophones')).toEqual({ ids: ['s7'], loose: true });
      });

      test('words that are repeated count once, and one letter is a word by itself', async () => {
        const { ids } = await find('harbour');
        expect((await find('harbour '.repeat(25))).ids).toEqual(ids);
        expect((await find('s')).ids).toEqual([]);
        expect((await find('sa')).ids).toHaveLength(25);
      });
    });

    test('German is found as typed without a German keyboard, even if no title has the word', async () => {
      const { records } = await emptyStorage(dialect);
      const body = 'Keine Fähren fahren, und die Straßen sind voll. Im Museum steht ein Röntgengerät.';
      await store(records, { id: 'sund', title: 'Stillstand auf dem Sund', body });
      await store(records, { id: 'poet', title: 'A poet reads', body: 'Does he press on? The blue queue went home.' });
      const idsFound = finding(records);
      for (const query of ['Faehren', 'faehre', 'strassen', 'Straßen', 'roentgengeraet museum', 'Faehren strassen'])
        expect(await idsFound(query), query).toEqual(['sund']);
      for (const query of ['poet', 'press', 'blue queue', 'does'])
        expect(await idsFound(query), query).toEqual(['poet']);
    });

    test('scripts without spaces are found by any word of the title or the text, and by no part of another', async () => {
      const storage = await emptyStorage(dialect);
      const { records } = storage;
      const quake = '政府は避難を呼びかけた。NATO加盟も。';
      await store(records, { id: 'quake', title: '北部の島で強い地震、フェリー運休', body: quake });
      await store(records, { id: 'vote', title: '国会、水道法を可決 地方は震える', body: '首相は歓迎した。' });
      await store(records, { id: 'zh', title: '北方岛屿发生强烈地震', body: '渡轮停运。' });
      await store(records, { id: 'th', title: 'แผ่นดินไหวรุนแรงทางเหนือ', body: 'เรือหยุดเดิน' });
      for (const [query, ...ids] of [
        ['地震', 'quake', 'zh'],
        ['強い地震', 'quake'],
        ['フェリー 地震', 'quake'],
        ['避難', 'quake'],
        ['nato', 'quake'],
        ['NATO加盟', 'quake'],
        ['水道', 'vote'],
        ['แผ่นดินไหว', 'th'],
      ] as const)
        expect((await finding(records)(query)).sort(), query).toEqual(ids);
      expect(idsOf(await records.search.holding(['地震'], undefined, -1, 5)).sort()).toEqual(['quake', 'zh']);
      expect(await records.search.holding(['水道'], undefined, -1, 5)).toMatchObject([{ id: 'vote' }]);
      expect((await records.search.openTextsOf(['quake'])).get('quake')?.text).toContain('NATO');
      await records.search.sweepTerms('', 500);
      await storage.mergeSearch();
      expect(await finding(records)('強い地震')).toEqual(['quake']);
    });
  });
}
