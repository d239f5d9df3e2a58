import { either } from '../words.ts';
import { speechParticiple, speechVerb } from './speechVerbs.ts';

/** Without "lo", "la", "le" and "se", which may repeat a noun of the same sentence or be articles. */
const pronoun =
  /(?<![\p{L}-])(?:él|ellas?|ellos|éstas?|éste|éstos|est[ea] últim[oa]|est[oa]s últim[oa]s)(?![\p{L}-])/iu;

const determiner = either(`
  el la los las un una unos unas est[ea] est[oa]s es[ea] es[oa]s su sus nuestr[oa]s? dos tres cuatro cinco varios varias
  algun[oa]s much[oa]s
`);
const preposition = either(`
  a al ante antes bajo con contra de del desde después durante en entre hacia hasta para por según sin sobre tras
`);
/** Phrases of time, place and the like: a pronoun rarely refers to a noun in them, unless it is a full name. */
const prepositional = new RegExp(
  `(?<![\\p{L}-])(?:${preposition})\\s(?:(?:${determiner})\\s)?[\\p{L}\\d][\\p{L}\\d’'-]*(?!\\s\\p{Lu})`,
  'gu',
);
const noun = new RegExp(`(?<![\\p{L}-])(?:${determiner}|\\d+)\\s\\p{Ll}{3,}`, 'iu');

/** Adverbs, conjunctions and days that open a sentence. Any other capitalised word there is a name or an article. */
const adverbs = either(`
  ahora anteriormente antes apenas asimismo así aún ayer casi después entonces finalmente hoy incluso
  inicialmente luego más nunca pero posteriormente primero recientemente siempre solo sólo también tampoco
  todavía y ya
`);
const day = 'lunes|martes|miércoles|jueves|viernes|sábado|domingo';
const lead = `(?:${preposition}|${adverbs}|este (?:${day})|el (?:pasado )?(?:${day})|\\p{Ll}+[ai]d[oa]s? (?:${preposition}))(?![\\p{L}-])`;
/** A part of a sentence, up to its comma, that holds no subject: "Ayer", "En Lima", "Preguntado por la prensa". */
const adverbial = new RegExp(`^\\P{L}*${lead}`, 'iu');
const opener = new RegExp(`^\\P{L}*(?:${adverbs}|${preposition})(?![\\p{L}-])`, 'iu');
const subordinate =
  /^\P{L}*(?:Si|Cuando|Aunque|Mientras|Como|Dado que|Puesto que|Ya que|(?:Antes|Después) de que|Desde que)(?!\p{L})/u;

const spoken = `(?:(?:ha|han|había)\\s(?:${speechParticiple})|${speechVerb})(?!\\p{L})`;
const someone = '(?:el|la|los|las|un|una|uno|su|sus|\\p{Lu}\\p{L}+)(?!\\p{L})';
/** What stands between a verb and its subject: "dijo a Efe la alcaldesa", "murió ayer en Lima el poeta". */
const aside = `(?:\\s(?:ayer|hoy|este (?:${day})|(?:a|ante|en) (?:el |la |los |las )?\\p{L}+)){0,2},?`;
/** "“…”, añadió en una entrevista." */
const unnamedBehind = new RegExp(`^\\P{L}*(?:Q\\d+\\P{L}*)?${spoken}(?!${aside}\\s${someone})`, 'u');

const start = `^\\P{L}*(?:${lead}[^,“”]{0,80},\\s)?`;
/** Verbs whose subject often follows them: "Murió el poeta", "Comenzó ayer en Lima la cumbre". */
const presenting = `(?:${either(`
  muri(?:ó|eron) falleci(?:ó|eron) comenzó comenzaron empezó empezaron lleg(?:ó|aron) cay(?:ó|eron) explotó ocurrió
  sucedió qued(?:ó|aron) apareci(?:ó|eron) terminó acabó finalizó arrancó cerr(?:ó|aron) falt(?:ó|aron) existió bastó
  (?:ha|han)\\s(?:muerto|fallecido|comenzado|empezado|llegado|caído|terminado) (?:ha|han|fue|fueron)\\s(?:sido\\s)?\\p{Ll}+[ai]d[oa]s?
`)})(?!\\p{L})`;
const presented = `(?!el (?:${day}))(?:${someone}|unos|unas|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|varios|varias|\\d)`;
const impersonal = `(?:es|era|fue|será|está|estaba)\\s(?:imposible|posible|necesario|urgente|obligatorio|probable|difícil|importante|hora|prohibido|previsto|permitido)`;
/** "Lo anunció el lunes", but "Lo que ocurrió". */
const clitic = '(?:lo(?!\\sque)|les?|se\\s(?:trata|trataba|lo|la|le)|nos)(?!\\p{L})';
/** Other finite verbs that open a sentence: "Ganó el partido", "Es la tercera vez". */
const finite = `(?:\\p{Ll}{2,}(?:ó|aron|ieron)|${either(`
  es era fue fueron será serán son eran está están estaba estaban tiene tienen tenía tuvo hizo puso quiso vino dio lleva
  llevaba ha han había
`)})(?!\\p{L})`;
/** "Dijo que …", "Ayer, ganó el partido", "Fue detenido en Lima": the subject was named before. */
const unnamedAhead = new RegExp(
  `${start}(?!${presenting}${aside}\\s${presented}|${impersonal}(?!\\p{L})|había\\s(?:un|una|unos|unas|\\d|much|poc))(?:${spoken}|${finite}|${clitic})`,
  'u',
);

/**
 * Whether a Spanish sentence (quotations left out) needs the subject of an earlier one: "él" before every noun that it
 * could mean, or a verb without a subject ("“…”, añadió", "Nació en Lima"). If the pronoun is in a leading subordinate
 * clause, a noun of the main clause counts as well.
 */
export function pointsBack(outside: string): boolean {
  const small = outside.replace(/^\P{L}*\p{Lu}(?=\p{Ll})/u, (opening) => opening.toLowerCase());
  const isQuoted = /^\P{L}*“/u.test(outside);
  if ((isQuoted ? unnamedBehind : unnamedAhead).test(small)) return true;
  const at = pronoun.exec(outside)?.index;
  if (at === undefined) return false;
  const before = outside.slice(0, at);
  const parts = before.split(/[,;:]\s/);
  const last = parts.length - 1;
  const holdsSubject = parts.some((part, n) => (n === last || !adverbial.test(part)) && hasNoun(part, n === 0));
  if (holdsSubject) return false;
  if (!subordinate.test(before)) return true;
  return !/^[^,]{0,150},\s(?:(?:el|la|los|las|un|una)\s\p{Ll}|\p{Lu})/u.test(outside.slice(at));
}

function hasNoun(part: string, opens: boolean): boolean {
  const bare = part.replace(prepositional, ' ');
  if (noun.test(bare)) return true;
  const rest = opens ? bare.replace(opener, ' ') : bare;
  return /(?<![\p{L}-])\p{Lu}\p{L}/u.test(rest);
}
