import { describe, expect, test } from 'vitest';
import { figuresThatDiffer } from '../../src/summaries/figures.ts';

const morning = 1_780_000_000_000;
const hour = 3_600_000;
const article = (outlet: string, hours: number, ...paragraphs: string[]) => ({
  id: `${outlet}-${hours}`,
  outlet,
  title: 'Ferry crews walk out',
  paragraphs,
  publishedAt: morning + hours * hour,
});

describe('figures differ', () => {
  test('when two outlets count the same thing differently within the hours, each with its sentence', () => {
    const found = figuresThatDiffer([
      article('Post', 0, 'About 900 deckhands of the ferries stopped work on Tuesday. It rained.'),
      article('Lantern', 1, 'On Tuesday 1,200 deckhands of the Sound ferries stopped work.'),
    ]);
    expect(found).toEqual([
      {
        noun: 'deckhands',
        values: [
          {
            value: '900',
            articleId: 'Post-0',
            sentence: 'About 900 deckhands of the ferries stopped work on Tuesday.',
          },
          {
            value: '1,200',
            articleId: 'Lantern-1',
            sentence: 'On Tuesday 1,200 deckhands of the Sound ferries stopped work.',
          },
        ],
      },
    ]);
  });

  test('for tolls by what happened, number words included', () => {
    const found = figuresThatDiffer([
      article('Post', 0, 'The crash of the night train near Halden killed nine people and injured 40 people.'),
      article('Courier', 0, 'Twelve people died in the crash of the night train near Halden.'),
    ]);
    expect(found.map(({ noun, values }) => [noun, values.map(({ value }) => value)])).toEqual([
      ['people killed', ['nine', 'Twelve']],
    ]);
  });
});

describe('figures do not differ', () => {
  const first = 'The crash of the night train near Halden killed nine people.';
  test.each([
    [
      'a later toll',
      [
        article('Post', 0, first),
        article('Courier', 3, 'The crash of the night train near Halden killed twelve people.'),
      ],
    ],
    [
      'a lower bound',
      [
        article('Post', 0, 'The crash of the night train near Halden killed at least nine people.'),
        article('Courier', 0, 'The crash of the night train near Halden killed twelve people.'),
      ],
    ],
    [
      'a round number',
      [
        article('Post', 0, 'About 900 deckhands of the ferries stopped work on Tuesday.'),
        article('Courier', 0, 'The 912 deckhands of the ferries stopped work on Tuesday.'),
      ],
    ],
    [
      'another fate',
      [
        article('Post', 0, first),
        article('Courier', 0, 'The crash of the night train near Halden injured twelve people.'),
      ],
    ],
    [
      'another matter',
      [
        article('Post', 0, 'The port lost 14 cranes in the storm.'),
        article('Courier', 0, 'The shipyard sold 30 cranes to a rival last spring.'),
      ],
    ],
    [
      'the same outlet',
      [
        article('Post', 0, first),
        article('Post', 0.5, 'The crash of the night train near Halden killed twelve people.'),
      ],
    ],
    [
      'an article with two numbers',
      [
        article('Post', 0, first, 'An older crash of the night train near Halden killed 30 people.'),
        article('Courier', 0, 'The crash of the night train near Halden killed twelve people.'),
      ],
    ],
    [
      'years, money and measures',
      [
        article(
          'Post',
          0,
          'The ferry of the Sound cost $12 million, ran 9 miles and 30 years, since 1998 deckhands say.',
        ),
        article(
          'Courier',
          0,
          'The ferry of the Sound cost $14 million, ran 8 miles and 31 years, since 1999 deckhands say.',
        ),
      ],
    ],
    [
      'a share',
      [
        article('Post', 0, 'The studio says two players in a hundred lost their saves of Keeper.'),
        article('Courier', 0, 'The studio says five players lost their saves of Keeper.'),
      ],
    ],
  ])('for %s', (_name, articles) => {
    expect(figuresThatDiffer(articles)).toEqual([]);
  });
});

test.each(['900 deckhands ', '9 a b ', '1,', 'nine ', '12 of '])('figures in %j repeated take linear time', (piece) => {
  const started = performance.now();
  const text = `${piece.repeat(Math.ceil(200_000 / piece.length))}.`;
  figuresThatDiffer([article('Post', 0, text), article('Courier', 0, text)]);
  expect(performance.now() - started).toBeLessThan(1_000);
});
