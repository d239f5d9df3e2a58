import { expect, test } from 'vitest';
import { fullNamesIn } from '../../../src/engine/text/names.ts';

test.each([
  ['en', 'But Ida Brandt met Rolf T. Hale of the Harbour Office.', ['Ida Brandt', 'Rolf T. Hale', 'Harbour Office']],
  ['en', 'On Monday, Ida Brandt’s union left.', ['Ida Brandt']],
  ['en', 'Port Authority President Ines van der Lund resigned.', ['Port Authority President Ines van der Lund']],
  ['de', 'Am Dienstag traf Ida Brandt die Werft. Der Vorstand schwieg.', ['Ida Brandt']],
  ['es', 'El Banco de Skarrow y Carla Ravé firmaron en Lima.', ['Banco de Skarrow', 'Carla Ravé']],
])('%s: full names in “%s”', (language, paragraph, names) => {
  expect(fullNamesIn([paragraph, paragraph], language)).toEqual(names);
});
