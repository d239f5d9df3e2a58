import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { day, openDesk, type TestDesk } from '../desk/desk.ts';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Alert {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}
const alerts: Alert[] = parse(readFileSync(pathOf('../../deploy/alerts.yaml'), 'utf8')).groups.flatMap(
  ({ rules }: { rules: Alert[] }) => rules,
);

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
  readFileSync(pathOf('../../deploy/grafana-dashboard.json'), 'utf8'),
);
const shown = dashboard.panels.filter(({ type }) => type !== 'row');

/** Every PromQL expression, with the alert or panel that uses it. */
const expressions = [
  ...alerts.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...shown.flatMap(({ title, targets = [] }) => targets.map(({ expr }): [string, string] => [title, expr])),
];
const namesIn = (expression: string): string[] => expression.match(/\b(?:up|(?:lede|nodejs|process)_\w+)\b/g) ?? [];
/** The labels that the results of an expression are grouped by. */
const groupsOf = (expression: string) =>
  [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels = '']) => labels.split(', '));

let at: TestDesk;
/** Each `name{label="value"}` that a running Lede exports. */
let series: string[];
let names: Set<string>;

beforeAll(async () => {
  const settings = { http: { host: '127.0.0.1', port: 0 } };
  at = await openDesk({ settings, digest: { topics: ['world'] }, keep: true });
  await at.to(0, '08:00');
  // Makes work due, so that the metrics of waiting work are exported, too.
  at.now += day;
  const text = await (await fetch(`${at.app.httpOrigin()}/metrics`)).text();
  series = [...text.matchAll(/^(\w+(?:\{.*\})?) \S+$/gm)].map(([, one = '']) => one);
  names = new Set(series.map((one) => one.replace(/\{.*/, '')));
});
afterAll(() => at.close());

test('every alert and panel asks for metrics, labels and values that a running Lede has', () => {
  const pairs = series.flatMap((one) => one.match(/\w+="[^"]*"/g) ?? []);
  const labels = pairs.map((pair) => pair.split('=')[0]);
  for (const [title, expression] of expressions) {
    const asked = namesIn(expression);
    expect(asked, title).not.toEqual([]);
    // Prometheus itself adds the metric `up` and the label `job`.
    expect([...names, 'up'], title).toEqual(expect.arrayContaining(asked));
    expect([...labels, 'job'], title).toEqual(expect.arrayContaining(groupsOf(expression)));
    for (const [, label = '', values = ''] of expression.matchAll(/(\w+)!?=~?"([\w|]+)"/g)) {
      const wanted = values.split('|').map((value) => `${label}="${value}"`);
      expect([...pairs, 'job="lede"'], title).toEqual(expect.arrayContaining(wanted));
    }
  }
});

test('every metric of Lede is on the dashboard or in an alert', () => {
  const ofOne = (name: string) => name.replace(/_(?:bucket|sum|count)$/, '');
  const shownOnes = new Set(expressions.flatMap(([, expression]) => namesIn(expression)).map(ofOne));
  const all = new Set([...names].map(ofOne));
  const left = [...all].filter((name) => name.startsWith('lede_') && !shownOnes.has(name));
  expect(left).toEqual(['lede_loop_last_seconds']);
});

test('metrics that every Node process exports are queried only for Lede’s job', () => {
  for (const [title, expression] of expressions) {
    expect(expression, title).not.toMatch(/\b(?:up|nodejs_\w+|process_\w+)\b(?!\{job=)/);
  }
});

test('the tests of the alerts cover each alert, and use only series that a running Lede exports', () => {
  const text = readFileSync(pathOf('alerts.test.yaml'), 'utf8');
  for (const { alert } of alerts) expect(text).toContain(`alertname="${alert}"`);
  // Prometheus itself adds the labels `job` and `instance`, and the metric `up`.
  const given = [...text.matchAll(/series: '(.+?)'/g)].map(([, one = '']) =>
    one.replaceAll(/,?(?:job|instance)="\w+"/g, '').replace('{}', ''),
  );
  expect([...series, 'up']).toEqual(expect.arrayContaining(given));
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

  test('their texts show only labels that their results have', () => {
    for (const { alert, expr, annotations } of alerts) {
      const texts = `${annotations.summary} ${annotations.description}`;
      const labels = [...texts.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label);
      const groups = groupsOf(expr);
      expect(groups.length > 0 ? groups : ['instance'], alert).toEqual(expect.arrayContaining(labels));
    }
  });
});

describe('the dashboard', () => {
  test('queries the data source and the job that are chosen when it is imported', () => {
    expect(dashboard.templating.list.map(({ name, type }) => [name, type])).toEqual([
      ['source', 'datasource'],
      ['job', 'query'],
    ]);
    for (const { title, datasource, targets = [] } of shown) {
      expect(datasource?.uid, title).toBe(`\${source}`);
      for (const { expr } of targets) expect(expr, title).toContain('job="$job"');
    }
  });

  test('has panels that each say what they show, with an id and a place of their own', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, description = '' } of shown) expect(description.length, title).toBeGreaterThan(10);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, nth) => `${x + (nth % w)}:${y + Math.floor(nth / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...dashboard.panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  });

  test('labels each line', () => {
    for (const { title, type, targets = [] } of shown.filter(({ type }) => type !== 'stat')) {
      for (const { expr, legendFormat } of targets) {
        expect(legendFormat, `${title} ${type}`).not.toBe('');
        const labels = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label ?? '');
        // `histogram_quantile` removes the label `le`, the buckets' bound.
        const groups = groupsOf(expr).filter((label) => !(label === 'le' && expr.startsWith('histogram_quantile')));
        if (groups.length > 0) expect(new Set(labels), title).toEqual(new Set(groups));
      }
    }
  });
});
