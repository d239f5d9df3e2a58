import { expect, test } from 'vitest';
import { statusCard } from '../../../commands/status/card.ts';
import type { Status } from '../../../src/desk/status.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { quietStatus } from '../../discord/digestFixture.ts';

test.each([
  ['en-GB', 'Not allowed: pages (robots.txt) by 1 outlet · text mining (TDMRep) by 3 outlets'],
  ['de', 'Nicht erlaubt: Seiten (robots.txt) von 1 Medium · Text- und Data-Mining (TDMRep) von 3 Medien'],
  ['fr', 'Non autorisé : pages (robots.txt) par 1 média · fouille de textes (TDMRep) par 3 médias'],
])('what outlets don’t allow is counted by signal (%s)', (locale, line) => {
  const said = (declined: Status['declined']) =>
    JSON.stringify(statusCard({ ...quietStatus, declined }, textsFor(locale)));
  expect(said({ mining: 3, robots: 1 })).toContain(line);
  expect(said({})).not.toContain(line.slice(0, 10));
});
