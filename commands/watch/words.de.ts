import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['beobachten', 'Eine Direktnachricht bekommen, wenn eine neue Meldung eines deiner Wörter enthält'],
    subcommands: {
      add: ['hinzufügen', 'Wörter beobachten'],
      remove: ['entfernen', 'Ein Wort nicht mehr beobachten'],
      list: ['liste', 'Die Wörter, die du beobachtest'],
    },
    options: {
      words: ['wörter', 'Wörter, mit Komma getrennt; insgesamt zehn'],
      word: ['wort', 'Welches Wort'],
    },
  },
  watches: (words) =>
    `Du beobachtest ${words}. Neue Meldungen damit kommen als Direktnachricht, höchstens fünf am Tag. /beobachten entfernen nimmt ein Wort heraus.`,
  watchClosed: (words) =>
    `Lede kann dir keine Direktnachrichten senden und beobachtet ${words} deshalb nicht für dich. Erlaube Direktnachrichten in deinen Privatsphäre-Einstellungen; mit /beobachten hinzufügen und einem der Wörter geht es weiter.`,
  watchesNothing: 'Du beobachtest keine Wörter. /beobachten hinzufügen nimmt eines auf.',
});
