import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['wer-noch', 'Wer berichtet noch über diesen Artikel? Auch im Menü einer Nachricht unter Apps'],
    options: { url: ['adresse', 'Adresse des Artikels'] },
    menu: 'Wer berichtet noch darüber?',
  },
  byPage: (link) => `Unter ${link} hat Lede keinen Artikel. Nach Titel und Anfang der Seite geht es um diese Meldung:`,
  alone: (outlet) => `Bisher berichtet nur ${outlet} darüber.`,
  latest: (time) => `letzter Bericht ${time}`,
  reportedBy: 'Es berichten',
  noCountry: 'Land unbekannt',
  owners: (owners) => `Eigentümer: ${owners}`,
  owner: (name, outlets) => (outlets > 1 ? `${name} (${f.number(outlets)})` : name),
  ownersUnknown: (outlets) => `bei ${f.number(outlets)} unbekannt`,
  agree: 'Übereinstimmend',
  noLink:
    'In dieser Nachricht steht kein Link zu einem Artikel. Wähle eine Nachricht mit einem Link, oder gib die Adresse an: /wer-noch',
  onlyFirst: (count) => `Die Nachricht enthält mehr Links; Lede hat die ersten ${f.number(count)} nachgeschlagen.`,
  noPage: (typed) => `„${typed}“ ist keine Webadresse. Füge die ganze Adresse des Artikels ein, mit https://`,
  unknown: (link) => `Keines der Medien von Lede hat eine Meldung, die zu ${link} passt.`,
  nearest: (link) => `Keines der Medien von Lede hat eine Meldung, die eindeutig zu ${link} passt. Am nächsten kommen:`,
  closed: (link) =>
    `Unter ${link} hat Lede keinen Artikel, und Bots dürfen die Seite nicht lesen. Versuche /meldung mit Wörtern aus der Überschrift.`,
  unanswered: (link) =>
    `Unter ${link} hat Lede keinen Artikel, und die Seite ließ sich gerade nicht lesen. Versuche es in einer Minute noch einmal, oder /meldung mit Wörtern aus der Überschrift.`,
  spent: (link) =>
    `Unter ${link} hat Lede keinen Artikel, und in der letzten Stunde hat es schon viele Seiten für dich gelesen. Versuche es später noch einmal, oder /meldung mit Wörtern aus der Überschrift.`,
});
