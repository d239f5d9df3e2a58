import type { Texts } from '../en/language.ts';

export const people: Texts['people'] = {
  watched: (words) => `Nouveau sujet avec ${words}`,
  stopWatching: 'Ne plus surveiller',
};
