import robotsParser from 'robots-parser';

// Its types promise a `default` inside the CommonJS export that is not there.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309, 2.5: at least 500 KiB must be read. */
export const robotsBytesEnough = 512 * 1024;
const agent = 'lede';
const rulesMax = 2_000;
const charactersMax = 64 * 1024;
const patternCharactersMax = 2_000;
const pathCharactersMax = 1_000;
const wildcardsMax = 8;

/** Many wildcards are costly: such a Disallow is cut to a broader one, such an Allow left out. */
function tame(field: string, value: string): string {
  const parts = value
    .slice(0, patternCharactersMax)
    .replace(/\*{2,}/g, '*')
    .split('*');
  if (parts.length <= wildcardsMax + 1) return parts.join('*');
  return field === 'allow' ? '' : parts.slice(0, wildcardsMax).join('*');
}

/** The rules of one crawler's groups, each once; what is beyond the limits is left out. */
function createGroup() {
  const rules = new Set<string>();
  let characters = 0;
  return {
    rules,
    add(field: string, value: string): void {
      const pattern = tame(field, value);
      const rule = `${field}: ${pattern}`;
      if (pattern === '' || rules.has(rule) || rules.size >= rulesMax) return;
      if (characters + rule.length + 1 > charactersMax) return;
      characters += rule.length + 1;
      rules.add(rule);
    },
  };
}

/** What a robots.txt says to Lede, as a short robots.txt for everybody; '' if it closes nothing. For workers. */
export function ownRules(body: Uint8Array): string {
  const text = Buffer.from(body.subarray(0, robotsBytesEnough)).toString('utf8');
  // The last half line could close more than the whole one.
  const whole = body.length > robotsBytesEnough ? text.slice(0, text.search(/[\r\n][^\r\n]*$/) + 1) : text;
  const groups = new Map<string, ReturnType<typeof createGroup>>();
  const named = new Set<string>();
  let isNaming = false;
  for (const line of whole.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const [statement = ''] = line.split('#', 1);
    const colon = statement.indexOf(':');
    const field = statement.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (field === '') continue;
    const value = statement.slice(colon + 1).trim();
    if (field === 'user-agent') {
      if (!isNaming) named.clear();
      isNaming = true;
      const [name = ''] = value.toLowerCase().split('/', 1);
      if (name.trim() === agent || name.trim() === '*') named.add(name.trim());
      continue;
    }
    isNaming = false;
    for (const name of named) {
      const group = groups.get(name) ?? createGroup();
      groups.set(name, group);
      if (field === 'allow' || field === 'disallow') group.add(field, value);
    }
  }
  const rules = [...((groups.get(agent) ?? groups.get('*'))?.rules ?? [])];
  return rules.length === 0 ? '' : ['user-agent: *', ...rules].join('\n');
}

/** Whether these rules of its origin leave a page open. For workers: it may take a quarter of a second. */
export function isOpen(rules: string, url: string): boolean {
  const { origin, pathname, search } = new URL(url);
  const page = origin + (pathname + search).slice(0, pathCharactersMax);
  return parseRobots(`${origin}/robots.txt`, rules).isAllowed(page, '*') ?? true;
}
