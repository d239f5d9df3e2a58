import { describe, expect, test } from 'vitest';
import { hourMs } from '../../../src/clock.ts';
import { denialsOf } from '../../../src/newsroom/summaries/facts/denials.ts';

const article = (outlet: string, hour: number, paragraphs: string[], language = 'en') => ({
  id: `${outlet}${hour}`,
  outlet,
  title: 'Ferry crews walk out',
  paragraphs,
  publishedAt: Date.UTC(2025, 10, 24) + hour * hourMs,
  language,
});
const pairs = (...articles: ReturnType<typeof article>[]) =>
  denialsOf(articles).map(({ claim, denial }) => [claim.text, denial.text]);

const claim = 'The union accused Soundline of hiring untrained crews from the mainland for the night ferries.';

describe('a denial is shown with the claim that it denies', () => {
  test.each([
    ['denied that', 'Soundline denied that untrained crews from the mainland had been hired for the night ferries.'],
    ['denied that it', 'Soundline denied that it had hired untrained crews from the mainland for the night ferries.'],
    ['whose lawyer', 'Soundline’s lawyer disputes the claim that it hired untrained crews from the mainland.'],
    ['denied doing', 'The company denied hiring untrained crews from the mainland.'],
    ['dismissed', 'Soundline dismissed the claim that untrained crews were hired for night ferries.'],
    ['rejected as', 'A spokeswoman rejected as “fantasy” the allegation that untrained mainland crews were hired.'],
    ['false', 'The report that untrained crews from the mainland were hired is false, said Ola Brandt, the director.'],
    [
      'no truth',
      'Ola Brandt of Soundline said there was no truth in the talk of untrained mainland crews on night ferries.',
    ],
  ])('%s', (_, denial) => {
    expect(pairs(article('Post', 0, [claim]), article('Radio', 2, [denial]))).toEqual([[claim, denial]]);
  });

  test.each([
    ['bestritt', 'Die Reederei bestritt, ungelernte Besatzungen vom Festland für die Nachtfähren angeheuert zu haben.'],
    ['wies zurück', 'Die Reederei wies den Vorwurf zurück, ungelernte Besatzungen vom Festland angeheuert zu haben.'],
    ['falsch', 'Der Bericht über ungelernte Besatzungen vom Festland auf Nachtfähren sei falsch, sagte Ola Brandt.'],
  ])('in German: %s', (_, denial) => {
    const said =
      'Die Gewerkschaft wirft der Reederei vor, ungelernte Besatzungen vom Festland für die Nachtfähren angeheuert zu haben.';
    expect(pairs(article('Post', 0, [said], 'de'), article('Radio', 2, [denial], 'de'))).toEqual([[said, denial]]);
  });

  test('also within one article, and once for a claim that two outlets deny', () => {
    const denial = 'Soundline denied hiring untrained crews from the mainland.';
    const again = 'The ferry company has denied hiring untrained mainland crews.';
    expect(pairs(article('Post', 0, [claim, denial]), article('Radio', 2, [again]))).toEqual([[claim, denial]]);
  });
});

describe('a denial stands though', () => {
  test.each([
    [
      'somebody else admits',
      'Soundline denied hiring untrained crews from the mainland, though a captain admitted it.',
    ],
    ['another thing is admitted', 'Soundline denied hiring untrained crews from the mainland. It admitted delays.'],
    ['it goes on', 'Soundline has long denied hiring untrained crews from the mainland and did so on Monday.'],
  ])('%s', (_, text) => {
    const [denial = ''] = text.split(/(?<=\.) /);
    expect(pairs(article('Post', 0, [claim]), article('Radio', 2, [text]))).toEqual([[claim, denial]]);
  });

  test('not in German where its sentence takes it back', () => {
    const said =
      'Die Gewerkschaft wirft der Reederei vor, ungelernte Besatzungen vom Festland für die Nachtfähren angeheuert zu haben.';
    for (const denial of [
      'Die Reederei bestritt lange, ungelernte Besatzungen vom Festland angeheuert zu haben, räumte es am Montag aber ein.',
      'Die Reederei hatte zunächst bestritten, ungelernte Besatzungen vom Festland angeheuert zu haben.',
    ])
      expect(pairs(article('Post', 0, [said], 'de'), article('Radio', 2, [denial], 'de'))).toEqual([]);
  });
});

test.each(['denied ', 'denied it, ', 'after denying, ', 'bestritt '])('%j repeated contains no denial', (piece) => {
  for (const language of ['en', 'de'])
    expect(pairs(article('Post', 0, [`${piece.repeat(Math.ceil(40_000 / piece.length))}.`], language))).toEqual([]);
});

describe('nothing is set against each other', () => {
  test.each([
    [
      'what is taken back',
      'Soundline has long denied hiring untrained crews from the mainland but admitted it on Monday.',
    ],
    [
      'what is taken back by a pronoun',
      'Soundline denied hiring untrained crews from the mainland, but it has since acknowledged a mistake.',
    ],
    [
      'what was denied at first',
      'Soundline initially denied hiring untrained crews from the mainland for the night ferries.',
    ],
    [
      'an admission behind it',
      'After denying that it had hired untrained crews from the mainland, Soundline confirmed it.',
    ],
    ['a refusal', 'The court denied bail to the untrained crews hired from the mainland for the night ferries.'],
    ['a bill rejected', 'Parliament rejected the bill on untrained crews from the mainland on night ferries.'],
    ['no comment', 'Soundline would neither confirm nor deny that untrained crews from the mainland were hired.'],
    ['an admission', 'Soundline did not deny that untrained crews from the mainland were hired for night ferries.'],
    ['a denial by nobody named', 'She denied that untrained crews from the mainland were hired for the night ferries.'],
    ['a passive', 'Untrained crews were denied the permission to board the night ferries to the mainland.'],
    [
      'somebody who was not accused',
      'Lagoon Lines denied hiring untrained crews from the mainland for the night ferries.',
    ],
    ['another matter', 'Soundline denied that its timetable for the winter had been drawn up in haste.'],
    ['a denial of what is not told', 'Soundline denied it.'],
  ])('%s', (_, sentence) => {
    expect(pairs(article('Post', 0, [claim]), article('Radio', 2, [sentence]))).toEqual([]);
  });

  test('a sentence that only names the same things as the denial', () => {
    const context = 'The band announced its tour on Monday, the first day of a ferry strike.';
    const denial =
      'The band denied that the date of the announcement, the first day of a ferry strike, had been chosen on purpose.';
    expect(pairs(article('Post', 0, [context]), article('Radio', 2, [denial]))).toEqual([]);
  });

  test('a claim that was made after the denial', () => {
    const denial = 'Soundline denied hiring untrained crews from the mainland.';
    expect(pairs(article('Radio', 0, [denial]), article('Post', 2, [claim]))).toEqual([]);
  });
});
