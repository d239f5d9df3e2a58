import { expect, test } from 'vitest';
import { statedFigures } from '../../../src/engine/text/statedFigures.ts';

test.each([
  ['Au moins 34 personnes sont mortes dans l’incendie.', ['34 killed']],
  ['L’accident fait 12 blessés et deux morts.', ['2 killed', '12 injured']],
  ['Le bilan est passé à 1 200 morts.', ['1200 killed']],
  ['Douze autres personnes ont été blessées.', []],
  ['Une frappe de drone a fait huit morts.', []],
  ['Al menos 34 personas murieron en el incendio.', ['34 killed']],
  ['Mueren tres personas en un choque.', ['3 killed']],
  ['El accidente deja 12 heridos y dos muertos.', ['2 killed', '12 injured']],
  ['El balance ascendió a 1.200 muertos.', ['1200 killed']],
  ['Suman 1,200 fallecidos, según el Gobierno.', ['1200 killed']],
  ['Otras doce personas resultaron heridas.', []],
  ['Un ataque con drones dejó ocho muertos.', []],
])('French and Spanish figures: %s', (sentence, figures) => {
  expect([...new Set(statedFigures(sentence).map(({ value, fate }) => `${value} ${fate}`))]).toEqual(figures);
});
