import { expect, test } from 'vitest';
import { withoutOutlet } from '../../src/outbox/withoutOutlet.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';

const ofMetro = ({ url }: { url: string }) => url.includes('metro.example');
const of = (outlet: string) => ({ outlet, url: `https://${outlet.toLowerCase()}.example/1` });
const ofBoth = [of('Metro'), of('Lantern')];

test('a digest without a forgotten outlet shows none of its corrections, and keeps those of others', () => {
  const corrected = { kind: 'corrected' as const, text: 'It was 900.', localDate: '2026-11-23' };
  const earlierCorrections = ofBoth.map((one) => ({ ...corrected, ...one }));
  const digest = withoutOutlet(digestOf({ earlierCorrections }), ofMetro, { posted: true });
  expect(digest?.earlierCorrections?.map(({ outlet }) => outlet)).toEqual(['Lantern']);
  expect(withoutOutlet(digestOf(), ofMetro, { posted: true })).toBeUndefined();
});

test('an alert without a forgotten outlet names none of its reports, and says that something was removed', () => {
  const reports = ofBoth.map((one) => ({ ...one, at: 0 }));
  const digest = digestOf();
  const storyId = digest.places[0]?.storyId ?? '';
  const alert = { ...digest, reports: { [storyId]: reports } };
  const left = withoutOutlet(alert, ofMetro, { posted: true });
  expect(left?.reports).toEqual({ [storyId]: reports.slice(1) });
  expect(left?.places.map(({ removed }) => removed ?? false)).toEqual(digest.places.map((_, at) => at === 0));
});

test('an outlet is also removed from the articles that readers took out, so that undoing does not restore it', () => {
  const ofPost = { articleId: 'p', ...of('Post') };
  const ofMetroNow = { articleId: 'm', ...of('Metro') };
  const said = [ofPost, ofMetroNow].map((one) => ({ ...one, text: `Said by ${one.outlet}.` }));
  const heading = { ...ofPost, title: 'By Post' };
  const takenOut = { articles: [ofMetroNow], heading, fewer: { outlets: 1, voices: 1 } };
  const place = placeOf(1, { ...ofMetroNow, title: 'By Metro', sentences: said, takenOut });
  const digest = digestOf({ places: [place], also: [] });
  for (const posted of [true, false]) {
    const left = withoutOutlet(digest, ofMetro, { posted });
    expect(left?.places[0]).toMatchObject({ title: '', sentences: [said[0]], takenOut: { articles: [], heading } });
    expect(left?.places[0]?.removed).toBeUndefined();
    expect(JSON.stringify(left)).not.toContain('metro.example');
  }
  const ofHeading = withoutOutlet(digest, ({ url }) => url === ofPost.url, { posted: true });
  const left = { title: 'By Metro', removed: true, takenOut: { heading: { title: '' } } };
  expect(ofHeading?.places[0]).toMatchObject(left);
});

test('an update no longer shows a figure whose values the outlet stated', () => {
  const value = { value: '9', text: 'Nine died.', articleId: 'm', at: 0 };
  const changed = { noun: 'people killed', values: [of('Post'), of('Metro')].map((one) => ({ ...value, ...one })) };
  const digest = digestOf({ places: [placeOf(1, { changed })], also: [] });
  expect(JSON.stringify(withoutOutlet(digest, ofMetro, { posted: true }))).not.toContain('Nine died.');
});

test('an update no longer names the headline that the outlet provided', () => {
  const headline = { title: 'By Metro', url: of('Metro').url, articleId: 'm' };
  const digest = digestOf({ places: [placeOf(1, { told: { at: 0, headline } })], also: [] });
  const left = withoutOutlet(digest, ofMetro, { posted: true });
  expect(left?.places[0]?.told).toMatchObject({ at: 0 });
  expect(JSON.stringify(left)).not.toContain('By Metro');
});

test('a digest that is not posted yet loses the stories that the outlet headed, a posted one keeps their places', () => {
  const [first = placeOf(1), second = placeOf(2)] = digestOf().places;
  const { url } = of('Metro');
  const digest = digestOf({ places: [{ ...first, url }, second], also: [], paywalled: [url, second.url] });
  const waiting = withoutOutlet(digest, ofMetro, { posted: false });
  expect(waiting?.places.map(({ storyId }) => storyId)).toEqual([second.storyId]);
  const posted = withoutOutlet(digest, ofMetro, { posted: true });
  expect(posted?.places.map(({ storyId, removed }) => [storyId, removed])).toEqual([
    [first.storyId, true],
    [second.storyId, undefined],
  ]);
  for (const left of [waiting, posted]) expect(left?.paywalled).toEqual([second.url]);
});
