import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStopWord } from '../../../src/engine/languages/stopWords.ts';
import { stemOf, termsOf } from '../../../src/engine/text/terms.ts';
import { spaced, tokensOf } from '../../../src/engine/text/tokens.ts';

test('words keep their case, numbers their points, acronyms lose their dots and possessives their s', () => {
  expect(tokensOf("The U.S. Navy's 1,200 men don't like O'Brien’s 3.5m co-op.").join(' ')).toBe(
    "The US Navy 1,200 men don't like O'Brien 3.5m co op",
  );
});

test('a script without spaces gives pairs of characters', () => {
  expect(tokensOf('日本語 水')).toEqual(['日本', '本語', '水']);
});

test('inflections share a stem', () => {
  expect(new Set(['vote', 'votes', 'Voted', 'voting'].map((word) => stemOf(word))).size).toBe(1);
  const words = 'caresses ponies relational hopping agreed happy controlling probate';
  const stems = 'caress poni relat hop agre happi control probat';
  expect(words.split(' ').map((word) => stemOf(word))).toEqual(stems.split(' '));
  expect(stemOf('Regierungen', 'de')).toBe(stemOf('Regierung', 'de-AT'));
});

test.each([
  ['fr', 'élection élections électeurs électrice'],
  ['fr', 'nationale nationaux national'],
  ['fr', 'demande demandent demandait demandé demander'],
  ['fr', 'européen européenne européens'],
  ['fr', 'travail travaux'],
  ['fr', 'tué tués tuée tuées'],
  ['fr', 'œuvre oeuvres'],
  ['es', 'elección elecciones'],
  ['es', 'alemán alemana alemanes alemanas'],
  ['es', 'demanda demandan demandó demandaron demandado demandar'],
  ['es', 'ataque ataques atacó atacaron atacar'],
  ['es', 'juez jueces'],
  ['es', 'francés francesa franceses francesas'],
  ['es', 'presidente presidenta presidentes'],
])('inflections share a stem in %s: %s', (language, words) => {
  expect(new Set(words.split(' ').map((word) => stemOf(word, language))).size).toBe(1);
});

test('accents are folded and figures stay whole', () => {
  expect(stemOf('Peña')).toBe('pena');
  expect(stemOf('1,200')).toBe('1,200');
});

test('the stem of a word stays the same after any number of other words', () => {
  const before = stemOf('negotiations');
  for (let n = 0; n < 45_000; n++) stemOf(`word${n}`);
  expect(stemOf('negotiations')).toBe(before);
});

test('terms are stems of the content words, in order and repeated', () => {
  expect(termsOf('The ministers said that the minister would resign')).toEqual(['minist', 'minist', 'resign']);
  expect(termsOf('Der Minister und die Ministerin', 'de')).toHaveLength(2);
  expect(isStopWord('Don’t')).toBe(true);
  expect(isStopWord('nicht', 'de')).toBe(true);
});

test.each([
  ['fr', "Le parlement de l’Uzonie, qu'elle a d'ailleurs jusqu’à", 'Le parlement de Uzonie elle a ailleurs à'],
  ['fr-CA', "L'Oréal n’a pas dit aujourd'hui quelqu’un", "Oréal a pas dit aujourd'hui quelqu’un"],
  ['it', "L’inchiesta sull'isola dell'Uzonia, un’altra c'è", 'inchiesta isola Uzonia altra è'],
  ['it', "Sant’Agata e po' di De'Rossi", "Sant’Agata e po di De'Rossi"],
  ['ca', "L'alcalde d’Olot", 'alcalde Olot'],
  ['tr', "Ankara'da ve İzmir’in", 'Ankara ve İzmir'],
  ['en', "O’Brien and D'Angelo say it's five o'clock", "O’Brien and D'Angelo say it five o'clock"],
  ['en', "a coup d’état, don't", "a coup d’état don't"],
  ['de', "Wie geht's, D'Alema?", "Wie geht D'Alema"],
  ['uk', "п'ять об’єктів", "п'ять об’єктів"],
  [undefined, "l'Uzonie", "l'Uzonie"],
])('an elision is not part of a word in %s: %s', (language, text, words) => {
  expect(tokensOf(text, language).join(' ')).toBe(words);
});

