import { createDesk, type Desk } from '../../src/desk/desk.ts';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { storyQuestions } from '../../src/desk/stories.ts';
import type { Storage } from '../../src/storage/storage.ts';

/** `/story`, `/headlines` and `/catchup` on a storage, without Discord. */
export function askOf(storage: Storage, now: number) {
  const parts: Pick<
    Desk,
    'storage' | 'outletsById' | 'preferences' | 'topics' | 'generalTopicIds' | 'wall' | 'keptDays' | 'pictureOrigins'
  > = {
    storage,
    outletsById: new Map(),
    preferences: storage.keyv('preferences'),
    topics: [{ id: 'world', names: { en: 'World', de: 'Welt' }, colour: 0 }],
    generalTopicIds: new Set(['world']),
    wall: () => now,
    keptDays: 30,
    pictureOrigins: new Set(),
  };
  const desk = createDesk(parts as Desk);
  return { ...desk.use(headlineQuestions), ...desk.use(storyQuestions) };
}

/** Swaps two letters of the longest word. */
export function misspelt(words: string): string {
  const longest = words.split(' ').reduce((a, b) => (b.length > a.length ? b : a), '');
  const middle = longest.length >> 1;
  const swapped = longest.slice(0, middle - 1) + longest[middle] + longest[middle - 1] + longest.slice(middle + 1);
  return words.replace(longest, swapped);
}
