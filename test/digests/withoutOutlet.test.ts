import { expect, test } from 'vitest';
import { withoutOutlet } from '../../src/digests/withoutOutlet.ts';
import { digestOf } from '../discord/digestFixture.ts';

const ofMetro = ({ url }: { url: string }) => url.includes('metro.example');
const correction = (outlet: string, url: string) => ({
  kind: 'corrected' as const,
  text: 'It was 900.',
  outlet,
  url,
  localDate: '2026-11-23',
});

test('a digest without an outlet names no correction of it, and keeps those of others', () => {
  const earlierCorrections = [
    correction('Metro', 'https://metro.example/1'),
    correction('Lantern', 'https://lantern.example/2'),
  ];
  const digest = withoutOutlet(digestOf({ earlierCorrections }), ofMetro, { posted: true });
  expect(digest?.earlierCorrections?.map(({ outlet }) => outlet)).toEqual(['Lantern']);
  expect(withoutOutlet(digestOf(), ofMetro, { posted: true })).toBeUndefined();
});
