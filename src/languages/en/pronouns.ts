import { list } from '../words.ts';
import { opensSentence } from './sentenceWords.ts';

const one = /(?<![\p{L}’'-])(?:he|she|him|her|hers|himself|herself)(?![\p{L}-])/u;
const several = /(?<![\p{L}’'-])(?<!(?:told|asked|among)\s)(?:they|them|themselves)(?![\p{L}-])/u;
/** Attributions to a pronoun: "…, it said", "…, he added on Tuesday". */
const nameless =
  /[,”"]\s(?:he|she|it|they)\s(?:said|says|added|adds|told|wrote|writes|explained|argued|warned|claimed|noted|continued)\b/u;

/** Before a capitalised word, these mark a place or thing: "from Skarrow", "the Sound". */
const beforePlaces = list('the in at of from to on near off for across through by');
const roles = list(`
  boy girl child mother father mum dad son daughter wife husband king queen judge chief head guard cook pilot nurse
  coach pope bride teen mayor who someone somebody everyone nobody
`);
const roleEnds = /(?:man|woman|men|women|person|er|or|ist|ian|ant|ent|eur|ess|ee)$/;
/** Words that end like roles but aren't. */
const notRoles = list(`
  never ever over under after other another either neither whether however rather later earlier further better higher
  lower number water winter summer december november october september paper power order for door floor nor incident
  moment month
`);
const groups = list(`
  and people men women children police both two three four five six seven eight nine ten dozen everyone everybody
  anyone someone nobody team company government many most some few those
`);
const pluralEnds = /\p{L}{2}(?<!ss|us|is|['’]s)s$/u;

interface Word {
  readonly text: string;
  readonly small: string;
  readonly capital: boolean;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu)].map(([found]) => {
    const word = found.replace(/[.,’'-]+$/u, '');
    return { text: word, small: word.toLowerCase().replace(/['’]s$/, ''), capital: /^\p{Lu}/u.test(word) };
  });

/** Whether "he" or "she" may refer to somebody in these words. */
function namesSomebody(words: readonly Word[]): boolean {
  return words.some(({ small, capital }, at) => {
    const before = words[at - 1];
    if (capital && before?.capital) return true;
    if (capital && before && !beforePlaces.has(before.small)) return true;
    const role = small.replace(/s$/, '');
    return roles.has(role) || (role.length > 3 && roleEnds.test(role) && !notRoles.has(role));
  });
}

/** Whether "they" may refer to people or things in these words. */
const namesSeveral = (words: readonly Word[]): boolean =>
  words.some(({ text, small }) => groups.has(small) || pluralEnds.test(text) || /^\d/.test(text));

/**
 * Whether a sentence without its quotations has a pronoun whose noun is in an earlier sentence ("What she will sign …",
 * "…, it said"). True only where that is sure.
 */
export const pointsBack = (outside: string): boolean =>
  points(outside, one, namesSomebody) || points(outside, several, namesSeveral) || isNameless(outside);

function points(outside: string, pronoun: RegExp, isKnown: (words: readonly Word[]) => boolean): boolean {
  const at = pronoun.exec(outside)?.index;
  if (at === undefined) return false;
  const before = outside.slice(0, at);
  // The name comes before ("Brandt said she …") or after, in the main clause ("Though he saw nothing, Brandt …").
  const opensWithName = /^[“"‘]?\p{Lu}/u.test(before) && !opensSentence(before);
  const nameFollows = /^[^,]{0,150},\s\p{Lu}\p{L}/u.test(outside.slice(at));
  return !opensWithName && !nameFollows && !isKnown(wordsOf(before));
}

function isNameless(outside: string): boolean {
  const at = nameless.exec(outside)?.index;
  return at !== undefined && !/\s\p{Lu}\p{L}/u.test(outside.slice(0, at)) && !/^(?:The|A|An)\s/.test(outside);
}
