import { describe, expect, test } from 'vitest';
import {
  figuresAgreed,
  figuresByDay,
  figuresThatDiffer,
  supersededSentences,
} from '../../../src/engine/leads/figures.ts';

const morning = 1_780_000_000_000;
const hour = 3_600_000;
const article = (outlet: string, hours: number, ...paragraphs: string[]) => ({
  id: `${outlet}-${hours}`,
  outlet,
  title: 'Ferry crews walk out',
  paragraphs,
  publishedAt: morning + hours * hour,
});
type Article = ReturnType<typeof article>;
/** Reports of the Post and, half an hour later, of the Courier. */
const postAndCourier = (one: string, other: string) => [article('Post', 0, one), article('Courier', 0.5, other)];

const valuesOf = (articles: readonly Article[]) =>
  figuresThatDiffer(articles).map(({ noun, overTime, values }) => ({
    [`${noun} ${overTime ? 'over time' : 'at once'}`]: values.map(({ value }) => value),
  }));
const crash = (toll: string) => `The crash of the night train near Halden ${toll}.`;
const killed = (outlet: string, hours: number, many: string) => article(outlet, hours, crash(`killed ${many} people`));

describe('figures agree', () => {
  const [post, lantern, radio] = [killed('Post', 0, '9'), killed('Lantern', 1, '9'), killed('Radio', 2, '9')];

  test('if outlets state the same number, in words or digits; the first one’s spelling is shown', () => {
    expect(figuresAgreed([killed('Post', 0, 'nine'), lantern, radio])).toEqual([
      { noun: 'people killed', value: 'nine', articleIds: ['Post-0', 'Lantern-1', 'Radio-2'] },
    ]);
  });

  test('not if only one outlet gives the number, or another one differs', () => {
    expect(figuresAgreed([post, killed('Post', 1, '9')])).toEqual([]);
    expect(figuresAgreed([post, lantern, killed('Radio', 2, '12')])).toEqual([]);
  });

  test('by the last figure of each outlet', () => {
    expect(figuresAgreed([killed('Post', 0, '7'), lantern, killed('Post', 2, '9')])).toEqual([
      { noun: 'people killed', value: '9', articleIds: ['Post-2', 'Lantern-1'] },
    ]);
  });
});

describe('figures differ', () => {
  test('where two outlets count the same thing differently, each with its sentence', () => {
    const lantern = { ...article('Lantern', 0.5, 'Ferries stand still.'), title: 'Fire on a Halden ferry kills 12' };
    const sentence = 'A fire on the night ferry to Halden killed nine people on Tuesday.';
    const values = [
      { value: 'nine', articleId: 'Post-0', sentence },
      { value: '12', articleId: 'Lantern-0.5', sentence: lantern.title },
    ];
    expect(figuresThatDiffer([article('Post', 0, `${sentence} It rained.`), lantern])).toEqual([
      { noun: 'people killed', overTime: false, values },
    ]);
  });

  test.each([
    ['killed', ['nine', 'Twelve'], crash('killed nine people'), 'Twelve people died in the night train near Halden.'],
    ['injured', ['40', '52'], crash('left 3 dead, 40 injured'), crash('injured 52')],
    ['missing', ['Forty-one', '38'], 'Forty-one people were missing in the Halden fire.', 'Halden fire: 38 missing.'],
    ['infected', ['3,200', '4,100'], 'Cases of the fever in Orn top 3,200.', 'In Orn 4,100 people were infected.'],
    [
      'killed',
      ['80', '85'],
      'The toll of the Halden flood rose to 80.',
      '3 more deaths take Halden’s flood toll to 85.',
    ],
  ])('for people %s: %j', (fate, values, one, other) => {
    expect(valuesOf(postAndCourier(one, other))).toContainEqual({ [`people ${fate} at once`]: values });
  });

  test('over time if a toll rises, with each outlet’s newest figure', () => {
    const first = [killed('Post', 0, 'nine'), killed('Courier', 0.5, 'at least ten')];
    const later = [killed('Post', 3, '12'), killed('Lantern', 30, '15')];
    expect(valuesOf([...first, ...later])).toEqual([{ 'people killed over time': ['at least ten', '12', '15'] }]);
  });
});

describe('figures do not differ', () => {
  test('of one outlet', () => {
    expect(figuresThatDiffer([killed('Post', 0, 'nine'), killed('Post', 3, '12')])).toEqual([]);
  });

  test.each(
    Object.entries({
      'of a round number': [crash('killed about 900 people'), crash('killed 912 people')],
      'of the dead and the injured': [crash('killed nine people'), crash('injured twelve people')],
      'of a part and all': [crash('killed 30 people'), crash('killed seven people in the dining car')],
      'of new and all victims': [crash('killed 30 people'), crash('claimed two more lives')],
      'in a war': [`Troops left. ${crash('killed 30 people')}`, `Troops left. ${crash('killed 20 people')}`],
      'of two sides of a war': [
        'Their drones killed 300 people at Halden.',
        'The strikes killed 200 people at Halden.',
      ],
      'where one sentence gives two': [
        'Norland says 11 people died in the Halden flood, while Westerland says 72 people died.',
        'The Halden flood killed 60 people.',
      ],
      'of things': ['The firm will cut 1,200 jobs in its yards.', 'The firm will cut 1,500 jobs in its yards.'],
    }),
  )('%s', (_, [one = '', other = '']) => {
    expect(figuresThatDiffer(postAndCourier(one, other))).toEqual([]);
  });
});

