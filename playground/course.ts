import { setTimeout } from 'node:timers/promises';
import type { App } from '../src/app.ts';
import { type EpochMs, monotonic } from '../src/clock.ts';
import { statusQuestions } from '../src/desk/status.ts';
import { type MovedClock, skipTo } from './clock.ts';
import type { DiscordServer } from './discord/server.ts';
import { isAlert, isDigest } from './page/everyItem.ts';
import type { Progress } from './page/protocol.ts';

const lookMs = 250;
/** Long enough to read the first outlets of the real catalogue. */
const someMs = 60_000;
const stepShownMs = 60;

/**
 * The sequence of a playground session: reading all feeds, the first digest, and skips to the next morning. `eight` is
 * the moment of the first digest; undefined on the real clock, where nothing waits for a visitor.
 */
export function createCourse(
  server: DiscordServer,
  clock: MovedClock,
  eight: EpochMs | undefined,
  zone: string,
  /** Time of the press's last news. */
  lastAt = Number.POSITIVE_INFINITY,
) {
  const stopping = new AbortController();
  const listeners: ((progress: Progress) => void)[] = [];
  let progress: Progress = {
    phase: 'starting',
    outlets: 0,
    items: 0,
    stories: 0,
    digests: 0,
    alerts: 0,
    isOver: false,
  };
  let app: App | undefined;
  let skipping: Promise<void> | undefined;
  const visited = Promise.withResolvers<void>();
  const tell = (change: Partial<Progress>) => {
    progress = { ...progress, ...change };
    for (const listener of listeners) listener(progress);
  };
  /** Counts the items and stories stored since `before`. */
  const count = async (running: App, before = { items: 0, stories: 0 }) => {
    const { articles, stories } = await running.desk.use(statusQuestions).status(undefined);
    return { items: articles - before.items, stories: Math.max(0, stories - before.stories) };
  };
  server.on((event) => {
    if (event.type !== 'message' || event.change !== 'created' || progress.phase !== 'skipping') return;
    if (isDigest(event.message)) tell({ digests: progress.digests + 1 });
    if (isAlert(event.message)) tell({ alerts: progress.alerts + 1 });
  });

  const jump = async (running: App): Promise<void> => {
    const before = await count(running);
    tell({ phase: 'skipping', items: 0, stories: 0, digests: 0, alerts: 0 });
    let shownAt = monotonic();
    const onStep = async () => {
      if (monotonic() - shownAt < stepShownMs) return;
      shownAt = monotonic();
      tell(await count(running, before));
    };
    await skipTo(clock, nextMorning(clock.now(), zone), running, onStep, stopping.signal);
    if (!stopping.signal.aborted) {
      tell({ phase: 'ready', ...(await count(running, before)), isOver: clock.now() >= lastAt });
    }
  };

  return {
    progress: () => progress,
    onProgress: (listener: (progress: Progress) => void) => void listeners.push(listener),
    /** Call it when a visitor has opened the page. */
    opened: () => visited.resolve(),
    /** Reads all feeds, waits for a visitor, then moves to eight. On the real clock it reads for a minute at most. */
    async begin(started: App, outlets: number) {
      app = started;
      // On the real clock the page is ready at once, without waiting for the last outlet.
      tell({ phase: eight === undefined ? 'ready' : 'reading', outlets });
      const look = setInterval(() => {
        count(started).then(tell, () => clearInterval(look));
      }, lookMs);
      const reading = started.drain().finally(() => clearInterval(look));
      if (eight === undefined) {
        const some = setTimeout(someMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
        await Promise.race([reading, some]);
        return;
      }
      await reading;
      if (stopping.signal.aborted) return;
      tell(await count(started));
      await visited.promise;
      clock.stand(eight);
      await started.drain();
      clock.run();
      if (!stopping.signal.aborted) tell({ phase: 'ready' });
    },
    /** Skips to the next morning at eight. A call during a skip waits for that skip. */
    async skip() {
      if (app === undefined || eight === undefined || (progress.phase !== 'ready' && skipping === undefined)) return;
      skipping ??= jump(app).finally(() => {
        skipping = undefined;
      });
      await skipping;
    },
    stop: () => {
      stopping.abort();
      visited.resolve();
    },
  };
}

/** The next morning at eight in a zone, strictly after `now`. */
export function nextMorning(now: EpochMs, zone: string): EpochMs {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const today = here.withPlainTime('08:00');
  const next = today.epochMilliseconds > now ? today : here.add({ days: 1 }).withPlainTime('08:00');
  return next.epochMilliseconds;
}
