import { pointsBack } from './quotes/pronouns.ts';

const either = (words: string): string => words.replaceAll(' ', '|');

const english = either(
  'He She They It His Her Their Its Him Them This That These Those But And Or So Yet Nor Then However Instead Also Meanwhile Moreover Furthermore Nevertheless Nonetheless Still Therefore Thus Besides Otherwise Both Such There, Here Now Plus Other Which Another',
);
const german = either(
  'Er Sie Es Ihm Ihn Dies Diese Dieser Dieses Diesem Diesen Jene Jener Solche Aber Doch Und Oder Denn Sondern Sein Seine Seinen Seinem Seiner Ihr Ihre Ihren Ihrem Ihrer Beide Dabei Dazu Dafür Dagegen Daher Dadurch Damit Danach Daneben Dann Daran Darauf Daraufhin Darin Darum Darüber Davon Davor Dort Dorthin Deshalb Deswegen Dennoch Trotzdem Jedoch Zudem Außerdem Ausserdem Stattdessen Allerdings Hierzu Derweil Unterdessen Indes Somit Folglich',
);
/** Verbs after "Das": there it is a pronoun. Before a noun it is an article. */
const germanVerbs = either(
  'ist sei war wäre hat hätte habe wird werde wurde würde soll sollte will kann könnte muss gilt geht kam kommt gab gibt heißt bedeutet zeigt macht sagte teilte erklärte reicht kostet liegt sind waren',
);
/** Openings that need the sentence before. */
const leaning = new RegExp(`^["“„«»'‘(]?(?:${english}|${german}|Das (?:${germanVerbs}))(?![\\p{L}-])`, 'u');

/** Speaker labels of transcripts ("BRANDT: …"). Announcements such as "UPDATE: …" are fine. */
const label = /^(?!(?:BREAKING|UPDATE|WATCH|LIVE|CORRECTION|EXCLUSIVE)\b)\p{Lu}[\p{Lu} .'’-]{2,40}:\s/u;

const quantities = either(
  'Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Dozens Some Most Many Several Others All None Neither Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn Elf Zwölf Viele Einige Manche Andere Alle Keiner Keine',
);
const auxiliaries = either(
  'is are was were has have had will would can could may might must should did do does sind ist war waren wurde wurden werden wird haben hat hatte hatten können kann konnten sollen soll müssen muss',
);
/** Counts whose noun is in the sentence before: "Sixteen were dropped". */
const countsUnnamed = new RegExp(`^["“„«]?(?:${quantities}|\\d{1,3}) (?:${auxiliaries})(?![\\p{L}])`, 'u');

/** The outlet refers to its own reporter: "our correspondent …". */
const handsOver =
  /^(?:[^“"„]{0,80}\s)?(?:our|unser|unsere)\s(?:[\p{L}-]{1,20}\s){0,3}(?:correspondent|reporter|editor|korrespondent|redakteur)(?:s|in|innen|en)?(?!\p{L})/iu;

/** Whether a sentence's opening needs the sentences before it. */
export function leansBack(sentence: string): boolean {
  return leaning.test(sentence) || label.test(sentence);
}

/** Whether a reader who sees only this sentence understands it. */
export function standsAlone(sentence: string, language?: string): boolean {
  return (
    marksBalanced(sentence) &&
    !leansBack(sentence) &&
    !pointsBack(sentence, language) &&
    !handsOver.test(sentence) &&
    !countsUnnamed.test(sentence) &&
    !/[?:]["”’“«»]?$/.test(sentence)
  );
}

const anyMark = /["“”„«»()]|``|''/;

/** Whether all quotation marks and brackets are closed; if not, words could be quoted as somebody else's. */
function marksBalanced(sentence: string): boolean {
  if (!anyMark.test(sentence)) return true;
  const count = (mark: string): number => sentence.split(mark).length - 1;
  if ((count('"') - (sentence.match(/\d"/g)?.length ?? 0) * (count('"') % 2)) % 2 !== 0) return false;
  if (sentence.includes('„')) return count('„') === count('“') + count('”');
  return (
    count('“') === count('”') && count('``') === count("''") && count('(') === count(')') && count('«') === count('»')
  );
}
