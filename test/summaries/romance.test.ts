import { describe, expect, test } from 'vitest';
import { namedQuotes } from '../../src/summaries/namedQuotes.ts';
import { findQuotes } from '../../src/summaries/quotes.ts';

const speakersOf = (paragraph: string) => findQuotes([paragraph]).map(({ speaker }) => speaker);

describe('who speaks in French, Spanish, Italian and Portuguese news', () => {
  test.each([
    ['« Nous avons assez attendu », a déclaré Marta Kell lundi.', 'Marta Kell'],
    ['« Nous avons assez attendu », affirme la ministre Marta Kell.', 'Marta Kell'],
    ['« Nous avons assez attendu », s’est exclamé le maire d’Orn, Paul Leroy.', 'Paul Leroy'],
    ['« Nous avons assez attendu », a insisté auprès de l’AFP Paul Leroy.', 'Paul Leroy'],
    ['« Qui va payer tout cela ? » demande M. Leroy.', 'M. Leroy'],
    ['« Nous avons assez attendu », selon Marta Kell.', 'Marta Kell'],
    ['Selon Marta Kell, « le port est trop vieux ».', 'Marta Kell'],
    ['Interrogée lundi, Marta Kell a répondu : « Nous avons assez attendu. »', 'Marta Kell'],
    ['Le président Paul Leroy a promis « un port neuf dans trois ans ».', 'Paul Leroy'],
    ['«Ya hemos esperado bastante», afirmó la ministra Marta Kell.', 'Marta Kell'],
    ['“Ya hemos esperado bastante”, aseguró el alcalde de Orn, Pablo Rey.', 'Pablo Rey'],
    ['“Ya hemos esperado bastante”, dijo a Efe la alcaldesa Ana Vidal.', 'Ana Vidal'],
    ['Según Marta Kell, “el puerto es demasiado viejo”.', 'Marta Kell'],
    ['Marta Kell dijo: “Ya hemos esperado bastante”.', 'Marta Kell'],
    ['«Bisogna resistere ancora», ha detto il sindaco Carlo Neri.', 'Carlo Neri'],
    ['Secondo Carlo Neri «bisogna resistere ancora un anno».', 'Carlo Neri'],
    ['“É preciso aguentar mais”, disse o prefeito Paulo Melo.', 'Paulo Melo'],
  ])('%s', (paragraph, speaker) => {
    expect(speakersOf(paragraph)).toEqual([speaker]);
  });

  test.each([
    '« Nous avons assez attendu », a-t-il ajouté.',
    '«Ya hemos esperado bastante», agregó.',
    'Le roman « Une maison au bord de la mer » est paru en 1998.',
    'Paul Leroy, auteur du roman « La mer au bout du monde », est mort.',
    'La película “El mar al fin del mundo” se estrena el viernes.',
  ])('nobody in %j', (paragraph) => {
    expect(speakersOf(paragraph)).toEqual([undefined]);
  });

  test('each of two has his own, under the full name that the article gives', () => {
    expect(
      namedQuotes([
        'Anne Blanc et Paul Leroy se sont affrontés mardi.',
        '« C’est faux du début à la fin », a dit M. Leroy. « Tout ce que je dis est vrai », a répliqué Mme Blanc.',
      ]).map(({ speaker }) => speaker),
    ).toEqual(['Paul Leroy', 'Anne Blanc']);
  });
});

test('hostile Romance text costs no time', () => {
  const began = performance.now();
  for (const part of ['A', 'Le a ', 'Le a A, ', 'Aa de ', 'Selon Aa ', ', Aa a dit ', 'a a '])
    for (const [before, after] of [
      ['', ' « Nous avons assez attendu hier »'],
      ['« Nous avons assez attendu », a dit ', ''],
    ])
      findQuotes([`${before}${part.repeat(50_000 / part.length)}${after}`]);
  expect(performance.now() - began).toBeLessThan(2_000);
});
