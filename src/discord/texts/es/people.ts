import type { Texts } from '../en/language.ts';

export const people: Texts['people'] = {
  watched: (words) => `Noticia nueva que menciona ${words}`,
  stopWatching: 'Dejar de vigilar',
};
