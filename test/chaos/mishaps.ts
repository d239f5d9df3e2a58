import { beginRun, comeBack } from './kills.ts';
import { OrderFailed } from './lede.ts';
import { readRecords } from './record.ts';
import { clocksOf, hour, minute, pause, type Stage } from './stage.ts';

/** With a forum, a step takes ten minutes. */
const twoStepsMs = 20 * minute;

/** Lets something happen to the process, its machine or its servers. The probabilities are chosen for 65 days. */
export async function someMishap(stage: Stage): Promise<void> {
  const { random } = stage;
  if (random.chance(0.0015)) await revokeToken(stage);
  if (random.chance(0.003)) fillDisk(stage);
  if (random.chance(0.002)) misreadClock(stage);
}

/** Revokes the token: Lede must stop and say why, refuse to start meanwhile, and go on with the valid token. */
async function revokeToken(stage: Stage): Promise<void> {
  const { random, server, trouble } = stage;
  trouble.count('token revoked');
  const running = random.chance(0.5) ? beginRun(stage, true) : undefined;
  await Promise.race([running, pause(random.between(0, 80))]);
  server.acceptToken(false);
  // Lede notices it at the gateway or at its next request, whichever comes first.
  const sentence = await stage.life.over();
  if (!sentence.includes('no longer takes the token')) throw new Error(`a revoked token ended Lede with "${sentence}"`);
  readRecords(stage);
  const early = await stage.nursery.next();
  const code = await codeOf(early.order({ do: 'open', ...clocksOf(stage), settings: stage.settings }));
  await early.kill();
  if (code !== 'token-refused') throw new Error(`a start with a revoked token ended with ${code}`);
  server.acceptToken(true);
  await comeBack(stage);
}

async function codeOf(order: Promise<unknown>): Promise<string> {
  try {
    await order;
    return 'success';
  } catch (error) {
    if (error instanceof OrderFailed) return error.code;
    throw error;
  }
}

/** Fills the disk for some minutes, so that nothing can be stored. */
function fillDisk(stage: Stage): void {
  const { random, disk, trouble, ledger, now } = stage;
  if (!disk.canFill || disk.isFull) return;
  trouble.count('disk full');
  disk.fill(random.between(0, 32) * 4_096);
  const at = now + random.between(2, 40) * minute;
  // Lede does not post what it cannot record.
  ledger.outage({ from: now, to: at });
  stage.later.push({ at, isCareful: false, work: async () => disk.free() });
}

/**
 * Sets Lede's clock wrong for a while, by minutes or hours in either direction. A process that keeps running waits for
 * the latest time it has seen, or goes back if that is more than an hour ahead.
 */
function misreadClock(stage: Stage): void {
  const { random, ledger, now } = stage;
  if (stage.clockDoubtUntil > now) return;
  const roll = random.next();
  const error = roll < 0.4 ? -random.between(3, 90) * minute : random.between(3, 90) * minute;
  stage.clockErrorMs = roll < 0.75 ? error : random.between(3, 20) * hour;
  stage.trouble.count(stage.clockErrorMs < 0 ? 'clock back' : 'clock forth');
  const until = now + random.between(5, 60) * minute;
  stage.clockWrongUntil = until;
  stage.clockDoubtUntil = until + Math.abs(stage.clockErrorMs) + 3 * hour;
  // A rate limit may have held up what fell due during the last two steps, and by a clock ahead it is too late.
  ledger.outage({ from: now - twoStepsMs, to: stage.clockDoubtUntil });
  ledger.wrongClock({ from: now, to: stage.clockDoubtUntil });
  // Makes the run stop at the moment at which the clock is right again.
  stage.later.push({ at: until, isCareful: false, work: async () => undefined });
}
