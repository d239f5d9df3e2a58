import type { Citing, Language } from '../language.ts';
import { isInitials, type SentenceEnds, setsOf, splitBlock } from '../sentenceEnds.ts';
import { figuresBy } from '../statedFigure.ts';
import { either } from '../words.ts';
import furniture from './furniture.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import sentenceWords from './sentences.json' with { type: 'json' };
import stopWords from './stopWords.json' with { type: 'json' };

/** Endings, cut one after another if enough letters stay: [ending, replacement, letters that must stay]. */
const endings: readonly (readonly [ending: RegExp, instead: string, min: number])[] = [
  [/(?<=e)aux$/, 'au', 2],
  [/aux$/, 'al', 3],
  [/[sx]$/, '', 3],
  [/ail$/, 'al', 3],
  [/ee$/, 'e', 2],
  [/(?:aient|erent|erait|eront)$/, '', 4],
  [/ement$/, '', 5],
  [/ive$/, 'if', 3],
  [/(?:trice|teuse|teur|tion)$/, 't', 3],
  [/(?:euse|eur)$/, 'eu', 3],
  [/sion$/, 's', 4],
  [/(?:ait|ant|ent|era)$/, '', 4],
  [/ere$/, 'er', 3],
  [/e$/, '', 3],
  [/er$/, '', 4],
];

/**
 * Folds accents and cuts endings of plural, feminine and verb: "nationales" and "national", "élection" and "électeurs",
 * "demandaient" and "demande" each have one stem. Good enough for matching.
 */
function stem(lower: string): string {
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  let word = plain;
  for (const [ending, instead, min] of endings) {
    const cut = word.replace(ending, '');
    if (cut !== word && cut.length >= min) word = cut + instead;
  }
  return word.length > 4 ? word.replace(/([bcdflmnprt])\1$/, '$1') : word;
}

/** Spellings of a word with and without œ and æ. */
const frenchSpellings = (word: string): string[] => [
  word.replaceAll('oe', 'œ').replaceAll('ae', 'æ'),
  word.replaceAll('œ', 'oe').replaceAll('æ', 'ae'),
];

/** Words for what outlets publish: "dans un entretien au §", "selon une enquête de §". */
const works =
  '(?:[Ee]ntretien|[Ii]nterview|[Ee]nquête|[Aa]rticle|[Rr]eportage|[Tt]ribune|[Ii]nformations|[Rr]évélations)(?: [\\p{L}-]+){0,2}';
const verbs =
  '(?:rapport(?:e|ent|ait)|révèl(?:e|ent)|révélait|indiqu(?:e|ent|ait)|annonc(?:e|ent)|écri(?:t|vent|vait)|affirm(?:e|ent)|cit(?:e|ent)|précis(?:e|ent)|croit savoir)';
const told =
  '(?:déclaré|affirmé|indiqué|confié|assuré|expliqué|dit|précisé|raconté|confirmé|déploré|témoigné|annoncé|estimé|déclare|confie|explique|raconte|assure|indique|confirme)';

const citing: Citing = {
  articles: "le|la|les|l['’]|Le|La|Les|L['’]|au|aux|du|des",
  kinds:
    "(?:[Aa]gence(?: de presse)?|[Qq]uotidien|[Jj]ournal|[Hh]ebdomadaire|[Mm]agazine|[Cc]haîne|[Rr]adio|[Ss]ite|[Mm]édia)s?(?: d[’']information)?(?: \\p{Ll}+)?",
  patterns: [
    "(?:[Ss]elon|[Dd][’']après|[Cc]itant|[Cc]ité(?:e|s|es)? par) §",
    '(?:relayé|révélé|rapporté|publié|obtenu|consulté|[Ii]nterrogé|interviewé|cité)(?:e|s|es)? par §',
    `${told} (?:[^.;:«»]{1,80} )?(?:à|au|auprès de|sur|dans) §`,
    `(?<=,) (?:a |ont )?(?:${verbs}|rapporté|révélé|indiqué|annoncé|appris) §`,
    `${works} (?:de|d[’']|à|au|avec|dans|accordée? à)? ?§`,
    `§ (?:a |ont )?(?:${verbs}|rapporté|révélé|appris)(?!\\p{L})`,
  ],
  agencyPatterns: ['§ (?:a |ont )?(?:dit|fait état)(?!\\p{L})'],
};

