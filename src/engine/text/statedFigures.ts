import { languages } from '../languages/languages.ts';
import type { StatedFigure } from '../languages/statedFigure.ts';

/** The rest of a longer sentence is not read. */
const lettersMax = 600;

/** Whether the text is about a war, in which each side counts its own dead and the enemy's. */
export const tellsOfWar = (text: string): boolean => languages.some(({ war }) => war?.test(text));

/** The counts in a sentence. Leaves out contradictory counts, and counts of a war, another time or unreal events. */
export function statedFigures(given: string, publishedAt?: number): StatedFigure[] {
  const sentence = given.slice(0, lettersMax);
  if (tellsOfWar(sentence)) return [];
  const found = languages.flatMap((language) => language.figures(sentence, publishedAt));
  return found.filter(
    (one) => !found.some((other) => other.key === one.key && other.value !== one.value && (other.named || !one.named)),
  );
}

/** The highest death toll in a text; 0 if there is none. */
export const killedIn = (text: string, publishedAt?: number): number =>
  Math.max(0, ...statedFigures(text, publishedAt).flatMap(({ fate, value }) => (fate === 'killed' ? [value] : [])));
