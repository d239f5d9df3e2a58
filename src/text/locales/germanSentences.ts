const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Abbreviations before a name, number or noun: their point ends nothing. In lower case, without that point. */
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

/** How far a decision looks back and ahead, which keeps the whole linear. */
const reach = 120;

const terminator = /\.(?: \.){2,}|[.!?…]+/gu;
/** A mark right behind the point closes, whichever way it bends. */
const closers = /["'“”‘’«»›‹)\]]*/uy;
const lastWord = /[^\s"“”„«»([—]*$/u;
/** An opening mark, or a dash and the blank after it. */
const opening = /^["“”„‚‘'«»‹›([–—\s-]+/u;

/** The sentences of one block of German. */
export function* splitGerman(text: string): Generator<string> {
  let start = 0;
  for (const match of text.matchAll(terminator)) {
    if (match.index < start) continue;
    closers.lastIndex = match.index + match[0].length;
    const closed = closers.exec(text)?.[0] ?? '';
    const end = match.index + match[0].length + closed.length;
    const before = text.slice(Math.max(start, match.index - reach), match.index);
    if (!endsSentence(before, match[0], closed, text.slice(end, end + reach))) continue;
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

function endsSentence(before: string, mark: string, closed: string, after: string): boolean {
  const rest = after.trimStart();
  if (rest === '') return true;
  const word = lastWord.exec(before)?.[0] ?? '';
  if (rest === after) return closed === '' && isGlued(word, mark, after);
  if (/^[,;:%)\]]/.test(rest)) return false;
  const bare = rest.replace(opening, '');
  if (/^\p{Ll}/u.test(bare)) return false;
  if (mark !== '.' || /["“”’«»]/.test(closed)) return true;
  return endsByPoint(word, before, bare, closed);
}

/** "Ende.Der": a lost space, unless the word is part of an address. */
const isGlued = (word: string, mark: string, after: string): boolean =>
  mark.length === 1 && mark !== '…' && /^(?:\p{Ll}{2,}|\p{Lu}\p{Ll}{2,})$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(after);

const nouns = /^(?:lkw|pkw|kfz|hbf|tv|qm)s?$/i;
/** "Bgm", "Sgt": without a vowel it is an abbreviation, except for those that are used as nouns. */
const isVowelless = (word: string): boolean =>
  /^(?:\p{L}\.)?\p{L}\p{Ll}+$/u.test(word) && !nouns.test(word) && !/[aeiouy]/i.test(word.normalize('NFD'));

function endsByPoint(word: string, before: string, rest: string, closed: string): boolean {
  const lower = word.toLowerCase();
  // "A." opens a name, "A" may open a sentence.
  const opens = openers.has(/^\p{L}+/u.exec(rest)?.[0] ?? '') && !/^\p{Lu}\./u.test(rest);
  // "in der AZ. Die Zeitung": capitals amid small letters are a name.
  const isName = opens && /\p{Ll}\s\p{Lu}{2,}$/u.test(before);
  // "1,80 m. Er"
  const isUnit = opens && /\d\s?\p{Ll}$/u.test(before);
  if (leading.has(lower) && !isName && !isUnit) return false;
  // "300 v. Chr."
  if (/^[nv]$/.test(word) && rest.startsWith('Chr')) return false;
  // "Hauptstr. 5", "Downing Street No. 10"
  if (/str$|^no$/.test(lower) && /^\d/.test(rest)) return false;
  // "(ca. 40 J.) Holt": what stands in brackets belongs to the sentence around it.
  if (closed.endsWith(')') && !/^\(/.test(before.trimStart()) && !opens) return true;
  if (/^\d{1,2}$/.test(word)) return opens && !/^\d/.test(rest);
  if (/^[IVX]{1,5}$/.test(word) || doubtful.has(lower)) return opens;
  if (isVowelless(word)) return opens || /\d\s?(?:[ckm]m|kg)$/.test(before);
  // "z. B.", "a. M."
  if (/(?:^|[\s(])\p{L}\.\s?$/u.test(before.slice(0, before.length - word.length)) && /^\p{L}$/u.test(word))
    return opens && /\d\s\p{Ll}\.\s[\p{Ll}C]$/u.test(before);
  // Initials, "U.S.A."
  if (/^(?:\p{L}{1,2}[.-]+)*\p{L}{1,2}$/u.test(word) && /^\p{Lu}$|[.-]/u.test(word)) return opens;
  // "um 20 h." ends a sentence; a letter without a number before it abbreviates.
  if (/^\p{Ll}$/u.test(word)) return opens || (/\d\s?$/.test(before.slice(0, -1)) && !/^\d/.test(rest));
  return true;
}
