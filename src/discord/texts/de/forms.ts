import type { Texts } from '../en/language.ts';

export const forms: Texts['forms'] = {
  change: 'Ändern',
  open: 'Formular öffnen',
  late: 'Das hat für Discord zu lange gedauert, darum ging das Formular nicht auf. Drücke bitte noch einmal.',
  again: 'Zurück zum Formular',
};
