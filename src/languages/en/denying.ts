import type { Denying } from '../language.ts';

const matters =
  'claims?|allegations?|accusations?|reports?|suggestions?|rumou?rs?|assertions?|charges?|stor(?:y|ies)|account';
const untrue = 'false|untrue|not true|baseless|unfounded|wrong|nonsense|fabricated|fake|incorrect|misleading|made up';

export const denying: Denying = {
  words: [
    /\b(?:denied|denies|denying)(?= (?:that|any|having|being|it|all|the|an?|his|her|their|its|\p{Ll}+ing)\b)/u,
    new RegExp(`\\b(?:reject|dismiss|disput|refut)(?:ed|es|s)(?=[^.;]{0,60}\\b(?:${matters})\\b)`, 'u'),
    new RegExp(`\\b(?:${matters})(?=[^.;]{0,60}\\b(?:is|was|are|were|as)\\s(?:\\p{L}+ly\\s)?(?:${untrue})\\b)`, 'u'),
    /\bthere (?:is|was) no truth (?:in|to)\b/u,
  ],
  // Also "rejected the bill".
  refused: /^\s+(?:\p{L}+\s){0,2}?(?:bail|entry|access|parole|permission|visas?|asylum|requests?|appeals?|comment)\b/u,
  none: new RegExp(
    "\\b(?:neither|nor|not|cannot|without|refus(?:ed|es) to|n[’']t)\\s(?:\\p{L}+\\sor\\s)?den(?:y|ied|ying)\\b|" +
      '\\b(?:initially|originally|at first|previously|no longer)|' +
      '\\b(?:it|he|she|they|but|and|then|later|since|after|having)\\b.{0,80}\\b(?:acknowledg|admit|backtrack|conced|' +
      'confess|confirm|withdr[ae]w)',
    'iu',
  ),
  pronounBefore: /(?:^|[,;“"]\s?)(?:(?:but|and|yet)\s)?(?:he|she|they|it|we|I)\s(?:\p{L}+\s){0,2}$/iu,
  passiveBefore: /\b(?:is|was|were|are|been|being|be)\s(?:\p{L}+ly\s)?$/u,
  opener: /^(?:The|An?|His|Her|Its|Their|But|And|Yet|On|In|\p{Lu}\p{Ll}+day)$/u,
  clauseEdge: /[,;:“”"]\s|\s(?:but|and|while|which|who)\s/u,
  endOfMatter: /,\s(?:said|says|according to)\b|[;“”"]|,?\s(?:and|but|while|as|after)\s(?=\p{Ll}+(?:ed|s)\b)/u,
  alleging: /\b(?:accus|alleg|claim|report|said|says|told|wrote|according to|insist|assert|argu|rumou?r|suspect)/iu,
  saying: /^(.*?)\b(?:said|says|told|insists?|insisted|claims|claimed|argues|argued|wrote|vowed)\b/u,
  accusing: /\b(?:accus|alleg|suspect)/iu,
  dispute: `claim claims alleged allegation accusation report reports rumour suggestion assertion story account false
    untrue true baseless wrong denied denies rejected dismissed disputed said say told strongly firmly flatly`,
};
