import { Histogram, Registry } from 'prom-client';

/** Seconds, up to two hours: a digest later than that isn't posted. */
const delayBuckets = [1, 5, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200];
/** Seconds. Discord waits three for the first response; a deferred one may take longer. */
const answerBuckets = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5, 10, 30];

/** Prometheus histograms, since the start, of how long people and feeds wait. */
export function createDurations() {
  const registry = new Registry();
  const registers = [registry];
  const delays = new Histogram({
    name: 'lede_delivery_delay_seconds',
    help: 'From when a digest (daily), an alert or another message was due until it stood in Discord.',
    labelNames: ['kind'],
    buckets: delayBuckets,
    registers,
  });
  const answers = new Histogram({
    name: 'lede_answer_seconds',
    help: 'From when an interaction reached Lede until Discord had taken its answer.',
    labelNames: ['kind'],
    buckets: answerBuckets,
    registers,
  });
  const lateness = new Histogram({
    name: 'lede_poll_lateness_seconds',
    help: 'From when a feed was due until Lede asked for it: of the catalogue (poll) or of servers alone (own-poll).',
    labelNames: ['loop'],
    buckets: delayBuckets,
    registers,
  });
  // A series must start at 0, or a rate misses the first event.
  delays.zero({ kind: 'daily' });
  for (const kind of ['command', 'control', 'form', 'menu', 'suggestions']) answers.zero({ kind });
  for (const loop of ['poll', 'own-poll']) lateness.zero({ loop });
  return {
    registry,
    polled: (loop: string, lateMs: number) => lateness.observe({ loop }, Math.max(0, lateMs) / 1_000),
    delivered: (kind: string, ms: number) => delays.observe({ kind }, Math.max(0, ms) / 1_000),
    answered: (kind: string, ms: number) => answers.observe({ kind }, ms / 1_000),
  };
}
