import { expect, test } from 'vitest';
import { withoutArticles } from '../../src/digests/withoutArticles.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';

const of = (name: string) => ({ articleId: name, outlet: name, url: `https://${name}.example/1` });
const said = (name: string) => ({ ...of(name), text: `Said by ${name}.` });
const place = (head: string, ...quoted: string[]) =>
  placeOf(1, { ...of(head), title: `By ${head}`, sentences: quoted.map(said), outlets: 3, voices: 2 });
const wrong = new Set([of('wrong').url]);
const heading = (urls: readonly string[]) =>
  urls.includes(of('post').url) ? { ...of('post'), title: 'By post' } : undefined;

test('a place loses the sentences of an article of another event, and its heading if that was its own', () => {
  const quoting = withoutArticles(digestOf({ places: [place('post', 'post', 'wrong')] }), wrong, heading);
  const counts = { outlets: 2, voices: 1 };
  const shown = { ...of('post'), title: 'By post', sentences: [said('post')], takenOut: true, ...counts };
  expect(quoting?.places).toMatchObject([shown]);
  const headed = withoutArticles(digestOf({ places: [place('wrong', 'wrong', 'post')] }), wrong, heading);
  expect(headed?.places).toMatchObject([shown]);
  expect(headed?.places[0]?.picture).toBeUndefined();
});

test('a message that told it alone, or without it, stays as it is', () => {
  for (const places of [[place('wrong', 'wrong')], [place('post', 'post')]])
    expect(withoutArticles(digestOf({ places }), wrong, heading)).toBeUndefined();
});

test('an alert names the newsroom no more, if others are left', () => {
  const alert = digestOf({ places: [{ ...place('post', 'post'), storyId: 'a' }] });
  const reports = { a: ['post', 'wrong', 'metro'].map((name) => ({ ...of(name), at: 1 })), b: [] };
  const changed = withoutArticles({ ...alert, reports }, wrong, heading);
  expect(changed?.reports.a.map(({ outlet }) => outlet)).toEqual(['post', 'metro']);
  expect(changed?.places[0]).toMatchObject({ title: 'By post', takenOut: true });
});
