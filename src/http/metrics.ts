import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Beat, Figures, StoredFigures } from '../operation/vitals.ts';

/** Memory, event-loop delay and garbage collection of the process. */
const ofProcess = new Registry();

const deliveryStates = ['pending', 'sent', 'expired', 'refused', 'unknown', 'lost'] as const;

interface Sample {
  labels: Record<string, string>;
  value: number;
}

/**
 * A metric. `label` is the label's name; the keys of `values` are then its values. Without it, `values` is one number,
 * or samples with their own labels.
 */
type Family = [name: string, help: string, values: number | object | readonly Sample[] | undefined, label?: string];

const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1_000);

function ofThisProcess(version: string, { beats, connected, ...figures }: Figures): Family[] {
  const ofLoops = (read: (beat: Beat) => number) =>
    Object.fromEntries([...beats].map(([loop, beat]) => [loop, read(beat)]));
  const roles = Object.fromEntries([...figures.roles].map(([role, isHeld]) => [role, Number(isHeld)]));
  return [
    ['lede_info', 'Always 1; the version is the label.', { [version]: 1 }, 'version'],
    ['lede_loop_runs', 'Runs of a loop since the start.', ofLoops(({ runs }) => runs), 'loop'],
    ['lede_loop_failures', 'Runs of a loop that failed since the start.', ofLoops(({ failures }) => failures), 'loop'],
    [
      'lede_loop_work',
      'Feeds polled, messages tried … by a loop since the start.',
      ofLoops(({ work }) => work),
      'loop',
    ],
    ['lede_loop_seconds', 'Time that a loop ran since the start.', ofLoops(({ totalMs }) => totalMs / 1_000), 'loop'],
    ['lede_loop_last_seconds', 'Time of the last run of a loop.', ofLoops(({ lastMs }) => lastMs / 1_000), 'loop'],
    ['lede_discord_connected', '1 while the gateway is connected.', Number(connected)],
    ['lede_role', '1 for each role that this process has now.', roles, 'role'],
    [
      'lede_database_up',
      '1 while the database answers; the figures that it holds are missing while it does not.',
      Number(figures.stored !== undefined),
    ],
    [
      'lede_transaction_retries',
      'Transactions done again since the start, because another process was in the way.',
      figures.retries,
    ],
  ];
}

function ofDatabase(figures: StoredFigures): Family[] {
  const { integrity, stalledMs } = figures;
  const deliveries = Object.fromEntries(deliveryStates.map((state) => [state, figures.deliveries[state] ?? 0]));
  const ages = { poll: seconds(figures.lastPollAgeMs), send: seconds(figures.lastSentAgeMs) };
  const holding = figures.processes.flatMap(({ name, holds }) => holds.map((held) => ({ name, ...held })));
  const stalled = { polling: seconds(stalledMs.polling), sending: seconds(stalledMs.sending) };
  return [
    ['lede_processes', 'Processes that work on the database.', figures.processes.length],
    [
      'lede_role_takeovers',
      'How often the role of one process went to another, since the installation began.',
      Object.fromEntries(holding.map(({ role, turn }) => [role, turn - 1])),
      'role',
    ],
    [
      'lede_role_since_timestamp_seconds',
      'Which process has the role that only one has, and since when.',
      holding.map(({ role, name, since }) => ({ labels: { role, process: name }, value: since / 1_000 })),
    ],
    [
      'lede_due',
      'What waits for a process to take it.',
      Object.fromEntries(figures.due.map(({ work, count }) => [work, count])),
      'work',
    ],
    [
      'lede_due_age_seconds',
      'For how long the oldest of it has waited.',
      Object.fromEntries(figures.due.map(({ work, ageMs }) => [work, seconds(ageMs)])),
      'work',
    ],
    ['lede_feeds', 'Feeds by the outcome of their latest poll.', figures.feeds, 'outcome'],
    ['lede_articles', 'Articles in the database.', figures.articles],
    ['lede_stories', 'Stories in the database.', figures.stories],
    ['lede_deliveries', 'Messages by state: of the last 24 hours, and all pending ones.', deliveries, 'state'],
    ['lede_last_age_seconds', 'How long ago a feed was polled, a digest sent.', ages, 'what'],
    ['lede_silent_seconds', 'For how long nothing was polled or sent though due; 0 is good.', stalled, 'what'],
    ['lede_database_bytes', 'Size of the database, without the log of its latest changes.', figures.databaseBytes],
    ['lede_database_problems', 'What the last daily integrity check found; 0 is good.', integrity?.problems],
    ['lede_database_checked_timestamp_seconds', 'When the last integrity check ran.', seconds(integrity?.at)],
    [
      'lede_backup_age_seconds',
      'Age of the last backup by lede backup, or of the database if there is none.',
      seconds(figures.backupAgeMs),
    ],
  ];
}

/** Formats figures, the metrics of `counted` and those of the process as Prometheus text. */
export async function metricsText(version: string, figures: Figures, counted: Registry): Promise<string> {
  if (ofProcess.getMetricsAsArray().length === 0) collectDefaultMetrics({ register: ofProcess });
  const registry = new Registry();
  const { stored } = figures;
  const families = [...ofThisProcess(version, figures), ...(stored === undefined ? [] : ofDatabase(stored))];
  for (const [name, help, values, label] of families) {
    const samples: readonly Sample[] = Array.isArray(values) ? values : [];
    const labelNames = label === undefined ? Object.keys(samples[0]?.labels ?? {}) : [label];
    // A metric without a value is left out, since it would be shown as 0.
    if (values === undefined || (Array.isArray(values) && samples.length === 0)) continue;
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const { labels, value } of samples) gauge.set(labels, value);
    if (typeof values === 'number') gauge.set(values);
    else if (label !== undefined) {
      for (const [of, value] of Object.entries(values)) if (value !== undefined) gauge.set({ [label]: of }, value);
    }
  }
  return Registry.merge([ofProcess, counted, registry]).metrics();
}

export const metricsType = ofProcess.contentType;

/** Seconds, up to two hours: a digest that is later isn't posted. */
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
