import type { Texts } from '../en/language.ts';

export const undo: Texts['undo'] = {
  button: 'Annuler la modification',
  all: 'Annulé : tout est comme avant.',
  some: 'Annulé, sauf ce qui a encore changé depuis.',
  none: 'Cela a encore changé depuis ; il n’y a donc rien à annuler.',
  late: 'Une modification peut être annulée pendant 10 minutes, et ce délai est passé.',
};
