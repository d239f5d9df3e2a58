import { startPostgres } from '../../storage/postgresServer.ts';
import { changeSomething } from '../changes.ts';
import { calmDown, moveOn, resultOf } from '../chaos.ts';
import { type ChaosOptions, day, firstMoment, isSound, minute, run, type Stage, settle, setUp } from '../stage.ts';
import { Fleet } from './fleet.ts';
import { endOne, killSome, pauseOne, shakeDatabase } from './mishaps.ts';

export interface FleetOptions extends Omit<ChaosOptions, 'databaseUrl'> {
  pauses: number;
  /** Pauses of a minute, after which the lease is long over and sent messages have been verified. */
  longPauses: number;
  /** Restarts of PostgreSQL, its crashes, and ended connections. */
  shakes: number;
}

/** Steps are long because each costs a round of five processes, and more due work per step tests the same. */
const stepMs = 10 * minute;
/** Log entries that a lost database, a lost lease and the end of a process amid its digests produce. */
const expectedErrors =
  /superseded|took over the work|PostgreSQL does not answer|PostgreSQL is starting or ending|The database is closed/;

/** Something that happens while slots are due. */
type Mishap = (due: Parameters<typeof killSome>[1]) => Promise<void>;

/** Runs five processes on one PostgreSQL through days of trouble, and compares the messages with the expected ones. */
export async function runFleet(options: FleetOptions) {
  await using postgres = await startPostgres();
  const databaseUrl = await postgres.create();
  let fleet: Fleet | undefined;
  await using stage = await setUp({ ...options, databaseUrl }, (on) => (fleet = new Fleet(on)));
  if (fleet === undefined) throw new Error('no fleet');
  await settle(stage);
  const scene = { stage, fleet, postgres };
  const end = firstMoment + options.days * day;
  const planned: { left: () => number; happen: Mishap }[] = [
    { left: () => options.kills - stage.kills, happen: (due) => killSome(scene, due) },
    counted(options.pauses, (due) => pauseOne(scene, due)),
    counted(options.longPauses, (due) => pauseOne(scene, due, 60_000)),
    counted(options.shakes, (due) => shakeDatabase(scene, due)),
    counted(Math.ceil(options.kills / 20), (due) => endOne(scene, due)),
  ];
  while (stage.now < end || planned.some(({ left }) => left() > 0)) await step(stage, end, planned);
  await calmDown(stage);
  const result = await resultOf(stage);
  const { takeovers, takeoverMsMax } = fleet;
  const errors = result.errors.filter((error) => !expectedErrors.test(error));
  return { ...result, errors, takeovers, takeoverMsMax };
}

function counted(times: number, happen: Mishap) {
  let left = times;
  return {
    left: () => left,
    happen: (due: Parameters<Mishap>[0]) => {
      left -= 1;
      return happen(due);
    },
  };
}

async function step(stage: Stage, end: number, planned: readonly { left: () => number; happen: Mishap }[]) {
  const { random, options } = stage;
  const due = await moveOn(stage, stepMs);
  const momentsLeft = ((end - stage.now) / day) * Math.min(120, options.channels);
  const mishap = planned.find(({ left }) => left() > 0 && random.chance(left() / Math.max(1, momentsLeft)));
  if (due.length > 0 && mishap !== undefined) {
    stage.options.progress?.(`day ${((stage.now - firstMoment) / day).toFixed(1)}, kills ${stage.kills}`);
    await mishap.happen(due);
  } else await run(stage);
  if (isSound(stage)) await changeSomething(stage);
}
