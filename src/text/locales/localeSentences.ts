import { type SentenceWords, sentenceWordsOf } from './localeWords.ts';

/** How far a decision looks back and ahead; keeps the whole linear. */
const reach = 120;

const terminator = /\.(?: \.){2,}|[.!?…]+|[؟।။۔]+/gu;
/** A mark right behind the point closes, whichever way it bends; a French one may stand apart. */
const closers = /(?:[ \u00a0\u202f]?»(?![\p{L}\p{N}])|["'“”‘’«»›‹)\]])*/uy;
const lastWord = /[^\s"“”„«»([—]*$/u;
/** "L’on." is "on.", but "war’s" is one word. */
const elision = /^\p{L}{1,4}[’'](?=\p{L}{2})/u;
const opening = /^(?:["“”„‚‘'«»‹›([¿¡—–-]|[\u00a0\u202f ])+/u;

/** "'s Avonds" */
const dutchOpening = /^['’‘][st]\s(?=\p{Lu})/u;

/** The sentences of one block in a language that parts words with spaces and is not English. */
export function* splitByLocale(text: string, language: string): Generator<string> {
  const words = sentenceWordsOf(/^[a-z]{2,3}/i.exec(language)?.[0].toLowerCase() ?? '');
  let start = 0;
  for (const match of text.matchAll(terminator)) {
    if (match.index < start) continue;
    closers.lastIndex = match.index + match[0].length;
    const closed = closers.exec(text)?.[0] ?? '';
    const end = match.index + match[0].length + closed.length;
    if (
      !endsSentence(
        text.slice(Math.max(start, match.index - reach), match.index),
        match[0],
        closed,
        text.slice(end, end + reach),
        words,
      )
    )
      continue;
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

function endsSentence(before: string, mark: string, closed: string, after: string, words: SentenceWords): boolean {
  const rest = after.trimStart();
  if (rest === '') return true;
  const word = (lastWord.exec(before)?.[0] ?? '').replace(elision, '');
  if (rest === after) return closed === '' && isGlued(word, mark, after);
  if (/^[,;:%)\]]/.test(rest)) return false;
  const bare = rest.replace(dutchOpening, '').replace(opening, '');
  if (/^\p{Ll}/u.test(bare)) return false;
  if (mark !== '.' || /["“”’«»]/.test(closed)) return true;
  return endsByPoint(word, before, bare, closed, words);
}

/** "Ende.Der": a lost space, unless the word is part of an address. */
const isGlued = (word: string, mark: string, after: string): boolean =>
  mark.length === 1 && mark !== '…' && /^(?:\p{Ll}{2,}|\p{Lu}\p{Ll}{2,})$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(after);

/** "3,5 млн руб.", "40 min.": behind an amount a sentence rarely goes on with a name, where "2025 г." and "w 40. min." often do. */
const isAmount = (before: string): boolean =>
  /\d\s(?:\p{L}{2,4}\.?\s)?(?:руб|коп|грн|лв|zł|kr|lei|kn|kč|eur|min|sek|sec|мин|сек|хв|milj|mio|mld|mln|mrd|млн|млрд)$/iu.test(
    before,
  );

const doubled = /^(\p{Lu})\1$/u;
const nouns = /^(?:lkw|pkw|kfz|hbf|tv|qm)s?$/i;
/** "Bgm", "Sgt", "d.lgs": without a vowel it is no word; in capitals it is a name. "Lkw" and its kind are said as nouns. */
const isVowelless = (word: string): boolean =>
  /^(?:\p{L}\.)?\p{L}\p{Ll}+$/u.test(word) && !nouns.test(word) && !/[aeiouyàáâãäèéêëìíîïòóôõöùúûüœæ]/iu.test(word);

function endsByPoint(word: string, before: string, rest: string, closed: string, words: SentenceWords): boolean {
  const lower = word.toLowerCase();
  // "A." opens a name, "A" may open a sentence.
  const opens = words.openers.has(/^\p{L}+/u.exec(rest)?.[0] ?? '') && !/^\p{Lu}\./u.test(rest);
  // "miejscowy KS. Trener", "der AZ. Die Zeitung": in capitals amid small letters it is a name.
  const isName = (words.sparse || opens) && /\p{Ll}\s\p{Lu}{2,}$/u.test(before);
  // "1,80 m. Il": of a figure it is the unit, where "M. Roche" is a man.
  const isUnit = opens && /\d\s?\p{Ll}$/u.test(before);
  if (words.leading.has(lower) && !isName && !isUnit) return false;
  if (/^N[oº°]$/.test(word) && /^\d/.test(rest)) return false;
  // "JJ. OO.", "EE. UU.": plurals that Spanish doubles.
  if (doubled.test(word) && /^(\p{Lu})\1\./u.test(rest)) return false;
  if (/(?<!\p{L})(\p{Lu})\1\.\s?(\p{Lu})\2$/u.test(before)) return opens;
  // "300 v. Chr.", "300 a. C."
  if (/^[adfnv]$/.test(word) && /^(?:C\.|Chr|Kr)/.test(rest)) return false;
  // "Hauptstr. 5"
  if (lower.endsWith('str') && /^\d/.test(rest)) return false;
  // "(ca. 40 J.) Holt": what stands in brackets belongs to the sentence around it.
  if (closed.endsWith(')') && !/^\(/.test(before.trimStart()) && !opens) return true;
  if (words.ordinals && /^\d{1,2}$/.test(word)) return opens && !/^\d/.test(rest);
  if (words.ordinals && /^[IVX]{1,5}$/.test(word)) return opens;
  if (words.doubtful.has(lower)) return opens || (words.sparse && isAmount(before));
  if (!words.sparse && isVowelless(word)) return opens || /\d\s?(?:[ckm]m|kg)$/.test(before);
  // "ok. 3 mln", "ul. 5".
  if (words.sparse && /^\p{Ll}{1,4}$/u.test(word) && /^\d/.test(rest)) return false;
  // "z. B.", "a. M.", "J.-P.", "EE.UU.", initials.
  if (/(?:^|[\s(])\p{L}\.\s?$/u.test(before.slice(0, before.length - word.length)) && /^\p{L}$/u.test(word))
    return opens && /\d\s\p{Ll}\.\s[\p{Ll}C]$/u.test(before);
  if (/^(?:\p{L}{1,2}[.-]+)*\p{L}{1,2}$/u.test(word) && /^\p{Lu}$|[.-]/u.test(word)) return opens;
  // "à 20 h." closes; a letter without a number before it abbreviates.
  if (/^\p{Ll}$/u.test(word)) return opens || (/\d\s?$/.test(before.slice(0, -1)) && !/^\d/.test(rest));
  return true;
}
