import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, GroupedArticle, PlacedArticle } from '../../../src/engine/stories/change.ts';
import { createGrouper, type Grouper, UnknownArticle } from '../../../src/engine/stories/grouper.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 24, 6);

let next = 0;
function article(title: string, text: string, more: Partial<GroupedArticle> = {}): GroupedArticle {
  next += 1;
  return { id: `a${next}`, outlet: `Outlet ${next}`, title, text, publishedAt: start + next * 60_000, ...more };
}

type Four = [GroupedArticle, GroupedArticle, GroupedArticle, GroupedArticle];
/** Articles by their titles, a minute apart. */
const articles = (told: Record<string, string>) =>
  Object.entries(told).map(([title, text]) => article(title, text)) as Four;

const ferry = articles({
  'Ferry crews walk out across the Sound':
    'About 900 deckhands stopped work on the Harl Sound ferries on Tuesday in a row over night shifts.',
  'Harl Sound ferries halted as deckhands strike over night shifts':
    'Ferry traffic across the Harl Sound stood still after 900 deckhands walked out.',
  'Deckhands strike stops ferries on the Harl Sound':
    'The walkout over night shifts left commuters stranded at four ferry piers.',
  'Stranded at the pier: commuters on the ferry strike':
    'Commuters queued at Harl piers as the deckhands of the ferries stopped work over night shifts.',
});
const water = articles({
  'Parliament passes the water bill':
    'The upper house agreed the water bill by 41 votes to 38 late on Monday, ending a year of quarrels over wells.',
  'Water bill passes upper house by three votes':
    'Parliament approved the contested water bill on wells and tariffs with 41 votes to 38.',
  'Wells and tariffs: upper house backs water bill':
    'The water bill became law after parliament voted 41 to 38 for the new tariffs on wells.',
});
const moose = article('Moose delays the night train', 'A moose near Tornvik held up the night train for two hours.');
const all = [...ferry, ...water, moose];
const events = [ferry, water, [moose]].map((event) => event.map(({ id }) => id));

/** The ids of these articles, grouped by story. */
const partition = (grouper: Grouper, of: readonly GroupedArticle[]) =>
  [...Map.groupBy(of, ({ id }) => grouper.storyOf(id)).values()].map((part) => part.map(({ id }) => id));

const addAll = (grouper: Grouper, articles: readonly GroupedArticle[]): Change[] =>
  articles.flatMap((one) => grouper.add(one));

function grouperOf(articles: readonly GroupedArticle[]): Grouper {
  const grouper = createGrouper();
  addAll(grouper, articles);
  return grouper;
}

/** Story ids by article, after applying the changes in order as the database does. */
function replay(changes: readonly Change[], stories = new Map<string, string>()): Map<string, string> {
  for (const change of changes) {
    if (change.kind === 'placed') stories.set(change.articleId, change.storyId);
    else if (change.kind === 'moved') for (const id of change.articleIds) stories.set(id, change.into);
    else for (const [id, story] of stories) if (story === change.from) stories.set(id, change.into);
  }
  return stories;
}

