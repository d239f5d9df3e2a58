import type { Texts } from '../en/language.ts';

export const people: Texts['people'] = {
  watches: (words) =>
    `Du beobachtest ${words}. Neue Meldungen damit kommen als Direktnachricht, höchstens fünf am Tag. Mit /beobachten entfernen nimmst du ein Wort heraus.`,
  watchClosed: (words) =>
    `Lede kann dir keine Direktnachrichten schicken und beobachtet ${words} deshalb nicht für dich. Erlaube Direktnachrichten in deinen Privatsphäre-Einstellungen; mit /beobachten hinzufügen und einem der Wörter geht es weiter.`,
  watchesNothing: 'Du beobachtest keine Wörter. Mit /beobachten hinzufügen nennst du welche.',
  watched: (words) => `Neu mit ${words}`,
  stopWatching: 'Nicht mehr beobachten',
  exported: 'Das ist alles, was Lede über dich speichert. Mit /ich löschen löschst du es.',
  askDelete:
    'Das löscht alles, was Lede über dich speichert: welche Meldungen du verfolgst, welche Wörter du beobachtest, wie weit du gelesen hast, und wie du über die Zuordnung von Artikeln abgestimmt hast. Es lässt sich nicht rückgängig machen.',
  deleteAll: 'Alles löschen',
  deleted: 'Lede speichert nichts mehr über dich.',
};
