import { list } from '../words.ts';

/** Abbreviations before a name, number or noun, in lower case without their period, which never ends a sentence. */
const leading = list(`
  sr sra srta sres d dn dña da dr dra drs dres prof profa lic licda ing arq abg mons mtro mtra gral cnel tte cap cdte sgto
  alm fr sto sta sor hno hna ma fco av avda avda blvd blv c pl pza ctra crta urb núm num nro n no art arts inc pág págs
  pp párr cap tít vol fig tel telf tfno ext dpto depto prov mpio dist dir ej aprox máx mín vs ee ff rr jj aa cc ss hh
  gob pdte pdta pte vd ud uds est ed col km
`);

/** Those of them that end a sentence if one of the openers follows: "el art. 5", "en la misma pág. El". */
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

/** How many characters a decision looks back and ahead. The limit keeps the time linear. */
const reach = 120;

const terminator = /\.(?: \.){2,}|[.!?…]+/gu;
const closers = /(?:["'“”’»›)\]]|\[\d{1,3}\])*/uy;
const lastWord = /[^\s"“”„«»([¿¡—–'‘’]*$/u;
/** Opening marks and brackets, dashes of dialogue, and white space between them. */
const opening = /^["“„‘'«‹([¿¡–—\s-]+/u;

/** The sentences of one block of Spanish. */
export function* splitSpanish(text: string): Generator<string> {
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
  if (/^[,;:%)\]»”]/.test(rest)) return false;
  const bare = rest.replace(opening, '');
  if (/^\p{Ll}/u.test(bare)) return false;
  if (mark !== '.' || /["”’»]/.test(closed)) return true;
  return endsByPoint(word, before, bare);
}

/** "fin.El": a lost space, unless the word is part of an address. */
const isGlued = (word: string, mark: string, after: string): boolean =>
  mark.length === 1 &&
  mark !== '…' &&
  /^(?:\p{Ll}{2,}|\p{Lu}\p{Ll}{2,})$/u.test(word) &&
  /^(?:[¿¡]|\p{Lu}\p{Ll})/u.test(after);

function endsByPoint(word: string, before: string, rest: string): boolean {
  const lower = word.toLowerCase();
  const first = /^[\p{L}-]+/u.exec(rest)?.[0] ?? '';
  const opens = openers.has(first) && !/^\p{Lu}\./u.test(rest);
  // "a las 8 p. m.", "a las 8 p.m."
  if (/\d\s?[ap]\.\s?m$/iu.test(before)) return true;
  // "EE. UU.", "FF. AA.": the second half of a doubled abbreviation.
  if (/^(\p{Lu})\1$/u.test(word)) return opens && !/^(\p{Lu})\1\./u.test(rest);
  if (leading.has(lower)) return either.test(lower) && opens;
  // Initials, numerals, "S.A.", "EE.UU."
  if (/^[IVX]{1,5}$|^(?:\p{L}{1,2}[.-]+)*\p{L}{1,2}$/u.test(word) && /^\p{L}$|^[IVX]+$|[.-]/u.test(word)) return opens;
  return !doubtful.has(lower) || opens;
}
