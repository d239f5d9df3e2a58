import type { Denying } from '../language.ts';

const matters =
  'Behauptung(?:en)?|Vorw(?:urf|ürfe)|Bericht(?:e|en)?|Darstellung(?:en)?|Gerüchte?n?|Anschuldigung(?:en)?';

export const denying: Denying = {
  words: [
    /\b(?:bestreite(?:t|n)|bestritt(?:en)?|dementier(?:t|te|ten|en))\b/u,
    new RegExp(`\\b(?:weist|weisen|wies|wiesen)(?=[^.;]{0,80}\\b(?:${matters})\\b[^.;]{0,80}\\bzurück\\b)`, 'u'),
    new RegExp(`\\b(?:${matters})(?=[^.;]{0,80}(?:\\bfalsch|haltlos|unwahr|frei erfunden|unbegründet))`, 'u'),
  ],
  none: /\b(?:zunächst|anfangs|ursprünglich|nicht bestr|nicht dement|räumt|eingeräumt|zugegeben|gestand)/iu,
  pronounBefore: /(?:^|[,;“"]\s?)(?:(?:aber|und)\s)?(?:er|sie|es|wir|ich)\s(?:\p{L}+\s){0,2}$/iu,
  passiveBefore: /\b(?:wird|wurde|wurden)\s$/u,
  opener: /^(?:Der|Die|Das|Eine?|Doch|Aber|In)$/u,
  clauseEdge: /[,;:“”"]\s|\s(?:aber|und)\s/u,
  endOfMatter: /,\s(?:sagte|so)\b|[;“”"]|,?\s(?:aber|und|nachdem)\s(?=\p{Ll}+(?:te|ten|t)\b)/u,
  alleging: /\b(?:behaupte|vorwurf|vorwürf|wirft|warf|berichte|sagte|laut|zufolge|schrieb|soll(?:en)?\b)/iu,
  saying: /^(.*?)\b(?:sagte|erklärte)\b/u,
  accusing: /\b(?:beschuldig|vorgeworfen)/iu,
  dispute: 'Behauptung Vorwurf Vorwürfe Bericht Darstellung falsch bestritt bestreitet zurück wies sagte',
};
