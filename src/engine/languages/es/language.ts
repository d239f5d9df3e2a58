import type { Language } from '../language.ts';
import { either } from '../words.ts';
import { citing } from './citing.ts';
import { figures } from './figures.ts';
import furniture from './furniture.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import { splitSpanish } from './sentences.ts';
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
  // "jueces", but not "francés".
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

export const spanish: Language = {
  code: 'es',
  stopWords: new Set(stopWords),
  stem,
  numerals: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  splitSentences: splitSpanish,
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
    weekdays: ['semana', 'laborables'],
    weekend: ['fin de semana', 'fines de semana', 'finde', 'findes'],
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
