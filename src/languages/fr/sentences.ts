import { isInitials, type SentenceEnds, splitSentences } from '../sentenceEnds.ts';
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

const ends: SentenceEnds = {
  // A pointed mark closes after a blank: "Il est parti. »"
  closers: /(?:\s?»|["'“”’›)\]]|\[\d{1,3}\])*/uy,
  lastWord: /(?<![^\s"“”„«»([—–'’])[^\s"“”„«»([—–'’]*$/u,
  opening: /^["“„‘'«‹([–—\s-]+/u,
  goesOn: /^[,;:%)\]»]/,
  closing: /["“”’»]/,
  unspaced: /^\p{Lu}['’\p{Ll}]/u,
  endsByPeriod,
};

/** The sentences of one block of French. */
export const splitFrench = (text: string): Generator<string> => splitSentences(text, ends);

function endsByPeriod(word: string, rest: string): boolean {
  const lower = word.toLowerCase();
  const first = /^[\p{L}-]+['’]?/u.exec(rest)?.[0].replace('’', "'") ?? '';
  const opens = (openers.has(first) || openers.has(first.replace("'", ''))) && !/^\p{Lu}\./u.test(rest);
  // "le bus no. 5", but "il a dit non. Le"; "p. 12", "art. 49".
  if (leading.has(lower))
    return /^(?:p|pp|n|no|nos|art|al|ch|fig|vol|chap|min|hab|ex|al|pl|mes|me|col)$/.test(lower) && opens;
  // Initials, numerals, "U.S.A.", "J.-C."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}
