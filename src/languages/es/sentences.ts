import { isInitials, type SentenceEnds, splitSentences } from '../sentenceEnds.ts';
import { list } from '../words.ts';

/** Abbreviations before a name, number or noun, in lower case without their period, which never ends a sentence. */
const leading = list(`
  sr sra srta sres d dn dña da dr dra drs dres prof profa lic licda ing arq abg mons mtro mtra gral cnel tte cap cdte sgto
  alm fr sto sta sor hno hna ma fco av avda avda blvd blv c pl pza ctra crta urb núm num nro n no art arts inc pág págs
  pp párr cap tít vol fig tel telf tfno ext dpto depto prov mpio dist dir ej aprox máx mín vs ee ff rr jj aa cc ss hh
  gob pdte pdta pte vd ud uds est ed col km
`);

/** Abbreviations of `leading` that end a sentence if one of the openers follows: "el art. 5", "en la misma pág. El". */
const either =
  /^(?:no|n|núm|num|art|arts|inc|pág|págs|pp|cap|vol|fig|col|ext|km|dir|est|ed|c|d|da|ma|alm|pl|sor|vd|uds?)$/;

/** Abbreviations that end a sentence only if one of the openers follows. */
const doubtful = list(`
  etc cía cia ltda inc corp jr uu oo dd ene feb abr jun jul ago sep sept set oct nov dic lun mar mié jue vie sáb dom
  aa hh ff ss máx mín seg min hs hrs
`);

/** Words that open sentences and rarely begin a name. */
const openers = list(`
  A Además Ahora Ahí Al Algo Alguien Algún Alguna Algunas Algunos Allí Ambas Ambos Ante Antes Apenas Aquel Aquella Aquí Así
  Aun Aún Aunque Ayer Bajo Cada Casi Como Cómo Con Contra Cuando Cuándo Cuatro Cuál Da Dado De Debe Del Dentro Desde Después
  Dice Dijo Donde Dónde Dos Durante E El Él Ella Ellas Ellos En Entonces Entre Era Eran Es Esa Esas Ese Eso Esos Esta Está
  Estas Este Esto Estos Fue Fueron Gracias Ha Había Hace Hacia Han Hasta Hay Hoy Hubo Incluso La Las Le Les Lo Los Luego
  Mañana Más Mientras Muchas Muchos Muy Nada Nadie Ni Ningún Ninguna No Nos Nosotros Nuestra Nuestro Nunca O Ocho Otra Otras
  Otro Otros Para Pero Poco Por Porque Pues Qué Que Quien Quién Quienes Se Según Seis Ser Será Si Sí Siempre Siete Sin Sobre
  Sólo Solo Son Su Sus Tal También Tampoco Tan Tanto Te Tiene Toda Todas Todavía Todo Todos Tras Tres Tu Un Una Unas Uno Unos
  Usted Varias Varios Y Ya Yo Lunes Martes Miércoles Jueves Viernes Sábado Domingo
`);

const ends: SentenceEnds = {
  closers: /(?:["'“”’»›)\]]|\[\d{1,3}\])*/uy,
  lastWord: /(?<![^\s"“”„«»([¿¡—–'‘’])[^\s"“”„«»([¿¡—–'‘’]*$/u,
  opening: /^["“„‘'«‹([¿¡–—\s-]+/u,
  goesOn: /^[,;:%)\]»”]/,
  closing: /["”’»]/,
  unspaced: /^(?:[¿¡]|\p{Lu}\p{Ll})/u,
  endsByPeriod,
};

/** The sentences of one block of Spanish. */
export const splitSpanish = (text: string): Generator<string> => splitSentences(text, ends);

function endsByPeriod(word: string, rest: string, before: string): boolean {
  const lower = word.toLowerCase();
  const first = /^[\p{L}-]+/u.exec(rest)?.[0] ?? '';
  const opens = openers.has(first) && !/^\p{Lu}\./u.test(rest);
  // "a las 8 p. m.", "a las 8 p.m."
  if (/\d\s?[ap]\.\s?m$/iu.test(before)) return true;
  // "EE. UU.", "FF. AA.": the second half of a doubled abbreviation.
  if (/^(\p{Lu})\1$/u.test(word)) return opens && !/^(\p{Lu})\1\./u.test(rest);
  if (leading.has(lower)) return either.test(lower) && opens;
  // Initials, numerals, "S.A.", "EE.UU."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}
