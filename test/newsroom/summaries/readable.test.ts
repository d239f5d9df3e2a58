import { expect, test } from 'vitest';
import { standsAlone } from '../../../src/newsroom/summaries/readable.ts';

test.each([
  'What she will sign is a frame with very little in it.',
  'At 720 megawatts the farm still pays, it said, if the grid is ready.',
  'By day she swam in the deep and cold, and at night she came up.',
  'Yesterday they were toasting a million.',
  "Now he's the best actor in it.",
  'The man who closed them is Jory Teal, whose great-grandfather dug them.',
  'Across the Sound from Skarrow, with a stroke that never hurried, she swam a record.',
  '“Three tired doctors are more dangerous than ninety kilometres,” he told our reporter.',
  'In 1983, at age 30, he was hired as the head of the yard.',
  'It makes a small sound when it turns.',
  'Who owns a lake?',
  'Sixteen were dropped because they stood in the path of divers.',
  'Three are from Vennmark, among them The Long Tide.',
  'Others had waited since Monday.',
  '48 will be built before the winter.',
  'Zwei wurden am Abend wieder geöffnet.',
  'Our parliament correspondent, Ada Holt, spent the day with a member who has four.',
  'From the harbour our reporter Nils Aune sends this.',
  'Unsere Korrespondentin Ada Holt war im Hafen dabei.',
])('%j needs the sentence before it', (sentence) => {
  expect(standsAlone(sentence)).toBe(false);
});

test.each([
  'Frey said he had heard the net before he saw it.',
  'Petra Nyhall resigned after it became known that she had built a shed.',
  'The minister said that she would stay.',
  'Though he did not see the truck, Delane heard people running.',
  'Asked whether he was tired, Marchetti laughed.',
  'Members of the union said they would stop work at four.',
  'Police say they will leave couples alone.',
  '“Perhaps he will not come back,” Ida Brandt said of the captain.',
  'A woman from the laundry sang in her place.',
  'Sixteen turbines were dropped.',
  'Most ferries will run again on Monday.',
  'Alle Fähren sind wieder im Hafen.',
  'The correspondents of four outlets were sent home, Marchetti said.',
  'The minister, “our editor of last resort”, stayed at home on Monday.',
])('%j stands by itself', (sentence) => {
  expect(standsAlone(sentence)).toBe(true);
});

test.each(['A', 'a', 'A ', 's', '“', ', it said '])('a sentence of %j without end is judged', (part) => {
  expect(standsAlone(`${part.repeat(50_000 / part.length)} she swam.`)).toBeTypeOf('boolean');
});
