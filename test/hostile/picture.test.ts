import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import { coveragePicture } from '../../commands/story/coveragePicture.ts';
import { outletsCard } from '../../commands/story/outletsCard.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { coverageSvg } from '../../src/newsroom/pictures/coverage.ts';
import { storyOf } from '../commands/madeUpStories.ts';
import { firstDay, hour } from '../desk/desk.ts';
import { textsOf, world } from '../discord/digestFixture.ts';
import { testPool as pool } from '../reading/pool/testPool.ts';
import { sampleOf } from '../sampleOf.ts';
import { inject, injections } from './pieces.ts';
import { type OwnMarks, survivorsInText, unseenIn } from './reader.ts';

const texts = textsFor('en-GB');
/** The line below the picture contains no markup of Lede's. */
const none: OwnMarks = { hosts: new Set(), commands: new Set(), channels: new Set<string>(), roles: new Map() };
const shapes = new Set(['svg', 'rect', 'path', 'text', 'g']);

/** Hostile outlet names, some with letters that the font lacks. */
const names = fc.array(
  fc
    .tuple(injections, fc.constantFrom('Courier', '朝日新聞', '📰📰📰', ''))
    .map(([given, name]) => inject(name, given)),
  { minLength: 2, maxLength: 20 },
);

test('a hostile outlet name is plain text in a story’s picture, in its alternative text, and below it', async () => {
  const cases = sampleOf(12);
  let drawn = 0;
  const check = fc.asyncProperty(names, async (given) => {
    const outlets = given.map((name, at) => ({ name, reports: [firstDay + at * hour], corrections: [] }));
    const { chart, alt, numbered } = coveragePicture({ zone: 'UTC', outlets }, texts);
    expect(unseenIn(alt)).toEqual([]);
    expect(alt.length).toBeLessThanOrEqual(1_000);
    const card = outletsCard(storyOf('ferry', world), texts, { picture: { file: 'coverage.png', alt, numbered } });
    if (numbered.length > 0) expect(survivorsInText(textsOf(card)[0] ?? '', none)).toEqual([]);
    const svg = coverageSvg(chart);
    const parts = [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('*')];
    for (const part of parts) {
      expect(shapes.has(part.tagName), part.tagName).toBe(true);
      for (const { name, value } of part.attributes) if (name !== 'xmlns') expect(value).not.toMatch(/:|&|url/);
    }
    const words = parts.filter(({ tagName }) => tagName === 'text').map(({ textContent }) => textContent ?? '');
    expect(words.flatMap(unseenIn)).toEqual([]);
    for (const { label } of chart.rows)
      expect(words.some((word) => label.startsWith(word.replace(/…$/, '')))).toBe(true);
    drawn += (await pool.draw(chart)).length > 1_000 ? 1 : 0;
  });
  await fc.assert(check, { numRuns: cases, seed: 5, endOnFailure: true });
  expect(drawn).toBe(cases);
});
