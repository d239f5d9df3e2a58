import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate, CandidateArticle, Texts, ToldArticle } from '../../src/digests/candidate.ts';
import { composeDigest, type DigestOrder } from '../../src/digests/compose.ts';
import type { Digest } from '../../src/digests/digest.ts';
import { publicSentence } from '../../src/digests/sentences.ts';
import { headlineOf } from '../../src/stories/headline.ts';
import { independentVoices } from '../../src/stories/voices.ts';

const start = 1_795_420_800_000;
const end = start + 86_400_000;
const hour = 3_600_000;

const label = (id: string, own = false) => ({ id, names: { en: id, de: id }, colour: 1, own });
const order = (more: Partial<DigestOrder> = {}): DigestOrder => ({
  channelId: 'c',
  serverId: 's',
  localDate: '2026-11-24',
  zone: 'UTC',
  locale: 'en-US',
  topics: [label('world'), label('science')],
  generalTopicIds: new Set(['world']),
  windowStart: start,
  windowEnd: end,
  storiesMax: 5,
  mutedWords: [],
  articles: 10,
  outletsAnswered: 2,
  outletsAll: 2,
  pictureOrigins: new Set(),
  ...more,
});

type Told = ToldArticle & CandidateArticle;
type Given = Omit<Candidate, 'articles' | 'voices'> & { articles: readonly Told[] };

const article = (id: string, subject: string, more: Partial<Told> = {}): Told => ({
  id,
  outletId: `outlet-${id}`,
  outletName: `Outlet ${id}`,
  url: `https://${id}.example/`,
  title: `${subject} opens at ${subject}berg near ${subject}holm`,
  // Words of its own, so that two subjects are two events.
  paragraphs: [
    `The ${subject} opens at ${subject}berg near ${subject}holm, after ${subject}work by ${subject}sen and ${subject}son.`,
    `It cost ${subject}holm four million crowns, twice what ${subject}sen had planned for the ${subject} in the beginning.`,
    'The next one is planned for the spring, if the money can be found somewhere.',
    'Nobody was hurt, and the ships went in and out during the whole ceremony.',
  ],
  textFrom: 'feed',
  categories: [],
  language: 'en',
  publishedAt: end - 2 * hour,
  firstSeenAt: end - 2 * hour,
  newsAt: end - 2 * hour,
  sentencesMax: 3,
  general: false,
  topicIds: ['world'],
  topicShares: new Map(),
  notNews: 0,
  ...more,
});

/** A story whose articles are all listed by feeds of one topic. */
const candidate = (
  id: string,
  topicId: string,
  articles: readonly Told[] = [article(id, id)],
  more: Partial<Given> = {},
): Given => ({
  storyId: id,
  articles: articles.map((one) => ({ ...one, topicIds: [topicId] })),
  ...more,
});

/** Texts as given, worked out anew each time; a story is searched by what all of its articles say first. */
const textsOf = (given: readonly Given[]): Texts => {
  const articles = given.flatMap((story) => story.articles);
  const byId = new Map(articles.map((one) => [one.id, one]));
  const several = (wanted: readonly string[]) => wanted.flatMap((id) => byId.get(id) ?? []);
  return {
    article: async (id) => byId.get(id),
    headlineOf: async (wanted) => {
      const read = several(wanted.map(({ id }) => id));
      return read.length === 0 ? undefined : headlineOf(read);
    },
    searchedOf: async (storyId) => {
      const ofStory = given.find((story) => story.storyId === storyId)?.articles ?? [];
      const text = ofStory.map(({ title, paragraphs }) => `${title}\n${paragraphs[0]}`).join('\n');
      return { text, language: ofStory[0]?.language };
    },
    sentenceOf: async ({ articleIds, headlineId, told, mutedWords }) =>
      publicSentence(several(articleIds), headlineId, {
        mutedWords,
        told: told ? [...told.sentences, ...several(told.articleIds).map(({ title }) => title)] : [],
      }),
  };
};

const compose = (wanted: DigestOrder, given: readonly Given[], texts?: Texts): Promise<Digest> =>
  composeDigest(
    wanted,
    given.map((one) => ({ ...one, voices: independentVoices(one.articles).voices })),
    texts ?? textsOf(given),
  );

