import type { Change } from './change.ts';
import type { LiveStories, Move } from './liveStories.ts';

interface Passage {
  from: string;
  into: string;
  moves: Move[];
}

function passagesOf(live: LiveStories): Passage[] {
  const passages = new Map<string, Passage>();
  for (const move of live.moves.values()) {
    const into = move.article.story?.id;
    if (move.before === undefined || into === undefined || into === move.before) continue;
    const key = `${move.before}\n${into}`;
    const passage = passages.get(key) ?? { from: move.before, into, moves: [] };
    passage.moves.push(move);
    passages.set(key, passage);
  }
  return [...passages.values()];
}

/** Of the passages with the same end, the one with the most articles. */
function largestBy(passages: readonly Passage[], end: 'from' | 'into'): Set<Passage> {
  const largest = new Map<string, Passage>();
  for (const passage of passages) {
    const known = largest.get(passage[end]);
    if (!known || passage.moves.length > known.moves.length) largest.set(passage[end], passage);
  }
  return new Set(largest.values());
}

/** What is different after an `add`, without the detours within it: stories founded and ended on the way are not told. */
export function netChanges(live: LiveStories, arrived: string, terms: string): Change[] {
  const placed: Change[] = [];
  const splits: Change[] = [];
  const moves: Change[] = [];
  const merges: Change[] = [];
  const arrival = live.moves.get(arrived);
  const storyId = arrival?.article.story?.id;
  if (arrival && storyId !== undefined) {
    const { reasons } = arrival;
    placed.push({ kind: 'placed', articleId: arrived, storyId, isNew: live.born.has(storyId), terms, reasons });
  }
  // Most articles move no other: nothing to sort out.
  if (live.moves.size <= 1) return placed;
  const passages = passagesOf(live);
  const mainExits = largestBy(passages, 'from');
  const mainEntries = largestBy(passages, 'into');
  for (const passage of passages) {
    const { from, into } = passage;
    const reasons = (passage.moves[0] as Move).reasons;
    if (!live.stories.has(from) && mainExits.has(passage)) merges.push({ kind: 'merged', from, into, reasons });
    else if (live.born.has(into) && mainEntries.has(passage)) {
      const articleIds = passage.moves.map((move) => move.article.id);
      splits.push({ kind: 'split', from, into, articleIds, reasons });
    } else {
      for (const move of passage.moves) {
        moves.push({ kind: 'moved', articleId: move.article.id, from, into, reasons: move.reasons });
      }
    }
  }
  return [...placed, ...splits, ...moves, ...merges];
}
