import type { Texts } from '../en/language.ts';

export const people: Texts['people'] = {
  watched: (words) => `Neue Meldung zu ${words}`,
  stopWatching: 'Nicht mehr beobachten',
};
