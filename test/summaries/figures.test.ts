import { describe, expect, test } from 'vitest';
import { figuresThatDiffer, supersededSentences } from '../../src/summaries/figures.ts';

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

const valuesOf = (...texts: string[]) =>
  figuresThatDiffer(texts.map((text, n) => article(`Outlet ${n}`, 0, text))).map(({ values }) =>
    values.map(({ value }) => value),
  );

describe('figures still differ', () => {
  const closed = 'The storm closed 45 schools across the northern coast on Monday.';
  test.each([
    ['for one side of a vote', 'by 41 votes to 38', 'by 43 votes to 38', ['41', '43']],
    ['for votes against', 'with 38 votes against', 'with 40 votes against', ['38', '40']],
  ])('%s', (_, one, other, values) => {
    const passed = (how: string) => `Senators passed the water bill of Marhaven ${how} late on Monday.`;
    expect(valuesOf(passed(one), passed(other))).toEqual([values]);
  });

  test.each([
    ['behind a weekday', 'On Monday 60 schools across the northern coast closed in the storm.'],
    ['with a record of other years', 'The worst storm since 1998 closed 60 schools across the northern coast.'],
    ['with the record behind a comma', 'The storm closed 60 schools across the northern coast, the most since 1998.'],
    [
      'where a weekday is that of the source',
      `${'The storm closed 60 schools across the northern coast'}, police said on Tuesday.`,
    ],
    [
      'where a source speaks first',
      'Officials said on Tuesday that the storm had closed 60 schools across the northern coast.',
    ],
    ['with a word for the same', 'The storm shut 60 schools across the northern coast.'],
    ['in the passive', 'Some 60 schools across the northern coast were closed by the storm.'],
    ['with the date of the news', 'The storm closed 60 schools across the northern coast on 27 May.'],
    ['of last night', 'The storm closed 60 schools across the northern coast last night.'],
    ['of hours ago', 'The storm closed 60 schools across the northern coast two hours ago.'],
    [
      'with what else did not happen',
      'The storm closed 60 schools across the northern coast but did not reach the south.',
    ],
  ])('%s', (_, other) => {
    expect(valuesOf(closed, other)).toEqual([['45', '60']]);
  });

  test('for people of a country, and for what two outlets place by names that both know', () => {
    expect(
      valuesOf(
        'The blast killed 12 Norland soldiers at the northern bridge.',
        'The blast at the northern bridge killed 15 Norland soldiers.',
      ),
    ).toEqual([['12', '15']]);
    expect(
      valuesOf(
        'The flood closed 45 schools in Halden. Norland has seen no such flood for years.',
        'The flood closed 60 schools in northern Norland. Halden was hit first.',
      ),
    ).toEqual([['45', '60']]);
  });

  test('where one says earlier this month and both name the town', () => {
    expect(
      valuesOf(
        'The attack answers an air strike earlier this month which killed 30 civilians in Halden.',
        'It was revenge for an air strike this month in the town of Halden that left 32 civilians dead.',
      ),
    ).toEqual([['30', '32']]);
  });

  test('where one names the network and the other the line', () => {
    expect(
      valuesOf(
        'About 900 drivers of Haldenline walked off the buses on Monday.',
        'Some 1,300 drivers walked off the buses of the Halden network on Monday.',
      ),
    ).toEqual([['900', '1,300']]);
  });

  test('where both count for the same other time', () => {
    expect(
      valuesOf(
        'The firm will cut 1,200 jobs in its northern yards by 2030.',
        'By 2030, the firm will cut 1,500 jobs in its northern yards.',
      ),
    ).toEqual([['1,200', '1,500']]);
  });

  test('where outlets have other words for one deed, or none beside the count', () => {
    const pairs = [
      ['Rescuers pulled 12 miners from the shaft in Halden.', 'Rescue teams saved 15 miners from the shaft in Halden.'],
      ['Officers seized 12 boats at Halden port.', 'Officers confiscated 18 boats at Halden port.'],
      ['The army fired 12 missiles at Halden overnight.', 'The army launched 18 missiles at Halden overnight.'],
      ['The storm left 8,000 residents without power.', 'After the storm 5,000 residents were without power.'],
      ['The bill passed by 52 votes to 48.', 'The bill passed with 54 votes to 46.'],
    ];
    const missed = pairs.filter(
      ([one = '', other = '']) =>
        figuresThatDiffer([article('Post', 0, one), article('Lantern', 1, other)]).length === 0,
    );
    expect(missed).toEqual([]);
  });
});

