import { describe, expect, test } from 'vitest';
import { outletsCard } from '../../commands/story/outletsCard.ts';
import { headlinesCard } from '../../src/discord/cards/headlines.ts';
import { fits, measure } from '../../src/discord/cards/parts.ts';
import { storyCard } from '../../src/discord/cards/story.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';
import { storyOf } from '../commands/madeUpStories.ts';
import { textsOf, world } from './digestFixture.ts';

const texts = textsFor('en-US');
const hour = 3_600_000;
const start = Date.UTC(2026, 10, 24, 4);
const from = (outlet: string, path: string) => ({
  outlet,
  outletId: outlet.toLowerCase(),
  url: `https://${outlet.toLowerCase()}.example/${path}`,
});
const said = (text: string, outlet: string, path = 'd') => ({ text, articleId: outlet, ...from(outlet, path) });
const full: Partial<StoryCard> = {
  figures: [
    {
      noun: 'deckhands',
      overTime: false,
      values: [
        { value: '900', ...from('Post', 'f'), at: start },
        { value: '1,200', ...from('Lantern', 'f'), at: start + hour },
      ],
    },
  ],
  quotation: said('“We have been patient for nine years,” said Ida Brandt.', 'Lantern', 'q'),
};
const show = (card: StoryCard, sharedBy?: string) => textsOf(storyCard(card, { texts, pictures: true, sharedBy }));

