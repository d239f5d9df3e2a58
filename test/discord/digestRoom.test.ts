import { describe, expect, test } from 'vitest';
import { corrected } from '../../src/desk/correct.ts';
import type { DigestPlace } from '../../src/digests/digest.ts';
import { fits, measure } from '../../src/discord/cards/parts.ts';
import { digestOf, placeOf, renderOne, textsOf } from './digestFixture.ts';

const render = (digest: ReturnType<typeof digestOf>) => renderOne(digest, { deliveryKey: 'key1', pictures: true });
const charactersOf = (digest: ReturnType<typeof digestOf>) => measure(render(digest).payload as never).characters;
const quotedOf = (digest: ReturnType<typeof digestOf>) => render(digest).told.map(({ sentences }) => sentences.length);

const before = {
  at: 1_795_464_000_000,
  messageUrl: 'https://discord.com/channels/1574680972492800002/1574680972492800007/1574696071987200028',
};
/** A story with one sentence of so many characters, about five for a word. */
const story = (number: number, characters: number, more: Partial<DigestPlace> = {}) =>
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
    ...more,
  });
const stories = (count: number, characters: number, more: (number: number) => Partial<DigestPlace> = () => ({})) =>
  Array.from({ length: count }, (_, at) => story(at + 1, characters, more(at + 1)));

describe('the room of a digest', () => {
  test('a story keeps its sentence while the message has room, however long its headline and addresses are', () => {
    const long = story(2, 330, { told: before, url: `https://www.outlet.example/${'news/'.repeat(60)}2.html` });
    const digest = digestOf({ places: [story(1, 90), long, story(3, 90), story(4, 90), story(5, 90)], also: [] });
    expect(quotedOf(digest)).toEqual([1, 1, 1, 1, 1]);
    expect(charactersOf(digest)).toBeLessThan(3_000);
  });

  test('nine stories of which some are over their share are all there, each with its sentence', () => {
    const digest = digestOf({ places: stories(9, 120, (n) => (n % 3 === 0 ? { told: before } : {})), also: [] });
    expect(quotedOf(digest)).toEqual(Array(9).fill(1));
  });

  test('a full message loses “Also”, then sentences from its end, those of Updated stories last, and no story', () => {
    const digest = digestOf({ places: stories(9, 270, (n) => (n > 7 ? { told: before } : {})) });
    const quoted = quotedOf(digest);
    expect(quoted).toHaveLength(9);
    expect(quoted.slice(7)).toEqual([1, 1]);
    expect(quoted.slice(0, 7)).toEqual(quoted.slice(0, 7).toSorted((a, b) => b - a));
    expect(quoted).toContain(0);
    expect(charactersOf(digest)).toBeGreaterThan(3_300);
    expect(textsOf(render(digest).payload).join('\n')).not.toContain('Also');
  });

  test('a sentence that is far too long gives way before those of other stories', () => {
    const digest = digestOf({ places: [story(1, 150), story(2, 690), ...stories(9, 150).slice(2)], also: [] });
    expect(quotedOf(digest)).toEqual([1, 0, 1, 1, 1, 1, 1, 1, 1]);
  });

  test.each([0, 1, 5])(
    'an Updated story goes whole and is not told, never without what is new in it (%i others)',
    (others) => {
      const places = stories(10, 200, (n) => ({
        url: `https://www.outlet.example/${'news/'.repeat(40)}${n}`,
        ...(n > others ? { told: before } : {}),
      }));
      const digest = digestOf({ places });
      const { payload, told } = render(digest);
      expect(fits(payload as never)).toBe(true);
      const shown = told.map(({ storyId }) => storyId);
      const news = told.flatMap(({ storyId, sentences }) => (sentences.length > 0 ? [storyId] : []));
      expect(news.length).toBeGreaterThan(0);
      expect(shown).toEqual(places.slice(0, others + news.length).map(({ storyId }) => storyId));
      expect(news).toEqual(shown.slice(others));
      const texts = textsOf(payload).join('\n');
      expect(texts.match(/\*\* · Updated/g)).toHaveLength(news.length);
      expect(texts.match(/^\*\*\d+ · /gm)).toEqual(shown.map((_, at) => `**${at + 1} · `));
      expect(JSON.stringify(payload).match(/"value":"story\d+"/g)).toEqual(shown.map((id) => `"value":"${id}"`));
    },
  );

  test('long addresses are left out before an Updated story is', () => {
    const long = (n: number) => ({ url: `https://o.example/${'x'.repeat(400)}${n}` });
    const digest = digestOf({ places: stories(9, 90, (n) => ({ ...long(n), ...(n > 7 ? { told: before } : {}) })) });
    expect(quotedOf(digest)).toEqual([...Array(7).fill(0), 1, 1]);
  });

  test('addresses too long for nine stories are left out from the end', () => {
    const places = stories(9, 90, (n) => ({ url: `https://o.example/${'x'.repeat(450)}${n}` }));
    const { payload, told } = render(digestOf({ places }));
    expect(fits(payload as never)).toBe(true);
    expect(told).toHaveLength(9);
    const linked = textsOf(payload)
      .slice(1, 10)
      .map((text) => text.includes('](https://o.example/'));
    expect(linked).toEqual([...Array(5).fill(true), ...Array(4).fill(false)]);
  });
});

