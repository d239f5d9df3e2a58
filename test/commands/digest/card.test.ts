import { describe, expect, test } from 'vitest';
import { renderDigest } from '../../../commands/digest/card.ts';
import { fits } from '../../../src/discord/cards/parts.ts';
import type { Digest } from '../../../src/newsroom/digest.ts';
import type { DigestLine, DigestStory } from '../../../src/storage/postContent.ts';
import { digestOf, placeOf, renderOne, textsOf } from '../../discord/digestFixture.ts';

const options = { deliveryKey: 'key1', pictures: true };
const draw = (digest: Digest, more = {}) => renderDigest(digest, { ...options, ...more }).payloads;
const show = (digest: Digest, more = {}) => draw(digest, more).flatMap(textsOf);
/** How a digest of this story alone shows it. */
const showOne = (story: Partial<DigestStory>, more: Partial<Digest> = {}) =>
  show(digestOf({ places: [placeOf(1, story)], ...more }))[1] ?? '';

const [brief = expect.fail()] = digestOf().also;
const lantern = { articleId: 'l', outlet: 'Lantern', url: 'https://l.example/c' };
/** A sentence of an outlet that has not the headline. */
const quoted = (text: string, url = 'https://radio.example/1') => ({ text, articleId: 'other', outlet: 'Radio', url });

