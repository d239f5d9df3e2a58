import { expect, test } from 'vitest';
import { independentVoices } from '../../../src/engine/stories/voices.ts';

const wire = [
  'About 900 deckhands stopped work on the Harl Sound ferries at four on Tuesday morning in a row over night shifts, the union said.',
  'The operator ran two of eleven routes with office staff and asked travellers to stay at home until further notice.',
  'It is the first walkout since 1998, when crews stayed ashore for nine days in the middle of the herring season.',
];
const [lead = '', , last = ''] = wire;
const own = [
  'Nobody at pier four had slept much. By dawn the queue of lorries reached the old customs house, and the tea had run out.',
  'The union says 900 of its members are out. "We have been patient for nine years," said Ida Brandt, who speaks for them.',
];

const by = (outletId: string, title: string, paragraphs: readonly string[]) => ({
  id: `${outletId}-1`,
  outletId,
  title,
  paragraphs,
});

const voicesIn = (articles: Parameters<typeof independentVoices>[0], owners: Record<string, string> = {}) =>
  independentVoices(articles, (outletId) => owners[outletId] ?? outletId);

test('a wire text under another headline, cut and with a line of its own, is the same text', () => {
  const { voices, sameTextAs } = voicesIn([
    by('agency', 'Deckhands walk out', wire),
    by('coast', 'No ferries this morning', [...wire.slice(0, 2), 'Our reporter adds that the sea was calm.']),
    by('metro', 'Sound of silence', [lead.replace('four on Tuesday morning', '4 am today'), ...wire.slice(1)]),
    by('post', 'Ferry crews walk out', own),
  ]);
  expect(voices).toBe(2);
  expect([...sameTextAs]).toEqual([
    ['coast-1', 'agency-1'],
    ['metro-1', 'agency-1'],
  ]);
});

test('a snippet of the wire text is the same text, a sentence of it within an own report is not', () => {
  const { voices, sameTextAs } = voicesIn([
    by('agency', 'Deckhands walk out', wire),
    by('lantern', 'Ferries stand still', wire.slice(0, 1)),
    by('radio', 'Night on pier four', [...own, last]),
  ]);
  expect(voices).toBe(2);
  expect(sameTextAs.get('lantern-1')).toBe('agency-1');
  expect(sameTextAs.has('radio-1')).toBe(false);
});

test('an outlet with two texts of its own is one voice', () => {
  const second = { ...by('post', 'Ferries back', wire), id: 'post-2' };
  expect(voicesIn([by('post', 'Ferry crews walk out', own), second]).voices).toBe(1);
});

test('an outlet that publishes the wire text first and its own report later counts as a voice', () => {
  const later = { ...by('coast', 'What we saw', own), id: 'coast-2' };
  expect(voicesIn([by('agency', 'A', wire), by('coast', 'B', wire), later]).voices).toBe(2);
});

test('sister titles are one voice, whether they share a text or not', () => {
  const owners = { post: 'Harl Media', coast: 'Harl Media' };
  const sister = by('coast', 'Empty piers', ['Nobody boarded at Harl on Tuesday, and the kiosk stayed shut.']);
  const all = [by('post', 'Ferry crews walk out', own), sister, by('agency', 'Deckhands walk out', wire)];
  expect(voicesIn(all).voices).toBe(3);
  expect(voicesIn(all, owners).voices).toBe(2);
  expect(voicesIn([...all, by('radio', 'Deckhands out', wire)], owners).voices).toBe(2);
});

test("a report that cites another source has that source's origin", () => {
  const citing = (outlet: string, of: string, place: string) => ({
    ...by(outlet, `Ferries of ${place} stand still`, [`No ferry leaves ${place}; the kiosk of ${outlet} is shut.`]),
    citation: { of, text: `So says ${of}.` },
  });
  const [coast, metro] = [citing('coast', 'Reuters', 'Harl'), citing('metro', 'Reuters', 'Orn')];
  const radio = citing('radio', 'metro', 'Sund');
  const { voices, originOf } = voicesIn([coast, metro, radio, by('post', 'Ferry crews walk out', own)]);
  expect(voices).toBe(2);
  const byReuters = { coast: 'Reuters', metro: 'Reuters', radio: 'Reuters' };
  expect(Object.fromEntries(originOf)).toEqual({ ...byReuters, post: 'post' });
  // A text of its own makes an outlet its own origin, and with it the one that names it.
  const later = { ...by('metro', 'What we saw', own), id: 'metro-2' };
  const origins = Object.fromEntries(voicesIn([coast, metro, radio, later]).originOf);
  expect(origins).toEqual({ coast: 'Reuters', metro: 'metro', radio: 'metro' });
});

test('of outlets that cite each other, the first to report is the origin', () => {
  const circle = ['tail b', 'b c', 'c a', 'a b'].map((cites) => {
    const [outlet = '', of = ''] = cites.split(' ');
    return { ...by(outlet, `Headline of ${outlet}`, []), citation: { of, text: '' } };
  });
  const { voices, originOf } = voicesIn(circle);
  expect(voices).toBe(1);
  expect(new Set(originOf.values())).toEqual(new Set(['b']));
});

test('bare headlines are the same only when equal', () => {
  const titles = ['Ferry crews walk out', 'Ferry Crews Walk Out!', 'Ferries stand still'];
  expect(voicesIn(titles.map((title, n) => by(`outlet-${n}`, title, []))).voices).toBe(2);
});

test('there is no voice without an article', () => {
  expect(voicesIn([]).voices).toBe(0);
});
