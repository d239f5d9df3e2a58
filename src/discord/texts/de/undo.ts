import type { Texts } from '../en/language.ts';

export const undo: Texts['undo'] = {
  button: 'Rückgängig machen',
  all: 'Rückgängig gemacht: Alles ist wie vorher.',
  some: 'Rückgängig gemacht, bis auf das, was seither noch einmal geändert wurde.',
  none: 'Das wurde seither noch einmal geändert, darum gibt es nichts rückgängig zu machen.',
  late: 'Rückgängig machen geht nur 10 Minuten lang, und die sind vorbei.',
};
