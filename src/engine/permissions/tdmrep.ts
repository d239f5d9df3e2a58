import { pathRules, rulesText } from './robotsRules.ts';

const rulesMax = 1_000;
const locationCharactersMax = 1_000;

/**
 * The rules of a `/.well-known/tdmrep.json` (TDM Reservation Protocol, W3C Community Group, 2024), as a robots.txt that
 * disallows reserved paths; '' for another document. Reads the first 1,000 rules. Call it in a worker thread.
 */
export function tdmrepRules(body: Uint8Array): string {
  const rules: { path: string; isOpen: boolean }[] = [];
  for (const { location, 'tdm-reservation': reservation } of entriesIn(rulesText(body)).slice(0, rulesMax)) {
    const path = pathOf(location);
    const isReserved = String(reservation) === '1';
    if (path === undefined || !(isReserved || String(reservation) === '0')) continue;
    // In tdmrep.json the first match counts, in robots.txt the longest. So rules that an earlier one covers go.
    if (!rules.some((earlier) => path.startsWith(earlier.path.replace(/\*$/, ''))))
      rules.push({ path, isOpen: !isReserved });
  }
  return pathRules(rules);
}

function entriesIn(text: string): { location?: unknown; 'tdm-reservation'?: unknown }[] {
  try {
    const stated: unknown = JSON.parse(text);
    return [stated].flat().filter((one) => typeof one === 'object' && one !== null);
  } catch {
    return [];
  }
}

/** The path of a location. The location's host is ignored, because a tdmrep.json applies only to its own host. */
function pathOf(location: unknown): string | undefined {
  if (typeof location !== 'string' || location.length > locationCharactersMax) return undefined;
  const url = URL.parse(location, 'https://host.invalid/');
  return url ? url.pathname + url.search : undefined;
}
