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
  'M. Brandt et Mme Roth ont signé l’accord. | Le vote aura lieu jeudi.',
  'Le Dr J. Moreau, p. ex., n’a pas répondu. | « Nous partons. » | Il a quitté la salle.',
  'La réunion a duré jusqu’à 15 h 10. | Les élus de St. Pierre et de Ste. Anne étaient là.',
  '« Nous ne céderons pas ! », a lancé Ines Roth. | Le maire n’a pas réagi.',
  'Le texte (art. 49 al. 3) a été adopté en 2024. | Il entre en vigueur le 1er janv. 2027.',
  'Est-ce possible ? | Oui, répond le ministre. | Le n° 5 et le no. 7 sont fermés.',
  'L’usine emploie 1 200 personnes, soit 12,5 % de la ville. | A. Ravn en était le directeur.',
  'Vers 50 av. J.-C., la cité comptait 3.000 hab. au plus. | Puis elle déclina.',
  'Les prix, loyers, etc. augmentent. | Les salaires, etc. | Rien ne change.',
])('sentences: %s', (marked) => {
  const sentences = marked.split(' | ');
  expect(splitSentences(sentences.join(' '), 'fr')).toEqual(sentences);
});

describe('a sentence of its own', () => {
  test.each([
    'Le maire de Lyon a annoncé qu’il démissionnerait.',
    'Il faut réduire les émissions, selon un rapport.',
    'Il y a trois ans, la digue avait cédé.',
    'Ce lundi, les écoles rouvrent.',
  ])('is understood: %s', (sentence) => expect(standsAlone(sentence)).toBe(true));

  test.each([
    'Il a annoncé sa démission lundi.',
    '« Il ne reste rien », a déclaré le ministre.',
    'Cette décision a surpris les syndicats.',
    'C’est la troisième fois que le pont ferme.',
    'En revanche, les trains circulent.',
  ])('isn’t: %s', (sentence) => expect(standsAlone(sentence)).toBe(false));
});

test.each([
  ['Au moins 34 personnes sont mortes dans l’incendie.', ['34 killed']],
  ['L’accident fait 12 blessés et deux morts.', ['2 killed', '12 injured']],
  ['Le bilan est passé à 1 200 morts.', ['1200 killed']],
  ['Douze autres personnes ont été blessées.', []],
  ['Une frappe de drone a fait huit morts.', []],
])('figures: %s', (sentence, figures) => {
  expect([...new Set(statedFigures(sentence).map(({ value, fate }) => `${value} ${fate}`))]).toEqual(figures);
});

test.each([
  'élection élections électeurs électrice',
  'nationale nationaux national',
  'demande demandent demandait demandé demander',
  'européen européenne européens',
  'travail travaux',
  'tué tués tuée tuées',
  'œuvre oeuvres',
])('one stem: %s', (words) => {
  expect(new Set(words.split(' ').map((word) => stemOf(word, 'fr'))).size).toBe(1);
});

test('a topic’s words are found in elided and inflected forms, with or without accents', () => {
  const words = { all: [], any: ['ukraine', 'elections'], not: [] };
  expect(matchTopic(words, 'L’Ukraine vote', 'fr')).toBe(true);
  expect(matchTopic(words, 'Une élection sous tension', 'fr')).toBe(true);
});

test('what outlets write around their articles is recognised', () => {
  expect(withoutDateline('GENÈVE, 30 nov. (ATS) - Le conseil a voté.')).toBe('Le conseil a voté.');
  expect(isBoilerplate('Cet article a été mis à jour à 15 h.')).toBe(true);
  expect(isPromo('À lire aussi : le conseil vote')).toBe(true);
  expect(isCredit('Crédit photo : Jeanne Holm')).toBe(true);
  expect(saysSuicide('Un détenu s’est suicidé à Kirnau')).toBe(true);
  expect(
    notNews({
      title: 'Tribune : « Rendez-nous le port »',
      url: 'https://a.example/1',
      text: '',
      language: 'fr',
    }),
  ).toBeGreaterThan(0.5);
  const before = { title: 'Le conseil vote', paragraphs: ['Le conseil a voté.'], language: 'fr' };
  const note = 'Rectificatif : une première version de cet article donnait un autre chiffre.';
  expect(correctionIn(before, { ...before, paragraphs: [...before.paragraphs, note] })).toEqual({
    kind: 'corrected',
    text: note,
  });
});

test.each([
  ['du lundi au vendredi', [1, 2, 3, 4, 5]],
  ['en semaine', [1, 2, 3, 4, 5]],
  ['tous les jours', [1, 2, 3, 4, 5, 6, 7]],
  ['le week-end', [6, 7]],
  ['lun., mer. et ven.', [1, 3, 5]],
  ['jours ouvrés', [1, 2, 3, 4, 5]],
  ['jours fériés', undefined],
])('days: %s', (typed, days) => expect(parseDays(typed)).toEqual(days));

test('times and quiet hours are typed as in French', () => {
  expect(parseTimes('8 h, 12h30 et 18 heures')).toEqual(['08:00', '12:30', '18:00']);
  expect(parseQuietHours('de 22 h à 7 h 30')).toEqual({ from: '22:00', until: '07:30' });
  expect(parseLanguages('français et anglais', 'fr')).toEqual(['fr', 'en']);
  expect(parseLanguages('toutes', 'fr')).toEqual([]);
});

test('zones are found as French readers name them', () => {
  expect(zoneTyped('heure de Paris', 'fr')).toBe('Europe/Paris');
  expect(zoneTyped('HNE', 'fr')).toBe('America/New_York');
  expect(zoneTyped('Londres', 'fr')).toBe('Europe/London');
  expect(zoneTyped('Genève', 'fr')).toBe('Europe/Zurich');
});
