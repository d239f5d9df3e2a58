import { describe, expect, test } from 'vitest';
import { correctionIn } from '../../../src/engine/articles/correction.ts';
import { isBoilerplate, withoutDateline } from '../../../src/engine/leads/lead.ts';
import { standsAlone } from '../../../src/engine/leads/readable.ts';
import { isCredit, isPromo } from '../../../src/engine/pages/furniture/linePatterns.ts';
import { notNews } from '../../../src/engine/stories/kinds.ts';
import { matchTopic } from '../../../src/engine/stories/topics.ts';
import { saysSuicide } from '../../../src/engine/text/labels.ts';
import { splitSentences } from '../../../src/engine/text/sentences.ts';
import { statedFigures } from '../../../src/engine/text/statedFigures.ts';
import { stemOf } from '../../../src/engine/text/terms.ts';
import { parseDays } from '../../../src/schedule/days.ts';
import { parseLanguages } from '../../../src/schedule/languages.ts';
import { parseQuietHours } from '../../../src/schedule/quietHours.ts';
import { parseTimes } from '../../../src/schedule/times.ts';
import { zoneTyped } from '../../../src/schedule/zones.ts';

test.each([
  'El Sr. Vega y la Sra. Ruiz firmaron el acuerdo. | El Dr. Sanz no asistió.',
  '«Hemos ganado», dijo ella. | «Nadie lo esperaba». | El público siguió en pie.',
  '¿Quién paga? | ¡Nadie lo sabe! | Pero ¿quién decidió?, insistió la alcaldesa.',
  '—¿Quién paga? —preguntó el alcalde. | Nadie respondió.',
  '“Lo intentamos todo. | Nada funcionó”, dijo el ingeniero.',
  'EE. UU. retiró sus tropas. | Las FF. AA. lo confirmaron. | La decisión sorprendió en EE.UU. | El Senado calla.',
  'La empresa Norr S. A. cierra su fábrica. | Da empleo a 1.200 personas, el 12,5 % de la ciudad.',
  'Ud. puede votar hasta las 8 p. m. del domingo. | La cola cerró a las 9 p. m. | Votaron 3,500 personas.',
  'Vive en la Avda. Mayor, núm. 4. | Se venden mapas, lámparas, etc. | La tienda abre a las 9.30 h.',
  'El art. 5 es claro. | J. L. Vega ganó por 312 votos. | Esperó... y esperó. | Nadie vino.',
])('sentences: %s', (marked) => {
  const sentences = marked.split(' | ');
  expect(splitSentences(sentences.join(' '), 'es')).toEqual(sentences);
});

describe('a sentence of its own', () => {
  test.each([
    'El alcalde de Lima anunció que dimitirá.',
    'Hay que reducir las emisiones, según un informe.',
    'Hace tres años, el dique había cedido.',
    'Este lunes reabren las escuelas.',
  ])('is understood: %s', (sentence) => expect(standsAlone(sentence)).toBe(true));

  test.each([
    'Él anunció su dimisión el lunes.',
    'Es la tercera vez que el puente cierra.',
    'Esta decisión sorprendió a los sindicatos.',
    'Sin embargo, los trenes circulan.',
  ])('isn’t: %s', (sentence) => expect(standsAlone(sentence)).toBe(false));
});

test.each([
  ['Al menos 34 personas murieron en el incendio.', ['34 killed']],
  ['Mueren tres personas en un choque.', ['3 killed']],
  ['El accidente deja 12 heridos y dos muertos.', ['2 killed', '12 injured']],
  ['El balance ascendió a 1.200 muertos.', ['1200 killed']],
  ['Suman 1,200 fallecidos, según el Gobierno.', ['1200 killed']],
  ['Otras doce personas resultaron heridas.', []],
  ['Un ataque con drones dejó ocho muertos.', []],
])('figures: %s', (sentence, figures) => {
  expect([...new Set(statedFigures(sentence).map(({ value, fate }) => `${value} ${fate}`))]).toEqual(figures);
});

