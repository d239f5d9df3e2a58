import type { KnownWord } from '../text/knownWords.ts';

/** A number and what it counts or numbers: "41 votes", "fifth round". */
export interface Figure {
  /** Stem of the next telling word. */
  noun: string;
  number: string;
}

/** The figures of one or more articles: by noun, all numbers told of it. Both are hashes, so that no text is kept. */
export type FigureTable = ReadonlyMap<number, ReadonlySet<number>>;

/** Stems: every text has some durations, whatever it tells, and a toll rises within one event. */
const durations =
  'second minut hour dai night week month year decad centuri time sekund stund tag tage nacht woch woche monat jahr jahre mal';
const tolls =
  'peopl person dead death kill injur injuri wound hurt miss victim casualti bodi case ill sick infect arrest evacu rescu survivor hospit ' +
  'patient mensch tote toten todesopf opfer verletzt vermis falle fall erkrankt infiziert festnahm';
const passedOver = new Set(`${durations} ${tolls}`.split(' '));
const nounLettersMin = 3;
const nounWithin = 2;

/** The figures of words in their order. */
export function figuresIn(words: readonly KnownWord[]): Figure[] {
  const found: Figure[] = [];
  for (let at = 0; at < words.length; at++) {
    const number = words[at]?.number;
    if (number === undefined) continue;
    for (let next = at + 1; next <= at + nounWithin; next++) {
      const word = words[next];
      if (word === undefined || word.stop || word.stem.length < nounLettersMin || word.number !== undefined) continue;
      if (!passedOver.has(word.stem)) found.push({ noun: word.stem, number });
      break;
    }
  }
  return found;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

const none = new Int32Array(0);

/** Noun and number by turns, hashed. */
export function packFigures(figures: readonly Figure[]): Int32Array {
  if (figures.length === 0) return none;
  const packed = new Int32Array(2 * figures.length);
  let at = 0;
  for (const { noun, number } of figures) {
    packed[at++] = hashOf(noun);
    packed[at++] = hashOf(number);
  }
  return packed;
}

export function figureTable(packed: Iterable<Int32Array>): FigureTable {
  const table = new Map<number, Set<number>>();
  for (const figures of packed) {
    for (let i = 0; i + 1 < figures.length; i += 2) {
      const noun = figures[i] as number;
      const numbers = table.get(noun);
      if (numbers) numbers.add(figures[i + 1] as number);
      else table.set(noun, new Set([figures[i + 1] as number]));
    }
  }
  return table;
}

const differingMin = 2;

/** Whether both tell of the same things, but in other numbers: of two at least, and of more than are told in the same. */
export function figuresDiffer(a: FigureTable, b: FigureTable): boolean {
  let differing = 0;
  let same = 0;
  for (const [noun, numbers] of a) {
    const others = b.get(noun);
    if (!others) continue;
    if (numbers.isDisjointFrom(others)) differing += 1;
    else same += 1;
  }
  return differing >= differingMin && differing > same;
}