describe('the story card', () => {
  test('reads like the mock-up', () => {
    expect(show(storyOf('ferry', world, full))).toEqual([
      '## Ferry crews walk out across the Sound\n-# World · first reported <t:1795492800:f>, updated <t:1795521600:R> · '.concat(
        texts.digest.outlets({ outlets: 9 }),
      ),
      [
        'Sentence 1 about the ferry. — [Post](https://post.example/ferry)',
        'Sentence 2 about the ferry. — [Radio](https://radio.example/ferry)',
        'Sentence 3 about the ferry. — [Lantern](https://lantern.example/ferry)',
      ].join('\n'),
      '**Figures differ** deckhands: **900** [Post](https://post.example/f) <t:1795492800:t> · **1,200** [Lantern](https://lantern.example/f) <t:1795496400:t>',
      '**In their words**\n> “We have been patient for nine years,” said Ida Brandt. — [Lantern](https://lantern.example/q)',
      '-# Quoted word for word; each outlet owns its text.',
    ]);
  });

  test('shows how a toll rose, with dates if it took days', () => {
    const value = (value: string, hours: number) => ({ value, ...from('Post', 'f'), at: start + hours * hour });
    const figures = [{ noun: 'people killed', overTime: true, values: [value('13', 0), value('at least 25', 30)] }];
    expect(show(storyOf('ferry', world, { figures }))[2]).toBe(
      '**Figures over time** people killed: **13** [Post](https://post.example/f) <t:1795492800:f> → **at least 25** [Post](https://post.example/f) <t:1795600800:f>',
    );
  });

  test('names withdrawals', () => {
    const corrections = [{ kind: 'retracted' as const, ...said('Ferry crews gave up', 'Metro', 'w') }];
    expect(show(storyOf('ferry', world, { corrections }))).toContain(
      '**Withdrawn** by [Metro](https://metro.example/w): Ferry crews gave up',
    );
  });

  test('names the stories that it continues, with their days', () => {
    const earlier = [{ storyId: 'e', title: 'Crews vote to strike', url: 'https://post.example/e', at: start }];
    expect(show(storyOf('ferry', world, { earlier }))).toContain(
      '**Previously**\n<t:1795492800:D> [Crews vote to strike](https://post.example/e)',
    );
  });

  test('if too long, drops quotes, then figures', () => {
    const cardWith = (letters: number) => {
      const card = storyOf('ferry', world, full);
      const longer = card.sentences.map((one) => ({ ...one, text: `${'w'.repeat(letters)} ended.` }));
      const body = storyCard({ ...card, sentences: longer }, { texts, pictures: true });
      expect(measure(body).characters).toBeLessThanOrEqual(3_600);
      const all = textsOf(body).join('\n');
      return [all.includes('In their words'), all.includes('Figures differ')];
    };
    expect([950, 1_030, 1_120].map(cardWith)).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  test('the largest card that the desk can give is within Discord’s bounds', () => {
    const url = `https://outlet.example/${'x'.repeat(480)}`;
    const long = '*[_'.repeat(100);
    const place = { outlet: long, url, at: 0 };
    const sentences = (mark: string) =>
      [0, 1, 2, 3].map((n) => ({
        ...place,
        text: `${long} ${mark}${n}`,
        articleId: `${mark}${n}`,
        url: `${url}${mark}${n}`,
      }));
    const values = [long, '2'].map((value) => ({ ...place, value }));
    const card = storyOf('ferry', world, {
      title: long,
      sentences: sentences(''),
      figures: [{ noun: long, overTime: true, values }],
      quotation: { ...place, text: long, articleId: 'q' },
      reports: Array(60).fill({ ...place, title: long, sameText: [place] }),
      related: Array.from({ length: 40 }, (_, n) => ({ ...storyOf('moose'), storyId: `r${n}`, title: long })),
    });
    const body = storyCard(card, { texts, pictures: true });
    expect(fits(body)).toBe(true);
    expect(measure(body).characters).toBeLessThanOrEqual(3_600);
  });

  test('addresses of more than 512 characters are linked from the top while they have room, and take no word’s place', () => {
    const token = 'AUFVX3lxTE9kVnhq'.repeat(40);
    const withLength = (characters: number, outlets: number) => {
      const urlOf = (n: number) => `https://news.example/articles/${n}${token}`.slice(0, characters);
      const reports = Array.from({ length: outlets }, (_, n) => ({
        ...{
          articleId: `a${n}`,
          outlet: `Outlet ${n}`,
          outletId: `o${n}`,
          title: 'Crews',
          url: urlOf(n),
          at: start + n * hour,
          sameText: [],
        },
      }));
      const { sentences } = storyOf('ferry');
      return storyOf('ferry', world, { reports, sentences: sentences.map((one, n) => ({ ...one, url: urlOf(n) })) });
    };
    for (const outlets of [1, 3, 6, 12]) {
      const card = withLength(670, outlets);
      const without = withLength(0, outlets);
      for (const draw of [show, (one: StoryCard) => textsOf(outletsCard(one, texts))]) {
        const shown = draw(card).join('\n');
        expect(shown).toContain(`](https://news.example/articles/0${token.slice(0, 600)}`);
        expect(shown.length).toBeLessThanOrEqual(4_000);
        expect(shown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')).toBe(draw(without).join('\n'));
      }
      expect(measure(storyCard(card, { texts, pictures: true })).characters).toBeLessThanOrEqual(3_600);
    }
  });

  test('in public at most two sentences of one article are quoted, on a reader’s own card three', () => {
    const sentences = [1, 2, 3, 4].map((number) => said(`Sentence ${number}.`, 'Post'));
    const card = storyOf('ferry', world, { sentences });
    expect(show(card)[1]?.split('\n')).toHaveLength(3);
    expect(show(card, '5')[1]?.split('\n')).toHaveLength(2);
    expect(show(card, '5').at(-1)).toBe('-# Shared by <@5> · Quoted word for word; each outlet owns its text.');
  });
});

describe('lists', () => {
  test('headlines stay within bounds with ten long stories', () => {
    const stories = Array.from({ length: 12 }, (_, index) => ({
      ...storyOf('ferry'),
      storyId: `s${index}`,
      title: 'Word '.repeat(40),
      url: `https://o.example/${'x'.repeat(480)}`,
    }));
    const body = headlinesCard(
      { since: start, until: start, stories, outletsAnswered: 1, outletsAll: 2 },
      { texts, topicId: undefined },
    );
    expect(fits(body)).toBe(true);
    const words = textsOf(body).join('\n');
    const shown = [...words.matchAll(/\*\*\d+ · /g)].length;
    expect(shown).toBeGreaterThan(3);
    expect(words).toContain('10 stories since');
    expect(words).toContain(`and ${10 - shown} more`);
  });

  test('“Who reported?” names every outlet with the same text, or how many are left out', () => {
    const shown = (copies: number) => {
      const sameText = Array.from({ length: copies }, (_, n) => ({
        outlet: `Gazette ${n}`,
        outletId: `g${n}`,
        url: `https://g${n}.example/${'x'.repeat(60)}`,
      }));
      const reports = [{ ...from('North', '1'), articleId: 'a', title: 'Crews walk out', at: start, sameText }];
      return textsOf(outletsCard(storyOf('ferry', world, { reports }), texts)).join('\n');
    };
    expect(shown(15)).toContain('[Gazette 14](');
    expect(shown(15)).not.toContain('more');
    expect(shown(60)).toMatch(/\[Gazette 5\]\([^)]*\) and 54 more$/);
  });
});
