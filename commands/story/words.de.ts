import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['meldung', 'Eine Meldung lesen: was passiert ist, wer berichtet und worin sich die Berichte unterscheiden'],
    options: { query: ['suche', 'Wörter aus der Überschrift; ohne Angabe die wichtigste Meldung von heute'] },
  },
  nearest: (query, days) =>
    `Nichts gefunden zu „${query}“. Meldungen werden ${f.count(days, 'Tag', 'Tage')} aufbewahrt. Am besten passen:`,
  top: (query, days) =>
    `Nichts passt zu „${query}“. Meldungen werden ${f.count(days, 'Tag', 'Tage')} aufbewahrt. Die wichtigsten sind zurzeit:`,
  nothing: (query, days) =>
    `Nichts gefunden zu „${query}“. Meldungen werden ${f.count(days, 'Tag', 'Tage')} aufbewahrt; versuche es mit ein oder zwei Wörtern der Überschrift, etwa einem Ort oder einem Namen.`,
  quietDay: 'Aus den letzten 24 Stunden gibt es noch keine Meldungen. Die wichtigsten der letzten 3 Tage:',
  quietDays:
    'Aus den letzten 3 Tagen gibt es noch keine Meldungen. Ältere findest du mit Wörtern aus ihrer Überschrift.',
  whyHeading: (title) => `Warum diese Artikel eine Meldung sind: ${title}`,
  whyWords: (words) => `gemeinsam: ${words}`,
  whyProbability: (probability) => `passt im Mittel zu ${Math.round(probability * 100)} % zu den anderen`,
  whyFooter:
    'Lede vergleicht, welche Wörter zwei Artikel gemeinsam haben, vor allem seltene, und wie viel Zeit zwischen ihnen liegt. Wächst eine Meldung, wird neu verglichen.',
  outletsHeading: (title) => `Wer berichtet: ${title}`,
  changedHeading: (title) => `Was sich geändert hat: ${title}`,
  hadItFirst: (outlet) => `**${outlet}** hatte es zuerst`,
  unread: (source) => `**${source}** · nicht unter den gelesenen Berichten`,
  names: (source) => `nennt ${source}`,
  notTheSame: 'Nicht dasselbe Ereignis? Wähle den Artikel',
  splitOff: {
    waiting:
      'Notiert. Sagt das noch ein Mitglied oder jemand, der den Server verwaltet, gehört der Artikel nicht mehr zu dieser Meldung.',
    done: 'Erledigt: Auf diesem Server gehört der Artikel nicht mehr zu dieser Meldung, und Nachrichten damit werden korrigiert.',
  },
  takenOut: (count) =>
    `${f.form(count, 'Hier wurde 1 Artikel', `Hier wurden ${f.number(count)} Artikel`)} aus dieser Meldung genommen`,
  putBack: 'Artikel wieder aufnehmen? Wähle ihn',
  picture: {
    heading: (hours) => {
      if (hours === 1) return 'Berichte je Stunde';
      if (hours < 24) return `Berichte je ${f.number(hours)} Stunden`;
      return hours === 24 ? 'Berichte je Tag' : `Berichte je ${f.number(hours / 24)} Tage`;
    },
    correction: 'Korrektur',
    others: (count) => `${f.number(count)} weitere`,
    numbered: (number, name) => `${number} ist ${name}`,
    altHead: (outlets, reports, first, last) =>
      `Berichterstattung im Verlauf: ${f.count(reports, 'Bericht', 'Berichte')} von ${f.count(outlets, 'Medium', 'Medien')}, vom ${first} bis zum ${last}.`,
    altFirst: (outlet) => `Erster Bericht: ${outlet}.`,
    altNumber: (number, name) => `Im Bild ist ${number} ${name}.`,
    altOutlet: (outlet, times, more, corrections) =>
      `${outlet}: ${times}${more > 0 ? ` und ${f.number(more)} weitere` : ''}${corrections && `, korrigiert ${corrections}`}.`,
    altMore: (outlets) => f.form(outlets, 'Und noch 1 Medium.', `Und ${f.number(outlets)} weitere Medien.`),
  },
});
