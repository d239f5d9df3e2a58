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
  [/mente$/, '', 4],
  [/es(?:es|as|a)?$/, '', 3],
  [/s$/, '', 3],
  [/(?:aron|ieron|aban?|aran?|arian?|ando|iendo)$/, '', 4],
  [/[aeo]$/, '', 3],
  [/[ai]d$/, '', 4],
  [/[aei]r$/, '', 4],
  [/[ae]n$/, '', 4],
  [/qu$/, 'c', 2],
  [/gu$/, 'g', 2],
  [/(?:cion|c)$/, 'c', 3],
];

/**
 * Folds accents and cuts endings of plural, gender and verb, so that "elecciones" and "elección", "alemanas" and
 * "alemán", "atacaron" and "ataque" have one stem.
 */
function stem(lower: string): string {
  // Turns "jueces" into "juez". Runs before accents are folded, because a folded "francés" ends in "ces" too.
  let word = lower
    .replace(/(?<=\p{L}{2})ces$/u, 'z')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  for (const [ending, instead, min] of endings) {
    const cut = word.replace(ending, '');
    if (cut !== word && cut.length >= min) word = cut + instead;
  }
  return word;
}

/** Words for what outlets publish: "en una entrevista con §", "según una investigación de §". */
const works =
  '(?:[Ee]ntrevista|[Ii]nvestigación|[Aa]rtículo|[Rr]eportaje|[Tt]ribuna|[Ii]nformación|[Ii]nformaciones|[Rr]evelaciones|[Ee]xclusiva)(?: [\\p{L}-]+){0,2}';
const verbs =
  '(?:inform(?:a|an|ó|aron)|revel(?:a|an|ó|aron)|adelant(?:a|an|ó|aron)|avanz(?:a|an|ó|aron)|public(?:a|an|ó|aron)|report(?:a|an|ó|aron)|asegur(?:a|an|ó|aron)|cuenta|contó|cit(?:a|an|ó)|recoge|recogió|señal(?:a|an|ó)|indic(?:a|an|ó)|apunt(?:a|an|ó))';
const told =
  '(?:declar(?:ó|ado|aron)|dijo|dijeron|dicho|dice|afirm(?:ó|ado|a)|asegur(?:ó|ado|a)|explic(?:ó|ado|a)|cont(?:ó|ado)|cuenta|confirm(?:ó|ado|aron)|relat(?:ó|ado)|coment(?:ó|ado)|señal(?:ó|ado)|indic(?:ó|ado|aron)|manifest(?:ó|ado)|reconoc(?:ió|ido)|detall(?:ó|ado)|precis(?:ó|ado))';