test.each([
  'elección elecciones',
  'alemán alemana alemanes alemanas',
  'demanda demandan demandó demandaron demandado demandar',
  'ataque ataques atacó atacaron atacar',
  'juez jueces',
  'francés francesa franceses francesas',
  'presidente presidenta presidentes',
])('one stem: %s', (words) => {
  expect(new Set(words.split(' ').map((word) => stemOf(word, 'es'))).size).toBe(1);
});

test('a topic’s words are found in inflected forms, with or without accents', () => {
  const words = { all: [], any: ['mexico', 'eleccion'], not: [] };
  expect(matchTopic(words, 'México vota', 'es')).toBe(true);
  expect(matchTopic(words, 'Unas elecciones bajo tensión', 'es')).toBe(true);
});

test('what outlets write around their articles is recognised', () => {
  expect(withoutDateline('Madrid, 30 nov (EFE).- El consejo ha votado.')).toBe('El consejo ha votado.');
  expect(withoutDateline('BOGOTÁ, 30 de noviembre — El consejo votó.')).toBe('El consejo votó.');
  expect(isBoilerplate('Este artículo fue actualizado a las 15 h.')).toBe(true);
  expect(isPromo('Lee también: el consejo vota')).toBe(true);
  expect(isCredit('Foto: Juana Holm')).toBe(true);
  expect(saysSuicide('Un preso se suicidó en Kirnau')).toBe(true);
  const opinion = { title: 'Tribuna: «Devuélvannos el puerto»', url: 'https://a.example/1', text: '', language: 'es' };
  expect(notNews(opinion)).toBeGreaterThan(0.5);
  const before = { title: 'El consejo vota', paragraphs: ['El consejo votó.'], language: 'es' };
  const note = 'Fe de errores: una primera versión de este artículo daba otra cifra.';
  expect(correctionIn(before, { ...before, paragraphs: [...before.paragraphs, note] })).toEqual({
    kind: 'corrected',
    text: note,
  });
});

test.each([
  ['de lunes a viernes', [1, 2, 3, 4, 5]],
  ['entre semana', [1, 2, 3, 4, 5]],
  ['días laborables', [1, 2, 3, 4, 5]],
  ['todos los días', [1, 2, 3, 4, 5, 6, 7]],
  ['los fines de semana', [6, 7]],
  ['lun., mié. y vie.', [1, 3, 5]],
  ['los sábados y domingos', [6, 7]],
  ['días hábiles', [1, 2, 3, 4, 5]],
  ['días festivos', undefined],
])('days: %s', (typed, days) => expect(parseDays(typed)).toEqual(days));

test('times and quiet hours are typed as in Spanish', () => {
  expect(parseTimes('8 h, 12:30 y 6 p. m.')).toEqual(['08:00', '12:30', '18:00']);
  expect(parseTimes('20.30 horas')).toEqual(['20:30']);
  expect(parseQuietHours('de las 22 a las 7:30')).toEqual({ from: '22:00', until: '07:30' });
  expect(parseQuietHours('10 p.m. a 7 a.m.')).toEqual({ from: '22:00', until: '07:00' });
  expect(parseLanguages('español e inglés', 'es')).toEqual(['es', 'en']);
  expect(parseLanguages('todos', 'es')).toEqual([]);
});

test('zones are found as Spanish readers name them', () => {
  expect(zoneTyped('hora de Madrid', 'es-ES')).toBe('Europe/Madrid');
  expect(zoneTyped('hora del Perú', 'es-419')).toBe('America/Lima');
  expect(zoneTyped('CDMX', 'es-419')).toBe('America/Mexico_City');
  expect(zoneTyped('Londres', 'es-ES')).toBe('Europe/London');
  expect(zoneTyped('Ginebra', 'es-ES')).toBe('Europe/Zurich');
});