const ids = (digest: Digest) => digest.places.map((place) => place.storyId);
const german = { language: 'de' };
/** Two reports that share no sentence. */
const confirmedBy = (id: string, more: Partial<Told> = {}) => [
  article(`${id}-a`, id, more),
  article(`${id}-b`, id, {
    paragraphs: [
      `Hundreds watched on Monday as a band of nine opened the ${id} that the town had waited for since 2017.`,
    ],
    ...more,
  }),
];
const several = (id: string, count: number) =>
  Array.from({ length: count }, (_, n) => article(`${id}${n}`, `${id}x${n}`, { outletId: `o${n}` }));

describe('composeDigest', () => {
  test('a story of two topics stands once, under the first', async () => {
    const both = {
      storyId: 'crane',
      articles: [
        article('a', 'crane', { topicIds: ['science', 'world'] }),
        article('b', 'crane', { topicIds: ['science'] }),
      ],
    };
    const digest = await compose(order(), [both, candidate('pier', 'world')]);
    expect([...ids(digest)].sort()).toEqual(['crane', 'pier']);
    expect(digest.places.find((place) => place.storyId === 'crane')?.topicId).toBe('science');
    expect(digest.also).toEqual([]);
  });

  test('a story of another topic stays out, though one stray feed lists it here', async () => {
    const stray = [...several('match', 4), article('stray', 'match')].map((one, at) => ({
      ...one,
      topicIds: [at < 4 ? 'sports' : 'world'],
    }));
    expect(ids(await compose(order(), [{ storyId: 'match', articles: stray }, candidate('pier', 'world')]))).toEqual([
      'pier',
    ]);
  });

  test('what is no news report heads nothing, and a story of nothing else stays out', async () => {
    const review = article('review', 'opera', { notNews: 0.9 });
    const report = article('report', 'opera');
    const [place] = (await compose(order(), [candidate('opera', 'world', [review, report])])).places;
    expect(place?.articleId).toBe('report');
    expect(ids(await compose(order(), [candidate('opera', 'world', [review])]))).toEqual([]);
  });

  test('what a server asked for by words or a feed of its own is not judged', async () => {
    const comic = article('comic', 'cat', { notNews: 0.9, topicIds: ['mine'] });
    const words = candidate('word', 'sports', [article('word', 'dog', { notNews: 0.9 })], { wordTopicIds: ['mine'] });
    const topics = [label('mine', true)];
    const given = [{ storyId: 'comic', articles: [comic] }, words];
    expect(ids(await compose(order({ topics }), given)).sort()).toEqual(['comic', 'word']);
  });

  test('only what became news within the window counts', async () => {
    const early = candidate('early', 'world', [article('early', 'dam', { newsAt: start })]);
    const late = candidate('late', 'world', [article('late', 'mole', { newsAt: end + 1 })]);
    const justIn = candidate('in', 'world', [article('in', 'lock', { newsAt: end })]);
    expect(ids(await compose(order(), [early, late, justIn]))).toEqual(['in']);
  });

  test('places go to what general outlets lead with, before what more special ones tell', async () => {
    const led = several('summit', 2).map((one) => ({ ...one, general: true }));
    const wanted = order({ storiesMax: 3 });
    const special = candidate('chip', 'science', several('chip', 5));
    expect(ids(await compose(wanted, [special, candidate('summit', 'world', led)]))[0]).toBe('summit');
    const alone = order({ topics: [label('science')] });
    expect(ids(await compose(alone, [special, candidate('summit', 'science', led)]))[0]).toBe('chip');
  });

  test('the last lines in brief go to topics of which nothing stands above', async () => {
    const many = Array.from({ length: 20 }, (_, n) => candidate(`w${n}`, 'world', several(`w${n}`, 4)));
    const digest = await compose(order({ storiesMax: 3 }), [...many, candidate('lab', 'science', several('lab', 2))]);
    expect(ids(digest)).toHaveLength(3);
    expect(digest.also.map(({ storyId }) => storyId)).toContain('lab');
  });

  test('muted words hide a story in any inflection', async () => {
    const candidates = [candidate('crane', 'world'), candidate('pier', 'world')];
    expect(ids(await compose(order({ mutedWords: ['cranes'] }), candidates))).toEqual(['pier']);
  });

  test('a muted word that any outlet of a story says in its lead hides the story', async () => {
    const told = candidate('pier', 'world', [
      article('pier', 'pier'),
      article('other', 'pier', {
        title: 'Why did the pier open?',
        paragraphs: ['Gulls of Brannick watched the opening of the pier.'],
      }),
    ]);
    expect((await compose(order(), [told])).places.map(({ articleId }) => articleId)).toEqual(['pier']);
    expect(ids(await compose(order({ mutedWords: ['gull'] }), [told]))).toEqual([]);
  });

  test('a sentence further down with a muted word is not quoted, and another one is', async () => {
    const title = 'The lock of Brannick opens again after nine years';
    const paragraphs = [
      'Ships are back in the old harbour of the town, and so are the gulls that follow them every morning.',
      'The lock of Brannick opens again after nine years and four million crowns.',
      'The lock of Brannick opens again for large ships after nine years of work.',
    ];
    const story = candidate('lock', 'world', [article('lock', 'lock', { title, paragraphs })]);
    const digest = await compose(order({ mutedWords: ['crown'] }), [story]);
    expect(digest.places[0]?.sentences.map(({ text }) => text)).toEqual([paragraphs[2]]);
  });

  test('fewer than two stories are a quiet day', async () => {
    expect((await compose(order(), [])).quiet).toBe(true);
    expect((await compose(order(), [candidate('crane', 'world')])).quiet).toBe(true);
    expect((await compose(order(), [candidate('crane', 'world'), candidate('pier', 'world')])).quiet).toBe(false);
  });

  test('a story that was told comes back with what is new, its headline and a link to what told it, or not at all', async () => {
    const old = article('old', 'crane', { newsAt: start - hour, publishedAt: start - hour });
    const fresh = article('new', 'crane', {
      title: 'The new crane of Brannick falls into the sea',
      paragraphs: ['The crane fell into the sea on Tuesday morning while a gull was sitting on the tip of its arm.'],
      newsAt: end - hour,
    });
    const told = {
      at: start,
      messageUrl: 'https://discord.com/channels/1/2/3',
      articleIds: ['old'],
      sentences: [...old.paragraphs],
    };
    const digest = await compose(order(), [candidate('crane', 'world', [old, fresh], { told })]);
    expect(digest.places[0]?.told).toEqual({ at: start, messageUrl: told.messageUrl });
    expect(digest.places[0]?.sentences.map((sentence) => sentence.articleId)).toEqual(['new']);
    const repeating = article('copy', 'crane', { newsAt: end - hour, title: old.title });
    expect(ids(await compose(order(), [candidate('crane', 'world', [old, repeating], { told })]))).toEqual([]);
  });

  test('an update is under the headline of what is new, and repeats no headline that was told', async () => {
    const yesterday = article('a', 'lock', { newsAt: start - hour, publishedAt: start - hour });
    const same = article('b', 'lock', { paragraphs: ['The lock opens at lockberg near lockholm.'] });
    const told = { at: start - hour, articleIds: ['a'], sentences: [] };
    expect((await compose(order(), [candidate('s', 'world', [yesterday, same], { told })])).places).toEqual([]);
    const news = 'The new lock of Brannick was closed again on Tuesday because 4 of its gates leak.';
    const closed = article('c', 'lock', {
      title: 'New lock of Brannick closed over leaking gates',
      paragraphs: [news],
    });
    const [place] = (await compose(order(), [candidate('s', 'world', [yesterday, closed], { told })])).places;
    expect(place).toMatchObject({ title: closed.title, sentences: [{ text: news }] });
  });

  test('an article that its outlet withdrew heads nothing and is not quoted', async () => {
    const withdrawn = article('a', 'lock', { title: 'Retraction: No lock opens in the harbour of Brannick' });
    const digest = await compose(order(), [candidate('s', 'world', [withdrawn, article('b', 'bridge')])]);
    expect(digest.places[0]?.articleId).toBe('b');
    expect(digest.places[0]?.sentences.map(({ articleId }) => articleId)).not.toContain('a');
  });

  test('what stood there when the story was told is no update', async () => {
    const quoted = article('quoted', 'crane', { newsAt: start + hour });
    const beside = article('beside', 'gull', { newsAt: start + hour });
    const told = { at: start + 2 * hour, articleIds: ['quoted'], sentences: [] };
    expect(ids(await compose(order(), [candidate('crane', 'world', [quoted, beside], { told })]))).toEqual([]);
  });

  test('the short lines hold what has no place, and nothing that the channel knows', async () => {
    const candidates = Array.from({ length: 8 }, (_, n) => candidate(`s${n}`, 'world'));
    const digest = await compose(order({ storiesMax: 3 }), candidates);
    expect(digest.also).toHaveLength(4);
    expect(digest.also.some((line) => ids(digest).includes(line.storyId))).toBe(false);
  });

  test('a publisher who allows no text gives a headline and no sentence', async () => {
    const digest = await compose(order(), [
      candidate('crane', 'world', [article('crane', 'crane', { sentencesMax: 0 })]),
    ]);
    expect(digest.places[0]?.title).toContain('crane');
    expect(digest.places[0]?.sentences).toEqual([]);
  });

  test('stories in another language come last, whatever region a feed names', async () => {
    const german = candidate(
      'de',
      'world',
      several('de', 4).map((one) => ({ ...one, language: 'de' })),
    );
    const british = candidate('gb', 'world', [article('gb', 'pier', { language: 'en-GB' })]);
    const english = candidate('en', 'world', [article('en', 'crane', { language: 'en' })]);
    expect(ids(await compose(order({ locale: 'en' }), [german, british, english])).at(-1)).toBe('de');
  });

  test('what one outlet tells in another language has no line below places in the reader’s own', async () => {
    const own = ['crane', 'pier', 'lock'].map((id) => candidate(id, 'world'));
    const copy = candidate('kran', 'world', [article('kran', 'kran', german)]);
    const digest = await compose(order({ locale: 'en', storiesMax: 3 }), [...own, copy]);
    expect(digest.also).toEqual([]);
    const alone = ['a', 'b', 'c', 'd'].map((id) => candidate(id, 'world', [article(id, `${id}kran`, german)]));
    expect((await compose(order({ locale: 'en', storiesMax: 3 }), alone)).also).toHaveLength(1);
  });

  test('of a hundred stories only those are read that can come in', async () => {
    const many = Array.from({ length: 100 }, (_, n) => candidate(`w${n}`, 'world', [article(`w${n}`, `w${n}`)]));
    const given = many;
    const texts = textsOf(given);
    const read = new Set<string>();
    const digest = await compose(order({ storiesMax: 3 }), given, {
      ...texts,
      headlineOf: (wanted) => {
        for (const { id } of wanted) read.add(id);
        return texts.headlineOf(wanted);
      },
      article: (id) => {
        read.add(id);
        return texts.article(id);
      },
    });
    expect(digest.also).toHaveLength(4);
    expect(read.size).toBeLessThan(20);
  });

  test('muted stories make room for those below them, as far down as it takes', async () => {
    const cranes = Array.from({ length: 40 }, (_, n) =>
      candidate(
        `c${n}`,
        'world',
        several(`crane${n}`, 3).map((one) => ({ ...one, title: `Crane ${one.title}` })),
      ),
    );
    const digest = await compose(order({ mutedWords: ['crane'] }), [...cranes, candidate('pier', 'world')]);
    expect(ids(digest)).toEqual(['pier']);
  });

  test("what one outlet tells in the reader's language takes half of the places while others confirm news in another", async () => {
    const alone = Array.from({ length: 8 }, (_, n) =>
      candidate(`de${n}`, 'world', [article(`de${n}`, `d${n}`, german)]),
    );
    const confirmed = ['one', 'two', 'three'].map((id) => candidate(id, 'world', confirmedBy(id)));
    const digest = await compose(order({ locale: 'de' }), [...alone, ...confirmed]);
    expect(ids(digest).filter((id) => id.startsWith('de'))).toHaveLength(3);
    expect(digest.places[0]?.storyId).toMatch(/^de/);
    const both = candidate('beide', 'world', confirmedBy('beide', german));
    const more = await compose(order({ locale: 'de' }), [...alone, ...confirmed, both]);
    expect(ids(more)[0]).toBe('beide');
    expect(ids(await compose(order({ locale: 'de' }), alone))).toHaveLength(5);
  });

  test('an article that nobody else tells and its outlet withdrew is no story', async () => {
    const withdrawn = article('a', 'lock', { title: 'Retraction: No lock opens in the harbour of Brannick' });
    expect(ids(await compose(order(), [candidate('s', 'world', [withdrawn]), candidate('pier', 'world')]))).toEqual([
      'pier',
    ]);
  });

  test('what an outlet had put right before the digest was made stands under its story', async () => {
    const correction = { kind: 'corrected' as const, text: 'Correction: it cost five million crowns.' };
    const digest = await compose(order(), [candidate('s', 'world', [{ ...article('a', 'lock'), correction }])]);
    const { outlet, url } = digest.places[0] ?? {};
    expect(digest.places[0]?.corrections).toEqual([{ ...correction, articleId: 'a', outlet, url }]);
  });

  test('what the outlets of the headline and of the sentence put right stands under the story', async () => {
    const articles = confirmedBy('lock').map((one) => ({
      ...one,
      correction: { kind: 'corrected' as const, text: `Correction by ${one.outletName}.` },
    }));
    const [place] = (await compose(order(), [candidate('s', 'world', articles)])).places;
    const shown = new Set([place?.articleId, ...(place?.sentences ?? []).map(({ articleId }) => articleId)]);
    expect(new Set(place?.corrections?.map(({ articleId }) => articleId))).toEqual(shown);
  });

  test('a sentence that says little of its headline leaves the story to a line in brief', async () => {
    const aside = article('aside', 'moon', {
      title: 'Moon base plans drawn up for the southern crater',
      paragraphs: ['Soil is poor wherever one looks in the whole of the solar system, and always was so.'],
    });
    const others = ['crane', 'pier', 'lock'].map((id) => candidate(id, 'world'));
    const digest = await compose(order(), [...others, candidate('moon', 'world', [aside])]);
    expect(ids(digest)).not.toContain('moon');
    expect(digest.also.map(({ storyId }) => storyId)).toEqual(['moon']);
  });

  test('a headline that no sentence tells gives way to another outlet’s, but does not on its own', async () => {
    const aside = article('aside', 'moon', {
      title: 'Moon base plans drawn up for the southern crater',
      paragraphs: ['Soil is poor wherever one looks in the whole of the solar system, and always was so.'],
    });
    const plain = article('plain', 'moon', {
      // What is older heads the story less likely.
      publishedAt: end - 20 * hour,
      title: 'Engineers show where the first moon base will stand',
      paragraphs: ['Engineers of the agency showed on Monday where the first moon base will stand.'],
    });
    const both = await compose(order(), [candidate('moon', 'world', [aside, plain])]);
    expect(both.places.map(({ articleId }) => articleId)).toEqual(['plain']);
    const alone = await compose(order(), [candidate('moon', 'world', [aside])]);
    expect(alone.places.map(({ articleId }) => articleId)).toEqual(['aside']);
  });

  test('in a channel of one topic a sentence of another outlet must say most of the headline', async () => {
    const silent = article('silent', 'moon', {
      title: 'Engineers show where the first moon base will stand near the southern crater',
      paragraphs: [],
    });
    const told = article('told', 'moon', {
      title: 'What the base costs',
      notNews: 0.4,
      paragraphs: ['Engineers of the agency showed on Monday where the first moon base is to stand.'],
    });
    const others = ['crane', 'pier', 'lock'].map((id) => candidate(id, 'science'));
    const story = candidate('moon', 'science', [silent, told]);
    expect(ids(await compose(order(), [...others, story]))).toContain('moon');
    const one = order({ topics: [label('science')] });
    expect(ids(await compose(one, [...others, story]))).not.toContain('moon');
  });

  test('of two places that would say the same the second goes in brief', async () => {
    const twin = article('twin', 'pier', { outletId: 'other' });
    const digest = await compose(order(), [
      candidate('a', 'world', [article('pier', 'pier')]),
      candidate('b', 'world', [twin]),
    ]);
    expect(ids(digest)).toHaveLength(1);
    expect(digest.also).toHaveLength(1);
  });

  test('every sentence stands in its article, no story twice, never more than asked for', async () => {
    const stories = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 30 }),
        topic: fc.constantFrom('world', 'science'),
        size: fc.integer({ min: 1, max: 4 }),
        at: fc.integer({ min: -5, max: 30 }),
        max: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(stories, fc.integer({ min: 3, max: 9 }), async (list, storiesMax) => {
        const candidates = [...new Map(list.map((one) => [one.id, one])).values()].map(({ id, topic, size, at, max }) =>
          candidate(
            `s${id}`,
            topic,
            several(`s${id}`, size).map((one) => ({ ...one, newsAt: start + at * hour, sentencesMax: max })),
          ),
        );
        const digest = await compose(order({ storiesMax }), candidates);
        const shown = [...digest.places, ...digest.also].map((line) => line.storyId);
        expect(new Set(shown).size).toBe(shown.length);
        expect(digest.places.length).toBeLessThanOrEqual(storiesMax);
        const texts = new Map(
          candidates.flatMap(({ articles }) => articles.map((one) => [one.id, one.paragraphs.join('\n')])),
        );
        for (const { sentences } of digest.places) {
          for (const { text, articleId } of sentences) expect(texts.get(articleId)).toContain(text);
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
