import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/engine/pages/extract.ts';
import { around, asParagraphs, headline, paragraphs, texts, url } from './page.ts';

const teaser = 'Residents have until the end of the month to comment on plans for 12,000 homes in the north of town.';
const fares = 'Commuters called the increase an insult after a year of delays, and the operator says nothing at all.';
const cards = (open: string): string =>
  [teaser, fares]
    .map((text, i) => `${open}<h3><a href="/n/${i}">Train fares to go up again ${i}</a></h3><p>${text}</p></div>`)
    .join('');

describe('an article leaves out', () => {
  test.each(
    Object.entries({
      'a teaser that is a link': `<a href="/n/1"><div><h3>Train fares to go up again</h3><p>${fares}</p></div></a>`,
      'a counter of slides': '<div class="no">2 / 5</div>',
      'a form with what it is for and on what terms':
        '<div class="nl-box"><p><b>The Morning Tide</b></p><p>Start your day with the stories that matter, at six every weekday.</p>' +
        '<form><input type="email"><p>You agree to our <a href="/t">terms</a> and may leave us whenever you wish to.</p></form></div>',
      'a label and a link': '<p><b>Διαβάστε επίσης:</b> <a href="/n/1">Νέα δρομολόγια για τα μικρά νησιά</a></p>',
      'an offer of its letter': '<p>Subscreva gratuitamente a nossa newsletter e receba as notícias.</p>',
      'thanks to its readers': '<p><em>Thanks for reading Harbour Post! Subscribe to receive new stories.</em></p>',
      'a caption with a credit of two words': '<p>Ships wait outside the port. Image credit: Harbour Authority</p>',
      'a label of advertising between dashes': '<div>- Advertisement -</div>',
      'how often it was shared': '<p>1.2k shares</p>',
      'a call to action':
        '<div class="inline-cta"><h3>Try Ferryware for 30 days</h3><p>See why 4,000 captains trust us with their ships, and pay nothing at all before May.</p></div>',
    }),
  )('%s', (_, box) => {
    expect(texts({ body: around(box) })).toEqual(paragraphs);
    expect(texts({ below: box })).toEqual(paragraphs);
  });

  test('a figure that holds an offer of some length', () => {
    const body = paragraphs.flatMap((text) => [text, `${text.slice(0, -1)}, as everybody on the quay will tell you.`]);
    const offer = `<figure><p>What our columnists read and argue over, once a week. ${teaser}</p><p>Privacy: ${fares}</p></figure>`;
    expect(texts({ body: asParagraphs(body.slice(0, 4)) + offer + asParagraphs(body.slice(4)) })).toEqual(body);
  });
});

test('a short article is the text of its page, with a form in it and teasers beside it', () => {
  const short = paragraphs.slice(0, 2);
  const form = '<div class="x"><p>Get the best stories every week.</p><form><input type="email"></form></div>';
  const column = Array.from({ length: 6 }, () => cards('<div class="u">')).join('');
  const html = `<title>Ferry</title><h1>Ferry</h1><div class="b">${asParagraphs(short)}${form}</div><div>${column}</div>`;
  expect(extractArticle(html, url)?.paragraphs.slice(0, 2)).toEqual(short);
});

describe('on a page with meaningless class names', () => {
  test('a calendar under the headline is the article, not the sentences beside it', () => {
    const dates = Array.from({ length: 14 }, (_, i) => `Round ${i + 1}: Ilves against the harbour of number ${i}`);
    const column = `<div class="q3"><h1>Column</h1><p>${teaser}</p><p>${fares}</p></div>`;
    const html = `<title>${headline}</title><div class="q2"><h1>${headline}</h1>${asParagraphs(dates)}</div>${column}`;
    expect(extractArticle(html, url)?.paragraphs.slice(0, 14)).toEqual(dates);
  });

  test.each([
    ['names and an outlet', '<p class="q4">Mara Lund and Per T. Holm Sioux Harbour Post</p>'],
    ['an hour in a zone of few', '<p class="q4">November 20, 2025 - 11:28 AMT</p>'],
  ])('an article does not begin with %s', (_, opening) => {
    expect(texts({ body: opening + asParagraphs(paragraphs) })).toEqual(paragraphs);
  });
});

