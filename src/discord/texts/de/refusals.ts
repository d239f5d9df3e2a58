import { moment } from '../../cards/parts.ts';
import type { Texts } from '../en/language.ts';

export const refusals: Texts['refusals'] = {
  'unknown-topic': (detail) =>
    `Ein Thema „${detail}“ gibt es nicht. Wähle eines aus der Liste, die beim Tippen erscheint. Wer den Server verwaltet, kann neue anlegen: /themen erstellen.`,
  'topic-gone': () => 'Dieses Thema gibt es nicht mehr. Wähle ein anderes.',
  'unknown-zone': (detail) =>
    `Die Zeitzone „${detail}“ gibt es nicht. Tippe eine Stadt oder ein Land, etwa Berlin, Wien oder Japan.`,
  'zone-meant': (detail) => `Meinst du **${detail}**? Dann tippe es so. Es wurde nichts geändert.`,
  'unknown-time': (detail) =>
    `„${detail}“ ist keine Uhrzeit. Schreibe Uhrzeiten wie 8, 8 Uhr, 08:00 oder 20.30; mehrere mit Komma: 08:00, 18:00.`,
  'too-many-times': (detail) =>
    `Ein Kanal kann höchstens ${detail} Überblicke am Tag bekommen. Lass einige Uhrzeiten weg.`,
  'unknown-days': (detail) =>
    `„${detail}“ sind keine Wochentage. Schreibe sie wie Mo-Fr, Sa, So, werktags oder täglich.`,
  'unknown-language': (detail) =>
    `Die Sprache „${detail}“ kennt Lede nicht. Schreibe Sprachen wie Deutsch, Englisch, mit Komma getrennt, oder „alle“.`,
  'too-many-languages': (detail) =>
    `Ein Kanal kann höchstens ${detail} Sprachen nennen. Lass einige weg, oder schreibe „alle“.`,
  'unknown-choice': (detail) => `„${detail}“ steht nicht zur Wahl. Wähle aus der Liste.`,
  'not-subscribed': (detail) =>
    detail === ''
      ? 'Dieser Kanal bekommt noch keinen Überblick. /abonnieren richtet einen ein.'
      : `Dieser Kanal bekommt ${detail} nicht.`,
  'already-subscribed': () => 'Der Kanal bekommt das schon. Es wurde nichts geändert.',
  'too-many-topics': (detail) =>
    `Ein Server kann höchstens ${detail} eigene Themen haben. Lösche zuerst eines: /themen löschen.`,
  'channel-full': (detail) => `Ein Kanal kann höchstens ${detail} Themen haben. Entferne zuerst eines: /abbestellen.`,
  'too-many-feeds': (detail) =>
    `Ein Server kann höchstens ${detail} Feeds haben. Entferne zuerst einen: /feeds entfernen.`,
  'too-many-mutes': () =>
    'Es sind zu viele Wörter stummgeschaltet. Gib eines davon noch einmal an, um es wieder zu zeigen: /überblick einstellungen.',
  'mute-word': (detail) => `„${detail}“ hat weder Buchstaben noch Ziffern, darum kann Lede nicht danach suchen.`,
  'topic-exists': (detail) =>
    `Ein Thema „${detail}“ gibt es schon. Wähle einen anderen Namen, oder bearbeite es: /themen bearbeiten.`,
  'topic-built-in': (detail) =>
    `**${detail}** bringt Lede mit: /abonnieren nimmt es in den Überblick eines Kanals auf. Gib einem eigenen Thema einen anderen Namen.`,
  'topic-name': () => 'Der Name eines Themas hat 1 bis 40 Zeichen.',
  'no-words': () => 'Ein Thema braucht mindestens ein Wort unter „alle“ oder „eines“. Trenne Wörter mit Komma.',
  'too-many-words': (detail) => `Ein Thema kann insgesamt höchstens ${detail} Wörter haben. Lass einige weg.`,
  'long-word': (detail) => `„${detail}…“ ist zu lang für ein Wort. Trenne Wörter mit Komma.`,
  'short-word': (detail) =>
    `„${detail}“ ist zu kurz, es steht in fast jeder Meldung. Ein Wort braucht drei Buchstaben, auf Chinesisch, Japanisch, Koreanisch und Thai zwei.`,
  'unknown-outlet': (detail) =>
    `Ein Medium „${detail}“ gibt es nicht, oder mehrere heißen so. Wähle eines aus der Liste, die beim Tippen erscheint.`,
  'too-many-outlets': (detail) =>
    `Ein Kanal kann insgesamt höchstens ${detail} Medien stummschalten und bevorzugen. Setze zuerst eines zurück: /medien liste.`,
  'feed-exists': () => 'Diesen Feed hat der Server schon, siehe /feeds liste.',
  'feed-unknown': () => 'Diesen Feed hat der Server nicht. /feeds liste zeigt, welche er hat.',
  'feed-forgotten': (detail) => `${detail} möchte von diesem Bot nicht gelesen werden.`,
  'requests-spent': (detail) =>
    `Was Lede heute für diesen Server nachsehen und lesen darf, ist aufgebraucht: siehe /feeds liste. Bitte versuche es ${moment(Number(detail), 'R')} noch einmal.`,
  'no-quiet-hours': () => 'Der Kanal hat keine Ruhezeit. Gib sie mit an, zum Beispiel `ruhe:22-7`.',
  'unknown-quiet': (detail) => `„${detail}“ ist keine Zeitspanne. Schreibe die Ruhezeit wie 22-7 oder 22:30 bis 6:00.`,
  'too-many-follows': (detail) => `Du folgst schon ${detail} Meldungen. Beende zuerst eine davon: /gefolgt.`,
  'too-many-follows-today': (detail) =>
    `In 24 Stunden kannst du höchstens ${detail} neuen Meldungen folgen. Bitte versuche es morgen noch einmal.`,
  'too-many-threads-today': (detail) =>
    `Auf diesem Server sind am Tag ${detail} Threads zu Meldungen möglich. Folge der Meldung in Direktnachrichten, oder versuche es morgen noch einmal.`,
  'already-followed': () => 'Updates zu dieser Meldung kommen dort schon.',
  'not-followed': () => 'Dieser Meldung folgst du nicht mehr.',
  'too-many-watched': (detail) =>
    `Du kannst ${detail} Wörter beobachten. Nimm zuerst eines heraus: /beobachten entfernen.`,
  'too-many-watchers': () =>
    'So viele Mitglieder beobachten Wörter, dass hier kein Platz mehr ist. Versuche es an einem anderen Tag noch einmal.',
  'not-watched': (detail) => (detail === '' ? 'Du beobachtest keine Wörter.' : `„${detail}“ beobachtest du nicht.`),
  'no-alert': () => 'Dieser Kanal bekommt keine Eilmeldungen. Mit /eilmeldungen setzen richtest du sie ein.',
  'too-many-alerts': (detail) =>
    `Ein Server kann höchstens in ${detail} Kanälen Eilmeldungen haben. Schalte sie zuerst in einem ab: /eilmeldungen aus.`,
  'topic-or-words': () => 'Gib ein Thema oder Wörter an, nicht beides. Für beides brauchst du zwei Kanäle.',
  'feed-or-topic': () => 'Gib einen Feed oder ein Thema an, nicht beides.',
  'feed-at-one-voice': () =>
    'Ein einzelner Feed geht nur mit `redaktionen: 1`; dann kommt jeder neue Beitrag daraus. Es wurde nichts geändert.',
  'feed-at-once': () => 'Dieser Kanal bekommt schon jeden neuen Beitrag dieses Feeds.',
  'no-own-feeds': (detail) =>
    detail === ''
      ? 'Mit `redaktionen: 1` bekommt ein Kanal jeden neuen Beitrag der eigenen Feeds dieses Servers, und er hat noch keine: /feeds hinzufügen nimmt einen auf. Meldungen aus dem Katalog brauchen mindestens 2 Redaktionen, denn eine allein meldet Hunderte am Tag.'
      : `Mit \`redaktionen: 1\` bekommt ein Kanal jeden neuen Beitrag der eigenen Feeds dieses Servers, und keiner davon gehört zum Thema ${detail}. Gib \`thema: alles\` an, oder nimm einen Feed in das Thema auf: /feeds hinzufügen.`,
  'other-alert': () =>
    'Dieser Kanal bekommt schon andere Eilmeldungen, und ein Kanal hat nur eine Regel. Wähle einen anderen Kanal, oder ändere die Regel mit /eilmeldungen setzen.',
  'not-in-story': () =>
    'Dieser Artikel gehört nicht mehr zu dieser Meldung. Öffne sie noch einmal, um den jetzigen Stand zu sehen.',
  'only-report': () => 'Das ist der einzige Bericht dieser Meldung, er lässt sich von nichts trennen.',
  'too-many-corrections': () => 'Hier gab es heute schon viele Korrekturen. Bitte versuche es morgen noch einmal.',
  'digest-just-now': () =>
    'In diesen Kanal ist schon ein Überblick unterwegs, oder er kam eben erst; ein weiterer enthielte dasselbe. Bitte versuche es in einer Minute noch einmal.',
};