describe('figures do not differ', () => {
  const storm = 'The storm closed 45 schools across the northern coast.';
  test.each([
    ['a range', 'The storm closed between 40 and 50 schools across the northern coast.', storm],
    ['a range with to', 'The storm closed 40 to 50 schools across the northern coast.', storm],
    [
      'a date',
      'On 12 November residents of the northern coast blocked the harbour road.',
      'Some 20 residents of the northern coast blocked the harbour road.',
    ],
    [
      'a date with the month first',
      'On November 12 residents of the northern coast blocked the harbour road.',
      'Some 20 residents of the northern coast blocked the harbour road.',
    ],
    [
      'both sides of a vote',
      'Senators passed the water bill by 41 votes to 38 late on Monday.',
      'Senators passed the water bill late on Monday with 38 votes against.',
    ],
    [
      'an event of another year',
      'The blast killed 12 people in the northern harbour on Monday.',
      'A blast killed 30 people in the northern harbour in 1998.',
    ],
    ['another year before the comma', storm, 'In 1998, a storm closed 60 schools across the northern coast.'],
    [
      'another year that a clause hangs on',
      storm,
      'Many recall the storm of 1998, which closed 60 schools across the northern coast.',
    ],
    ['last year', storm, 'Last year a storm closed 60 schools across the northern coast.'],
    ['another month', storm, 'A storm closed 60 schools across the northern coast in January.'],
    [
      'a year in a clause behind it',
      storm,
      'A storm closed 60 schools across the northern coast when the dam broke in 1998.',
    ],
    ['every year', storm, 'Storms close 60 schools across the northern coast every year.'],
    ['what did not happen', storm, 'The storm did not close 60 schools across the northern coast, officials said.'],
    ['what might happen', storm, 'The storm could close 60 schools across the northern coast, officials said.'],
    [
      'what is cut and what there is',
      'The firm will cut 1,200 jobs in its northern yards next year.',
      'The firm has 2,300 jobs in its northern yards.',
    ],
    [
      'two days',
      'The storm closed 45 schools across the northern coast on Monday.',
      'The storm had closed 30 schools across the northern coast on Sunday.',
    ],
    [
      'two harbours',
      'The blast killed 12 people in the harbour of Brannick.',
      'The blast killed 15 people in the harbour of Halden.',
    ],
    ['two places', 'The storm closed 45 schools across Norland.', 'The storm closed 60 schools across Westerland.'],
    [
      'what it is compared with',
      storm,
      'The storm closed more schools across the northern coast than 60 schools in the flood.',
    ],
    [
      'a name with a number',
      'Families of the Flight 370 passengers met on the coast.',
      'Families of 239 passengers met on the coast.',
    ],
  ])('for %s', (_, one, other) => {
    expect(valuesOf(one, other)).toEqual([]);
  });

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

describe('a sentence is given up', () => {
  const told = (outlet: string, hours: number, title: string, ...paragraphs: string[]) => ({
    ...article(outlet, hours, ...paragraphs),
    title,
  });
  const old = 'A blast killed 12 people in the northern harbour of Brannick on Monday, the coastguard said.';
  const late = 'The blast killed 15 people in the northern harbour of Brannick, the hospital said.';

  test('for a later toll of the same event', () => {
    const first = told('Post', 0, 'Blast in the harbour of Brannick', old);
    expect([...supersededSentences([first, told('Courier', 3, 'Brannick mourns', late)])]).toEqual([old]);
    const headlined = told('Post', 0, 'Blast in the harbour of Brannick kills twelve', old);
    expect([...supersededSentences([headlined, told('Courier', 3, 'Harbour blast: 15 dead', late)])]).toEqual([old]);
  });

  test('not where its headline gives the figure and no later headline another one', () => {
    const first = told('Post', 0, 'Blast in the harbour of Brannick kills 12', old);
    expect([...supersededSentences([first, told('Courier', 3, 'Brannick mourns', late)])]).toEqual([]);
  });

  test.each([
    'A blast killed 30 people in the northern harbour of Brannick in 1998.',
    'In May 1998, a blast killed 30 people in the northern harbour of Brannick.',
    'Last year a blast killed 30 people in the northern harbour of Brannick.',
    'A blast killed 30 people in the northern harbour of Brannick two decades ago.',
    'A previous blast killed 30 people in the northern harbour of Brannick.',
    'Accidents kill 30 people in the northern harbour of Brannick every year.',
    'A blast killed 30 people in the northern harbour of Brannick on Sunday.',
    'The blast could have killed 30 people in the northern harbour of Brannick.',
  ])('not for “%s”', (background) => {
    const first = told('Post', 0, 'Blast in the harbour of Brannick', old);
    expect([...supersededSentences([first, told('Courier', 3, 'Brannick mourns', background)])]).toEqual([]);
  });
});

test.each([
  '900 deckhands ',
  '9 a b ',
  '1,',
  'nine ',
  '12 of ',
  '9 boats in Aa ',
  'in 1998, 9 boats, ',
  '9 to 9 boats ',
])('figures in %j repeated take linear time', (piece) => {
  const started = performance.now();
  const text = `${piece.repeat(Math.ceil(200_000 / piece.length))}.`;
  figuresThatDiffer([article('Post', 0, text), article('Courier', 0, text)]);
  expect(performance.now() - started).toBeLessThan(1_000);
});