const citing: Citing = {
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

const people =
  '(?:personas|migrantes|pasajeros|niños|niñas|menores|civiles|obreros|trabajadores|soldados|hombres|mujeres|bomberos|policías|agentes|vecinos|mineros|marineros|jóvenes|adultos)';

const figures = figuresBy({
  small: 'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  /** 12.000 is written in Spain and South America, 12,000 in Mexico and Central America, 12 000 by the Academy. */
  digits: `\\d{1,3}(?:[\\s.,]\\d{3}){1,3}(?!\\d)|\\d{1,7}`,
  separators: /[\s.,]/g,
  exact: 'al menos|por lo menos|los|las|un total de|solo|sólo',
  vague: 'más de|cerca de|casi|alrededor de|unos|unas|hasta|aproximadamente|en torno a|como mínimo',
  people,
  fates: [
    [
      'killed',
      'muertos',
      'muertos|muertas|fallecidos|fallecidas|víctimas mortales|muertes|fallecimientos',
      'murieron|mueren|muri[eó]|muertas|muertos|fallecieron|fallecen|fallecid[oa]s|perdieron la vida|han perdido la vida|sin vida',
    ],
    [
      'injured',
      'heridos',
      'heridos|heridas|lesionados|lesionadas',
      'herid[oa]s|lesionad[oa]s|resultaron heridas|resultaron heridos',
    ],
    ['missing', 'desaparecidos', 'desaparecidos|desaparecidas', 'desaparecid[oa]s|en paradero desconocido'],
  ],
  tolls: (count, counted, fate) => [
    ...(fate === 'killed'
      ? [
          `(?<!\\p{L})(?:[Mm]urieron|[Mm]ueren|[Ff]allecieron|[Ff]allecen|[Hh]an muerto|[Hh]an fallecido)\\s${count}\\s${people}(?!\\p{L})`,
        ]
      : []),
    `(?:balance|saldo|número de (?:${counted})|cifra de (?:${counted}))\\s(?:[^.;:!?]{0,70}?\\s)?(?:a|en|alcanza|supera|ya es de)\\s${count}(?=\\s(?:${counted})|[.,;]|$)`,
  ],
  told: /muert|muri|muer|fallec|víctima|perd|vida|herid|lesion|desapar|paradero/iu,
  ofWar:
    /(?<!\p{L})(?:guerras?|drones?|dron|ataques? aéreos?|misil(?:es)?|cohetes?|bombarde\p{L}*|ejército|soldados?|tropas|frente|ofensiva|combates|alto el fuego|Hamás|Gaza)(?!\p{L})/u,
  otherwise:
    /(?<!\p{L})(?:otr[oa]s|más heridos|adicionales|tem(?:e|en|ían)|podría[n]?|habría[n]?|sería[n]?|ningún|ninguna|sin (?:heridos|víctimas|muertos)|el año pasado|el pasado año|desde|al año|por año|al día|en \d{4}|hace|en los últimos|cada año|cada día|anuales)(?!\p{L})/iu,
});

const { leading, doubtful, openers } = setsOf(sentenceWords);

/** Abbreviations of `leading` that end a sentence before an opener: "en la misma pág. El", but not "el art. 5". */
const seldomEnding =
  /^(?:no|n|núm|num|art|arts|inc|pág|págs|pp|cap|vol|fig|col|ext|km|dir|est|ed|c|d|da|ma|alm|pl|sor|vd|uds?)$/;

const ends: SentenceEnds = {
  closers: /(?:["'“”’»›)\]]|\[\d{1,3}\])*/uy,
  lastWord: /(?<![^\s"“”„«»([¿¡—–'‘’])[^\s"“”„«»([¿¡—–'‘’]*$/u,
  opening: /^["“„‘'«‹([¿¡–—\s-]+/u,
  goesOn: /^[,;:%)\]»”]/,
  closing: /["”’»]/,
  unspaced: /^(?:[¿¡]|\p{Lu}\p{Ll})/u,
  endsByPeriod,
};

function endsByPeriod(word: string, rest: string, before: string): boolean {
  const lower = word.toLowerCase();
  const first = /^[\p{L}-]+/u.exec(rest)?.[0] ?? '';
  const opens = openers.has(first) && !/^\p{Lu}\./u.test(rest);
  // "a las 8 p. m.", "a las 8 p.m."
  if (/\d\s?[ap]\.\s?m$/iu.test(before)) return true;
  // "EE. UU.", "FF. AA.": the second half of a doubled abbreviation.
  if (/^(\p{Lu})\1$/u.test(word)) return opens && !/^(\p{Lu})\1\./u.test(rest);
  if (leading.has(lower)) return seldomEnding.test(lower) && opens;
  // Initials, numerals, "S.A.", "EE.UU."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}

export const spanish: Language = {
  code: 'es',
  stopWords: new Set(stopWords),
  stem,
  numerals: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  splitSentences: (text) => splitBlock(text, ends),
  capitalisesNouns: false,
  leaning: {
    openers: [
      // "Este lunes" and "Ese año" need no earlier sentence.
      'Est[ea]s?(?! (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|tarde|noche|madrugada|fin de|mes|año|día|semana|verano|otoño|invierno|primavera|temporada|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))',
      either(`
        Estos Esto Es[ea] Es[oa]s Eso Él Ellas? Ellos Aquel(?:l[oa]s?)? Su Sus Pero Y Además También Tampoco Asimismo Así
        Entonces Luego Porque Pues Sin\\sembargo No\\sobstante Por\\seso Por\\sello Por\\s(?:lo\\s)?tanto Por\\s(?:otra|su)\\sparte
        Por\\sotro\\slado De\\shecho En\\scambio En\\sefecto En\\sconsecuencia En\\sparalelo Mientras\\stanto Al\\srespecto
        A\\ssu\\svez Aun\\sasí Con\\stodo Allí Ahí Ambas Ambos Tal Tales Dich[oa]s? Otr[oa]s? (?:El|La|Los|Las|Lo)\\smism[oa]s?
        Todo\\s(?:ello|esto|eso) Un[oa]\\sde\\sell[oa]s L[oa]s\\sdos Cabe\\srecordar Sí Tras\\s(?:ello|eso|esto) Ante\\s(?:ello|eso|esto)
      `),
    ].join('|'),
    pronouns: 'él|ell[ao]s?',
  },
  lead: {
    months: 'ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic',
    personal: 'yo|me|mi|mis|nosotr[oa]s|nos|nuestr[oa]s?|ustedes|usted|tú|tu|tus|vosotr[oa]s|vuestr[oa]s?',
    calls:
      '(?:fotos?|fotografías?|imagen|imágenes|v[ií]deos?|fuente|créditos?)\\s?[:|]|(?:lee|lea|leer|ver|vea|mira|mire|escucha) (?:también|además|más)|' +
      '(?:también )?(?:te|le) puede interesar|suscríbe(?:te|se)|haz clic|haga clic|síguenos|síganos|siga leyendo|sigue leyendo|' +
      'regístrate|regístrese|inscríbete|más información|no te pierdas|únete a|descarga (?:la|nuestra|aquí)|comparte (?:est|en)',
    boilerplate: '^\\(?con información de|^\\(?(?:efe|afp|europa press)\\)?[.\\s]*$',
  },
  teasing: [
    'lo que (?:se sabe|sabemos|hay que saber|debes saber|necesitas saber|tienes que saber)|te (?:explicamos|contamos)|(?:todo|esto es) lo que',
    '^(?:(?:las|los) )?(?:\\d+|tres|cinco|diez) (?:\\p{L}+ )?(?:cosas|claves|preguntas|razones|cifras|momentos|datos)(?!\\p{L})',
    '^(?:en )?(?:vivo|directo)(?!\\p{L})|[-–|:,]\\s*en (?:vivo|directo)(?!\\p{L})|^p[oó]dcast|^galería|(?<!\\p{L})v[ií]deos?(?!\\p{L})|en imágenes|minuto a minuto',
  ],
  asides:
    /^(?:opinión|tribuna|editorial|columna|análisis|entrevista|crónica|reportaje|p[oó]dcast|v[ií]deo|foto|galería|perfil|crítica|reseña|horóscopo|quiz|test|en vivo|en directo|directo|cartas? al director|viñeta|efeméride|receta|guía|explicador)s?\s?[.:|»–-]/iu,
  furniture,
  figures,
  citing,
  labels: {
    withdrawn: 'artículo retirado|nota retirada|retirado|retractación',
    correction: 'corrección|corregido|rectificación|fe de err(?:ores|atas)|aclaración|precisión|enmienda',
    corrected:
      'una (?:primera|anterior) versión de (?:este artículo|esta (?:nota|noticia|información)|este texto)|' +
      'una versión (?:anterior|previa|inicial) de (?:este artículo|esta (?:nota|noticia|información)|este texto)|' +
      '(?:este artículo|este texto|esta (?:nota|noticia|información)) (?:fue|ha sido) (?:[^.]{0,40} )?(?:corregid|rectificad)[oa]',
    revised:
      '(?:este artículo|este texto|esta (?:nota|noticia|información)) (?:fue|ha sido|se ha|se) (?:[^.]{0,40} )?(?:actualiz|modific|ampli)(?:ad[oa]|ó)',
    kickers: 'última hora|urgente|exclusiva?|alerta|actualización|v[ií]deo',
    live: '(?:en )?(?:directo|vivo)|minuto a minuto',
  },
  suicide:
    /(?<![\p{L}-])(?:(?:intentos? de|posible|presunto|aparente|hipótesis del?) suicidio|suicidio de(?:l| (?:un|una|la|dos|tres|\p{Lu}))|se (?:suicid(?:a|an|ó|aron)|ha suicidado)|suicidarse|se quit(?:a|ó|an|aron) la vida|quitarse la vida|puso fin a su vida|autoles\p{L}*)(?![\p{L}-])/iu,
  schedule: {
    days: [
      ['lun', 'lunes'],
      ['mar', 'martes'],
      ['mié', 'mie', 'mier', 'miér', 'miércoles', 'miercoles'],
      ['jue', 'jueves'],
      ['vie', 'viernes'],
      ['sáb', 'sab', 'sábado', 'sabado'],
      ['dom', 'domingo'],
    ],
    everyDay: ['día', 'días', 'dia', 'dias', 'diario', 'diariamente'],
    weekdays: ['semana', 'laborables', 'hábiles'],
    weekend: ['fin de semana', 'fines de semana', 'finde', 'findes'],
    weekly: ['semanal', 'semanalmente', 'cada semana', 'todas las semanas', 'una vez por semana'],
    every: 'todos los|cada|los|el|entre|días',
    from: 'del?|desde|entre',
    until: 'al|hasta|a(?= (?:\\d|[a-zé]{2}))',
    and: 'y|e',
    beforeHours: '(?:a )?las?',
    afterHours: 'h|hs|hrs|horas?',
  },
  all: 'todos',
  places,
  zoneWords: /^(?:hora|huso(?: horario)?|zona(?: horaria)?) (?:de |del )?/,
};
