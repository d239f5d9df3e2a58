import fc from 'fast-check';
import { expect, test } from 'vitest';
import { independentVoices } from '../../src/engine/stories/voices.ts';
import type { Candidate, CandidateArticle, StoryTexts, ToldArticle } from '../../src/newsroom/candidate.ts';
import { composeDigest } from '../../src/newsroom/compose.ts';
import { hasFewStories } from '../../src/newsroom/digest.ts';
import type { DigestOrder } from '../../src/newsroom/headlineAndSentence.ts';
import { publicPresent } from '../../src/newsroom/sentences.ts';
import type { PostContent } from '../../src/storage/postContent.ts';

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
  pictureOrigins: new Set(),
  outlets: { preferred: new Set(), paywalled: new Set() },
  ...more,
});

type Told = ToldArticle & CandidateArticle;
type Given = Omit<Candidate, 'articles' | 'voices'> & { articles: readonly Told[] };

/** Words of one subject that contain each other as little as two subjects' words do. */
const words = (subject: string) => {
  const end = [...subject].reverse().join('');
  return { berg: `Berg${end}`, holm: `Holm${end}`, work: `work${end}`, sen: `Sen${end}`, son: `Son${end}` };
};

const article = (id: string, subject: string, more: Partial<Told> = {}): Told => ({
  id,
  outletId: `outlet-${id}`,
  owner: more.outletId ?? `outlet-${id}`,
  newsroom: more.outletId ?? `outlet-${id}`,
  outletName: `Outlet ${id}`,
  url: `https://${id}.example/`,
  title: `${subject} opens at ${words(subject).berg} near ${words(subject).holm}`,
  // Unique words, so that two subjects are two events.
  paragraphs: [
    `The ${subject} opens at ${words(subject).berg} near ${words(subject).holm}, after ${words(subject).work} by ${words(subject).sen} and ${words(subject).son}.`,
    `It cost ${words(subject).holm} four million crowns, twice what ${words(subject).sen} had planned for the ${subject} in the beginning.`,
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

/** Texts of the given stories. For topics and muted words, a story's text is the openings of all its articles. */
const textsOf = (given: readonly Given[]): StoryTexts => {
  const articles = given.flatMap((story) => story.articles);
  const byId = new Map(articles.map((one) => [one.id, one]));
  const several = (wanted: readonly string[]) => wanted.flatMap((id) => byId.get(id) ?? []);
  return {
    article: async (id) => byId.get(id),
    presentOf: async (wanted, { told, mutedWords }) => {
      const heads = new Set(wanted.flatMap(({ id, mayHead }) => (mayHead ? [id] : [])));
      return publicPresent(several(wanted.map(({ id }) => id)), {
        mayHead: ({ id }) => heads.has(id),
        mutedWords,
        told: told ? [...told.sentences, ...several(told.articleIds).map(({ title }) => title)] : [],
      });
    },
    searchedOf: async (storyId) => {
      const ofStory = given.find((story) => story.storyId === storyId)?.articles ?? [];
      const text = ofStory.map(({ title, paragraphs }) => `${title}\n${paragraphs[0]}`).join('\n');
      return { text, language: ofStory[0]?.language };
    },
  };
};

const itself = (outletId: string) => outletId;

const compose = (given: readonly Given[], more: Partial<DigestOrder> = {}, texts = textsOf(given)) =>
  composeDigest(
    order(more),
    given.map((one) => ({ ...one, voices: independentVoices(one.articles, itself).voices })),
    texts,
  );

const ids = (digest: PostContent) => digest.places.map((place) => place.storyId);
/** Ids of the stories in the digest, in order. */
const places = async (...given: Parameters<typeof compose>) => ids(await compose(...given));
/** A story of one article with these properties. */
const storyOf = (id: string, more: Partial<Told> = {}, topicId = 'world') =>
  candidate(id, topicId, [article(id, id, more)]);
const german = { language: 'de' };
/** Two reports that share no sentence. */
const confirmedBy = (id: string, more: Partial<Told> = {}) => [
  article(`${id}-a`, id, more),
  article(`${id}-b`, id, {
    paragraphs: [
      `In ${words(id).holm} on Monday ${words(id).sen} and ${words(id).son} opened the ${id} with a ${words(id).work} of nine.`,
    ],
    ...more,
  }),
];
const several = (id: string, count: number) =>
  Array.from({ length: count }, (_, n) => article(`${id}${n}`, `${id}x${n}`, { outletId: `o${n}` }));

test('a story of two topics appears once, under the first', async () => {
  const both = {
    storyId: 'crane',
    articles: [
      article('a', 'crane', { topicIds: ['science', 'world'] }),
      article('b', 'crane', { topicIds: ['science'] }),
    ],
  };
  const digest = await compose([both, storyOf('pier')]);
  expect(ids(digest).sort()).toEqual(['crane', 'pier']);
  expect(digest.places.find((place) => place.storyId === 'crane')?.topicId).toBe('science');
  expect(digest.also).toEqual([]);
});

test('a story of another topic stays out, though one stray feed lists it here', async () => {
  const articles = [...several('match', 4), article('stray', 'match')].map((one, at) => ({
    ...one,
    topicIds: [at < 4 ? 'sports' : 'world'],
  }));
  expect(await places([{ storyId: 'match', articles }, storyOf('pier')])).toEqual(['pier']);
});

test('an article that is not news provides no headline, and a story of only such articles stays out', async () => {
  const review = article('review', 'opera', { notNews: 0.9 });
  const [place] = (await compose([candidate('opera', 'world', [review, article('report', 'opera')])])).places;
  expect(place?.articleId).toBe('report');
  expect(await places([candidate('opera', 'world', [review])])).toEqual([]);
});

test('stories of a topic by words or of an own feed are not judged as news', async () => {
  const comic = article('comic', 'cat', { notNews: 0.9, topicIds: ['mine'] });
  const words = { ...storyOf('word', { notNews: 0.9 }, 'sports'), wordTopicIds: ['mine'] };
  const given = [{ storyId: 'comic', articles: [comic] }, words];
  expect((await places(given, { topics: [label('mine', true)] })).sort()).toEqual(['comic', 'word']);
});

test('only what became news within the window counts', async () => {
  const given = [start, end + 1, end].map((newsAt) => storyOf(`at${newsAt}`, { newsAt }));
  expect(await places(given)).toEqual([`at${end}`]);
});

test('stories that general outlets lead with get places before those with more reports by special ones', async () => {
  const led = several('summit', 2).map((one) => ({ ...one, general: true }));
  const special = candidate('chip', 'science', several('chip', 5));
  expect((await places([special, candidate('summit', 'world', led)], { storiesMax: 3 }))[0]).toBe('summit');
  const ofOneTopic = { topics: [label('science')] };
  expect((await places([special, candidate('summit', 'science', led)], ofOneTopic))[0]).toBe('chip');
});

test('lines in brief hold the eight weightiest stories without a place, most reported first', async () => {
  const many = Array.from({ length: 20 }, (_, n) => candidate(`w${n}`, 'world', several(`w${n}`, 3)));
  const digest = await compose([...many, storyOf('alone')], { storiesMax: 6 });
  const lines = digest.also.map(({ storyId }) => storyId);
  expect(lines).toHaveLength(8);
  expect(lines.some((id) => id === 'alone' || ids(digest).includes(id))).toBe(false);
  expect((await compose(many, { storiesMax: 3 })).also).toHaveLength(4);
  const led = Array.from({ length: 6 }, (_, n) => {
    const articles = several(`l${n}`, 2).map((one) => ({ ...one, general: true }));
    return candidate(`l${n}`, 'world', articles);
  });
  const widely = candidate('widely', 'world', several('widely', 5));
  const { also } = await compose([...led, widely], { storiesMax: 4 });
  expect(also.map(({ storyId }) => storyId)).toEqual(['widely', 'l4', 'l5']);
});

test('a brief line that says nearly the same as a story or line above it is left out', async () => {
  const titled = (title: string) => ({ title, paragraphs: [`${title}, said the harbour master.`] });
  const quay = titled('Quay of Vessby gives way under a crane, two workers hurt');
  const given = [
    candidate('quay', 'world', confirmedBy('quay', quay)),
    candidate('pier', 'world', confirmedBy('pier')),
    candidate('mole', 'world', confirmedBy('mole')),
    storyOf('crane', titled('Crane tips over as quay of Vessby gives way')),
    storyOf('fire', titled('Fire at the Ostrand mill burns a second night')),
    storyOf('mill', { ...titled('Second night of fire at the Ostrand mill'), notNews: 0.1 }),
  ];
  const { also } = await compose(given, { storiesMax: 3 });
  expect(also.map(({ storyId }) => storyId)).toEqual(['fire']);
});

test('a muted word that any outlet of a story says in its lead hides the story', async () => {
  const other = article('other', 'pier', {
    title: 'Why did the pier open?',
    paragraphs: ['Gulls of Brannick watched the opening of the pier.'],
  });
  const told = candidate('pier', 'world', [article('pier', 'pier'), other]);
  expect((await compose([told])).places.map(({ articleId }) => articleId)).toEqual(['pier']);
  expect(await places([told], { mutedWords: ['gull'] })).toEqual([]);
});

test('a sentence further down with a muted word is not quoted, and another one is', async () => {
  const title = 'The lock of Brannick opens again after nine years';
  const paragraphs = [
    'Ships are back.',
    'The lock of Brannick opens again after nine years and four million crowns.',
    'The lock of Brannick opens again for 40 ships a day, the harbour of Halden said.',
  ];
  const digest = await compose([storyOf('lock', { title, paragraphs })], { mutedWords: ['crown'] });
  expect(digest.places[0]?.sentences.map(({ text }) => text)).toEqual([paragraphs[2]]);
});

test('muted stories make room for those below them, however many are muted', async () => {
  const cranes = Array.from({ length: 40 }, (_, n) =>
    candidate(
      `c${n}`,
      'world',
      several(`crane${n}`, 3).map((one) => ({ ...one, title: `Crane ${one.title}` })),
    ),
  );
  expect(await places([...cranes, storyOf('pier')], { mutedWords: ['cranes'] })).toEqual(['pier']);
});

test('counts the outlets since the first report like a story’s card, and an update only those of the new part', async () => {
  const before = several('old', 6).map((one) => ({ ...one, newsAt: start - hour, publishedAt: start - hour }));
  const news = [3, 2].map((ago) => article(`crane-${ago}`, 'crane', { publishedAt: end - ago * hour }));
  const counted = async (told?: Given['told']) => {
    const [place] = (await compose([candidate('crane', 'world', [...before, ...news], { told })])).places;
    return [place?.outlets, place?.since];
  };
  expect(await counted()).toEqual([8, start - hour]);
  expect(await counted({ at: start, articleIds: ['old0'], sentences: [] })).toEqual([2, end - 3 * hour]);
});

test('fewer than two stories are a quiet day', async () => {
  const quiet = async (...given: Given[]) => hasFewStories(await compose(given));
  expect(await quiet()).toBe(true);
  expect(await quiet(storyOf('crane'))).toBe(true);
  expect(await quiet(storyOf('crane'), storyOf('pier'))).toBe(false);
});

test('a posted story comes back only with something new, and names the headline that it updates', async () => {
  const old = article('old', 'crane', { newsAt: start - hour, publishedAt: start - hour });
  const news = 'The crane fell into the sea on Tuesday morning while a gull was sitting on the tip of its arm.';
  const fresh = article('new', 'crane', {
    title: `New crane at ${words('crane').berg} falls into the sea`,
    paragraphs: [news],
  });
  const told = {
    at: start,
    messageUrl: 'https://discord.com/channels/1/2/3',
    articleIds: ['old'],
    sentences: [...old.paragraphs],
  };
  const [place] = (await compose([candidate('crane', 'world', [old, fresh], { told })])).places;
  expect(place).toMatchObject({ title: fresh.title, sentences: [{ articleId: 'new', text: news }] });
  const { title, url, id: articleId } = old;
  const { messageUrl } = told;
  expect(place?.told).toEqual({ at: start, messageUrl, headline: { title, url, articleId } });
  const muted = await compose([candidate('crane', 'world', [{ ...old, title: `${title}, gull` }, fresh], { told })], {
    mutedWords: ['gulls'],
  });
  expect(muted.places[0]?.told ?? {}).not.toHaveProperty('headline');
  for (const same of [{ title: old.title }, { paragraphs: ['The crane opens at craneberg near craneholm.'] }]) {
    expect(await places([candidate('crane', 'world', [old, article('copy', 'crane', same)], { told })])).toEqual([]);
  }
});

test('news of an affair other than the one posted before is not an update of it', async () => {
  const old = article('old', 'crane', { newsAt: start - hour, publishedAt: start - hour });
  const told = { at: start, articleIds: ['old'], sentences: [] };
  const other = article('new', 'pier', {
    title: 'Crane driver elected mayor of pierholm',
    paragraphs: ['A crane driver was elected mayor of pierholm by 41 votes.'],
    outletId: old.outletId,
  });
  const [place] = (await compose([candidate('crane', 'world', [old, other], { told })])).places;
  expect(place?.title).toBe(other.title);
  expect(place?.told).toBeUndefined();
});

test('articles that existed when the story was posted are not an update', async () => {
  const [quoted, beside] = ['quoted', 'beside'].map((id) => article(id, id, { newsAt: start + hour }));
  const told = { at: start + 2 * hour, articleIds: ['quoted'], sentences: [] };
  const articles = [quoted, beside].flatMap((one) => one ?? []);
  expect(await places([candidate('crane', 'world', articles, { told })])).toEqual([]);
});

test('a withdrawn article provides no headline and no quote, and alone it is no story', async () => {
  const withdrawn = article('a', 'lock', { title: 'Retraction: No lock opens in the harbour of Brannick' });
  const [place] = (await compose([candidate('s', 'world', [withdrawn, article('b', 'bridge')])])).places;
  expect(place?.articleId).toBe('b');
  expect(place?.sentences.map(({ articleId }) => articleId)).not.toContain('a');
  expect(await places([candidate('s', 'world', [withdrawn]), storyOf('pier')])).toEqual(['pier']);
});

test('corrections by the outlets of headline and sentence are shown under the story', async () => {
  const articles = confirmedBy('lock').map((one) => ({
    ...one,
    correction: { kind: 'corrected' as const, text: `Correction by ${one.outletName}.` },
  }));
  const [place] = (await compose([candidate('s', 'world', articles)])).places;
  const shown = new Set([place?.articleId, ...(place?.sentences ?? []).map(({ articleId }) => articleId)]);
  expect(new Set(place?.corrections?.map(({ articleId }) => articleId))).toEqual(shown);
  expect(place?.corrections?.[0]).toMatchObject({ kind: 'corrected', outlet: place?.outlet, url: place?.url });
});

test('one newsroom’s report of a suicide stays out of channels with several topics', async () => {
  const title = 'Ferry clerk of Pellow dies by suicide after a dispute over pay';
  const alone = storyOf('clerk', { title });
  const digest = await compose([alone, storyOf('pier')]);
  expect([ids(digest), digest.also]).toEqual([['pier'], []]);
  expect(await places([alone], { topics: [label('world')] })).toEqual(['clerk']);
  expect(await places([candidate('clerk', 'world', confirmedBy('clerk', { title }))])).toEqual(['clerk']);
  for (const other of [
    'Fourteen die as suicide bomber strikes a rally',
    'Council adds staff as suicides among the young rise',
  ])
    expect(await places([storyOf('other', { title: other })])).toEqual(['other']);
});

test('a publisher who allows no text gives a headline and no sentence', async () => {
  const [place] = (await compose([storyOf('crane', { sentencesMax: 0 })])).places;
  expect(place?.title).toContain('crane');
  expect(place?.sentences).toEqual([]);
});

test('stories in another language come last, whatever region a feed names', async () => {
  const foreign = several('de', 4).map((one) => ({ ...one, ...german }));
  const own = [storyOf('gb', { language: 'en-GB' }), storyOf('en', { language: 'en' })];
  expect((await places([candidate('de', 'world', foreign), ...own], { locale: 'en' })).at(-1)).toBe('de');
});

test('one outlet’s story in another language has no brief line below stories in the reader’s own', async () => {
  const wanted = { locale: 'en', storiesMax: 3 };
  const own = ['crane', 'pier', 'lock'].map((id) => storyOf(id));
  expect((await compose([...own, storyOf('kran', german)], wanted)).also).toEqual([]);
  const alone = ['a', 'b', 'c', 'd'].map((id) => storyOf(`${id}kran`, german));
  expect((await compose(alone, wanted)).also).toHaveLength(1);
});

test("one outlet's stories in the reader's language take half of the places beside confirmed stories in another", async () => {
  const wanted = { locale: 'de' };
  const alone = Array.from({ length: 8 }, (_, n) => storyOf(`de${n}`, german));
  const confirmed = ['one', 'two', 'three'].map((id) => candidate(id, 'world', confirmedBy(id)));
  const shown = await places([...alone, ...confirmed], wanted);
  expect(shown.filter((id) => id.startsWith('de'))).toHaveLength(3);
  expect(shown[0]).toMatch(/^de/);
  const both = candidate('beide', 'world', confirmedBy('beide', german));
  expect((await places([...alone, ...confirmed, both], wanted))[0]).toBe('beide');
  expect(await places(alone, wanted)).toHaveLength(5);
});

test('of a hundred stories only those that can get a place are read', async () => {
  const given = Array.from({ length: 100 }, (_, n) => storyOf(`w${n}`));
  const texts = textsOf(given);
  const read = new Set<string>();
  const presentOf: StoryTexts['presentOf'] = (wanted, options) => {
    for (const { id } of wanted) read.add(id);
    return texts.presentOf(wanted, options);
  };
  await compose(given, { storiesMax: 3 }, { ...texts, presentOf });
  expect(read.size).toBeLessThan(20);
});

const aside = article('aside', 'moon', {
  title: 'Moon base plans drawn up for the southern crater',
  paragraphs: ['We do not know yet when it will be built.'],
});

test('a story of one outlet whose sentence adds little is only listed in brief', async () => {
  const others = ['crane', 'pier', 'lock'].map((id) => storyOf(id));
  const digest = await compose([...others, candidate('moon', 'world', [aside])]);
  expect(ids(digest)).not.toContain('moon');
  expect(digest.also.map(({ storyId }) => storyId)).toEqual(['moon']);
});

test('a story newly reported by two outlets gets a place even without a sentence', async () => {
  const title = 'Engineers show where the first moon base will stand near the southern crater';
  const silent = article('silent', 'moon', { title, paragraphs: [] });
  const other = article('other', 'moon', {
    title: 'Moon base gets a place at the crater after nine years of talks',
    paragraphs: [],
    notNews: 0.1,
  });
  const others = ['crane', 'pier', 'lock'].map((id) => storyOf(id, {}, 'science'));
  for (const topics of [[label('world'), label('science')], [label('science')]]) {
    const given = [...others, candidate('moon', 'science', [silent, other])];
    const { places } = await compose(given, { topics });
    const place = places.find(({ storyId }) => storyId === 'moon');
    expect(place?.sentences).toEqual([]);
  }
  const sister = { ...other, newsroom: silent.newsroom };
  const alone = await compose([...others, candidate('moon', 'science', [silent, sister])]);
  expect(alone.places.map(({ storyId }) => storyId)).not.toContain('moon');
  const twin = article('twin', 'moon', { title, paragraphs: [] });
  const [place] = (await compose([candidate('moon', 'world', [silent, twin])])).places;
  expect([place?.storyId, place?.sentences]).toEqual(['moon', []]);
});

test('of two stories that would say the same, the second one is left out', async () => {
  const twin = article('twin', 'pier', { outletId: 'other' });
  const digest = await compose([candidate('a', 'world', [article('pier', 'pier')]), candidate('b', 'world', [twin])]);
  expect(ids(digest)).toHaveLength(1);
  expect(digest.also).toEqual([]);
});

test('the second story of an affair gets a brief line at most, whichever of the two continues the other', async () => {
  const [quake, search] = [several('quake', 3), several('search', 2)];
  const places = async (earlier: { quake?: typeof quake; search?: typeof quake }) => {
    const given = [
      candidate('quake', 'world', quake, { earlier: earlier.quake }),
      candidate('search', 'world', search, { earlier: earlier.search }),
    ];
    const digest = await compose([...given, candidate('pier', 'world', several('pier', 2))]);
    return [ids(digest).toSorted(), digest.also.map(({ storyId }) => storyId)];
  };
  expect(await places({})).toEqual([['pier', 'quake', 'search'], []]);
  const one = [['pier', 'quake'], ['search']];
  expect(await places({ search: quake })).toEqual(one);
  expect(await places({ quake: search })).toEqual(one);
});

test('what is told, old, late, muted, withdrawn, off topic, no news or foreign has neither a place nor a line', async () => {
  const twin = article('twin', 'pier', { outletId: 'other' });
  const late = article('late', 'late', { newsAt: end + hour });
  const old = article('old', 'old', { newsAt: start - hour });
  const told = { at: end - hour, articleIds: ['told'], sentences: [] };
  const withdrawn = article('gone', 'gone', { title: 'Retraction: the gone opens at goneberg' });
  const given = [
    candidate('pier', 'world', [article('pier', 'pier'), ...several('pier', 3)]),
    candidate('twin', 'world', [twin, ...['3', '4'].map((n) => ({ ...twin, id: n, outletId: n, newsroom: n }))]),
    candidate('ferry', 'world', several('ferry', 3)),
    candidate('sport', 'sports', several('sport', 3)),
    candidate('review', 'world', [article('review', 'review', { notNews: 0.8 })]),
    candidate('late', 'world', [late]),
    candidate('old', 'world', [old]),
    candidate('told', 'world', [article('told', 'told')], { told }),
    candidate('gone', 'world', [withdrawn]),
    candidate('german', 'world', [article('german', 'german', { language: 'de' })]),
    candidate('aside', 'world', [aside]),
    ...['a', 'b', 'c'].map((id) => candidate(`crane${id}`, 'world', several(`crane${id}`, 2))),
  ];
  const digest = await compose(given, { storiesMax: 3, mutedWords: ['bridge', 'ferryx1'] });
  expect(ids(digest)).toEqual(['pier', 'cranea', 'craneb']);
  expect(digest.also.map(({ storyId }) => storyId)).toEqual(['cranec', 'aside']);
});

test('each sentence is in its article, each story occurs once, and there are no more than requested', async () => {
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
  const check = fc.asyncProperty(stories, fc.integer({ min: 3, max: 9 }), async (list, storiesMax) => {
    const given = [...new Map(list.map((one) => [one.id, one])).values()].map(({ id, topic, size, at, max }) => {
      const more = { newsAt: start + at * hour, sentencesMax: max };
      const articles = several(`s${id}`, size).map((one) => ({ ...one, ...more }));
      return candidate(`s${id}`, topic, articles);
    });
    const digest = await compose(given, { storiesMax });
    const shown = [...digest.places, ...digest.also].map((line) => line.storyId);
    expect(new Set(shown).size).toBe(shown.length);
    expect(digest.places.length).toBeLessThanOrEqual(storiesMax);
    const texts = new Map(given.flatMap(({ articles }) => articles.map((one) => [one.id, one.paragraphs.join('\n')])));
    for (const { text, articleId } of digest.places.flatMap(({ sentences }) => sentences)) {
      expect(texts.get(articleId)).toContain(text);
    }
  });
  await fc.assert(check, { numRuns: 60, seed: 11 });
});
