import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Figures } from '../operation/vitals.ts';

/** Prometheus text of the figures, and of the process itself: memory, event-loop delay, garbage collection. */
export interface Metrics {
  contentType: string;
  text(figures: Figures): Promise<string>;
}

export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  gauge('lede_info', 'Always 1; the version is the label.', 'version').set({ version }, 1);
  const loops = loopMetrics(gauge);
  const desk = deskMetrics(gauge);
  const hubs = hubMetrics(gauge);
  return {
    contentType: registry.contentType,
    text(figures) {
      loops(figures);
      desk(figures);
      hubs(figures);
      return registry.metrics();
    },
  };
}

type MakeGauge = (name: string, help: string, ...labelNames: string[]) => Gauge;

function loopMetrics(gauge: MakeGauge): (figures: Figures) => void {
  const runs = gauge('lede_loop_runs', 'Runs of a loop since the start.', 'loop');
  const failures = gauge('lede_loop_failures', 'Runs of a loop that failed since the start.', 'loop');
  const work = gauge('lede_loop_work', 'What a loop did since the start: feeds polled, messages tried …', 'loop');
  const total = gauge('lede_loop_seconds', 'Time that a loop ran since the start.', 'loop');
  const last = gauge('lede_loop_last_seconds', 'Time that the last run of a loop took.', 'loop');
  return ({ beats }) => {
    for (const [loop, beat] of beats) {
      runs.set({ loop }, beat.runs);
      failures.set({ loop }, beat.failures);
      work.set({ loop }, beat.work);
      total.set({ loop }, beat.totalMs / 1_000);
      last.set({ loop }, beat.lastMs / 1_000);
    }
  };
}

function hubMetrics(gauge: MakeGauge): (figures: Figures) => void {
  const hubs = gauge('lede_hubs', 'Feeds by what their hub agreed to (WebSub).', 'state');
  const pushes = gauge(
    'lede_hub_pushes',
    'What hubs sent since the start: taken, refused, unread, dropped.',
    'outcome',
  );
  return (figures) => {
    for (const [state, count] of Object.entries(figures.hubs)) hubs.set({ state }, count);
    for (const [outcome, count] of Object.entries(figures.pushes)) pushes.set({ outcome }, count);
  };
}

const deliveryStates = ['pending', 'sent', 'expired', 'refused', 'unknown', 'lost'] as const;

function deskMetrics(gauge: MakeGauge): (figures: Figures) => void {
  const connected = gauge('lede_discord_connected', '1 while the gateway is connected.');
  const feeds = gauge('lede_feeds', 'Feeds by the outcome of their latest poll.', 'outcome');
  const articles = gauge('lede_articles', 'Articles in the database.');
  const stories = gauge('lede_stories', 'Stories in the database.');
  const deliveries = gauge(
    'lede_deliveries',
    'Messages by state: of the last 24 hours, and all pending ones.',
    'state',
  );
  const age = gauge('lede_last_age_seconds', 'How long ago a feed was polled, a digest sent.', 'what');
  const silent = gauge('lede_silent_seconds', 'For how long nothing was polled or sent though due; 0 is good.', 'what');
  const problems = gauge('lede_database_problems', 'What the last daily integrity check found; 0 is good.');
  const checked = gauge('lede_database_checked_timestamp_seconds', 'When the last integrity check ran.');
  return (figures) => {
    connected.set(figures.connected ? 1 : 0);
    for (const [outcome, count] of Object.entries(figures.feeds)) feeds.set({ outcome }, count);
    articles.set(figures.articles);
    stories.set(figures.stories);
    for (const state of deliveryStates) deliveries.set({ state }, figures.deliveries[state] ?? 0);
    if (figures.lastPollAgeMs !== undefined) age.set({ what: 'poll' }, figures.lastPollAgeMs / 1_000);
    if (figures.lastSentAgeMs !== undefined) age.set({ what: 'send' }, figures.lastSentAgeMs / 1_000);
    for (const [what, ms] of Object.entries(figures.silentMs)) silent.set({ what }, ms / 1_000);
    if (figures.integrity === undefined) return;
    problems.set(figures.integrity.problems);
    checked.set(figures.integrity.at / 1_000);
  };
}
