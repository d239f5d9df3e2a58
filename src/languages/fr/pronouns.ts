import { either } from '../words.ts';

/** Not "le", "la" and "les", which are articles as well, nor "se" and "on". */
const pronoun =
  /(?<![\p{L}-])(?:ils?|elles?|lui|eux|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|ces derniers|ces dernières)(?![\p{L}-])|-(?:ils?|elles?)(?!\p{L})/iu;

/** "il" that refers to nobody: "il faut", "il y a", "il est possible de". */
const impersonal = new RegExp(
  `(?<![\\p{L}-])il\\s(?:ne\\s|n['’]|s['’]|en\\s)?(?:${either(`
    y\\s(?:a|ait|avait|aura|aurait|eut) agi(?:t|ssait|ra|rait) s['’]agi faut faudra faudrait fallait semble(?:rait)?
    semblait reste restait convient suffit existe existait manque vaut pleut pleuvait neige(?:ait)? arrive
  `)}|(?:est|était|sera|serait)\\s(?:[\\p{L}-]+\\s){0,3}(?:que|de|à)\\s|(?:est|était|sera|serait)\\s(?:[\\p{L}-]+\\s){0,3}(?:qu|d)['’]|(?:est|était|sera)\\s(?:temps|question|\\d))`,
  'giu',
);

const determiner = either(`les? la une? des ces? cet cette son sa ses leurs? notre nos deux trois plusieurs quelques`);
const preposition = either(`
  à au aux après avant avec chez contre dans de depuis des devant du durant dès en entre face hors lors malgré par parmi
  pendant pour près sans selon sous suite sur vers
`);
/** Phrases of time, place and the like: a pronoun rarely refers to a noun in them, unless it is a full name. */
const prepositional = new RegExp(
  `(?<![\\p{L}-])(?:(?:${preposition})\\s|d['’]|d['’]après\\s)(?:(?:${determiner})\\s|l['’])?[\\p{L}\\d][\\p{L}\\d’'-]*(?!\\s\\p{Lu})`,
  'gu',
);
const noun = new RegExp(`(?<![\\p{L}-])(?:(?:${determiner}|\\d+)\\s\\p{Ll}{3,}|l['’]\\p{L}{3,})`, 'iu');

/** Adverbs, conjunctions and days that open a sentence. Any other capitalised word there is a name or an article. */
const adverbs = either(`
  Ainsi Alors Aujourd['’]hui Auparavant Aussi Cependant Car Certes Demain Déjà Depuis Désormais Donc Enfin Ensuite Et
  Également Hier Ici Initialement Interrogé Jamais Là Longtemps Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Mais
  Maintenant Néanmoins Or Ou Parfois Plus Pourtant Puis Récemment Samedi Souvent Surtout Tard Toujours Toutefois
`);
/** A part of a sentence, up to its comma, that holds no subject: "Hier", "À Lyon", "Interrogé par la presse". */
const adverbial = new RegExp(
  `^\\P{L}*(?:(?:${preposition})\\s|d['’]|(?:${adverbs})(?![\\p{L}-])|[\\p{L}-]+(?:ée?s?|ie?s?|ant)\\s(?:${preposition})\\s)`,
  'iu',
);
const opener = new RegExp(`^\\P{L}*(?:${adverbs}|(?:${preposition}))(?![\\p{L}-])`, 'iu');

const subordinate =
  /^\P{L}*(?:S['’]|Si\s|Même s|(?:Lors|Puis|Bien |Alors |Tandis |Parce |Dès |Après |Avant |Depuis |Tant )qu|Quand\s|Comme\s)/u;

/**
 * Whether "il", "elle" or the like in a French sentence (quotations left out) precedes every noun that it could refer
 * to: "“…”, a-t-il dit", "Hier, elle est partie". If it is in a leading subordinate clause, a noun of the main clause
 * counts as well ("S’il gagne, Brandt …").
 */
export function pointsBack(given: string): boolean {
  const outside = given.replace(impersonal, ' ');
  const at = pronoun.exec(outside)?.index;
  if (at === undefined) return false;
  const before = outside.slice(0, at);
  const parts = before.split(/[,;:]\s/);
  const last = parts.length - 1;
  const holdsSubject = parts.some((part, n) => (n === last || !adverbial.test(part)) && hasNoun(part, n === 0));
  if (holdsSubject) return false;
  if (!subordinate.test(before)) return true;
  return !/^[^,]{0,150},\s(?:(?:le|la|les|un|une|des)\s\p{Ll}|l['’]|\p{Lu})/u.test(outside.slice(at));
}

function hasNoun(part: string, opens: boolean): boolean {
  const bare = part.replace(prepositional, ' ');
  if (noun.test(bare)) return true;
  const rest = opens ? bare.replace(opener, ' ').replace(/^\P{L}*\p{Lu}['’]/u, ' ') : bare;
  return /(?<![\p{L}-])\p{Lu}\p{L}/u.test(rest);
}
