import type { Denying } from '../language.ts';

const matters = 'accusations?|allégations?|informations?|rumeurs?|affirmations?|reproches?|propos|soupçons?|version';

export const denying: Denying = {
  words: [
    /(?<!\p{L})(?:dément(?:i|e|ent|ait)?|nie(?:nt)?|niait|nié|conteste(?:nt)?|contesté|réfute(?:nt)?|réfuté|récuse(?:nt)?|récusé)(?!\p{L})/u,
    new RegExp(`(?<!\\p{L})(?:rejett?e(?:nt)?|rejeté)(?=[^.;]{0,60}(?<!\\p{L})(?:${matters})(?!\\p{L}))`, 'u'),
    new RegExp(
      `(?<!\\p{L})(?:${matters})(?=[^.;]{0,60}(?<!\\p{L})(?:fausses?|faux|infondée?s?|mensong(?:e|es|ère|ères|er)|sans fondement|inventée?s?)(?!\\p{L}))`,
      'u',
    ),
  ],
  none: /(?<!\p{L})(?:dans un premier temps|d['’]abord|initialement|(?:ne|n['’]a) (?:dément|nie|conteste|pas (?:démenti|nié|contesté))|reconn|avou|admis|admet|sans démentir|ni démenti)/iu,
  pronounBefore: /(?:^|[,;“”«»"]\s?)(?:(?:mais|et)\s)?(?:ils?|elles?|nous|je|j['’]|on)\s?(?:\p{L}+\s){0,2}$/iu,
  passiveBefore: /(?<!\p{L})(?:est|sont|été|était|étaient|sera)\s(?:\p{Ll}+ment\s)?$/u,
  opener: /^(?:Le|La|Les|L|Un|Une|Des|Mais|Et|Selon|Dans|En|À)$/u,
  clauseEdge: /[,;:“”«»"]\s|\s(?:mais|et|tandis que|alors que|qui)\s/u,
  endOfMatter:
    /,\s(?:a|ont|selon|d['’]après|indique|assure|affirme)(?!\p{L})|[;“”«»"]|,?\s(?:et|mais|tandis que|alors que|après)\s/u,
  alleging:
    /(?<!\p{L})(?:accus|affirm|alléga|assur|aurai(?:t|ent)|d['’]après|dénonc|déclar|prétend|rumeur|selon|soupçon|sout(?:ien|enu))/iu,
  saying:
    /^(.*?)(?<!\p{L})(?:(?:a|ont)\s(?:déclaré|dit|affirmé|assuré|soutenu|écrit|expliqué)|affirme|assure|explique)(?!\p{L})/u,
  accusing: /(?<!\p{L})(?:accus|soupçonn|mise? en cause)/iu,
  dispute: `accusation accusations allégation allégations information informations rumeur rumeurs affirmation propos
    version faux fausse infondé démenti dément démentir nie nié conteste contesté réfute réfuté rejette déclaré dit`,
};
