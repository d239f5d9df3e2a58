import { list } from '../words.ts';

/** Abbreviations before a name, number or noun, in lower case without their period, which never ends a sentence. */
const leading = list(`
  m mm mr mme mmes mlle mlles mgr dr drs pr prs me mes st ste av bd bld blvd boul pl rte ch no nos n art al cf env tél
  tel fig vol chap éd coll réf vs resp dép cap capt cdt cne col gal gén lt sgt adj amb hon rév ex p pp apr hab min
`);

/** Abbreviations that end a sentence only if one of the openers follows. */
const doubtful = list(`
  etc cie inc ltée corp jr sr janv févr fév avr juil juill sept oct nov déc lun mar mer jeu ven sam dim max std
`);

/** Words that open sentences and rarely begin a name; elided ones have their apostrophe. */
const openers = list(`
  L' D' C' J' N' S' Qu' Jusqu' Lorsqu' Puisqu' Aujourd'
  À Après Ainsi Alors Au Aucun Aucune Aussi Autre Autres Aux Avant Avec Beaucoup Bien Car Ce Ceci Cela Celle Celles
  Celui Cependant Certains Certaines Ces Cet Cette Ceux Chaque Chez Cinq Comme Comment Contre Dans De Déjà Depuis Des
  Dès Désormais Deux Devant Dix Donc Du Durant Elle Elles En Encore Enfin Ensuite Entre Et Eux Face Faute Grâce Hier Huit
  Ici Il Ils Je Jamais La Là Le Les Leur Leurs Lors Lorsque Lui Mais Malgré Même Mon Ma Mes Ne Néanmoins Neuf Ni Non Nos
  Notre Nous On Onze Or Ou Où Par Parce Parmi Pas Pendant Personne Peu Peut-être Plus Plusieurs Plutôt Pour Pourquoi
  Pourtant Près Puis Quand Quant Quatre Que Quel Quelle Quelque Quelques Qui Quoi Rien Sa Sans Sauf Selon Sept Ses Seul
  Seule Si Six Son Sous Souvent Suite Sur Surtout Tandis Tant Tous Tout Toute Toutefois Toutes Très Trois Trop Tu Un Une
  Vers Voici Voilà Vos Votre Vous Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche
`);

/** How many characters a decision looks back and ahead. The limit keeps the time linear. */
const reach = 120;

const terminator = /\.(?: \.){2,}|[.!?…]+/gu;
/** A pointed mark closes after a blank: "Il est parti. »" */
const closers = /(?:\s?»|["'“”’›)\]]|\[\d{1,3}\])*/uy;
const lastWord = /[^\s"“”„«»([—–'’]*$/u;
/** Opening quotation marks and brackets, dashes, and white space between them. */
const opening = /^["“„‘'«‹([–—\s-]+/u;

/** The sentences of one block of French. */
export function* splitFrench(text: string): Generator<string> {
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
  if (/^[,;:%)\]»]/.test(rest)) return false;
  const bare = rest.replace(opening, '');
  if (/^\p{Ll}/u.test(bare)) return false;
  if (mark !== '.' || /["“”’»]/.test(closed)) return true;
  return endsByPoint(word, bare);
}

/** "fin.Le": a lost space, unless the word is part of an address. */
const isGlued = (word: string, mark: string, after: string): boolean =>
  mark.length === 1 &&
  mark !== '…' &&
  /^(?:\p{Ll}{2,}|\p{Lu}\p{Ll}{2,})$/u.test(word) &&
  /^\p{Lu}['’\p{Ll}]/u.test(after);

function endsByPoint(word: string, rest: string): boolean {
  const lower = word.toLowerCase();
  const first = /^[\p{L}-]+['’]?/u.exec(rest)?.[0].replace('’', "'") ?? '';
  const opens = (openers.has(first) || openers.has(first.replace("'", ''))) && !/^\p{Lu}\./u.test(rest);
  // "le bus no. 5", but "il a dit non. Le"; "p. 12", "art. 49".
  if (leading.has(lower))
    return /^(?:p|pp|n|no|nos|art|al|ch|fig|vol|chap|min|hab|ex|al|pl|mes|me|col)$/.test(lower) && opens;
  // Initials, numerals, "U.S.A.", "J.-C."
  if (/^[IVX]{1,5}$|^(?:\p{L}{1,2}[.-]+)*\p{L}{1,2}$/u.test(word) && /^\p{L}$|^[IVX]+$|[.-]/u.test(word)) return opens;
  return !doubtful.has(lower) || opens;
}
