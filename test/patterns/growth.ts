import { cpuTimeOf, longMs } from '../cpuTime.ts';
import { type Hostile, hostileTexts } from './hostile.ts';

export interface Growth {
  /** How many times as long a text takes that is twice as long: 2 is linear, 4 quadratic. */
  factor: number;
  /** The text that grows so; undefined if every text takes next to no time. */
  text?: Hostile;
}

/** Above what linear work shows on a busy machine. */
export const factorMax = 3;
/** Below what more than linear work shows. */
const factorLinear = 2.3;
/** Characters of a text, first few, because some patterns would never come back from many. */
const lengths = [1_000, 4_000];
/** CPU time below which growth isn't measured. */
const msMin = 0.5;
/** How often a text is made twice as long. */
const doublingsMax = 3;
/** Ends that some patterns fit and others don't. */
const ends = ['', '\u0001\n\u0001a'];

/** The worst growth of a pattern's CPU time over texts of n, 2n, 4n and 8n characters. */
export function growthOf({ source, flags }: Pick<RegExp, 'source' | 'flags'>): Growth {
  // Splitting and replacing go on behind a match.
  const pattern = new RegExp(source, flags.includes('y') ? flags : `${flags.replace('g', '')}g`);
  function msOf({ before, repeated }: Hostile, end: string, length: number, times?: number): number {
    const text = before + repeated.repeat(Math.ceil(length / repeated.length)) + end;
    return cpuTimeOf(() => text.replace(pattern, ''), times);
  }
  /** Of one run each, then of the quickest of several if that looks like more than linear. */
  function factorOf(text: Hostile, end: string, n: number): number {
    const first = Math.sqrt(msOf(text, end, 4 * n, 1) / msOf(text, end, n, 1));
    if (first < factorLinear) return first;
    const once = msOf(text, end, n);
    if (once < msMin) return 0;
    // The more doublings, the less other work on the machine disturbs.
    let [ms, doublings] = [once, 0];
    while (doublings === 0 || (doublings < doublingsMax && ms < longMs)) ms = msOf(text, end, n * 2 ** ++doublings);
    return (ms / once) ** (1 / doublings);
  }
  let worst: Growth = { factor: 0 };
  for (const text of hostileTexts({ source, flags })) {
    for (const end of ends) {
      const n = lengths.find((length) => msOf(text, end, length, 1) >= msMin);
      if (n === undefined) continue;
      let factor = Number.POSITIVE_INFINITY;
      // Repetitions that a pattern limits may end only above n, and other work on the machine may disturb.
      for (const length of [n, 2 * n, 4 * n]) {
        if (factor <= factorMax || (factor < Number.POSITIVE_INFINITY && msOf(text, end, length, 1) > longMs)) break;
        factor = Math.min(factor, factorOf(text, end, length));
      }
      if (factor > worst.factor) worst = { factor, text };
      if (factor > factorMax) return worst;
    }
  }
  return worst;
}
