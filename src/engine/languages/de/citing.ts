import type { Citing } from '../language.ts';

/** Words for what outlets publish, alone or at the end of a longer word ("Sommerinterview"). */
const works =
  '\\p{L}*(?:[Bb]ericht(?:e[ns]?|s)?|[Rr]echerchen?|[Ii]nformationen|[Mm]eldung(?:en)?|[Aa]rtikel|[Rr]eportage|[Ii]nterview|[Gg]espräch|[Aa]uswertung|[Aa]nalyse|[Uu]mfrage|[Pp]odcast|[Gg]astbeitrag)';
const speech =
  '(?:sag(?:t|te|ten)|erklär(?:t|te|ten)|teilten?|bestätig(?:t|te|ten|en)|verr(?:ät|iet)|bericht(?:et|ete|eten|en)|erzähl(?:t|te|ten)|beton(?:t|te)|kritisier(?:t|te)|forder(?:t|te)|warn(?:t|te)|äu(?:ß|ss)er(?:t|te)|schreib(?:t|en)|schrieb|schätzt|spr(?:icht|ach|achen)|kommentier(?:t|te)|so)';
const verbs =
  '(?:bericht(?:et|ete|eten|en)|meld(?:et|ete|eten|en)|schreib(?:t|en)|schrieb(?:en)?|zitier(?:t|te|en)|enthüll(?:t|te|en))';
const has = '(?:hatten?|habe|haben|hat)';
const said = '(?:gesagt|erklärt|bestätigt|verraten|mitgeteilt|erzählt|gesprochen)(?!\\p{L})';
const gap = '(?: [^.;:!?„“»«"]{1,120})?';
/** Words before an outlet that only employs somebody: "sagte ein Sprecher der ARD". */
const staff =
  '(?<!(?:[Ss]precher|[Ss]precherin|[Cc]hef|[Cc]hefin|[Ii]ntendant|[Ii]ntendantin|[Dd]irektor|[Dd]irektorin|[Vv]orsitzende))';

export const citing: Citing = {
  articles: 'der|die|das|dem|den|des|Der|Die|Das',
  kinds:
    '[\\p{L}-]{0,40}(?:[Zz]eitung(?:en)?|[Nn]achrichtenagentur|[Ss]taatsagentur|[Aa]gentur|[Mm]agazins?|[Ss]enders?|[Pp]ortals?|[Bb]latt(?:s|es)?|[Bb]lätter[ns]?|[Nn]achrichtendienst|[Rr]undfunk|[Pp]odcast|[Ss]endung)',
  patterns: [
    '(?:[Ll]aut|[Gg]emäss|[Gg]emäß|[Gg]egenüber|[Uu]nter Berufung auf) §',
    '[Nn]ach Angaben (?=[^,.]{0,60}[Aa]gentur)§',
    `${works}(?: (?:von|vom|in|im|mit|bei))? §`,
    `(?:[Ww]ie|,|[Zz]uerst|[Dd]as|[Dd]arüber) ${verbs}(?: zuerst| zuvor)? §`,
    `(?:[Zz]uerst|[Zz]uvor|[Dd]arüber|[Zz]unächst) ${has}(?: zuerst| zuvor)? §`,
    '(?:[Mm]it (?:Material|Informationen)(?: von)?|[Qq]uelle:) §',
    'veröffentlicht(?:e|en) §',
    `${speech}${gap} (?:zu|gegenüber|im|in|bei|beim|mit) §`,
    `${speech}${gap}${staff} (?=(?:der|dem|den) )§`,
    `${speech} §-\\p{L}*(?:[Kk]orrespondent|[Rr]eporter|[Rr]eda[ck]t)`,
    `${has}${gap} (?:im|in|der|dem|mit|gegenüber) §${gap} ${said}`,
    `§ (?:${has} )?(?:zuerst |zunächst |als (?:erste|erster|erstes) )?(?:darüber )?${verbs}`,
    `§ ${has}${gap} (?:berichtet|gemeldet|geschrieben|erfahren|enthüllt)(?!\\p{L})`,
    '§ (?:zufolge|vorlieg(?:t|en))(?!\\p{L})',
    `(?:der|dem|den) (?<=\\p{Ll} (?:der|dem|den) )§ (?:gegenüber|${said})(?!\\p{L})`,
    `§-${works}(?!\\p{L})`,
  ],
  agencyPatterns: ['§ (?:sagt|sagte)(?!\\p{L})'],
};
