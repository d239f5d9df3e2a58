import { expect, test } from 'vitest';
import { saysSuicide } from '../../../src/engine/text/labels.ts';

test.each(['Un détenu s’est suicidé à Kirnau', 'Un preso se suicidó en Kirnau'])('%s: a suicide', (title) => {
  expect(saysSuicide(title)).toBe(true);
});
