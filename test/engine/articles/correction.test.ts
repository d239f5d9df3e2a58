import { describe, expect, test } from 'vitest';
import { correctionIn } from '../../../src/engine/articles/correction.ts';

const first = {
  title: '1,200 ferry deckhands walk out',
  paragraphs: ['Deckhands stopped work at four.', 'The union said that 1,200 were on strike.', 'Talks go on.'],
  language: 'en',
};
const reworded = (...paragraphs: string[]) => ({ ...first, paragraphs });

describe('correctionIn finds an outlet’s note on its own mistake', () => {
  test.each([
    'Correction: an earlier version said that 1,200 deckhands were on strike.',
    'Correction (25 November): the number of strikers was 900.',
    'CORRECTION, Nov 25 2026 — the number of strikers was 900.',
    'Clarification: pensioners were counted too.',
    'This article was amended on 25 November; the number of strikers was 900.',
    '*An earlier version of this story gave a wrong number.',
    'Berichtigung: Es streiken 900, nicht 1200.',
    'In einer früheren Version hieß es, es streikten 1200.',
    'Rectificatif : une première version de cet article donnait un autre chiffre.',
    'Fe de errores: una primera versión de este artículo daba otra cifra.',
  ])('%s', (line) => {
    expect(correctionIn(first, reworded(line, ...first.paragraphs))).toEqual({ kind: 'corrected', text: line });
    expect(correctionIn(first, reworded(...first.paragraphs, line))).toEqual({ kind: 'corrected', text: line });
  });

  test('a title that is labelled now', () => {
    const corrected = { ...first, title: 'Correction: 900 deckhands walked out, not 1,200' };
    expect(correctionIn(first, corrected)).toEqual({ kind: 'corrected', text: corrected.title });
    expect(correctionIn(corrected, corrected)).toBeUndefined();
    const retracted = { ...first, title: 'RETRACTED: 1,200 ferry deckhands walk out' };
    expect(correctionIn(first, retracted)).toEqual({ kind: 'retracted', text: retracted.title });
  });

  test('a long paragraph is cut to as many whole sentences as fit', () => {
    const line = `Correction: the number was 900. ${'It is known from the lists of the shifts. '.repeat(20)}`.trim();
    const found = correctionIn(first, reworded(line));
    expect(found?.text.length).toBeLessThanOrEqual(300);
    expect(line.startsWith(found?.text ?? '?')).toBe(true);
    expect(found?.text.endsWith('.')).toBe(true);
  });
});

describe('correctionIn does not mistake other changes for a correction', () => {
  test.each([
    'Analysts call the fall of the shares a correction, not a crash.',
    'The prison is run by the state department of correction: nobody else may enter.',
    'Corrected for inflation, wages fell.',
    'A correction of course is needed, the union said.',
    'Korrekturen am Gesetz fordert die Opposition.',
  ])('%s', (line) => {
    expect(correctionIn(first, reworded(line, ...first.paragraphs))).toBeUndefined();
  });

  test('a note in an article that was withdrawn and still is', () => {
    const withdrawn = { ...first, title: `Retracted: ${first.title}` };
    const line = 'Correction: an earlier version said that 1,200 deckhands were on strike.';
    expect(correctionIn(withdrawn, { ...withdrawn, paragraphs: [line] })).toBeUndefined();
    expect(correctionIn(withdrawn, reworded(line))).toEqual({ kind: 'corrected', text: line });
  });

  test('a changed title, rewritten text, or troops that are withdrawn', () => {
    for (const title of ['Deckhands walk out', 'Withdrawn troops return home', 'Correction officers strike'])
      expect(correctionIn(first, { ...first, title })).toBeUndefined();
    expect(correctionIn(first, reworded('All is new.', 'Nothing stands as it stood.'))).toBeUndefined();
  });

  test('an earlier note, even if the feed now truncates it', () => {
    const line = 'Correction: an earlier version said that 1,200 deckhands were on strike on Monday.';
    const known = reworded(line, ...first.paragraphs);
    expect(correctionIn(known, known)).toBeUndefined();
    expect(correctionIn(known, reworded('Correction: an earlier version said that 1,200 deckhands…'))).toBeUndefined();
  });

  test('a word in the middle of a long article', () => {
    const long = Array.from({ length: 9 }, (_, n) => `Paragraph ${n} of the article.`);
    expect(correctionIn(reworded(...long), reworded(...long.with(4, 'Correction: it was 900.')))).toBeUndefined();
  });
});