test.each([
  ['a note on a series', '<p><em>This essay is part of our series on time and what to do with it.</em></p>'],
  ['a disclosure', '<p>If you buy something from a link in this story, we may earn a commission.</p>'],
])('an article begins after %s', (_, opening) => {
  expect(texts({ body: opening + asParagraphs(paragraphs) })).toEqual(paragraphs);
});

describe('an article keeps', () => {
  test('linked subheads with their paragraphs', () => {
    const parts = [teaser, fares, teaser.slice(10), fares.slice(10)];
    const part = (text: string, i: number) => `<h2><a href="/b/${i}">Beach ${i}</a></h2><p>${text}</p>`;
    const items = parts.map((text, i) => `<div class="item">${part(text, i)}</div>`);
    expect(texts({ body: `<p>${paragraphs[0]}</p>${items.join('')}` })).toEqual(expect.arrayContaining(parts));
  });

  test('sections called discussion, responses or comments', () => {
    for (const head of ['Discussion', 'Responses', 'Comments on the talks']) {
      const section = `<section id="discussion"><h2>${head}</h2><p>${teaser}</p><p>${fares}</p></section>`;
      expect(texts({ body: asParagraphs(paragraphs) + section }).slice(-2)).toEqual([teaser, fares]);
    }
  });

  test('a sentence that ends in a link', () => {
    const sentence = 'The union has told its members how to vote, in a letter to read: <a href="/l">the letter</a>.';
    expect(texts({ body: around(`<p>${sentence}</p>`) })).toHaveLength(paragraphs.length + 1);
  });

  test('parts in boxes amid paragraphs in none, and one at the end', () => {
    const part = (head: string) => `<div class="part"><h3>${head}</h3><p>${teaser}</p></div>`;
    expect(texts({ body: around(part('North') + part('South')) })).toEqual(
      expect.arrayContaining(['North', 'South', ...paragraphs]),
    );
    expect(texts({ body: asParagraphs(paragraphs) + part('What comes next') }).at(-1)).toBe(teaser);
  });

  test('lines that begin like the heading of a note on a person', () => {
    const line = 'About 640 people will lose their jobs';
    const body = `${asParagraphs(paragraphs)}<ul><li>${line}</li></ul><p>${teaser}</p>`;
    expect(texts({ body })).toEqual([...paragraphs, line, teaser]);
  });

  test('a subhead over a list that holds links and text', () => {
    const list = `<div><h3>The boats</h3><ul><li><a href="/a">Ilves</a>, which was built in 1971 and has been painted twice</li></ul></div>`;
    expect(texts({ body: around(list) })).toContain('The boats');
  });

  test('sentences that mention in passing what outlets ask readers for', () => {
    const sentences = [
      'Brokers of the two ferry lines earn a commission of three percent on every car that they book.',
      'The company never let us know what it had paid for the boats, and we stopped asking in March.',
      'The crews wrote that they would send us their answer by Friday, and then they went to lunch.',
      'Have a look at the quay at six in the morning and you will see what the strike has done to Ilves.',
      'Page 1 of the contract has the pay, and page 2 of it says what has to be done for the pay.',
    ];
    expect(texts({ body: asParagraphs([...paragraphs, ...sentences]) })).toEqual([...paragraphs, ...sentences]);
  });

  test('a question with its answer, and a part that is summed up at its end', () => {
    const asked = `<div class="qa"><p>Will the boats run on Friday?</p><ul><li>${teaser}</li><li>${fares}</li></ul></div>`;
    expect(texts({ body: around(asked) })).toEqual(expect.arrayContaining([teaser, fares]));
    const news = '<section><h2>What is new?</h2><ul><li>A night boat</li><li>A day ticket</li></ul></section>';
    expect(texts({ body: around(news) })).toContain('A day ticket');
    const last = `<div class="end"><h3>In short</h3><p>${teaser}</p></div>`;
    expect(texts({ body: asParagraphs(paragraphs) + last })).toContain(teaser);
  });
});
