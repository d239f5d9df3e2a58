import type { Texts } from '../en/language.ts';

export const follow: Texts['follow'] = {
  button: 'Folgen',
  closed:
    'Lede kann dir keine Direktnachrichten senden. Erlaube sie in deinen Privatsphäre-Einstellungen, oder folge der Meldung in einem Thread.',
};