describe('an address of more than 512 characters, such as one of Arabic letters', () => {
  const slug = 'وزير-الخارجية-يعلن-بدء-محادثات-جديدة-حول-حقوق-الصيد-في-البحر-بعد-أسابيع-من-التوتر-بين-البلدين-الجارين';
  const arabic = (n: number) => new URL(`https://o.example/${n}/${slug}`).href;
  const linked = (digest: ReturnType<typeof digestOf>) => {
    const texts = textsOf(render(digest).payload);
    return digest.places.map((_, at) => texts.some((text) => text.includes(`](${arabic(at + 1)})`)));
  };

  test('is linked, over a story and beside a sentence', () => {
    expect(arabic(1).length).toBeGreaterThan(512);
    const quoted = { text: 'The talks go on.', articleId: 'other', outlet: 'Courier', url: arabic(2) };
    const digest = digestOf({ places: [placeOf(1, { url: arabic(1), sentences: [quoted] }), placeOf(2)] });
    const texts = textsOf(render(digest).payload);
    expect(texts[1]).toContain(`**1 · [Headline 1](${arabic(1)})**`);
    expect(texts[1]).toContain(`The talks go on. — [Courier](${arabic(2)})`);
  });

  test('has what room the words leave, from the top: no word and no short link gives way to it', () => {
    const counts = new Set<number>();
    for (let characters = 60; characters < 420; characters += 12) {
      const withAddress = (urlOf: (n: number) => string) =>
        digestOf({ places: stories(9, characters, (n) => ({ url: n === 9 ? 'https://o.example/9' : urlOf(n) })) });
      const digest = withAddress(arabic);
      const plain = render(withAddress(() => ''));
      const { payload, told } = render(digest);
      expect(fits(payload as never)).toBe(true);
      expect(told.map(({ sentences }) => sentences)).toEqual(plain.told.map(({ sentences }) => sentences));
      const words = textsOf(payload).map((text) =>
        text.replaceAll(/\[([^\]]*)\]\(https:\/\/o\.example\/\d\/[^)]*\)/g, '$1'),
      );
      expect(words).toEqual(textsOf(plain.payload));
      const shown = linked(digest);
      counts.add(shown.filter(Boolean).length);
      expect(shown).toEqual(shown.toSorted((a, b) => Number(b) - Number(a)));
      const edited = corrected(digest, 'article1', { kind: 'retracted', text: 'Retracted: it.', at: 1 }) ?? digest;
      expect(fits(render(edited).payload as never)).toBe(true);
      expect(linked(edited)).toEqual(shown);
    }
    expect(counts.size).toBeGreaterThan(2);
  });
});

