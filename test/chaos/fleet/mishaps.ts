import type { PostgresServer } from '../../storage/postgresServer.ts';
import { afterPosts, downtime, loseContact } from '../kills.ts';
import type { Life } from '../lede.ts';
import type { Due } from '../ledger.ts';
import { readRecords } from '../record.ts';
import { clocksOf, minute, pause, run, type Stage } from '../stage.ts';
import { sends } from '../trouble.ts';
import { type Fleet, posts } from './fleet.ts';

/** Longer than a lease, which is six seconds. */
const shortMs = 8_000;

interface Scene {
  stage: Stage;
  fleet: Fleet;
  postgres: PostgresServer;
}

/** Lets something happen in the middle of a run, then completes everything that is due. */
async function amid({ stage, fleet }: Scene, due: readonly Due[], what: () => Promise<void>): Promise<void> {
  const running = outcomeOf(fleet.round({ do: 'run', ...clocksOf(stage) }, [...fleet.lives]));
  await moment(stage, due, running);
  await what();
  const error = await running;
  if (error !== undefined) throw error;
}

const outcomeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Waits for a random moment of a run, often one that follows a post. */
async function moment({ server, random }: Stage, due: readonly Due[], running: Promise<unknown>): Promise<void> {
  if (random.chance(0.5)) await Promise.race([running, pause(random.between(0, 150))]);
  else await afterPosts(server, random.between(1, due.length), running);
}

async function victim({ stage: { random }, fleet }: Scene): Promise<number> {
  return random.chance(0.15) ? fleet.sender() : random.between(0, posts.length - 1);
}

/** Kills one or two processes, and sometimes all at once. */
export async function killSome(scene: Scene, due: readonly Due[]): Promise<void> {
  const { stage } = scene;
  const { random, server, ledger } = stage;
  const roll = random.next();
  const chosen = await victim(scene);
  const others = roll < 0.08 ? posts.keys() : roll < 0.35 ? [random.between(0, posts.length - 1)] : [];
  const victims = new Set([chosen, ...others]);
  const isAll = victims.size === posts.length;
  if (random.chance(0.2)) loseContact(stage);
  await amid(scene, due, () => kill(scene, victims));
  readRecords(stage);
  if (isAll) {
    await server.quiet();
    const from = stage.now;
    stage.now += downtime(stage);
    ledger.advance(stage.now);
    ledger.outage({ from, to: stage.now });
  }
  await run(stage);
}

async function kill({ stage, fleet }: Scene, victims: ReadonlySet<number>): Promise<void> {
  await Promise.all([...victims].map((at) => fleet.lives[at]?.kill()));
  for (const at of victims) {
    fleet.lives[at] = undefined;
    stage.kills += 1;
    stage.trouble.count(`kill -9 of ${posts[at]?.join('+')}`);
  }
}

/** Sends a process SIGTERM in the middle of its work, which frees its roles immediately. */
export async function endOne(scene: Scene, due: readonly Due[]): Promise<void> {
  const { stage, fleet } = scene;
  const at = await victim(scene);
  stage.trouble.count('SIGTERM');
  await amid(scene, due, async () => {
    const life = fleet.lives[at];
    fleet.lives[at] = undefined;
    await life?.end();
  });
  await run(stage);
}

/**
 * Pauses a process in the middle of its work for longer than its lease. Others take its work over, and when it wakes up
 * it sends nothing and exits. The virtual clock advances with real time, on which the expiry of its requests is based.
 */
export async function pauseOne(scene: Scene, due: readonly Due[], forMs = shortMs): Promise<void> {
  const { stage, fleet } = scene;
  const { random, ledger, trouble } = stage;
  const at = random.chance(0.7) ? await fleet.sender() : random.between(0, posts.length - 1);
  const life = fleet.lives[at];
  if (life === undefined) return;
  trouble.count(`paused ${forMs / 1_000} s: ${posts[at]?.join('+')}`);
  const order = { do: 'run', ...clocksOf(stage) } as const;
  const alone = outcomeOf(life.order(order));
  const others = fleet.round(
    order,
    fleet.lives.filter((other) => other !== life),
  );
  await moment(stage, due, Promise.all([alone, others]));
  life.freeze();
  const [real, wall] = [performance.now(), stage.now];
  fleet.lives[at] = undefined;
  await others;
  for (let ms = 0; ms < forMs; ms = performance.now() - real) {
    stage.now = Math.max(stage.now, wall + Math.floor(ms));
    ledger.advance(stage.now);
    await run(stage);
    await pause(500);
  }
  await wakeUp(stage, life);
  await run(stage);
}

/** Resumes a process that lost its lease while paused, and counts what it still sends. */
async function wakeUp({ server, trouble }: Stage, life: Life): Promise<void> {
  let sent = 0;
  const off = server.on((event) => {
    if (event.type === 'request' && event.request.method === 'POST' && sends.path.test(event.request.path)) sent += 1;
  });
  life.thaw();
  const sentence = await life.over().finally(off);
  if (!sentence.includes('took over')) throw new Error(`a paused process ended with "${sentence}"`);
  // No other process has work now, so every request counted here is from the resumed one.
  for (let n = 0; n < sent; n += 1) trouble.count('sent after the pause');
}

/** Ends PostgreSQL's connections, restarts it or crashes it in the middle of a run. */
export async function shakeDatabase(scene: Scene, due: readonly Due[]): Promise<void> {
  const { stage, fleet, postgres } = scene;
  const { random, trouble } = stage;
  const kind = random.pick([
    'connections ended',
    'connections ended',
    'PostgreSQL restarted',
    'PostgreSQL crashed',
  ] as const);
  trouble.count(kind);
  await amid(scene, due, async () => {
    if (kind === 'connections ended') {
      await fleet.admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and random() < $1`,
        [random.next()],
      );
      return;
    }
    await (kind === 'PostgreSQL crashed' ? postgres.crash() : postgres.halt());
    await pause(random.chance(0.2) ? shortMs : random.between(0, 2_000));
    await postgres.resume();
  });
  stage.now += random.chance(0.5) ? random.between(1, 3) * minute : 0;
  stage.ledger.advance(stage.now);
  await run(stage);
}
