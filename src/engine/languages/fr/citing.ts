import type { Citing } from '../language.ts';

/** Words for what outlets publish: "dans un entretien au §", "selon une enquête de §". */
const works =
  '(?:[Ee]ntretien|[Ii]nterview|[Ee]nquête|[Aa]rticle|[Rr]eportage|[Tt]ribune|[Ii]nformations|[Rr]évélations)(?: [\\p{L}-]+){0,2}';
const verbs =
  '(?:rapport(?:e|ent|ait)|révèl(?:e|ent)|révélait|indiqu(?:e|ent|ait)|annonc(?:e|ent)|écri(?:t|vent|vait)|affirm(?:e|ent)|cit(?:e|ent)|précis(?:e|ent)|croit savoir)';
const told =
  '(?:déclaré|affirmé|indiqué|confié|assuré|expliqué|dit|précisé|raconté|confirmé|déploré|témoigné|annoncé|estimé|déclare|confie|explique|raconte|assure|indique|confirme)';

export const citing: Citing = {
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
