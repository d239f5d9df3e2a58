import { articlesOf, type PressArticle, type VisibleArticle, wordingAt } from './article.ts';
import type { EventSheet } from './event.ts';
import { lissaryElection, portsLeague, ustaneQuake } from './events/abroad.ts';
import { aldsteelFurnace, candleListing, canneryBuyout, craneArrival, reserveRate } from './events/business.ts';
import { kirnauSigns, ministerNamed, ministerResigns, votingAge } from './events/cabinet.ts';
import { chessRoundEight, chessRoundFive, chessRoundSeven, chessRoundSix } from './events/chess.ts';
import { grendGlacier, mossBog, stormDag, stormEbba, warmSound, windFarm } from './events/climate.ts';
import { fellPassRockfall, fellPassSnow } from './events/fell-pass.ts';
import { ferryWalkout } from './events/ferry.ts';
import { ferryBallot } from './events/ferry-ballot.ts';
import { fjellnetEvening, fjellnetOutage } from './events/fjellnet.ts';
import { brannickJam, ironbarkCloses, keeperMillion, keeperSaves, marhavenOpen, pixiePrice } from './events/games.ts';
import { freeSpectacles, mackerelRecall, napStudy, nightWard, spaVirus } from './events/health.ts';
import { libraryBook, mooseOnTheLine, parliamentClock } from './events/oddities.ts';
import { coldGlass, cometSeen, cometVisible, eelJourney, logBoat } from './events/science.ts';
import { festivalOpens, goldenHeron, lateFerries } from './events/screen-and-song.ts';
import { cupSemiFinal, fogMarathon, goalieGoal, leagueDraw, soundSwimmer } from './events/sports.ts';
import { girlWithEel, understudy } from './events/stage.ts';
import { electricFerry, tideRobot, vennkey } from './events/technology.ts';
import { waterBillChamber, waterBillSenate } from './events/water-bill.ts';
import type { OutletId } from './outlets.ts';

/** Everything that happens in Vennmark in six days. */
export const pressEvents: readonly EventSheet[] = [
  lissaryElection,
  ustaneQuake,
  portsLeague,
  reserveRate,
  aldsteelFurnace,
  canneryBuyout,
  craneArrival,
  candleListing,
  ministerResigns,
  ministerNamed,
  kirnauSigns,
  votingAge,
  chessRoundFive,
  chessRoundSix,
  chessRoundSeven,
  chessRoundEight,
  warmSound,
  stormDag,
  stormEbba,
  grendGlacier,
  mossBog,
  windFarm,
  fellPassSnow,
  fellPassRockfall,
  ferryBallot,
  ferryWalkout,
  fjellnetEvening,
  fjellnetOutage,
  keeperMillion,
  keeperSaves,
  ironbarkCloses,
  marhavenOpen,
  pixiePrice,
  brannickJam,
  spaVirus,
  nightWard,
  freeSpectacles,
  mackerelRecall,
  napStudy,
  mooseOnTheLine,
  libraryBook,
  parliamentClock,
  logBoat,
  cometSeen,
  cometVisible,
  eelJourney,
  coldGlass,
  festivalOpens,
  goldenHeron,
  lateFerries,
  leagueDraw,
  cupSemiFinal,
  goalieGoal,
  soundSwimmer,
  fogMarathon,
  understudy,
  girlWithEel,
  tideRobot,
  vennkey,
  electricFerry,
  waterBillChamber,
  waterBillSenate,
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
