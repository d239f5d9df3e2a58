import type { Citing } from '../language.ts';

/** Words for what outlets publish: "en una entrevista con §", "según una investigación de §". */
const works =
  '(?:[Ee]ntrevista|[Ii]nvestigación|[Aa]rtículo|[Rr]eportaje|[Tt]ribuna|[Ii]nformación|[Ii]nformaciones|[Rr]evelaciones|[Ee]xclusiva)(?: [\\p{L}-]+){0,2}';
const verbs =
  '(?:inform(?:a|an|ó|aron)|revel(?:a|an|ó|aron)|adelant(?:a|an|ó|aron)|avanz(?:a|an|ó|aron)|public(?:a|an|ó|aron)|report(?:a|an|ó|aron)|asegur(?:a|an|ó|aron)|cuenta|contó|cit(?:a|an|ó)|recoge|recogió|señal(?:a|an|ó)|indic(?:a|an|ó)|apunt(?:a|an|ó))';
const told =
  '(?:declar(?:ó|ado|aron)|dijo|dijeron|dicho|dice|afirm(?:ó|ado|a)|asegur(?:ó|ado|a)|explic(?:ó|ado|a)|cont(?:ó|ado)|cuenta|confirm(?:ó|ado|aron)|relat(?:ó|ado)|coment(?:ó|ado)|señal(?:ó|ado)|indic(?:ó|ado|aron)|manifest(?:ó|ado)|reconoc(?:ió|ido)|detall(?:ó|ado)|precis(?:ó|ado))';

export const citing: Citing = {
  articles: 'el|la|los|las|El|La|Los|Las|al|del',
  kinds:
    '(?:[Aa]gencia(?: de noticias)?|[Dd]iario|[Pp]eriódico|[Ss]emanario|[Rr]evista|[Cc]adena|[Cc]anal|[Rr]adio|[Tt]elevisión|[Pp]ortal|[Ss]itio|[Mm]edio|[Rr]otativo|[Dd]igital)s?(?: de noticias)?(?: \\p{Ll}+)?',
  patterns: [
    '(?:[Ss]egún|[Cc]itando a|[Cc]itad[oa]s? por|[Dd]e acuerdo con|[Ss]egún (?:publica|informa|revela|adelanta|recoge)) §',
    '(?:revelad|publicad|adelantad|avanzad|obtenid|consultad|entrevistad|difundid|citad|recogid|informad)[oa]s? por §',
    `${told} (?:[^.;:«»]{1,80} )?(?:a|ante|en|con) §`,
    `(?<=(?:,|[Ss]egún|como|tal y como) )(?:ha |han |había )?(?:${verbs}|informado|revelado|adelantado|avanzado|publicado|podido saber) §`,
    `${works} (?:de|del|en|con|a|al|para|concedida a)? ?§`,
    `§ (?:ha |han |había )?(?:${verbs}|informado|revelado|adelantado|avanzado|publicado)(?!\\p{L})`,
    '(?:[Cc]on información de|[Ff]uente:) §',
  ],
  agencyPatterns: ['§ (?:dijo|dice|tuvo acceso)(?!\\p{L})'],
};
