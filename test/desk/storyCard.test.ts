import { expect, test } from 'vitest';
import { wordCount } from '../../src/engine/text/wordCount.ts';
import { composeCard } from '../../src/newsroom/storyCard.ts';
import type { ArticleRecord } from '../../src/storage/records/stories/articles.ts';

const hour = 3_600_000;
const topic = { id: 'world', names: { en: 'World', de: 'Welt' }, colour: 1, own: false };

const article = (outlet: string, at: number, title: string, paragraphs: string[]): ArticleRecord => ({
  id: outlet,
  scope: outlet,
  outletId: outlet,
  outletName: outlet,
  url: `https://${outlet}.example/`,
  title,
  paragraphs,
  textFrom: 'feed',
  categories: [],
  language: 'en',
  publishedAt: at * hour,
  firstSeenAt: at * hour,
  newsAt: at * hour,
  sentencesMax: 3,
  pageState: 'none',
  pageAttempts: 0,
});

const agency = article('agency', 1, 'Ferry deckhands stop work on the Sound', [
  'Deckhands of the ferry company Soundline stopped work at 04:00 after talks on pay broke down, their union said.',
  '“We have been patient for nine years,” said Ida Brandt, the chair of the union. Nine of eleven routes do not run.',
  'The company offers 5 percent over two years and says that it would study the question of rest between two shifts.',
  'Lorries with fish and apples stood in a row at the North Quay in the morning, the port authority said in a note.',
  'The last walkout on the Sound was in 1998 and lasted three days, until the harbour master himself made coffee.',
]);
const radio = article('radio', 3, 'Conciliator calls both sides in ferry strike', [
  'The state conciliator, Mette Sorn, called Soundline and the union of the deckhands to a meeting at 15:00.',
  'Two hospital boats run with officers and volunteers, and the mail went to Corrick with a fishing boat at noon.',
]);
const none = { zone: 'UTC', related: [], pictureOrigins: new Set<string>(), outletsById: new Map() };
const quotesOf = ({ sentences, quotation }: Awaited<ReturnType<typeof composeCard>>) =>
  quotation ? [...sentences, quotation] : sentences;
/** The agency's article, long enough for a quotation, which stands at its end, after these paragraphs. */
const quotedLast = (...before: string[]) => {
  const [lead = '', quoted = '', ...more] = agency.paragraphs;
  const filling = Array.from(
    { length: 20 },
    (_, n) => `Route ${n} of the eleven does not run, the harbour master said.`,
  );
  return { ...agency, paragraphs: [lead, ...more, ...filling, ...before, quoted] };
};

test('a card quotes every article within the limits, sentences and quotations together', async () => {
  const card = await composeCard('s', topic, [agency, radio], none);
  for (const { id, url, paragraphs } of [agency, radio]) {
    const texts = quotesOf(card).flatMap((one) => (one.url === url ? [one.text] : []));
    for (const text of texts) expect(paragraphs.join('\n'), id).toContain(text);
    const all = paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph), 0);
    if (texts.length > 1) expect(texts.reduce((sum, text) => sum + wordCount(text), 0)).toBeLessThanOrEqual(all / 4);
  }
  expect(card.sentences[0]?.text).toBe(agency.paragraphs[0]);
});

test('an article that its outlet withdrew is listed and not quoted', async () => {
  const withdrawn = { ...agency, id: 'metro', url: 'https://metro.example/', title: 'Retraction: No ferry strike' };
  const card = await composeCard('s', topic, [withdrawn, radio], none);
  expect(card.title).toBe(radio.title);
  expect(quotesOf(card).map(({ url }) => url)).not.toContain(withdrawn.url);
  expect(card.reports.map(({ url }) => url)).toContain(withdrawn.url);
  expect(card.corrections).toMatchObject([{ kind: 'retracted', outlet: 'agency' }]);
  expect(card.firstAt).toBe(radio.publishedAt);
});

test('an article that its outlet withdrew after the digest no longer heads the card', async () => {
  const correction = { kind: 'retracted' as const, text: 'We withdrew this report.', at: 5 * hour };
  const withdrawn = { ...agency, correction };
  const headed = { ...none, headlineId: 'agency' };
  expect((await composeCard('s', topic, [withdrawn, radio], headed)).title).toBe(radio.title);
  expect((await composeCard('s', topic, [withdrawn], headed)).title).toBe(agency.title);
});

