import { expect, test } from 'vitest';
import { withArticlesBack, withoutArticles } from '../../src/outbox/withoutArticles.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';

const of = (name: string) => ({ articleId: name, outlet: name, url: `https://${name}.example/1` });
const said = (name: string) => ({ ...of(name), text: `Said by ${name}.` });
const counts = { outlets: 5, voices: 4 };
const place = (head: string, ...quoted: string[]) =>
  placeOf(1, { ...of(head), title: `By ${head}`, sentences: quoted.map(said), ...counts });
const wrong = [of('wrong')];
/** A story of five outlets. The agency has the same owner and the same text as `wrong`. */
const articles = {
  headingOf: (urls: readonly string[]) =>
    urls.includes(of('post').url) ? { ...of('post'), title: 'By post' } : undefined,
  fewer(urls: ReadonlySet<string>) {
    const ofWrong = Number(urls.has(of('wrong').url));
    return { outlets: urls.size, voices: ofWrong };
  },
};
const titleOf = (name: string) => `By ${name}`;

test('a digest’s story loses the sentences of an article about another event, and its headline if that article provided it', () => {
  const quoting = withoutArticles(digestOf({ places: [place('post', 'post', 'wrong')] }), wrong, articles);
  const shown = { ...of('post'), title: titleOf('post'), sentences: [said('post')], outlets: 4, voices: 3 };
  expect(quoting?.places).toMatchObject([shown]);
  const headed = withoutArticles(digestOf({ places: [place('wrong', 'wrong', 'post')] }), wrong, articles);
  expect(headed?.places).toMatchObject([shown]);
  const picture = { url: 'https://wrong.example/p.jpg', alt: '' };
  const corrections = ['post', 'wrong'].map((name) => ({ ...said(name), kind: 'corrected' as const }));
  const corrected = { ...place('post', 'post', 'wrong'), picture, corrections };
  const without = withoutArticles(digestOf({ places: [corrected] }), wrong, articles)?.places[0];
  expect(without?.picture).toBeUndefined();
  expect(without?.corrections).toEqual(corrections.slice(0, 1));
});

test('the counts of outlets and origins shrink by those of the removed articles', () => {
  const copies = [...wrong, of('agency')];
  const changed = withoutArticles(digestOf({ places: [place('post', 'post', 'wrong')] }), copies, articles);
  expect(changed?.places).toMatchObject([{ outlets: 3, voices: 3 }]);
});

test('a story with no other article, or without the wrong one, stays as it is', () => {
  for (const places of [[place('wrong', 'wrong')], [place('post', 'post')]])
    expect(withoutArticles(digestOf({ places }), wrong, articles)).toBeUndefined();
});

const alert = {
  ...digestOf({ places: [{ ...place('wrong', 'wrong', 'post'), storyId: 'a' }] }),
  reports: { a: ['post', 'wrong', 'metro', 'agency'].map((name) => ({ ...of(name), at: 1 })), b: [] },
};
const namesIn = (one: typeof alert | undefined) => one?.reports.a.map(({ outlet }) => outlet);

test('an alert no longer names the article’s newsroom, if others are left', () => {
  const changed = withoutArticles(alert, wrong, articles);
  expect(namesIn(changed)).toEqual(['post', 'metro', 'agency']);
  expect(changed?.places[0]).toMatchObject({ title: 'By post' });
});

test('a restored article appears as before, with the newsrooms that joined since', () => {
  const changed = withoutArticles(alert, wrong, articles) ?? alert;
  expect(withArticlesBack(alert, wrong, articles)).toBeUndefined();
  expect(withArticlesBack(changed, wrong, articles)).toEqual(alert);
  const joined = { ...changed, reports: { ...changed.reports, a: [...changed.reports.a, { ...of('late'), at: 2 }] } };
  const grown = { ...joined, places: joined.places.map((one) => ({ ...one, outlets: 8, voices: 7 })) };
  expect(namesIn(withArticlesBack(joined, wrong, articles))).toEqual([...(namesIn(alert) ?? []), 'late']);
  expect(withArticlesBack(grown, wrong, articles)?.places[0]).toMatchObject({ outlets: 8, voices: 7 });
});

test('of two articles that were taken out, either one can be put back, whichever was taken out first', () => {
  const agency = [of('agency')];
  const both = withoutArticles(withoutArticles(alert, wrong, articles) ?? alert, agency, articles) ?? alert;
  expect(both.places[0]).toMatchObject({ outlets: 3, voices: 3 });
  for (const [out, back] of [
    [wrong, agency],
    [agency, wrong],
  ] as const) {
    expect(withArticlesBack(both, back, articles)).toEqual(withoutArticles(alert, out, articles));
    expect(withArticlesBack(withArticlesBack(both, back, articles) ?? both, out, articles)).toEqual(alert);
  }
});