describe('the grouper', () => {
  test('puts reports of one event together and keeps others apart', () => {
    expect(partition(grouperOf(all), all)).toEqual(events);
  });

  test('reaches the same stories in any order of arrival', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(partition(grouperOf(order), all)).toEqual(events);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test('names a new story by its first article', () => {
    expect(createGrouper().add(moose)).toMatchObject([{ kind: 'placed', storyId: moose.id, isNew: true }]);
  });

  test('gives the words that link an article to its story, as the article writes them', () => {
    const [change] = grouperOf([ferry[0]]).add(ferry[1]);
    expect(change).toMatchObject({ kind: 'placed', isNew: false, storyId: ferry[0].id });
    const reasons = (change as Extract<Change, { kind: 'placed' }>).reasons;
    expect(reasons.probability).toBeGreaterThan(0.5);
    expect(reasons.words).toContain('Sound');
    expect(reasons.words.length).toBeLessThanOrEqual(8);
    const written = `${ferry[1].title} ${ferry[1].text}`;
    for (const word of reasons.words) expect(written).toContain(word);
  });

  test('shows no small number as a reason', () => {
    const text = 'The count ended at 20.04 with 812 votes for the strike and 14 against it.';
    const grouper = grouperOf([article('Deckhands vote 812 to 14 for strike', text)]);
    const [change] = grouper.add(article('Strike backed by 812 deckhands, 14 against', text));
    const words = change?.kind === 'placed' ? change.reasons.words : [];
    expect(words).toEqual(expect.arrayContaining(['812', 'deckhands']));
    for (const word of words) expect(word).toMatch(/\p{L}|\d{3}/u);
  });

  test('does not place an article twice', () => {
    expect(grouperOf([moose]).add({ ...moose, title: 'Something else altogether' })).toEqual([]);
  });

  test('throws a named error for an article that it does not know', () => {
    expect(() => createGrouper().storyOf('nobody')).toThrow(UnknownArticle);
  });

  test('keeps languages apart, and lets unknown go with any', () => {
    const title = 'Kaja Orvik wins Tornvik marathon';
    const text = 'Kaja Orvik won the Tornvik marathon in 2:21:07.';
    const told = ['en-GB', 'de', 'en-US', undefined].map((language) => article(title, text, { language }));
    const grouper = grouperOf(told);
    const [english, german, american, unknown] = told.map(({ id }) => grouper.storyOf(id));
    expect(american).toBe(english);
    expect([english, german]).toContain(unknown);
    expect(german).not.toBe(english);
  });

  test('ignores the outlet’s name', () => {
    const outlet = 'The Quaint Lantern';
    const named = [
      article('Bakery opens in Tornvik - The Quaint Lantern', 'The first bakery.', { outlet }),
      article('Goalkeeper signs new contract - The Quaint Lantern', 'Two years.', { outlet }),
      article('The Quaint Lantern | Storm fells oak', 'A tree fell.', { outlet }),
    ];
    expect(partition(grouperOf(named), named)).toHaveLength(3);
  });

  test('one shared word does not join two headlines', () => {
    const grouper = grouperOf([article('Tornvik bakes bread', '')]);
    expect(grouper.add(article('Tornvik sells boats', ''))).toMatchObject([{ isNew: true }]);
  });

  test('an article between two events does not chain them', () => {
    const between = article(
      'Morning briefing: ferry strike, water bill',
      'Deckhands of the Harl Sound ferries stopped work over night shifts, and parliament passed the water bill.',
    );
    const grouper = grouperOf([...ferry.slice(0, 3), between, ...water]);
    for (const one of water) expect(grouper.storyOf(one.id)).not.toBe(grouper.storyOf(ferry[0].id));
  });
});

test('a series of one outlet is one story if it is news, else one for each of its parts', () => {
  for (const notNews of [0, 1]) {
    const series = articles({
      'Picture of the day: fog on the fjord': 'A reader sends us this picture: boats in the harbour that vanish.',
      'Picture of the day: noon at the tower':
        'A reader sends us this picture: the harbour and the clock on its tower.',
    }).map((one) => ({ ...one, outlet: 'Lantern', notNews }));
    expect(partition(grouperOf(series), series)).toHaveLength(notNews + 1);
  }
});

test('an affair continues in a later story that refers to the earlier one, not the other way round', () => {
  const ballot = articles({
    'Ballot on pay offer opens for deckhands':
      'The ferries of the Harl Sound wait: until Thursday the union asks whether nine per cent more is enough.',
    'Union asks whether nine per cent is enough':
      'The ballot on the pay offer for deckhands of the ferries is counted on Thursday; the union calls it fair.',
  }).map((one, at) => ({ ...one, publishedAt: start + (60 + at) * hour }));
  const grouper = grouperOf([...all, ...ballot]);
  const [before, after] = [ferry, ballot].map(([one]) => grouper.storyOf(one?.id ?? '')) as [string, string];
  expect(after).not.toBe(before);
  expect(grouper.earlierOf(after).map(({ storyId }) => storyId)).toEqual([before]);
  expect([...grouper.earlierOf(before), ...grouper.earlierOf('nobody')]).toEqual([]);
});

describe('changes', () => {
  const words = 'ferry strike harbour bill water vote moose train storm court oil bank flood goal minister'.split(' ');
  type Told = Omit<GroupedArticle, 'id' | 'outlet'>;
  const arbitraryArticle: fc.Arbitrary<Told> = fc.record({
    title: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((list) => list.join(' ')),
    text: fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((list) => list.join(' ')),
    language: fc.constantFrom(undefined, 'en', 'de'),
    publishedAt: fc.integer({ min: start, max: start + 300 * hour }),
  });
  const arbitraryArticles = fc.array(arbitraryArticle, { minLength: 1, maxLength: 40 });
  const numbered = (list: readonly Told[]): GroupedArticle[] =>
    list.map((one, i) => ({ ...one, id: `p${i}`, outlet: `o${i % 5}` }));

  test('lead in order to the state of storyOf, and no ended id comes back', () => {
    fc.assert(
      fc.property(arbitraryArticles, (list) => {
        const grouper = createGrouper();
        const stories = new Map<string, string>();
        const dead = new Set<string>();
        for (const one of numbered(list)) {
          const changes = grouper.add(one);
          for (const change of changes)
            if (change.kind === 'merged') dead.add(change.from);
            else expect(dead).not.toContain(change.kind === 'placed' ? change.storyId : change.into);
          replay(changes, stories);
          for (const [id, story] of stories) expect(grouper.storyOf(id)).toBe(story);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('never put two known languages into one story', () => {
    fc.assert(
      fc.property(arbitraryArticles, (list) => {
        const all = numbered(list);
        const grouper = grouperOf(all);
        const languages = new Map<string, string>();
        for (const { id, language } of all) {
          if (language === undefined) continue;
          const story = grouper.storyOf(id);
          expect(languages.get(story) ?? language).toBe(language);
          languages.set(story, language);
        }
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  describe('of articles that not everybody may see', () => {
    const audience = fc.constantFrom(undefined, undefined, ['a'], ['b'], ['a', 'b']);
    const seenBySome = fc.array(fc.tuple(arbitraryArticle, audience), { minLength: 1, maxLength: 40 });
    const withAudiences = (list: readonly (readonly [Told, readonly string[] | undefined])[]): GroupedArticle[] =>
      numbered(list.map(([one]) => one)).map((one, at) => ({ ...one, audience: list[at]?.[1] }));
    test("don't change the stories of open articles or of another audience", () => {
      fc.assert(
        fc.property(seenBySome, (list) => {
          const all = withAudiences(list);
          const grouper = grouperOf(all);
          for (const reader of ['nobody', 'a', 'b']) {
            const seen = all.filter(({ audience }) => audience === undefined || audience.includes(reader));
            expect(partition(grouper, seen)).toEqual(partition(grouperOf(seen), seen));
          }
        }),
        { numRuns: 150, seed: 3 },
      );
    });

    test('are never a reason to group articles that others see', () => {
      const [first, hidden, second, third] = ferry;
      const reasonsOf = (all: readonly GroupedArticle[]) =>
        addAll(createGrouper(), all).flatMap((change) =>
          change.kind === 'placed' && change.articleId !== hidden.id ? [change.reasons] : [],
        );
      for (const audience of [undefined, ['a']]) {
        const [one, ...others] = [first, second, third].map((seen) => ({ ...seen, audience })) as [GroupedArticle];
        expect(reasonsOf([one, { ...hidden, audience: ['b'] }, ...others])).toEqual(reasonsOf([one, ...others]));
      }
    });

    test('join the story that everybody sees, however many copies of it another server has', () => {
      const [told, ofB] = ferry;
      for (const copies of [90, 450]) {
        const grouper = grouperOf([{ ...ofB, audience: ['b'] }]);
        for (let n = 0; n < copies; n += 1) grouper.add({ ...told, id: `copy-${n}`, audience: ['a'] });
        grouper.add(told);
        expect(grouper.storyOf(ofB.id), `${copies}`).toBe(grouper.storyOf(told.id));
      }
    });

    test('join the story that more servers see, whichever came first', () => {
      const seenBy = (...audiences: (string[] | undefined)[]) =>
        audiences.map((audience, at) => ({ ...(ferry[at] ?? moose), audience }));
      for (const [first, second] of [
        [['a'], undefined],
        [undefined, ['a']],
        [['a'], ['a', 'b']],
        [['a', 'b'], ['a']],
      ]) {
        const grouper = createGrouper();
        const changes = addAll(grouper, seenBy(first, second));
        expect(grouper.storyOf(ferry[0].id)).toBe(grouper.storyOf(ferry[1].id));
        expect(changes.filter(({ kind }) => kind === 'moved')).toHaveLength(first?.length === 1 ? 1 : 0);
      }
      expect(addAll(createGrouper(), seenBy(['a'], ['b']))).toMatchObject([{ isNew: true }, { isNew: true }]);
    });
  });

  test('keep the id of the story that was posted in a merge, else the older id', () => {
    const titles = [
      'Orvik wins in Tornvik',
      'Marathon record for Kaja',
      'Kaja Orvik wins Tornvik marathon with record',
    ];
    const alone = titles.map((title) => article(title, '')) as Four;
    for (const told of [undefined, alone[1].id]) {
      const grouper = createGrouper([], { told: (id) => id === told });
      const merged = addAll(grouper, alone).filter((change) => change.kind === 'merged');
      expect(merged).toHaveLength(1);
      expect(grouper.storyOf(alone[2].id)).toBe(told ?? alone[0].id);
    }
  });
});

describe('a restart', () => {
  function placed(articles: readonly GroupedArticle[], changes: readonly Change[]): PlacedArticle[] {
    const stories = replay(changes);
    return articles.map(({ id, publishedAt, language }) => {
      const change = changes.find((one) => one.kind === 'placed' && one.articleId === id);
      const terms = change?.kind === 'placed' ? change.terms : '';
      return { id, publishedAt, language, terms, storyId: stories.get(id) ?? '' };
    });
  }

  test('takes over the stories without scoring, and continues as if it had not stopped', () => {
    const before = [...ferry.slice(0, 3), ...water.slice(0, 2)];
    const first = createGrouper();
    const state = placed(before, addAll(first, before));
    const again = createGrouper(state);
    expect(partition(again, before)).toEqual(partition(first, before));
    for (const one of [ferry[3], water[2], moose]) expect(again.add(one)).toEqual(first.add(one));
  });

  test('keeps two stories separate although they are similar enough to be one', () => {
    const before = ferry.slice(0, 2);
    const state = placed(before, addAll(createGrouper(), before)).map((one) => ({ ...one, storyId: `s-${one.id}` }));
    expect(partition(createGrouper(state), before)).toHaveLength(2);
  });

  test('leaves out terms of another version instead of failing', () => {
    expect(createGrouper([{ id: 'x', storyId: 'x', publishedAt: start, terms: '0|odd' }]).has('x')).toBe(false);
  });
});

describe('expiry', () => {
  test('forgets old articles and keeps the story of newer ones under its id', () => {
    const [first, second, late, later] = ferry;
    const newer = { ...late, publishedAt: start + 30 * hour };
    const grouper = grouperOf([first, second, moose, newer]);
    const story = grouper.storyOf(late.id);
    grouper.expire(start + 24 * hour);
    expect([moose, first].map(({ id }) => grouper.has(id))).toEqual([false, false]);
    expect(grouper.storyOf(late.id)).toBe(story);
    grouper.add({ ...later, publishedAt: start + 31 * hour });
    expect(grouper.storyOf(later.id)).toBe(story);
  });

  test('leaves no trace: after everything expired the grouper behaves like a new one', () => {
    const grouper = grouperOf([...ferry, ...water]);
    grouper.expire(start + 1000 * hour);
    const later = [...water, ...ferry].map((one) => ({ ...one, id: `later-${one.id}` }));
    expect(addAll(grouper, later)).toEqual(addAll(createGrouper(), later));
  });
});

test('hostile text is placed as any other', () => {
  const grouper = createGrouper();
  const hostile = ['a'.repeat(2_000_000), ' - '.repeat(300_000), "x'".repeat(500_000), '1.1'.repeat(500_000)];
  for (const text of hostile) expect(grouper.add(article(text, text))).toHaveLength(1);
});
