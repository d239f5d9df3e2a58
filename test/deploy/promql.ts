import { parser } from '@prometheus-io/lezer-promql';

interface Match {
  label: string;
  values: string[];
}

export interface Query {
  metrics: { name: string; matches: Match[] }[];
  /** Labels by which results are grouped. */
  groups: string[];
}

/** Parses what a PromQL expression queries. Throws for an invalid expression. */
export function queryIn(expression: string): Query {
  // Grafana substitutes these variables.
  const text = expression.replaceAll('$__rate_interval', '5m');
  const found: Query = { metrics: [], groups: [] };
  parser.parse(text).iterate({
    enter({ type, node }) {
      const own = text.slice(node.from, node.to);
      if (type.isError) throw new SyntaxError(`${expression}: ${text.slice(node.from)}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') {
        found.metrics.push({ name: own, matches: [] });
      }
      if (type.name === 'UnquotedLabelMatcher') {
        const [, label = '', values = ''] = /^(\w+)\s*(?:=~|!~|!=|=)\s*"(.*)"$/.exec(own) ?? [];
        found.metrics.at(-1)?.matches.push({ label, values: values.split('|') });
      }
      if (type.name === 'LabelName' && node.parent?.name === 'GroupingLabels') found.groups.push(own);
    },
  });
  return found;
}

/** Label names with their values, by metric, in a text in Prometheus's exposition format. */
export function metricsIn(text: string): Map<string, Map<string, Set<string>>> {
  const metrics = new Map<string, Map<string, Set<string>>>();
  for (const [, name = '', labels = ''] of text.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const known = metrics.get(name) ?? new Map<string, Set<string>>();
    metrics.set(name, known);
    for (const [, label = '', value = ''] of labels.matchAll(/(\w+)="([^"]*)"/g)) {
      known.set(label, (known.get(label) ?? new Set()).add(value));
    }
  }
  return metrics;
}
