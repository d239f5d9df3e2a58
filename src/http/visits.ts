import { Counter, type Registry } from 'prom-client';

const outcomes: Readonly<Record<number, string>> = { 304: 'unchanged', 404: 'missing', 429: 'limited' };

/** Counts outcomes of requests and connections at the public port, since the start. */
export function createVisits(registry: Registry) {
  const visits = new Counter({
    name: 'lede_visits',
    help: 'Requests at the public port: served, unchanged (304), missing (404), limited (429), failed; dropped connections.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  // A series must start at 0, or a rate misses the first event.
  for (const outcome of [...Object.values(outcomes), 'served', 'failed', 'dropped']) visits.inc({ outcome }, 0);
  return {
    answered: (status: number) => visits.inc({ outcome: outcomes[status] ?? (status < 400 ? 'served' : 'failed') }),
    dropped: () => visits.inc({ outcome: 'dropped' }),
  };
}

export type Visits = ReturnType<typeof createVisits>;
