import { changeSomething } from './changes.ts';
import { judgeForum, loseAnswers, planForum } from './forum.ts';
import { killOnTheWay, stopOnTheWay } from './kills.ts';
import { within } from './lede.ts';
import type { Due } from './ledger.ts';
import { someMishap } from './mishaps.ts';
import { readRecords, recordOf } from './record.ts';
import {
  type ChaosOptions,
  day,
  firstMoment,
  hour,
  isSound,
  minute,
  must,
  run,
  type Stage,
  settle,
  setUp,
} from './stage.ts';
import { collect, judge } from './verdict.ts';

export type { ChaosOptions } from './stage.ts';

export type ChaosResult = Awaited<ReturnType<typeof resultOf>>;

/** Log entries that a revoked token, a full disk and an entirely refused digest produce. */
const expectedErrors = /token-refused|Discord closed the connection for good|disk-full|disk is full|message refused/;

const connectMsMax = 60_000;

/** Runs Lede through days of trouble and compares the messages in the channels with the expected ones. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  await using stage = await setUp(options);
  await settle(stage);
  await planForum(stage);
  const end = firstMoment + options.days * day;
  while (stage.now < end || stage.kills < options.kills) await step(stage, end);
  await calmDown(stage);
  return await resultOf(stage);
}

/** Stops Lede and returns the result of the run. */
export async function resultOf(stage: Stage) {
  collect(stage.server, [...stage.posted.keys()], stage.posted);
  await must(stage, { do: 'stop' });
  const untold = readRecords(stage);
  const verdict = judge(stage.ledger, stage.posted, [...stage.told.values()], stage.made);
  verdict.lost = verdict.lost.map((line) => explained(stage, line));
  verdict.offTime = verdict.offTime.map((line) => explained(stage, line));
  const forumPosts = judgeForum(stage, verdict);
  const { kills, nursery, trouble, requests, steps } = stage;
  return {
    ...verdict,
    kills,
    days: Math.floor((stage.now - firstMoment) / day),
    steps,
    /** Posts in the forum, which gets items of a feed. */
    forumPosts,
    trouble: trouble.counts,
    /** Number of requests with a body, and those of them that violate Discord's schemas or rules. */
    requestsChecked: requests.checked,
    invalidRequests: requests.invalid,
    /** Number of notices that nobody received, and logged errors that no injected trouble explains. */
    untold,
    errors: nursery.errors.filter((error) => !expectedErrors.test(error)),
  };
}

/** A problem with a digest, followed by what Lede's database and the diary say about it. */
function explained({ databaseUrl, diary, ledger, places }: Stage, line: string): string {
  const key = line.split(' ')[0] ?? '';
  const due = ledger.due.find((one) => one.key === key);
  if (due === undefined) return line;
  const about = [due.channelId, places.get(due.channelId) ?? ''];
  return [`${line}; ${recordOf(databaseUrl, line)}`, ...diary.of(about, due.at)].join('\n      ');
}

async function step(stage: Stage, end: number): Promise<void> {
  const { random } = stage;
  const due = await moveOn(stage);
  loseAnswers(stage);
  if (due.length > 0 && random.chance(killShare(stage, end))) await killOnTheWay(stage, due);
  else if (due.length > 0 && random.chance(0.008)) await stopOnTheWay(stage);
  else await run(stage);
  if (!isSound(stage)) return;
  await changeSomething(stage);
  await someMishap(stage);
}

/** Goes on to the next moment, at least this much later, with its trouble. Returns what is due by then. */
export async function moveOn(stage: Stage, leastMs = 0): Promise<Due[]> {
  stage.steps += 1;
  // A new session takes seconds of real time, in which the virtual clock would advance by hours. Gateway events about
  // permissions and servers would then be unrealistically late.
  await within(stage.server.connected(), 'it does not come back to the gateway', connectMsMax);
  stage.now = Math.max(nextMoment(stage), stage.now + leastMs);
  const due = stage.ledger.advance(stage.now);
  await doLater(stage);
  stage.trouble.step(stage.now, due);
  return due;
}

/** Not each poll of the forum's feed is a step; but what is due by now waits for something that takes real time. */
const stepMs = ({ now, nextDueAt = now, forum }: Stage) =>
  forum === undefined || nextDueAt <= now ? 1_000 : 10 * minute;

/** The next moment at which something is due or some trouble ends. */
function nextMoment(stage: Stage): number {
  const { now, nextDueAt = now, trouble } = stage;
  return Math.max(now + stepMs(stage), Math.min(nextDueAt, trouble.nextAt(), nextLater(stage), now + 6 * hour));
}

const nextLater = ({ later }: Stage) => Math.min(Number.POSITIVE_INFINITY, ...later.map(({ at }) => at));

/** Does what was planned for this moment. */
async function doLater(stage: Stage): Promise<void> {
  for (const planned of stage.later.filter(({ at }) => at <= stage.now)) {
    if (planned.isCareful && !isSound(stage)) {
      planned.at = Math.max(stage.now, stage.clockDoubtUntil) + 10 * minute;
      continue;
    }
    stage.later.splice(stage.later.indexOf(planned), 1);
    await planned.work();
  }
}

/** Ends all trouble and gives pending messages time to be verified or to expire. */
export async function calmDown(stage: Stage): Promise<void> {
  stage.trouble.endAll();
  stage.disk.free();
  stage.clockWrongUntil = stage.now;
  for (const until of [stage.clockDoubtUntil, 3 * hour]) {
    const calm = Math.max(until, stage.now + 3 * hour);
    while (stage.now < calm) await quietStep(stage, calm);
    for (const planned of stage.later) planned.at = stage.now;
    await doLater(stage);
  }
}

async function quietStep(stage: Stage, until: number): Promise<void> {
  stage.now = Math.max(stage.now + stepMs(stage), Math.min(stage.nextDueAt ?? until, until));
  stage.ledger.advance(stage.now);
  await run(stage);
}

/** Probability of a kill now, so that the kills are spread evenly over the remaining days. */
function killShare({ options, kills, now }: Stage, end: number): number {
  if (now >= end) return 1;
  const momentsLeft = Math.max(1, ((end - now) / day) * Math.min(64, options.channels * 1.3));
  return ((options.kills - kills) / momentsLeft) * 1.3;
}

const shown = 20;
const lineMax = 8_000;

/** The non-empty lists of a result. All must be empty, whatever the trouble was. */
export function wrongIn(result: object): [name: string, lines: string[]][] {
  return Object.entries(result).filter(([, value]) => Array.isArray(value) && value.length > 0);
}

/** The figures of a result, with the length of each list. */
export function figuresOf(result: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => [name, Array.isArray(value) ? value.length : value]),
  );
}

/** The figures of a result as lines, the most important ones last. */
export function reportOf(result: ChaosResult): string[] {
  const { trouble, outOfOrder, lost, doubled, ...others } = figuresOf(result);
  return [
    ...wrongIn(result).flatMap(([name, list]) =>
      list.slice(0, shown).map((line) => `${name}: ${line.slice(0, lineMax)}`),
    ),
    ...Object.entries({ ...result.trouble, ...others, outOfOrder, lost, doubled }).map(
      ([name, value]) => `${name} ${value}`,
    ),
  ];
}
