import { articlesOf, type PressArticle, type VisibleArticle, wordingAt } from './article.ts';
import type { EventSheet } from './event.ts';
import { chessRoundFive, chessRoundSeven, chessRoundSix } from './events/chess.ts';
import { ferryWalkout } from './events/ferry.ts';
import { ferryBallot } from './events/ferry-ballot.ts';
import { libraryBook, mooseOnTheLine, parliamentClock } from './events/oddities.ts';
import { waterBillChamber, waterBillSenate } from './events/water-bill.ts';
import type { OutletId } from './outlets.ts';

/** Everything that happens in Vennmark in six days. */
export const pressEvents: readonly EventSheet[] = [
  ferryBallot,
  ferryWalkout,
  waterBillChamber,
  waterBillSenate,
  chessRoundFive,
  chessRoundSix,
  chessRoundSeven,
  mooseOnTheLine,
  libraryBook,
  parliamentClock,
];

/** Oldest first. */
export const pressArticles: readonly PressArticle[] = pressEvents
  .flatMap(articlesOf)
  .sort((a, b) => a.publishedOffsetMs - b.publishedOffsetMs);

/** What is published by then, newest first; of one outlet or of all. */
export function articlesVisibleAt(offsetMs: number, outletId?: OutletId): VisibleArticle[] {
  const visible: VisibleArticle[] = [];
  for (const article of pressArticles) {
    if (outletId && article.outletId !== outletId) continue;
    const wording = wordingAt(article, offsetMs);
    if (wording) visible.push(wording);
  }
  return visible.reverse();
}