test('a name in Latin letters is a word of its own in a script without spaces, a figure stays with its counter', () => {
  expect(tokensOf('NATO加盟とG7首脳、iPhone15発売').join(' ')).toBe('NATO 加盟 盟と G7 首脳 iPhone15 発売');
  expect(tokensOf('300人が')).toEqual(['30', '00', '0人', '人が']);
});

test('a text for the index has the same tokens, with spaces between character pairs and without points; others are unchanged', () => {
  expect(spaced('北部の島で地震、NATO加盟 (U.S. Navy’s)').replace(/ +/g, ' ')).toBe(
    '北部 部の の島 島で で地 地震 、NATO 加盟 (US Navy’s)',
  );
  expect(tokensOf(spaced('12月24日')).join(' ')).toBe('12 2月 24 4日');
  expect(spaced('New A.I. rules in the U.S.A., i.e. soon. U.S.')).toBe('New AI rules in the USA, ie soon. US');
  const text = "The Navy's l'Uzonie 1,200, J. R. Vell, a.m and 3.5";
  expect(spaced(text)).toBe(text);
  const piece = fc.constantFrom(...'地震のカナー水a9Zé ,、’', 'ที่', '12', ' U.S. ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      expect(tokensOf(spaced(text))).toEqual(tokensOf(text));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test.each([
  ['fr', 'La une des selon après lundi novembre', 'or but fin Uzonie grève parlement'],
  ['es', 'Los según están también martes', 'gobierno huelga presa or'],
  ['it', 'Della nello è stata sabato', 'sciopero prezzo governo'],
  ['nl', 'Het van zijn volgens dinsdag', 'dijk staking koning'],
  ['pt', 'Não uma são pelos segunda', 'greve ponte governo'],
  ['sv', 'Och att enligt måndag', 'bro strejk'],
  ['nb', 'Og ikke for mandag januar', 'streik bro'],
  ['pl', 'Się który przez stycznia styczeń', 'kopalnia górników'],
  ['ru', 'Это было после понедельник января', 'шахта закон'],
  ['et', 'ja on selle see', 'laev streik'],
  ['is', 'og var til', 'Her eldgos EU'],
  ['ja', 'した から での', '地震 カナ 内閣'],
  ['xx', 'og til', 'over Les ESA 地震'],
])('the stop words of %s are its own: %s', (language, small, content) => {
  expect(small.split(' ').filter((word) => !isStopWord(word, language))).toEqual([]);
  expect(content.split(' ').filter((word) => isStopWord(word, language))).toEqual([]);
});

test('English and German have the stop words with which grouping was tuned, under every tag; an unknown language is read as English', () => {
  const stopWordsOf = (words: string[], language?: string) => words.filter((word) => isStopWord(word, language));
  for (const language of ['en', 'en-GB', 'EN_us', undefined, '', 'und'])
    expect(stopWordsOf(['the', 'Monday', 'les', 'der'], language)).toEqual(['the']);
  for (const language of ['de', 'de-AT', 'DE'])
    expect(stopWordsOf(['der', 'Montag', 'the', 'les'], language)).toEqual(['der']);
});

test.each(["l'", "Ab'", 'NATO加盟', 'ที่'])('the words of %j repeated to 40,000 characters are found', (piece) => {
  const text = piece.repeat(Math.ceil(40_000 / piece.length));
  for (const language of ['fr', 'it', 'tr', 'ja']) expect(tokensOf(text, language).length).toBeGreaterThan(0);
  expect(spaced(text).length).toBeGreaterThan(0);
});

test('languages that feeds name by three letters have their stop words', () => {
  expect(isStopWord('the', 'eng')).toBe(true);
  for (const tag of ['deu', 'ger-DE']) expect(isStopWord('und', tag)).toBe(true);
});
