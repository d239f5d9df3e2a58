import type { Texts } from '../en/language.ts';

export const undo: Texts['undo'] = {
  button: 'Deshacer',
  all: 'Deshecho: todo está como antes.',
  some: 'Deshecho, salvo lo que ha vuelto a cambiar desde entonces.',
  none: 'Esto ha vuelto a cambiar desde entonces, así que no hay nada que deshacer.',
  late: 'Los cambios se pueden deshacer durante 10 minutos, y ese tiempo ya pasó.',
};