const figures = figuresBy({
  small: 'deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
  /** 12 000 may have a space of any width. Belgians write 12.000, the Swiss 12’000. */
  digits: `\\d{1,3}(?:[\\s.'’]\\d{3}){1,3}(?!\\d)|\\d{1,7}`,
  separators: /[\s.'’]/g,
  exact: 'au moins|tous les|seulement|au total',
  vague: "plus de|plus d['’]|près de|environ|quelque|jusqu['’]à|presque|une? bonne?|autour de",
  people:
    '(?:personnes|gens|migrants|passagers|enfants|civils|ouvriers|soldats|hommes|femmes|pompiers|policiers|habitants|marins)',
  fates: [
    [
      'killed',
      'morts',
      'morts|mortes|tués|tuées|victimes|décès',
      'tuée?s?|mortes?|morts|décédée?s?|ont perdu la vie|sont mort(?:e?s)|ont péri|trouvé la mort',
    ],
    ['injured', 'blessés', 'blessés|blessées', 'blessée?s'],
    ['missing', 'disparus', 'disparus|disparues', 'disparue?s|portées? disparues?'],
  ],
  tolls: (count, counted) => [
    `(?:bilan|nombre de (?:${counted}))\\s(?:[^.;:!?]{0,70}?\\s)?(?:à|atteint|dépasse)\\s${count}(?=\\s(?:${counted})|[.,;]|$)`,
  ],
  told: /mort|tué|victime|décè|décéd|péri|perdu la vie|bless|dispar/u,
  ofWar:
    /(?<!\p{L})(?:guerres?|drones?|frappes?|missiles?|roquettes?|bombard\p{L}*|armée|soldats?|troupes|front|offensive|combats|cessez-le-feu|Hamas|Gaza)(?!\p{L})/u,
  otherwise:
    /(?<!\p{L})(?:autres|supplémentaires|de plus|craint|craignent|redout\p{L}*|pourrai(?:t|ent)|aurai(?:t|ent)|serai(?:t|ent)|aucune?|sans|l['’]an (?:dernier|passé)|l['’]année (?:dernière|passée)|depuis|par an|par jour|en \d{4}|il y a|ces derniers|chaque année)(?!\p{L})/u,
});

const { leading, doubtful, openers } = setsOf(sentenceWords);

const ends: SentenceEnds = {
  // A closing guillemet follows a space: "Il est parti. »"
  closers: /(?:\s?»|["'“”’›)\]]|\[\d{1,3}\])*/uy,
  lastWord: /(?<![^\s"“”„«»([—–'’])[^\s"“”„«»([—–'’]*$/u,
  opening: /^["“„‘'«‹([–—\s-]+/u,
  goesOn: /^[,;:%)\]»]/,
  closing: /["“”’»]/,
  unspaced: /^\p{Lu}['’\p{Ll}]/u,
  endsByPeriod,
};

function endsByPeriod(word: string, rest: string): boolean {
  const lower = word.toLowerCase();
  const first = /^[\p{L}-]+['’]?/u.exec(rest)?.[0].replace('’', "'") ?? '';
  const opens = (openers.has(first) || openers.has(first.replace("'", ''))) && !/^\p{Lu}\./u.test(rest);
  // These end a sentence only before an opener: "en bas de la p. Le", but not "p. 12" or "art. 49".
  if (leading.has(lower))
    return /^(?:p|pp|n|no|nos|art|al|ch|fig|vol|chap|min|hab|ex|al|pl|mes|me|col)$/.test(lower) && opens;
  // Initials, numerals, "U.S.A.", "J.-C."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}

export const french: Language = {
  code: 'fr',
  stopWords: new Set(stopWords),
  stem,
  spellings: frenchSpellings,
  numerals: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
  splitSentences: (text) => splitBlock(text, ends),
  capitalisesNouns: false,
  leaning: {
    openers: [
      // "Il y a", "Il faut" and "Ce lundi" need no earlier sentence.
      "Il(?! (?:y a|n[’']y a|faut|faudra|faudrait|fallait|reste|est (?:interdit|possible|temps)))",
      'Ce(?:t|tte|s)?(?! (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|midi|week-end|mois|jour|semaine|nuit|année|été|hiver|automne|printemps|après-midi|jours-ci|dernières|derniers))',
      either(`
        Ils Elles? Lui Eux Celui(?:-ci|-là)? Celles?(?:-ci|-là)? Ceux(?:-ci|-là)? Cela Ça C['’]\\p{L}+ Son Sa Ses Leurs? Mais Or
        Et Ou Donc Car Puis Ensuite Alors Ainsi Aussi Cependant Toutefois Pourtant Néanmoins Enfin Certes Également
        Dès\\slors En\\srevanche En\\seffet En\\soutre En\\sparallèle Par\\sailleurs Par\\sconséquent De\\splus
        De\\smême De\\sson\\scôté D['’]ailleurs D['’]où Du\\scoup Au\\scontraire À\\sl['’]inverse Autre Là Y Tous\\sdeux
        Toutes\\sdeux Les\\sdeux Tel Telle Tels Telles Résultat Une\\stelle Un\\stel Non Oui Sinon Voilà
      `),
    ].join('|'),
    pronouns: 'ils?|elles?',
  },
  lead: {
    months: 'janv|févr|fév|mars|avr|mai|juin|juil|août|sept|oct|nov|déc',
    personal: 'je|j|nous|notre|nos|mon|ma|mes|vous|votre|vos',
    calls:
      '(?:photos?|images?|vidéos?|source|crédits?|légende)\\s?[:|]|(?:à )?lire (?:aussi|également)|à (?:lire|voir|écouter)|' +
      'abonnez-vous|cliquez|retrouvez|suivez|écoutez|regardez|découvrez|inscrivez-vous|téléchargez|partagez|' +
      'en savoir plus|voir aussi|lisez|rejoignez',
    boilerplate: "^(?:\\()?avec (?:l[’']?)?(?:afp|reuters|ap|agences?)(?:[^\\p{L}]|$)|^propos recueillis par",
  },
  teasing: [
    "ce (?:qu[’']il faut|que l[’']on|qu[’']on|que nous) (?:savoir|sait|savons|retenir)|on vous explique|ce qui (?:change|vous attend)",
    '^(?:\\d+|trois|cinq|dix) (?:\\p{L}+ )?(?:choses|questions|raisons|chiffres|moments)(?!\\p{L})',
    "^(?:en )?direct(?!\\p{L})|[-–|:]\\s*(?:en )?direct(?!\\p{L})|^podcast|^portfolio|(?<!\\p{L})vidéos?(?!\\p{L})|en images|l[’']essentiel",
  ],
  asides:
    /^(?:tribune|édito(?:rial)?|chronique|podcast|vidéo|reportage|portrait|entretien|interview|critique|quiz|horoscope|(?:en )?direct|live|récit|décryptage|analyse|billet|opinion|test|bons? plans?|enquête|grand format)s?\s?[.:|»–-]/iu,
  furniture,
  figures,
  citing,
  labels: {
    withdrawn: 'article retiré|retiré|rétractation',
    correction: 'rectificatif|correction|corrigé|erratum|errata|précision|mise au point',
    corrected:
      "(?:une|la|notre) (?:précédente|première) version de (?:cet article|l[’']article|ce texte)|" +
      "une version (?:précédente|antérieure|initiale) de (?:cet article|l[’']article|ce texte)|" +
      "(?:cet article|l[’']article|ce texte) a été (?:[^.]{0,40} )?(?:corrigé|rectifié)",
    revised: "(?:cet article|l[’']article|ce texte) a été (?:[^.]{0,40} )?(?:mis à jour|actualisé|modifié|complété)",
    kickers: 'flash|dernière minute|mise à jour|exclusif|vidéo',
    live: '(?:en )?direct',
  },
  suicide:
    /(?<![\p{L}-])(?:(?:tentatives? de|mort par|laisse penser à un|probable|piste du) suicide|suicide (?:de|d['’]une?)|se suicident?|s['’]est suicidée?|s['’]est donné la mort|se donne(?:nt|r)? la mort|m(?:is|et|ettre|ettent) fin à ses jours|automutil\p{L}*)(?![\p{L}-])/iu,
  schedule: {
    days: [
      ['lun', 'lundi'],
      ['mar', 'mardi'],
      ['mer', 'mercredi'],
      ['jeu', 'jeudi'],
      ['ven', 'vendredi'],
      ['sam', 'samedi'],
      ['dim', 'dimanche'],
    ],
    everyDay: ['jour', 'jours', 'quotidien', 'quotidiennement'],
    weekdays: ['semaine', 'jours ouvrés', 'jours ouvrables'],
    weekend: ['week-end', 'week-ends'],
    weekly: ['hebdomadaire', 'toutes les semaines', 'chaque semaine', 'une fois par semaine'],
    every: 'tous les|chaque|les?|en',
    from: 'de|du|entre',
    until: "à|au|jusqu['’](?:à|au)",
    and: 'et',
    beforeHours: 'à',
    afterHours: 'h|heures?',
  },
  writtenDate: (formatted) =>
    formatted
      .replace(/(?<!\d)1(?= \p{Ll})/u, '1er')
      .replace(/0?(\d{1,2}):(\d\d)/, '$1 h $2')
      .replace(/h 00$/, 'h'),
  all: 'toutes',
  places,
  // Canadian French: heure normale and heure avancée.
  clocks: { hne: 'est', hae: 'edt', hnc: 'cst', hac: 'cdt', hnr: 'mst', har: 'mdt', hnp: 'pst', hap: 'pdt' },
  zoneWords: /^(?:heure|fuseau(?: horaire)?) (?:de |du |d )?/,
};
