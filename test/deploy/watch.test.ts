import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { day, openDesk, type TestDesk } from '../desk/desk.ts';
import { metricsIn, queryIn } from './promql.ts';

const read = (name: string) => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');

interface Alert {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}
const alerts: Alert[] = parse(read('alerts.yaml')).groups.flatMap(({ rules }: { rules: Alert[] }) => rules);

interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  datasource?: { uid: string };
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: { expr: string; legendFormat: string }[];
}
const dashboard: { panels: Panel[]; templating: { list: { name: string; type: string }[] } } = JSON.parse(
  read('grafana-dashboard.json'),
);
const shown = dashboard.panels.filter(({ type }) => type !== 'row');

/** All expressions, with the alert or panel that contains them. */
const expressions = [
  ...alerts.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...shown.flatMap(({ title, targets = [] }) => targets.map(({ expr }): [string, string] => [title, expr])),
];
/** Prometheus's own metric, and the labels that it adds to every target. */
const own = { metric: 'up', labels: ['job', 'instance'] };

let at: TestDesk;
let metrics: ReturnType<typeof metricsIn>;

beforeAll(async () => {
  at = await openDesk({ settings: { http: { host: '127.0.0.1', port: 0 } }, keep: true });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world']);
  await at.to(0, '08:00');
  // Makes some work overdue.
  at.now += day;
  metrics = metricsIn(await (await fetch(`${at.app.httpOrigin()}/metrics`)).text());
});
afterAll(() => at.close());

test.each(expressions)('%s asks for metrics and labels that a running Lede has', (_, expression) => {
  const { metrics: named, groups } = queryIn(expression);
  expect(named.length).toBeGreaterThan(0);
  for (const { name, matches } of named.filter(({ name }) => name !== own.metric)) {
    expect([...metrics.keys()]).toContain(name);
    const labels = metrics.get(name);
    for (const { label, values } of matches.filter(({ label }) => !own.labels.includes(label))) {
      expect([...(labels?.get(label) ?? [])], `${name}{${label}}`).toEqual(expect.arrayContaining(values));
    }
  }
  const known = named.flatMap(({ name }) => [...(metrics.get(name)?.keys() ?? [])]);
  expect([...own.labels, ...known]).toEqual(expect.arrayContaining(groups));
});

test('metrics that every Node program has are restricted to Lede’s job', () => {
  for (const [name, expression] of expressions) {
    const foreign = queryIn(expression).metrics.filter((metric) => !metric.name.startsWith('lede_'));
    for (const { matches } of foreign)
      expect(
        matches.map(({ label }) => label),
        name,
      ).toContain('job');
  }
});

describe('the alerts', () => {
  test('each says what is wrong, what to do, and how urgent it is', () => {
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { alert, labels, annotations } of alerts) {
      expect(alert).toMatch(/^Lede[A-Z]\w+$/);
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/^.{20,120}\.$/);
      expect(annotations.description.length).toBeGreaterThan(80);
    }
  });

  test('each fires only after its condition has held for a while', () => {
    const minutes = (text = '0m') => Number(/^(\d+)([mh])$/.exec(text)?.[1] ?? 0) * (text.endsWith('h') ? 60 : 1);
    const soonest = alerts.map(({ alert, for: time, labels }) => ({ alert, time: minutes(time), ...labels }));
    expect(soonest.filter(({ time }) => time === 0)).toEqual([]);
    // A restart takes up to two minutes. Damage, once found, is permanent and may page at once.
    const early = soonest.filter(({ time, severity }) => severity === 'page' && time < 3);
    expect(early.map(({ alert }) => alert)).toEqual(['LedeDatabaseDamaged']);
  });

  test('none fires on one message, one push, one takeover, one new start or one failed look', () => {
    const ofEvents = /lede_deliveries|lede_hub_pushes|lede_role_takeovers|process_start_time_seconds/;
    for (const { alert, expr } of alerts.filter(({ expr }) => ofEvents.test(expr))) {
      const [, least = '0'] = />=? (\d+)(?!\.)/.exec(expr) ?? [];
      expect(Number(least), alert).toBeGreaterThanOrEqual(3);
    }
    const looks = alerts.filter(({ expr }) => expr.includes('lede_loop_failures{loop!="sweep"}'));
    expect(looks.map(({ expr }) => /min_over_time\(increase\([^)]+\[5m\]\)\[15m:5m\]\)/.test(expr))).toEqual([true]);
    const histograms = alerts.filter(({ expr }) => expr.includes('histogram_quantile'));
    for (const { alert, expr } of histograms) expect(expr, alert).toMatch(/_count[^>]*> \d\d/);
  });

  test('their texts show only labels that their results have', () => {
    for (const { alert, expr, annotations } of alerts) {
      const shown = [
        ...Object.values(annotations)
          .join(' ')
          .matchAll(/\$labels\.(\w+)/g),
      ].map(([, label]) => label);
      const { groups, metrics: named } = queryIn(expr);
      const all = [...own.labels, ...named.flatMap(({ name }) => [...(metrics.get(name)?.keys() ?? [])])];
      const left = groups.length > 0 ? groups : all;
      expect(left, alert).toEqual(expect.arrayContaining(shown));
    }
  });
});

describe('the dashboard', () => {
  test('uses the data source and job chosen at import', () => {
    expect(dashboard.templating.list.map(({ name, type }) => [name, type])).toEqual([
      ['source', 'datasource'],
      ['job', 'query'],
    ]);
    for (const { title, datasource, targets = [] } of shown) {
      expect(datasource?.uid, title).toBe(`\${source}`);
      for (const { expr } of targets) expect(expr, title).toContain('job="$job"');
    }
  });

  test('has panels with a description, a unique id and a separate place', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, description = '' } of shown) expect(description.length, title).toBeGreaterThan(10);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, nth) => `${x + (nth % w)}:${y + Math.floor(nth / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...dashboard.panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  });

  test('names each line', () => {
    for (const { title, type, targets = [] } of shown.filter(({ type }) => type !== 'stat')) {
      for (const { expr, legendFormat } of targets) {
        expect(legendFormat, `${title} ${type}`).not.toBe('');
        const labels = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label ?? '');
        // `histogram_quantile` consumes the label `le`.
        const groups = queryIn(expr).groups.filter(
          (label) => !(label === 'le' && expr.startsWith('histogram_quantile')),
        );
        if (groups.length > 0) expect(new Set(labels), title).toEqual(new Set(groups));
      }
    }
  });
});

test('every metric of Lede is on the dashboard or in an alert', () => {
  const named = new Set(expressions.flatMap(([, expression]) => queryIn(expression).metrics.map(({ name }) => name)));
  const ofOne = (name: string) => name.replace(/_(?:bucket|sum|count)$/, '');
  const shownOnes = new Set([...named].map(ofOne));
  const all = new Set([...metrics.keys()].map(ofOne));
  const left = [...all].filter((name) => name.startsWith('lede_') && !shownOnes.has(name));
  expect(left).toEqual(['lede_loop_last_seconds']);
});
