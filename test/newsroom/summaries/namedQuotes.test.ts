import { expect, test } from 'vitest';
import { namedQuotes } from '../../../src/newsroom/summaries/quotes/namedQuotes.ts';

const speakersOf = (...paragraphs: string[]) => namedQuotes(paragraphs).map(({ speaker }) => speaker);

test('a speaker has the full name that the article gives, or a role with a name', () => {
  expect(
    speakersOf('Professor Elin Tarrow lifted the boat.', '“It was a log with its inside out,” Tarrow said.'),
  ).toEqual(['Professor Elin Tarrow']);
  expect(speakersOf('Tove Ness reached the church.', '“One of them caught the bouquet,” Tove said.')).toEqual([
    'Tove Ness',
  ]);
  expect(speakersOf('“We are not leaving this town,” said its chief executive, Per Ravn.')).toEqual(['Per Ravn']);
  expect(speakersOf('“We fell asleep in the end,” said boss Dag Torvik.')).toEqual(['boss Dag Torvik']);
});

test.each([
  ['in front of the name', 'Harbour commissioner Elin Tarrow lifted the boat.', 'Harbour commissioner Elin Tarrow'],
  ['of several words', 'The Prime Minister of Norland Elin Tarrow met crews.', 'Prime Minister of Norland Elin Tarrow'],
  ['behind its comma', 'Elin Tarrow, the head of the port, met crews.', 'Elin Tarrow, the head of the port'],
  ['without an article', 'Elin Tarrow, director of the port, met crews.', 'Elin Tarrow, director of the port'],
  ['but not what she did', 'Elin Tarrow, speaking to a reporter, met crews.', 'Elin Tarrow'],
  ['nor half of one', 'In J&K spokesperson Elin Tarrow met crews.', 'spokesperson Elin Tarrow'],
])('a speaker has the office that stands beside her name where it is first given, %s', (_, first, speaker) => {
  expect(speakersOf(first, '“It was a log with its inside out,” Tarrow said.')).toEqual([speaker]);
});

test('a house of parliament isn’t a speaker', () => {
  expect(
    speakersOf('Crews met in the Grand Assembly, on Monday.', '“We shall all vote on it,” Grand Assembly said.'),
  ).toEqual([]);
});

test.each([
  ['a role', '“There is a certain logic in it,” the minister said.'],
  ['a role in a place', '“My brother found one at sea,” said the delegate of Ustane.'],
  ['a word that opens a sentence', 'Engineers reopened the bridge. “Please send a market hall soon,” they said.'],
  ['a name that stands nowhere else', '“They owe me an encore,” Three said.'],
  ['a pronoun', '“I used to bring a picnic,” she said.'],
])('%s is not quoted', (_, paragraph) => {
  expect(speakersOf(paragraph)).toEqual([]);
});

test('half a sentence is not quoted', () => {
  expect(
    namedQuotes(['“I wrote the rule for gardens,” Petra Nyhall said, “and then I wanted a place to read.”']),
  ).toEqual([]);
  expect(namedQuotes(['Joren Falk called it “a dull law, and I mean that as praise”.'])).toEqual([]);
  expect(
    namedQuotes(['“I wrote the rule for gardens,” Petra Nyhall said. “Then I wanted a place to read.”']),
  ).toHaveLength(2);
});

test.each([
  'Kevin Moss was shot dead on Monday. “He never had a chance to run,” he said.',
  'Dag Moe wurde gefragt: „Warum gehen Sie nicht nach Hause?“',
  '„Wir kriegen dich noch bald“, wurde Dag Moe in einem Brief gedroht.',
  'Mia Lund sah am Tor ein Schild: „Hier kommt keiner mehr rein.“',
  'Mia Lund bleibt unvergessen: „Sie war die beste von uns.“',
  'Laut Mia Lund hat Dag Moe „Ich bringe euch heute alle um.“ gerufen.',
  'Mia Lund sagte, jemand habe geschrien: „Ich bringe dich heute noch um.“',
  'Dag Moe drohte der Mann: „Ich bringe dich heute noch um.“',
])('nobody is quoted with the words of another: %s', (paragraph) => {
  expect(speakersOf(paragraph)).toEqual([]);
});
