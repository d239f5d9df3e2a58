import type { Texts } from '../en/language.ts';

export const people: Texts['people'] = {
  watches: (words) =>
    `Du beobachtest ${words}. Eine neue Meldung damit kommt als Direktnachricht, höchstens fünfmal am Tag. /beobachten entfernen nimmt ein Wort heraus.`,
  watchesNothing: 'Du beobachtest keine Wörter. /beobachten hinzufügen fängt damit an.',
  watched: (words) => `Neu mit ${words}`,
  stopWatching: 'Nicht mehr beobachten',
  exported: 'Das ist alles, was Lede von dir aufbewahrt. /ich löschen löscht es.',
  askDelete:
    'Das löscht alles, was Lede von dir aufbewahrt: welche Meldungen du verfolgst, welche Wörter du beobachtest, wie weit du gelesen hast, und wie du über Überblicke und die Zuordnung von Artikeln abgestimmt hast. Es lässt sich nicht rückgängig machen.',
  deleteAll: 'Alles löschen',
  deleted: 'Lede bewahrt nichts mehr von dir auf.',
};
