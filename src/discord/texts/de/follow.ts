import type { Texts } from '../en/language.ts';

export const follow: Texts['follow'] = {
  button: 'Verfolgen',
  closed:
    'Lede kann dir keine Direktnachrichten schicken. Erlaube sie in deinen Privatsphäre-Einstellungen, oder verfolge die Meldung in einem Thread.',
};
