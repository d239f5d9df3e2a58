import type { Texts } from '../en/language.ts';

export const refusals = (): Texts['refusals'] => ({
  'unknown-topic': (detail) =>
    `Ein Thema „${detail}“ gibt es nicht. Wähle eines aus der Liste, die beim Tippen erscheint. Wer den Server verwaltet, kann andere machen: /themen neu.`,
  'topic-gone': () => 'Dieses Thema gibt es nicht mehr. Wähle ein anderes.',
  'unknown-zone': (detail) =>
    `Eine Zeitzone „${detail}“ kennt Lede nicht. Tippe eine Stadt wie Berlin oder Wien, und wähle aus der Liste.`,
  'unknown-time': (detail) =>
    `Die Angabe „${detail}“ kennt Lede nicht. Schreib Uhrzeiten wie 8, 8 Uhr, 08:00 oder 20.30; mehrere mit Komma: 08:00, 18:00.`,
  'too-many-times': (detail) =>
    `Ein Kanal kann höchstens ${detail} Überblicke am Tag bekommen. Lass einige Uhrzeiten weg.`,
  'unknown-days': (detail) =>
    `Die Angabe „${detail}“ kennt Lede nicht. Schreib Tage wie Mo-Fr, Sa, So, werktags oder täglich.`,
  'unknown-stories': () => 'Ein Überblick enthält 3 bis 9 Meldungen.',
  'unknown-duration': () => 'Ein Wort kann 1 bis 365 Tage oder für immer stumm sein.',
  'not-subscribed': (detail) =>
    detail === ''
      ? 'Dieser Kanal bekommt noch keinen Überblick. /abonnieren richtet einen ein.'
      : `${detail} bekommt dieser Kanal nicht.`,
  'already-subscribed': () => 'Der Kanal bekommt das schon. Nichts wurde geändert.',
  'too-many-topics': (detail) =>
    `Mehr als ${detail === '' ? '20' : detail} Themen kann ein Server nicht haben. Lösche zuerst eines: /themen löschen.`,
  'channel-full': (detail) =>
    `Ein Kanal kann höchstens ${detail} Themen haben. Nimm zuerst eines heraus: /abbestellen.`,
  'too-many-feeds': () => 'Ein Server kann höchstens 50 Feeds haben. Entferne zuerst einen: /feeds weg.',
  'too-many-mutes': () =>
    'Es sind zu viele stumme Wörter, darum wurde nichts geändert. Nimm zuerst eines zurück: /überblick einstellungen mit demselben Wort.',
  'mute-word': (detail) =>
    `„${detail}“ hat weder Buchstaben noch Ziffern, darum kann Lede nicht danach suchen, und nichts wurde geändert. Nimm ein Wort, das in den Überschriften steht.`,
  'topic-exists': (detail) =>
    `Ein Thema „${detail}“ gibt es schon. Wähle einen anderen Namen, oder ändere es: /themen ändern.`,
  'topic-name': () => 'Der Name eines Themas hat 1 bis 40 Zeichen.',
  'topic-words': (detail) =>
    detail === 'empty' || detail === ''
      ? 'Ein Thema braucht mindestens ein Wort unter „alle“ oder „eines“. Trenne Wörter mit Komma.'
      : /^\d+$/.test(detail)
        ? `Ein Thema kann insgesamt höchstens ${detail} Wörter haben. Lass einige weg.`
        : `„${detail}…“ ist zu lang für ein Wort. Trenne Wörter mit Komma.`,
  'feed-exists': () => 'Diesen Feed hat der Server schon: /feeds liste.',
  'feed-unknown': () => 'Diesen Feed hat der Server nicht: /feeds liste zeigt, welche er hat.',
  'feed-forgotten': (detail) => `${detail} möchte von diesem Bot nicht gelesen werden.`,
  'story-gone': () => 'Diese Meldung ist nicht mehr im Archiv.',
  'digest-recently-asked': () => 'Hier wurde eben erst ein Überblick gesendet. Bitte warte etwas bis zum nächsten.',
});