describe('a correction of a digest that was sent', () => {
  const correction = (text: string) => ({ kind: 'corrected', text, at: 1 }) as const;

  test.each([1, 3, 5, 6, 7, 8, 9])('adds a line to %i stories and takes nothing away', (count) => {
    for (const characters of [120, 180, 240, 300]) {
      const places = stories(count, characters, (n) => (n % 4 === 0 ? { told: before } : {}));
      const digest = digestOf({ places });
      const sent = render(digest);
      let edited = digest;
      for (const articleId of ['article1', `article${count}`]) {
        edited =
          corrected(edited, articleId, correction('The vote was on Monday and not on Sunday. '.repeat(4))) ?? edited;
      }
      const { payload, told } = render(edited);
      expect(fits(payload as never)).toBe(true);
      expect(told).toEqual(sent.told);
      const lines = textsOf(payload).join('\n').split('\n');
      const added = lines.filter((line) => line.startsWith('**Corrected** by'));
      expect(added).toHaveLength(Math.min(2, count));
      expect(lines.filter((line) => !added.includes(line))).toEqual(textsOf(sent.payload).join('\n').split('\n'));
    }
  });

  test.each([4, 6, 9])(
    'takes nothing away where %i are told: who did what as far as there is room, else the stories',
    (count) => {
      const inGerman = (digest: ReturnType<typeof digestOf>) =>
        renderOne({ ...digest, locale: 'de' }, { deliveryKey: 'key1', pictures: true });
      let counted = 0;
      for (let characters = 100; characters < 420; characters += 6) {
        const digest = digestOf({ places: stories(9, characters) });
        const sent = inGerman(digest);
        const places = digest.places.map((place, at) => {
          const kind = at === 0 ? ('corrected' as const) : ('retracted' as const);
          const outlet = 'Norddeutsche Allgemeine Zeitung';
          return at < count
            ? { ...place, corrections: [{ kind, articleId: 'n', outlet, url: 'https://n.example/1', text: '' }] }
            : place;
        });
        const { payload, told } = inGerman({ ...digest, places });
        expect(fits(payload as never)).toBe(true);
        expect(told).toEqual(sent.told);
        const lines = textsOf(payload).join('\n').split('\n');
        const added = lines.filter((line) => /^\*\*(?:Berichtigt|Zurückgezogen|Auch zurückgezogen)/.test(line));
        expect(lines.filter((line) => !added.includes(line))).toEqual(textsOf(sent.payload).join('\n').split('\n'));
        const rest = /^\*\*Auch .*:\*\* (.+)$/.exec(added.at(-1) ?? '')?.[1]?.split(', ') ?? [];
        expect(added.length - (rest.length > 0 ? 1 : 0) + rest.length).toBe(count);
        // What was withdrawn is told before what was corrected.
        if (rest.length > 0) expect(rest).toContain('1');
        counted += rest.length;
      }
      expect(counted).toBeGreaterThan(0);
    },
  );

  test('of stories under “Also” too takes nothing away, and each says so', () => {
    const outlet = 'Norddeutsche Allgemeine Zeitung';
    const of = (articleId: string) => ({
      kind: 'retracted' as const,
      articleId,
      outlet,
      url: '',
      text: 'x'.repeat(199),
    });
    let full = 0;
    for (let characters = 90; characters < 260; characters += 4) {
      const also = [1, 2, 3].map((n) => ({ ...story(n, 0), storyId: `also${n}`, outlet, title: `Also ${n}` }));
      const digest = digestOf({ locale: 'de', places: stories(8, characters), also });
      const options = { deliveryKey: 'key1', pictures: true };
      const sent = renderOne(digest, options);
      const { payload, told } = renderOne(
        {
          ...digest,
          places: digest.places.map((place) => ({ ...place, corrections: [of(place.articleId)] })),
          also: also.map((line) => ({ ...line, corrections: [of(line.articleId)] })),
        },
        options,
      );
      expect(fits(payload as never)).toBe(true);
      expect(told).toEqual(sent.told);
      const line = textsOf(payload).find((text) => text.startsWith('**Außerdem**')) ?? '';
      const shown = told.filter(({ storyId }) => storyId.startsWith('also')).length;
      expect(line.match(/\*\*Zurückgezogen\*\*/g) ?? []).toHaveLength(shown);
      if (shown > 0 && textsOf(payload).join('\n').includes('**Auch zurückgezogen')) full += 1;
    }
    expect(full).toBeGreaterThan(0);
  });

  test('of every article of nine stories takes nothing away, and leaves no story out that has one', () => {
    const kinds = ['corrected', 'retracted'] as const;
    for (let characters = 100; characters < 420; characters += 20) {
      const digest = digestOf({ places: stories(9, characters) });
      const sent = render(digest);
      const correctionsOf = (at: number) =>
        kinds.map((kind) => ({
          kind,
          articleId: `${kind}${at}`,
          outlet: 'O',
          url: `https://o.example/${at}`,
          text: '',
        }));
      const places = digest.places.map((place, at) => ({ ...place, corrections: correctionsOf(at) }));
      const { payload, told } = render({ ...digest, places });
      expect(fits(payload as never)).toBe(true);
      expect(told).toEqual(sent.told);
      const lines = textsOf(payload).join('\n').split('\n');
      const count = (start: string) => lines.filter((line) => line.startsWith(start)).length;
      const [corrections, withdrawals] = [count('**Corrected** by'), count('**Withdrawn** by')];
      if (corrections > 0) expect(withdrawals).toBe(9);
      const rest = lines.find((line) => line.startsWith('**Also withdrawn or corrected:**'));
      const counted = rest?.split(':** ')[1]?.split(', ').length ?? 0;
      expect(counted).toBe(9 - Math.min(corrections, withdrawals));
    }
  });

  test('says its text where there is room for it', () => {
    const edited = corrected(digestOf({ places: stories(3, 120) }), 'article2', correction('It was on Monday.'));
    expect(textsOf(edited && render(edited).payload).join('\n')).toContain('outlet.example/2): It was on Monday.');
  });
});
