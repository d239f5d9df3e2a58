import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const alertsFile = pathOf('../../deploy/alerts.yaml');

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

function promtool(words: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync('promtool', words, { encoding: 'utf8', input });
  expect(status, stdout + stderr).toBe(0);
}

describe.skipIf(!hasPromtool)('as Prometheus’s own promtool reads them (left out: no promtool)', () => {
  test('the alerts are valid rules', () => {
    promtool(['check', 'rules', '--lint=all', '--lint-fatal', alertsFile]);
  });

  test('each alert fires in the trouble that it is for, and none on one message, one takeover, one new start or one failed check', () => {
    promtool(['test', 'rules', pathOf('alerts.test.yaml')]);
  });

  test('the expressions of the dashboard’s panels are valid', () => {
    const { panels } = JSON.parse(readFileSync(pathOf('../../deploy/grafana-dashboard.json'), 'utf8')) as {
      panels: { targets?: { expr: string }[] }[];
    };
    const rules = panels
      .flatMap(({ targets = [] }) => targets)
      .map(({ expr }, nth) => ({ record: `panel_${nth}`, expr: expr.replaceAll('$__rate_interval', '5m') }));
    expect(rules.length).toBeGreaterThan(10);
    promtool(['check', 'rules'], JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  });
});
