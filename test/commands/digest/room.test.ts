import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderDigest } from '../../../commands/digest/card.ts';
import { fits } from '../../../src/discord/cards/parts.ts';
import type { Digest } from '../../../src/newsroom/digest.ts';
import { corrected } from '../../../src/outbox/redraw.ts';
import type { DigestLine } from '../../../src/storage/postContent.ts';
import { digestOf, placeOf, renderOne, textsOf } from '../../discord/digestFixture.ts';
import { sampleOf } from '../../sampleOf.ts';

const options = { deliveryKey: 'key1', pictures: true };
const render = (digest: Digest) => renderOne(digest, options).payload;

/** A story with one sentence of this many characters, about five per word. */
const story = (number: number, characters: number) =>
  placeOf(number, {
    title: 'The council of the harbour town agrees on its plan for quay and roads',
    url: `https://www.outlet.example/news/2026/11/24/council-agrees-on-its-plan-${number}.html`,
    sentences: [
      {
        text: `${number} ${'lorem '.repeat(characters / 6)}ends.`,
        articleId: `article${number}`,
        outlet: 'Harbour Post',
        url: `https://www.outlet.example/${number}`,
      },
    ],
  });

const slug = 'وزير-الخارجية-يعلن-بدء-محادثات-جديدة-حول-حقوق-الصيد-في-البحر-بعد-أسابيع-من-التوتر-بين-البلدين-الجارين';
const arabic = (n: number) => new URL(`https://o.example/${n}/${slug}`).href;

test('an address of over 512 characters, such as one of Arabic letters, is linked in headlines and sentences', () => {
  expect(arabic(1).length).toBeGreaterThan(512);
  const quoted = { text: 'The talks go on.', articleId: 'other', outlet: 'Courier', url: arabic(2) };
  const digest = digestOf({ places: [placeOf(1, { url: arabic(1), sentences: [quoted] }), placeOf(2)] });
  const [, shown] = textsOf(render(digest));
  expect(shown).toContain(`**1 · [Headline 1](${arabic(1)})**`);
  expect(shown).toContain(`The talks go on. — [Courier](${arabic(2)})`);
});

const correctionOf = fc.record({
  kind: fc.constantFrom('corrected' as const, 'retracted' as const),
  text: fc.constantFrom('', 'It was on Monday.', 'The vote was on Monday and not on Sunday. '.repeat(4)),
});
const line = (n: number) => ({ ...story(n, 0), storyId: `line${n}`, outlet: 'Norddeutsche Allgemeine Zeitung' });

test('corrections remove nothing that was posted, and every message stays within Discord’s limits', () => {
  const drawn = fc.record({
    lengths: fc.array(fc.integer({ min: 60, max: 420 }), { minLength: 1, maxLength: 9 }),
    brief: fc.integer({ min: 0, max: 16 }),
    corrections: fc.array(fc.record({ at: fc.nat(24), correction: correctionOf }), { maxLength: 25 }),
    locale: fc.constantFrom('en-US', 'de'),
  });
  fc.assert(
    fc.property(drawn, ({ lengths, brief, corrections, locale }) => {
      const places = lengths.map((characters, at) => story(at + 1, characters));
      const also = Array.from({ length: brief }, (_, at) => line(at + 1));
      const digest = digestOf({ locale, places, also });
      const sent = renderDigest(digest, options);
      expect(sent.told.filter(({ sentences }) => sentences.length > 0)).toHaveLength(places.length);
      const put = <Line extends DigestLine>(of: Line, index: number): Line => {
        const { articleId, outlet, url } = of;
        const own = corrections.filter(({ at }) => at === index);
        return { ...of, corrections: own.map(({ correction }) => ({ ...correction, articleId, outlet, url })) };
      };
      const edited = renderDigest(
        { ...digest, places: places.map(put), also: also.map((one, at) => put(one, at + places.length)) },
        { ...options, messages: sent.payloads.length },
      );
      expect(edited.told).toEqual(sent.told);
      for (const payload of [...sent.payloads, ...edited.payloads]) expect(fits(payload as never)).toBe(true);
    }),
    { numRuns: sampleOf(150), seed: 7 },
  );
});

test('a correction of a digest that was sent shows its text if there is room for it', () => {
  const places = [1, 2, 3].map((number) => story(number, 120));
  const correction = { kind: 'corrected', text: 'It was on Monday.', at: 1 } as const;
  const edited = corrected(digestOf({ places }), [{ id: 'article2', correction }]);
  expect(textsOf(render(edited)).join('\n')).toContain('outlet.example/2): It was on Monday.');
});
