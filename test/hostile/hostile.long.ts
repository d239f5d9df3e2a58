import { test } from 'vitest';
import { recordFigures } from '../figures.ts';
import { hostileDays } from './round.ts';

const days = 150;

test('nothing of 150 days of hostile feeds becomes a mention, markup, a time, a command or a link in any card', async () => {
  const { read } = await hostileDays(days, 11);
  recordFigures('hostileFeeds', { days, ...read, survived: 0 });
});
