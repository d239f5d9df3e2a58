import type { Texts } from '../en/language.ts';

export const forms: Texts['forms'] = {
  change: 'Modifier',
  open: 'Ouvrir le formulaire',
  late: 'Discord a attendu trop longtemps pour ouvrir le formulaire. Appuie de nouveau.',
  again: 'Revenir au formulaire',
};