describe('a figure changes from day to day', () => {
  const dayOf = (at: number) => `day ${Math.floor((at - morning) / (24 * hour))}`;
  const byDay = (...articles: Article[]) =>
    figuresByDay(articles, dayOf).map(({ noun, values }) => [noun, ...values.map(({ value }) => value)]);
  const toll = (outlet: string, hours: number, many: string) =>
    article(outlet, hours, `The flood in Orn has killed ${many} people, the town of Orn said.`);

  test('with the last value of each day, the latest first, whichever outlets stated them', () => {
    const tolls = [toll('Post', 0, '12'), toll('Radio', 5, '14'), toll('Radio', 25, '14'), toll('Post', 50, '20')];
    expect(byDay(...tolls)).toEqual([['people killed', '20', '14']]);
    const [figure] = figuresByDay([toll('Post', 0, '12'), toll('Radio', 30, '14')], dayOf);
    const sentence = 'The flood in Orn has killed 14 people, the town of Orn said.';
    expect(figure?.values[0]).toMatchObject({ articleId: 'Radio-30', sentence });
  });

  test('not if it only changes within a day, or falls, which a toll can’t', () => {
    expect(byDay(toll('Post', 0, '12'), toll('Radio', 5, '14'))).toEqual([]);
    expect(byDay(toll('Post', 0, '14'), toll('Radio', 30, '12'))).toEqual([]);
  });

  test('as people are found, fewer are missing', () => {
    const missing = (outlet: string, hours: number, many: string) =>
      article(outlet, hours, `In the flood of Orn ${many} people are missing, the town said.`);
    expect(byDay(missing('Post', 0, '41'), missing('Radio', 30, '7'))).toEqual([['people missing', '7', '41']]);
  });

  test("without parts of the toll, and without another place's toll", () => {
    for (const text of [
      'The flood in Orn has killed three people at the mill of Orn.',
      'After days of rain, the flood in Halden has killed 30 people, it said.',
    ])
      expect(byDay(toll('Post', 0, '12'), toll('Radio', 30, '14'), article('Metro', 60, text))).toEqual([
        ['people killed', '14', '12'],
      ]);
  });
});

describe('a sentence with a figure is outdated', () => {
  const old = 'A blast killed 12 people in the northern harbour of Brannick on Monday, the coastguard said.';
  const late = 'The blast killed 15 people in the northern harbour of Brannick, the hospital said.';
  const first = { ...article('Post', 0, old), title: 'Blast in the harbour of Brannick' };
  const headlined = { ...first, title: `${first.title} kills 12` };
  const outdatedBy = (one: Article, title: string, text: string) => [
    ...supersededSentences([one, { ...article('Courier', 3, text), title }]),
  ];

  test('for a later toll of the same event', () => {
    expect(outdatedBy(first, 'Brannick mourns', late)).toEqual([old]);
    expect(outdatedBy(headlined, 'Harbour blast: 15 dead', late)).toEqual([old]);
  });

  test('not if its headline gives the figure and no later headline another one', () => {
    expect(outdatedBy(headlined, 'Brannick mourns', late)).toEqual([]);
  });

  test.each([
    'A blast killed 30 people in the northern harbour of Brannick in 1998.',
    'In May 1998, a blast killed 30 people in the northern harbour of Brannick.',
    'Last year a blast killed 30 people in the northern harbour of Brannick.',
    'A blast killed 30 people in the northern harbour of Brannick two decades ago.',
    'A previous blast killed 30 people in the northern harbour of Brannick.',
    'Accidents kill 30 people in the northern harbour of Brannick every year.',
    'The blast could have killed 30 people in the northern harbour of Brannick.',
  ])('not for “%s”', (background) => {
    expect(outdatedBy(first, 'Brannick mourns', background)).toEqual([]);
  });
});

describe('in German', () => {
  const agreed = (text: string) =>
    figuresAgreed(
      ['Post', 'Radio'].map((outlet) => ({ ...article(outlet, 0, text), title: 'Nachtzug entgleist', language: 'de' })),
    );

  test.each([
    ['Beim Unglück des Nachtzugs bei Halden gab es mindestens zwölf Tote.', 'mindestens zwölf'],
    ['Beim Unglück des Nachtzugs bei Halden kamen 12 Menschen ums Leben.', '12'],
    ['Die Zahl der Toten beim Unglück des Nachtzugs bei Halden stieg auf 1.200.', '1.200'],
    ['Beim Unglück des Nachtzugs bei Halden gab es 12’000 Tote.', '12’000'],
    ["Beim Unglück des Nachtzugs bei Halden gab es mindestens 1'200 Todesopfer.", "mindestens 1'200"],
  ])('figures agree: %s', (text, value) => {
    expect(agreed(text)).toEqual([{ noun: 'Tote', value, articleIds: ['Post-0', 'Radio-0'] }]);
  });

  test.each([
    'Beim Unglück des Nachtzugs bei Halden gab es zwei weitere Tote.',
    'Beim Angriff auf den Nachtzug bei Halden gab es 12 Tote.',
    'Beim Unglück des Nachtzugs bei Halden werden 12 Tote befürchtet.',
  ])('nothing is counted: %s', (text) => {
    expect(agreed(text)).toEqual([]);
  });

  test('the dead and the injured of one sentence are told apart', () => {
    const text = 'Beim Unglück des Nachtzugs bei Halden gab es 3 Tote, 40 Menschen wurden verletzt.';
    expect(agreed(text).map(({ noun, value }) => `${value} ${noun}`)).toEqual(['3 Tote', '40 Verletzte']);
  });
});