test('after the sentence that supports the headline, the latest sentences come first', async () => {
  const metro = article('metro', 2, 'Deckhands of the ferry company Soundline stop work', [
    'Three of the ferries lie in the dry dock of Halden with broken engines since the night, their owner said.',
    'The prime minister of Vennmark asked both sides for patience in a speech to the parliament at noon.',
  ]);
  const card = await composeCard('s', topic, [agency, metro, radio], { ...none, headlineId: 'agency' });
  const times = card.sentences
    .slice(1)
    .map(({ articleId }) => (articleId === 'radio' ? 3 : articleId === 'metro' ? 2 : 1));
  expect(card.title).toBe(agency.title);
  expect(card.sentences[0]?.articleId).toBe('agency');
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test('neither a sentence nor a quotation from half a day before the headline is on the card', async () => {
  const back = article('lantern', 15, 'Ferries return to the Sound at dawn as both sides sign', [
    'Ferries return to the Sound at dawn after Soundline and the union of the deckhands signed for eleven hours of rest.',
  ]);
  const speaking = quotedLast();
  const cardAt = (at: number) =>
    composeCard('s', topic, [speaking, radio, { ...back, publishedAt: at * hour, newsAt: at * hour }], none);
  const outletsIn = async (at: number) => (await cardAt(at)).sentences.map(({ outlet }) => outlet);
  expect(await outletsIn(12)).toContain('radio');
  expect((await cardAt(12)).quotation?.outlet).toBe('agency');
  expect(await outletsIn(16)).toEqual(['lantern']);
  expect((await cardAt(16)).quotation).toBeUndefined();
});

test('facts of earlier sentences are not repeated', async () => {
  const same = article('coast', 2, 'Deckhands of Soundline stop work', [
    'Deckhands of the ferry company Soundline stopped work at 04:00 on Tuesday after talks on pay broke down.',
  ]);
  const card = await composeCard('s', topic, [agency, same, radio], { ...none, headlineId: 'agency' });
  expect(card.sentences.filter(({ text }) => text.includes('04:00'))).toHaveLength(1);
  expect(card.sentences.map(({ articleId }) => articleId)).toContain('radio');
});

test('the card names the stories that its story continues, newest first, and at most two', async () => {
  const earlier = [1, 4, 2, 3].map((at) => ({ storyId: `e${at}`, title: `Part ${at}`, url: 'https://a.example/', at }));
  expect((await composeCard('s', topic, [agency], none)).earlier).toEqual([]);
  expect((await composeCard('s', topic, [agency], { ...none, earlier })).earlier.map(({ at }) => at)).toEqual([4, 3]);
});

test('a quote is a whole sentence that names who is quoted', async () => {
  const long = quotedLast('“I used to bring a picnic to this quay,” she said.');
  expect((await composeCard('s', topic, [long], none)).quotation).toEqual({
    text: '“We have been patient for nine years,” said Ida Brandt, the chair of the union.',
    articleId: 'agency',
    outlet: 'agency',
    url: agency.url,
  });
});

test('a figure that changed since the day before is shown by day, and not as a difference within it', async () => {
  const first = article('post', 1, 'Two ferries collide near Halden: three dead', ['Ferries collided near Halden.']);
  const later = article('coast', 30, 'Toll of the ferry collision near Halden rises to 12', [
    'Divers go on at Halden.',
  ]);
  const card = await composeCard('s', topic, [first, later], none);
  expect(card.changed).toMatchObject([
    {
      noun: 'people killed',
      values: [
        { value: '12', text: later.title, outlet: 'coast', url: later.url, at: later.publishedAt },
        { value: 'three', text: first.title, outlet: 'post' },
      ],
    },
  ]);
  expect(card.figures).toEqual([]);
});

test('a figure in the headline counts if the article has no text', async () => {
  const short = article('post', 1, 'Two ferries collide near Halden: three dead', []);
  const later = article('coast', 5, 'Toll of the ferry collision near Halden rises to 12', []);
  expect((await composeCard('s', topic, [short, later], none)).figures).toMatchObject([
    { noun: 'people killed', overTime: true, values: [{ value: 'three' }, { value: '12' }] },
  ]);
});
