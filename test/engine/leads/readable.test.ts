import { expect, test } from 'vitest';
import { standsAlone } from '../../../src/engine/leads/readable.ts';

test.each([
  'It makes a small sound when it turns.',
  '“But they had waited since Monday,” Ida Brandt said.',
  'BRANDT: The crews waited since Monday.',
  'Ida Brandt said: “The crews waited since Monday.',
  'Ida Brandt gave three reasons:',
  'Who owns a lake?',
  '„Das reicht jetzt wirklich allen“, sagte er am Montag.',
  'Deshalb bleibt die Brücke gesperrt.',
  'Das sei ein Fehler, hieß es aus dem Rathaus.',
  'Dort hatte Brandt neun Jahre gearbeitet.',
  'Diese Regel gilt ab Mai.',
  '„Wir warten seit neun Jahren, sagte Brandt.',
  'Wer zahlt das alles?“',
  'Il a annoncé sa démission lundi.',
  '« Il ne reste rien », a déclaré le ministre.',
  'Cette décision a surpris les syndicats.',
  'C’est la troisième fois que le pont ferme.',
  'En revanche, les trains circulent.',
  'Él anunció su dimisión el lunes.',
  'Es la tercera vez que el puente cierra.',
  'Esta decisión sorprendió a los sindicatos.',
  'Sin embargo, los trenes circulan.',
])('%j needs the sentences around it', (sentence) => {
  expect(standsAlone(sentence)).toBe(false);
});

test.each([
  'Frey said he had heard the net before he saw it.',
  'UPDATE: Most ferries will run again on Monday.',
  'A woman from the laundry (Ida Brandt) sang in her place.',
  'Alle Fähren sind wieder im Hafen.',
  'Das Haus am Markt ist verkauft, wie sein Besitzer mitteilte.',
  'Seit Jahren streiten sich Stadt und Land hin und her um den Hafen.',
  'Zum ersten Mal seit 1998 stehen die Fähren still.',
  'Le maire de Lyon a annoncé qu’il démissionnerait.',
  'Il faut réduire les émissions, selon un rapport.',
  'Il y a trois ans, la digue avait cédé.',
  'Ce lundi, les écoles rouvrent.',
  'El alcalde de Lima anunció que dimitirá.',
  'Hay que reducir las emisiones, según un informe.',
  'Hace tres años, el dique había cedido.',
  'Este lunes reabren las escuelas.',
])('%j stands by itself', (sentence) => {
  expect(standsAlone(sentence)).toBe(true);
});

test.each(['A', 'a', 'A ', 's', '“', ', it said '])('a sentence of %j without end is judged', (part) => {
  expect(standsAlone(`${part.repeat(50_000 / part.length)} she swam.`)).toBeTypeOf('boolean');
});
