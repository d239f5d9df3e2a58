import { isInitials, type SentenceEnds, splitSentences } from '../sentenceEnds.ts';
import { list } from '../words.ts';

/** Abbreviations before a name, number or noun, in lower case without their period, which never ends a sentence. */
const leading = list(`
  dr prof hr fr frl st nr abs bzw ca evtl ggf inkl exkl einschl vgl geb gest gegr dipl ing min.präs ministerpräs
  bundespräs stellv mind bzgl gem lt verh rd str.nr ehem sel hl kath ev tel bd s az vors präs inh lfd gez zzgl med
  phil jur abb abg anm bez ehm engl fa fam frz insb insbes insp jährl mmag priv.-doz tägl univ.-prof urspr ziff zzt
  hauptm zusätzl
`);

/** Abbreviations that end a sentence only if one of the openers follows. */
const doubtful = list(`
  usw etc mio mrd tsd std min sek jh mwst ust co jr sen jun uvm usf ff jan feb mär märz apr jul aug sep sept okt nov
  dez mo di mi do sa str eur chf abt univ allg art mag max sog
`);

/** Words that open sentences and rarely begin a name. */
const openers = list(`
  Der Die Das Dem Den Des Ein Eine Einer Einem Einen Er Sie Es Wir Ihr Ihre Ich Du Man Im Am In An Auf Aus Bei Beim
  Bis Durch Für Gegen Hinter Mit Nach Nachdem Neben Ohne Seit Über Um Unter Vom Von Vor Während Wegen Zu Zum Zur
  Zwischen Aber Auch Außerdem Bereits Da Dabei Dafür Dagegen Damit Danach Dann Daran Darauf Daraus Darin Darüber Darum
  Davon Davor Dazu Denn Dennoch Deshalb Dies Diese Diesem Diesen Dieser Dieses Doch Dort Erst Etwa Heute Hier
  Insgesamt Jedoch Jetzt Jeder Jede Kein Keine Laut Mehr Mehrere Nicht Niemand Noch Nun Nur Ob Obwohl Oder Rund Schon
  Sein Seine Seitdem So Sogar Später Trotz Und Viele Was Weil Weitere Wenn Wer Wie Wieder Wo Zudem Zuletzt Zuvor Zwei
  Drei Gestern Alle Allerdings Als Alles Andere Ebenso Einige Einst Betroffen Gegründet Warum Ab Anfangs Anschließend
  Ansonsten Bald Bisher Bislang Dadurch Daraufhin Darunter Demnach Derzeit Eigentlich Ferner Früher Genau Gleichzeitig
  Hinzu Immer Immerhin Inzwischen Ja Künftig Manche Mein Meine Meist Mittlerweile Möglicherweise Morgens Abends Nein
  Nie Oft Schließlich Sobald Sollte Somit Sonst Statt Stattdessen Unser Unsere Vielleicht Wann Weder Weiterhin Welche
  Zunächst Zusätzlich Zwar Vier Fünf
`);

const ends: SentenceEnds = {
  // A quotation mark right after the period closes, whatever its shape.
  closers: /["'“”‘’«»›‹)\]]*/uy,
  lastWord: /(?<![^\s"“”„«»([—])[^\s"“”„«»([—]*$/u,
  opening: /^["“”„‚‘'«»‹›([–—\s-]+/u,
  goesOn: /^[,;:%)\]]/,
  closing: /["“”’«»]/,
  unspaced: /^\p{Lu}\p{Ll}/u,
  endsByPeriod,
};

/** The sentences of one block of German. */
export const splitGerman = (text: string): Generator<string> => splitSentences(text, ends);

function endsByPeriod(word: string, rest: string): boolean {
  const lower = word.toLowerCase();
  // "A." opens a name, "A" may open a sentence.
  const opens = openers.has(/^\p{L}+/u.exec(rest)?.[0] ?? '') && !/^\p{Lu}\./u.test(rest);
  if (leading.has(lower)) return false;
  if (/str$|^no$/.test(lower) && /^\d/.test(rest)) return false;
  if (/^\d{1,2}$/.test(word)) return opens && !/^\d/.test(rest);
  // Numerals, initials, "U.S.A.", "z. B."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}