describe('the digest as a message', () => {
  test('reads like the mock-up', () => {
    const texts = show(digestOf());
    expect(texts[0]).toBe('## Tuesday 24 November');
    expect(texts[1]).toBe(
      [
        '**1 · [Ferry crews walk out across the Sound](https://post.example/ferry)**',
        'About 900 deckhands stopped work at 04:00, the first walkout since 1998.',
        '-# World · Harbour Post · 6 outlets · first reported <t:1795500000:t>',
      ].join('\n'),
    );
    expect(texts[2]).toBe(
      [
        '**2 · [Parliament passes the water bill](https://courier.example/water)**',
        'The upper house agreed by 41 votes to 38 late on Monday.',
        '-# **Update** · in yesterday’s digest · Technology · Courier · 4 outlets',
      ].join('\n'),
    );
    expect(texts[3]).toBe('**In brief**\n[Moose delays the night train](https://lantern.example/moose) · Lantern');
    expect(texts[4]).toBe('-# 16 of 18 outlets answered');
    expect(show(digestOf({ outletsAnswered: 18 }))).toHaveLength(4);
  });

  test('an update names the headline that it continues, escaped and cut to 90 characters', () => {
    const lineOf = (title: string, locale = 'en-GB') => {
      const headline = { title, url: 'https://post.example/1', articleId: '1' };
      return showOne({ told: { at: 1_795_464_000_000, headline } }, { locale })
        .split('\n')
        .at(-1);
    };
    expect(lineOf('Ferry crews *threaten* to walk out')).toContain(
      '-# **Update** · yesterday: “Ferry crews \\*threaten\\* to walk out” · ',
    );
    expect(lineOf('Fährleute drohen mit Streik', 'de')).toContain('· gestern: „Fährleute drohen mit Streik“ · ');
    expect(lineOf('Ferry '.repeat(40))?.length).toBeLessThan(220);
  });

  test('an update shows how its figure changed, each value linked, unless that leaves no room for the rest', () => {
    const shown = (path: string) => {
      const values = ['95', '87', '66'].map((value, nth) => ({
        ...quoted(`The toll is ${value}.`, `https://radio.example/${path}`),
        value,
        at: 1_795_519_200_000 - nth * 24 * 3_600_000,
      }));
      return showOne({ changed: { noun: 'people killed', values } });
    };
    expect(shown('a')).toContain(
      '\npeople killed: **[95](https://radio.example/a)** · Monday [87](https://radio.example/a) · Sunday [66](https://radio.example/a)\n',
    );
    expect(shown('a'.repeat(200))).not.toContain('people killed');
  });

  test('names and links the outlet of a sentence that is not the headline’s', () => {
    const shown = showOne({ sentences: [quoted('It rained.')] });
    expect(shown).toContain('It rained. — [Radio](https://radio.example/1)\n-# World · Harbour Post');
  });

  test('names no topic that most places share', () => {
    const named = (...topicIds: string[]) => {
      const places = topicIds.map((topicId, at) => placeOf(at + 1, { topicId }));
      const said = show(digestOf({ places, also: [] })).join('\n');
      return [...said.matchAll(/-# (?:(\w+) · )?Harbour Post/g)].map(([, topic]) => topic);
    };
    expect(named('world', 'world', 'technology', 'world')).toEqual([undefined, undefined, 'Technology', undefined]);
    expect(named('world', 'world', 'technology', 'technology')).toEqual(['World', 'World', 'Technology', 'Technology']);
    expect(named('world')).toEqual(['World']);
  });

  test('names the day of a first report that is not of the same day, in the channel’s zone', () => {
    const berlin = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).epochMilliseconds;
    const said = (local: string, locale: string) => {
      const shown = showOne({ since: berlin(local) }, { locale });
      return /(?:first reported|erster Bericht) (.*)<t:\d+:(.)>/.exec(shown)?.slice(1);
    };
    expect(said('2026-11-24T00:10', 'en-US')).toEqual(['', 't']);
    expect(said('2026-11-23T23:50', 'en-US')).toEqual(['yesterday ', 't']);
    expect(said('2026-11-23T23:50', 'de')).toEqual(['gestern ', 't']);
    expect(said('2026-11-22T09:00', 'en-US')).toEqual(['Sunday ', 't']);
    expect(said('2026-11-22T09:00', 'de')).toEqual(['Sonntag ', 't']);
    expect(said('2026-11-17T09:00', 'de')).toEqual(['', 'D']);
  });

  test('holds the delivery key in exactly one select, and every story as its choice', () => {
    const json = JSON.stringify(draw(digestOf())[0]);
    expect(json.match(/"custom_id":"[^"]*"/g)).toEqual(['"custom_id":"story:open:key1"']);
    expect(json.match(/"value":"[^"]*"/g)).toEqual(['"value":"ferry"', '"value":"water"', '"value":"moose"']);
  });

  test('corrections of earlier digests are named at the end, with links', () => {
    const corrected = { ...lantern, kind: 'corrected', text: 'It was 900.' } as const;
    const withdrawn = { ...lantern, kind: 'retracted', text: '' } as const;
    const messageUrl = 'https://discord.com/channels/1/2/3';
    const earlierCorrections = [
      { ...corrected, title: 'Ferry *strike*', localDate: '2026-11-23', messageUrl },
      { ...corrected, text: 'Correction: the vote was on Monday.', localDate: '2026-11-23' },
      { ...withdrawn, localDate: '2026-11-22' },
      { ...withdrawn, title: 'Moose', localDate: '2026-11-22' },
    ];
    expect(show(digestOf({ earlierCorrections })).join('\n')).toContain(
      [
        `-# **Correction** to “Ferry \\*strike\\*” in [Monday’s digest](${messageUrl}), by [Lantern](https://l.example/c)`,
        '-# **Correction** to Monday’s digest, by [Lantern](https://l.example/c)',
        '-# **Withdrawn** since Sunday’s digest, by [Lantern](https://l.example/c)',
        '-# **Withdrawn** since Sunday’s digest: “Moose”, by [Lantern](https://l.example/c)',
      ].join('\n'),
    );
  });

  test('a quiet day says so and offers headlines', () => {
    const [payload] = draw(digestOf({ places: [], also: [] }));
    expect(textsOf(payload)[0]).toBe('## Tuesday 24 November\n-# A quiet day: nothing new.');
    expect(JSON.stringify(payload)).toContain('"custom_id":"headlines:open:key1"');
  });

  test('only the first story has a picture, and none has one where pictures are off', () => {
    const picture = { url: 'https://img.example/a.jpg', alt: 'Ferries in the harbour' };
    const digest = digestOf({ places: [placeOf(1, { picture }), placeOf(2, { picture })] });
    expect(JSON.stringify(draw(digest)).match(/a\.jpg/g)).toHaveLength(1);
    expect(JSON.stringify(draw(digest, { pictures: false }))).not.toContain('a.jpg');
  });

  test.each([
    ['It was 900.', '**Corrected** by [Lantern](https://l.example/c): It was 900.'],
    ['Correction: It was 900.', '**[Lantern](https://l.example/c):** Correction: It was 900.'],
  ])('the correction “%s” stands under its story with a link to the outlet', (text, words) => {
    expect(showOne({ corrections: [{ ...lantern, kind: 'corrected', text }] })).toContain(words);
  });

  test('a sentence removed at an outlet’s request is marked, and the rest of the story stays', () => {
    const headless = { title: '', url: '', articleId: '', outlet: '', removed: true };
    const first = showOne({ ...headless, sentences: [quoted('The water rose.')] });
    expect(first).toContain('**1 · Removed at the outlet’s request**');
    expect(first).toContain('The water rose.');
    const second = showOne({ removed: true });
    expect(second).toContain('Headline 1');
    expect(second).toContain('*Removed at the outlet’s request*');
    const { payload, told } = renderOne(digestOf({ places: [placeOf(1, headless)] }), options);
    expect(JSON.stringify(payload)).toContain('1 · Removed at the outlet’s request');
    expect(told[0]?.articleIds).toEqual([]);
  });

  test('a correction of a story in brief replaces the outlet’s name in its line', () => {
    const drawn = (kind: 'corrected' | 'retracted', text: string) => {
      const { articleId, outlet, url } = brief;
      const also = [{ ...brief, corrections: [{ kind, articleId, outlet, url, text }] }];
      return show(digestOf({ also }))[3]?.split('\n')[1];
    };
    const link = '[Moose delays the night train](https://lantern.example/moose)';
    expect(drawn('corrected', 'It was a bear.')).toBe(`${link} · **Corrected** by Lantern: It was a bear.`);
    expect(drawn('retracted', 'Retracted: Moose')).toBe(`${link} · **Lantern:** Retracted: Moose`);
    expect(drawn('retracted', 'x'.repeat(301))).toBe(`${link} · **Withdrawn** by Lantern`);
  });
});

describe('the budget of a digest', () => {
  const placesOf = (count: number, more: Partial<DigestStory> = {}) =>
    Array.from({ length: count }, (_, index) => placeOf(index + 1, more));
  const nine = placesOf(9, {
    articleId: 'head',
    title: 'A headline of a good length that tells what happened where, to whom and why',
    url: `https://outlet.example/${'x'.repeat(150)}`,
    sentences: [
      { ...quoted(`A ${'word '.repeat(24)}end.`, `https://o.example/${'y'.repeat(120)}`), articleId: 'head' },
    ],
  });
  const lines = (count: number): DigestLine[] =>
    Array.from({ length: count }, (_, index) => ({
      ...brief,
      storyId: `line${index}`,
      url: `https://lantern.example/moose/${index}`,
    }));

  test('nine places keep their sentences, in two messages if needed, above ten briefs', () => {
    const { payloads, told } = renderDigest(digestOf({ places: nine, also: lines(16) }), options);
    expect(payloads).toHaveLength(2);
    for (const payload of payloads) expect(fits(payload as never)).toBe(true);
    expect(told.filter(({ sentences }) => sentences.length === 1)).toHaveLength(9);
    expect(told.length).toBeGreaterThanOrEqual(19);
    const texts = payloads.map((payload) => textsOf(payload).join('\n'));
    for (const one of told) for (const { text } of one.sentences) expect(texts[one.part]).toContain(text);
    expect(texts[1]).toMatch(/^### More stories/);
    expect(JSON.stringify(payloads[1])).toContain('"custom_id":"story:open:key1/1"');
  });

  test('the footer comes last, even with a second message', () => {
    const [first, second] = draw(digestOf({ places: nine, also: lines(8) })).map(textsOf);
    expect(first?.join('\n')).not.toContain('16 of 18 outlets');
    expect(second?.at(-1)).toContain('16 of 18 outlets');
  });

  test('headlines keep long links: lines in brief go into a second message for them, and sentences are left out', () => {
    const long = (path: string, length: number) => `https://o.example/${path}/${'z'.repeat(length)}`;
    const linked = (digest: Digest) => {
      const said = show(digest).join('\n');
      return [...digest.places, ...digest.also].filter(({ url }) => said.includes(`](${url})`)).length;
    };
    const places = [1, 2, 3].map((at) => placeOf(at, { url: long(`${at}`, 800) }));
    const also = lines(8).map((line, at) => ({ ...line, url: long(`line${at}`, 300) }));
    expect(linked(digestOf({ places, also }))).toBe(11);
    const story = { url: long('a', 450), sentences: [quoted(`Once ${'upon a time '.repeat(20)}.`)] };
    expect(linked(digestOf({ places: [placeOf(1, story)], also: [] }))).toBe(1);
  });

  test('five places and their lines in brief are one message', () => {
    expect(draw(digestOf({ places: placesOf(5), also: lines(8) }))).toHaveLength(1);
  });

  test('without the second message’s stories, the first message is unchanged', () => {
    const digest = digestOf({ places: nine, also: lines(16) });
    const { payloads, told } = renderDigest(digest, options);
    const stories = (payload: unknown) => textsOf(payload).slice(1).join('\n');
    for (const { storyId } of told.filter(({ part }) => part === 1)) {
      const places = nine.filter((place) => place.storyId !== storyId);
      const also = digest.also.filter((line) => line.storyId !== storyId);
      expect(stories(draw({ ...digest, places, also }, { messages: 2 })[0])).toBe(stories(payloads[0]));
    }
  });

  test('a posted message is kept even if nothing is left in it', () => {
    const [first, second] = draw(digestOf({ places: [placeOf(1)], also: [] }), { messages: 2 });
    expect(textsOf(first).join('\n')).toContain('Headline 1');
    expect(JSON.stringify(second)).toContain('"custom_id":"headlines:open:key1/1"');
  });

  test('a sentence that does not fit is left out entirely and not recorded as posted', () => {
    const place = placeOf(1, { sentences: [quoted(`Once ${'upon a time '.repeat(60)}.`)] });
    const rendered = renderOne(digestOf({ places: [place], also: [] }), options);
    expect(JSON.stringify(rendered.payload)).not.toContain('Once upon');
    expect(rendered.told[0]?.sentences).toEqual([]);
  });

  test('the recorded path of a posted story leads to its part of the payload', () => {
    const rendered = renderOne(digestOf(), options);
    const at = (path: string) =>
      path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], rendered.payload);
    expect(JSON.stringify(at(rendered.told[1]?.path ?? ''))).toContain('water bill');
  });

  test('an address too long for Discord loses the link, not the story', () => {
    expect(showOne({ url: `https://o.example/${'z'.repeat(1_600)}` })).toContain('**1 · Headline 1**');
  });
});
