import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
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
    `Du beobachtest ${words}. Neue Meldungen, in denen eines davon vorkommt, kommen als Direktnachrichten, höchstens fünf am Tag. /beobachten entfernen nimmt ein Wort heraus.`,
  lately: (matches, of) =>
    `In den letzten 7 Tagen ${f.form(matches, 'enthielt', 'enthielten')} ${f.number(matches)} von ${f.count(of, 'Meldung', 'Meldungen')} eines davon.`,
  tooMany: 'Das sind mehr als fünf am Tag, die meisten kommen also nicht: Wähle seltenere Wörter.',
  watchClosed: (words) =>
    `Lede kann dir keine Direktnachrichten senden und beobachtet ${words} deshalb nicht für dich. Erlaube Direktnachrichten in deinen Privatsphäre-Einstellungen; mit /beobachten hinzufügen und einem der Wörter geht es weiter.`,
  watchesNothing: 'Du beobachtest keine Wörter. /beobachten hinzufügen nimmt eines auf.',
});
