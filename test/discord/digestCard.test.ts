import { describe, expect, test } from 'vitest';
import type { Digest, DigestPlace } from '../../src/digests/digest.ts';
import { fits, measure } from '../../src/discord/cards/parts.ts';
import { digestOf, placeOf, renderOne, textsOf } from './digestFixture.ts';

const options = { deliveryKey: 'key1', pictures: true };
const show = (digest: Digest, more = {}) => textsOf(renderOne(digest, { ...options, ...more }).payload);

describe('the digest as a message', () => {
  test('reads like the mock-up', () => {
    const texts = show(digestOf());
    expect(texts[0]).toBe(
      '## Tuesday 24 November · World, Technology\n-# 2 stories from 143 articles · 1 minute to read',
    );
    expect(texts[1]).toBe(
      [
        '### World',
        '**1 · [Ferry crews walk out across the Sound](https://post.example/ferry)**',
        'About 900 deckhands stopped work at 04:00, the first walkout since 1998. — Harbour Post',
        'The operator said two of eleven routes would run "until further notice". — [Sound Radio](https://radio.example/ferry)',
        '-# 6 outlets, 3 wrote their own · broke <t:1795500000:R>',
      ].join('\n'),
    );
    expect(texts[2]).toBe(
      [
        '### Technology',
        '**2 · [Parliament passes the water bill](https://courier.example/water)** · Updated',
        'The upper house agreed by 41 votes to 38 late on Monday. — Courier',
        '-# 4 outlets · [told yesterday](https://discord.com/channels/1/2/3)',
      ].join('\n'),
    );
    expect(texts[3]).toBe('**Also** · [Moose delays the night train](https://lantern.example/moose) Lantern');
    expect(texts[4]).toBe(
      '-# <t:1795432800:f> – <t:1795519200:f> · 16 of 18 outlets · Every sentence is quoted as published.',
    );
  });

  test('speaks German where the server does', () => {
    expect(show(digestOf({ locale: 'de' }))[0]).toBe(
      '## Dienstag, 24. November · Welt, Technik\n-# 2 Meldungen aus 143 Artikeln · 1 Minute Lesezeit',
    );
  });

  test('holds the delivery key in exactly one select, and every story as its choice', () => {
    const json = JSON.stringify(renderOne(digestOf(), options).payload);
    expect(json.match(/"custom_id":"[^"]*"/g)).toEqual(['"custom_id":"story:open:key1"']);
    expect(json.match(/"value":"[^"]*"/g)).toEqual(['"value":"ferry"', '"value":"water"', '"value":"moose"']);
  });

  test('a long address costs a story its sentence only where the message has no room left', () => {
    const sentence = (n: number) => ({
      text: `The council of the ${n}th district agreed ${'on a plan for the harbour and the roads that lead to it '.repeat(3)}last night.`,
      articleId: `a${n}`,
      outlet: 'Courier',
      url: `https://courier.example/${n}`,
    });
    const places = [1, 2, 3, 4, 5].map((n) =>
      placeOf(n, {
        articleId: `a${n}`,
        url: `https://courier.example/${'news-from-the-harbour-'.repeat(10)}${n}`,
        sentences: [sentence(n)],
      }),
    );
    const { payload, told } = renderOne(digestOf({ places, also: [] }), options);
    expect(told.map(({ sentences }) => sentences.length)).toEqual([1, 1, 1, 1, 1]);
    expect(fits(payload as never)).toBe(true);
  });

  test('a quiet day says so and offers headlines', () => {
    const payload = renderOne(digestOf({ places: [], also: [], quiet: true, articles: 12 }), options).payload;
    expect(textsOf(payload)[0]).toBe(
      '## Tuesday 24 November · World, Technology\n-# A quiet day: nothing new from 12 articles.',
    );
    expect(JSON.stringify(payload)).toContain('"custom_id":"headlines:open:key1"');
  });

  test('only the first story has a picture, and none has one where pictures are off', () => {
    const places = [placeOf(1, { picture }), placeOf(2, { picture })];
    const payload = JSON.stringify(renderOne(digestOf({ places }), options).payload);
    expect(payload.match(/a\.jpg/g)).toHaveLength(1);
    expect(JSON.stringify(renderOne(digestOf({ places }), { ...options, pictures: false }).payload)).not.toContain(
      'a.jpg',
    );
  });

  test('a correction stands under its story with a link to the outlet', () => {
    const correction = {
      kind: 'corrected',
      articleId: 'l',
      outlet: 'Lantern',
      url: 'https://l.example/c',
      text: 'It was 900.',
    } as const;
    expect(show(digestOf({ places: [placeOf(1, { corrections: [correction] })] }))[1]).toContain(
      '**Corrected** by [Lantern](https://l.example/c): It was 900.',
    );
    const named = { ...correction, text: 'Correction: It was 900.' };
    expect(show(digestOf({ places: [placeOf(1, { corrections: [named] })] }))[1]).toContain(
      '**[Lantern](https://l.example/c):** Correction: It was 900.',
    );
  });

  test('what an outlet wanted out is named as such, and the rest of the story stays', () => {
    const sentence = {
      text: 'The water rose by two metres in one night.',
      articleId: 'b',
      outlet: 'Courier',
      url: 'https://c.example/b',
    };
    const headless = { title: '', url: '', articleId: '', outlet: '', removed: true };
    const [, first, second] = show(
      digestOf({ places: [placeOf(1, { ...headless, sentences: [sentence] }), placeOf(2, { removed: true })] }),
    );
    expect(first).toContain('**1 · Removed at the outlet’s request**');
    expect(first).toContain(sentence.text);
    expect(second).toContain('Headline 2');
    expect(second).toContain('*Removed at the outlet’s request*');
    const { payload, told } = renderOne(digestOf({ places: [placeOf(1, headless)] }), options);
    expect(JSON.stringify(payload)).toContain('1 · Removed at the outlet’s request');
    expect(told[0]?.articleIds).toEqual([]);
  });

  test('a correction of a story under “Also” stands in its line, where the name of its outlet was', () => {
    const [line] = digestOf().also;
    if (line === undefined) throw new Error('no line');
    const { articleId, outlet, url } = line;
    const drawn = (kind: 'corrected' | 'retracted', text: string) => {
      const corrections = [{ kind, articleId, outlet, url, text }];
      return show(
        digestOf({
          also: [
            { ...line, corrections },
            { ...line, storyId: 'other' },
          ],
        }),
      )[3];
    };
    const link = '[Moose delays the night train](https://lantern.example/moose)';
    expect(drawn('corrected', 'It was a bear.')).toBe(
      `**Also** · ${link} **Corrected** by Lantern: It was a bear. · ${link} Lantern`,
    );
    expect(drawn('retracted', 'Retracted: Moose')).toBe(
      `**Also** · ${link} **Lantern:** Retracted: Moose · ${link} Lantern`,
    );
    expect(drawn('retracted', 'x'.repeat(201))).toBe(`**Also** · ${link} **Withdrawn** by Lantern · ${link} Lantern`);
  });

  test('stories of one topic stand together, the leading story first', () => {
    const places = ['world', 'technology', 'world'].map((topicId, index) => placeOf(index + 1, { topicId }));
    const told = renderOne(digestOf({ places }), options).told;
    expect(told.slice(0, 3).map((one) => one.storyId)).toEqual(['story1', 'story3', 'story2']);
  });
});

describe('the budget of a digest', () => {
  const long = (sentences: number): Partial<DigestPlace> => ({
    articleId: 'head',
    title: 'A headline of a good length that tells what happened where, to whom and why',
    url: `https://outlet.example/${'x'.repeat(150)}`,
    sentences: Array.from({ length: sentences }, (_, index) => ({
      text: `Sentence ${index} ${'word '.repeat(24)}end.`,
      articleId: 'head',
      outlet: 'Harbour Post',
      url: `https://outlet.example/${'y'.repeat(120)}`,
    })),
  });

  test('nine long stories fit, and what was told is exactly what stands in the message', () => {
    const places = Array.from({ length: 9 }, (_, index) => placeOf(index + 1, long(2)));
    const rendered = renderOne(digestOf({ places }), options);
    expect(fits(rendered.payload as never)).toBe(true);
    const texts = textsOf(rendered.payload).join('\n');
    for (const told of rendered.told) for (const one of told.sentences) expect(texts).toContain(one.text);
    expect(texts).not.toContain('Also');
    expect(rendered.told.length).toBeLessThan(10);
    expect(measure(rendered.payload as never).characters).toBeGreaterThan(3_000);
  });

  test('a sentence that does not fit is left out whole and was not told', () => {
    const text = `Once ${'upon a time '.repeat(60)}.`;
    const place = placeOf(2, { sentences: [{ text, articleId: 'a2', outlet: 'Courier', url: 'https://c.example' }] });
    const rendered = renderOne(digestOf({ places: [placeOf(1), place], also: [] }), options);
    expect(JSON.stringify(rendered.payload)).not.toContain('Once upon');
    expect(rendered.told[1]?.sentences).toEqual([]);
  });

  test('the path of a told story leads to its part of the payload', () => {
    const rendered = renderOne(digestOf(), options);
    const at = (path: string) =>
      path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], rendered.payload);
    expect(JSON.stringify(at(rendered.told[1]?.path ?? ''))).toContain('water bill');
  });

  test('an address too long for Discord loses the link, not the story', () => {
    const texts = show(digestOf({ places: [placeOf(1, { url: `https://o.example/${'z'.repeat(1_600)}` })] }));
    expect(texts[1]).toContain('**1 · Headline 1**');
  });
});

const picture = { url: 'https://img.example/a.jpg', alt: 'Ferries in the harbour' };
