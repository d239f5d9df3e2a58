import robotsParser from 'robots-parser';

// The package's types promise a `default` that its CommonJS export doesn't have.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309, 2.5: at least 500 KiB must be read. */
export const robotsBytesEnough = 512 * 1024;
const agent = 'lede';
const rulesMax = 2_000;
const charactersMax = 64 * 1024;
const pathCharactersMax = 1_000;

/** Drops a truncated last line, whose shorter path could disallow more than the full one. */
const wholeLines = (text: string): string => text.slice(0, text.search(/[\r\n][^\r\n]*$/) + 1);

/**
 * The rules of a robots.txt that apply to Lede, as a robots.txt with one group for `*`; '' if there are none. Keeps the
 * first 2,000 rules and 64 Ki characters. For workers.
 */
export function ownRules(body: Uint8Array): string {
  const text = Buffer.from(body.subarray(0, robotsBytesEnough))
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const groups = groupsIn(body.length > robotsBytesEnough ? wholeLines(text) : text);
  const rules = [...(groups.get(agent) ?? groups.get('*') ?? [])].slice(0, rulesMax).join('');
  if (rules === '') return '';
  return `user-agent: *\n${rules.length > charactersMax ? wholeLines(rules.slice(0, charactersMax)) : rules}`;
}

/** The rules of the groups for Lede and for `*`, as lines without duplicates. */
function groupsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  const named = new Set<string>();
  let isNaming = false;
  for (const { field, value } of fieldsIn(text)) {
    const names = field === 'user-agent';
    if (names && !isNaming) named.clear();
    isNaming = names;
    const name = value.split('/', 1)[0]?.trim().toLowerCase();
    if (names && (name === agent || name === '*')) named.add(name);
    for (const one of names ? [] : named) {
      const rules = groups.getOrInsertComputed(one, () => new Set());
      if (/^(?:dis)?allow$/.test(field) && value !== '') rules.add(`${field}: ${value}\n`);
    }
  }
  return groups;
}

const fieldsIn = (text: string): { field: string; value: string }[] =>
  text.split(/\r\n?|\n/).flatMap((line) => {
    const [, given = '', value = ''] = /^([^:#]+):([^#]*)/.exec(line) ?? [];
    const field = given.trim().toLowerCase();
    return field === '' ? [] : [{ field, value: value.trim() }];
  });

/**
 * Whether the rules of the page's origin allow reading the page. For workers, because it may take a quarter of a
 * second.
 */
export function isOpen(rules: string, url: string): boolean {
  const { origin, pathname, search } = new URL(url);
  const page = origin + (pathname + search).slice(0, pathCharactersMax);
  return parseRobots(`${origin}/robots.txt`, rules).isAllowed(page, '*') ?? true;
}
