import type { DiscordServer } from '../../playground/discord/server.ts';
import type { Ended } from './lede.ts';
import type { Due } from './ledger.ts';
import { readRecords } from './record.ts';
import { clocksOf, day, firstMoment, hour, minute, pause, run, type Stage } from './stage.ts';
import { sends } from './trouble.ts';

/** Kills the process at a bad moment, lets some time pass, and starts the next one. */
export async function killOnTheWay(stage: Stage, due: readonly Due[]): Promise<void> {
  const { random, server, life, trouble } = stage;
  const running = beginRun(stage, false);
  const roll = random.next();
  if (roll < 0.45) await afterPosts(server, random.between(1, due.length), running, () => void life.kill());
  else if (roll < 0.6) {
    loseContact(stage);
    await Promise.race([running, pause(random.between(50, 250))]);
  } else await Promise.race([running, pause(random.between(0, 120))]);
  await killed(stage);
  if (random.chance(0.2)) trouble.busy(random.pick(due).channelId);
  await comeBack(stage);
}

/** Sends SIGTERM in the middle of a run. */
export async function stopOnTheWay(stage: Stage): Promise<void> {
  stage.trouble.count('SIGTERM');
  await Promise.race([beginRun(stage, true), pause(stage.random.between(0, 150))]);
  await stage.life.end();
  readRecords(stage);
  await comeBack(stage);
}

/** Starts a run that may be interrupted by the end of the process; unfinished work is then no failure. */
export function beginRun(stage: Stage, mayFail: boolean): Promise<Ended> {
  const running = stage.life.order({ do: 'run', ...clocksOf(stage) });
  return mayFail || stage.disk.isFull ? running.catch((): Ended => ({ died: true })) : running;
}

/** Lets Discord execute a few posts, or not, without an answer. */
export function loseContact({ random, server }: Stage): void {
  server.clearFaults();
  const how = random.chance(0.6) ? 'timeout-after-commit' : 'timeout';
  server.fail({ ...sends, how, times: random.between(1, 5) });
}

/**
 * Waits until Lede has posted so many messages, or a run ends. Calls `then` at the most dangerous moment: Discord has
 * posted the last one and Lede does not know it yet.
 */
export async function afterPosts(
  server: DiscordServer,
  count: number,
  running?: Promise<unknown>,
  then?: () => void,
): Promise<void> {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  let left = count;
  const off = server.on((event) => {
    if (event.type !== 'message' || event.change !== 'created') return;
    left -= event.message.author.id === server.world.botId ? 1 : 0;
    if (left > 0) return;
    then?.();
    resolve();
  });
  await Promise.race([running ?? reached, reached]);
  off();
}

async function killed(stage: Stage): Promise<void> {
  await stage.life.kill();
  stage.kills += 1;
  stage.diary.note({ at: stage.now, text: 'kill -9' });
  readRecords(stage);
  stage.options.progress?.(`kill ${stage.kills}, day ${((stage.now - firstMoment) / day).toFixed(1)}`);
}

/** How long Lede stays down, in ms. */
export function downtime({ random }: Stage): number {
  const roll = random.next();
  if (roll < 0.6) return random.between(1_000, 25_000);
  if (roll < 0.9) return random.between(1, 10) * minute;
  return roll < 0.985 ? random.between(20, 80) * minute : random.between(3, 20) * hour;
}

/** Lets time pass and starts the next process, which may be killed during its start. */
export async function comeBack(stage: Stage): Promise<void> {
  const { random, server, ledger, disk } = stage;
  const downMs = downtime(stage);
  const from = stage.now;
  // An operator frees the disk before starting Lede again.
  disk.free();
  for (;;) {
    // Requests that the process had sent arrive before the hours of its downtime pass.
    await server.quiet();
    stage.now += downMs;
    ledger.advance(stage.now);
    stage.life = await stage.nursery.next();
    stage.diary.note({ at: stage.now, text: 'started again' });
    const opening = stage.life.order({ do: 'open', ...clocksOf(stage), settings: stage.settings });
    if (random.chance(0.1) && stage.kills < stage.options.kills) {
      // Kills it in the middle of its start.
      await Promise.race([opening, pause(random.between(0, 150))]);
      await killed(stage);
      continue;
    }
    ledger.outage({ from, to: stage.now });
    const opened = await opening;
    if (opened.died) throw new Error('Lede died at its start');
    await run(stage);
    return;
  }
}
