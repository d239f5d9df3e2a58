import robotsParser from 'robots-parser';

// The package's types promise a `default` that its CommonJS export doesn't have.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309, 2.5: at least 500 KiB must be read. */
export const robotsBytesEnough = 512 * 1024;
const agent = 'lede';
const rulesMax = 2_000;
export const charactersMax = 64 * 1024;
const pathCharactersMax = 1_000;

/** Drops a truncated last line, because its shortened path could disallow more pages than the full path. */
const wholeLines = (text: string): string => text.slice(0, text.search(/[\r\n][^\r\n]*$/) + 1);

/** Writes rules as a robots.txt with one group for `*`, within the limits; '' if there are none. */
function groupOf(rules: readonly string[]): string {
  const kept = rules.slice(0, rulesMax).join('');
  if (kept === '') return '';
  return `user-agent: *\n${kept.length > charactersMax ? wholeLines(kept.slice(0, charactersMax)) : kept}`;
}

/** A robots.txt like that of `ownRules`, from rules for paths. Skips paths with white space or `#`. */
export const pathRules = (rules: readonly { path: string; isOpen: boolean }[]): string =>
  groupOf(
    rules
      .filter(({ path }) => /^[/*][^\s#\p{Cc}]*$/u.test(path))
      .map(({ path, isOpen }) => `${isOpen ? 'allow' : 'disallow'}: ${path}\n`),
  );

/** The beginning of a text file, without its byte order mark. */
export const rulesText = (body: Uint8Array): string =>
  Buffer.from(body.subarray(0, robotsBytesEnough))
    .toString('utf8')
    .replace(/^\ufeff/, '');

const licencesMax = 3;
const licenceCharactersMax = 500;

/**
 * The lines of a robots.txt that apply to Lede, as a robots.txt with one group for `*`; '' without such lines. Keeps
 * rules, a refusal of search (`Content-Signal`, or `Content-Usage` for the whole site), and the addresses of up to three
 * RSL licences. At most 2,000 lines and 64 Ki characters. Call it in a worker thread.
 */
export function ownRules(body: Uint8Array): string {
  const text = rulesText(body);
  const groups = groupsIn(body.length > robotsBytesEnough ? wholeLines(text) : text);
  const own = [...(groups.get(agent) ?? groups.get('*') ?? [])];
  const forAll = [...(groups.get('') ?? [])];
  // Lines outside of all groups apply to Lede too, unless its own group has a line of that name.
  const stated = (name: string): string[] => {
    const [mine, others] = [own, forAll].map((lines) => lines.filter((line) => line.startsWith(`${name}: `)));
    return (mine?.length ? mine : (others ?? [])).map((line) => line.slice(name.length + 2, -1));
  };
  const declines =
    stated('content-signal').some((value) => /(?:^|,)\s*search\s*=\s*no\s*(?:,|$)/i.test(value)) ||
    stated('content-usage').some((value) => /^(?:\/\s)?(?:[^/]*,)?\s*search\s*=\s*n\s*(?:[,;]|$)/i.test(value));
  const licences = stated('license').filter(isLicence).slice(0, licencesMax);
  return groupOf([
    ...(declines ? [searchDeclined] : []),
    ...licences.map((url) => `license: ${url}\n`),
    ...own.filter((line) => /^(?:dis)?allow/.test(line)),
  ]);
}

const searchDeclined = 'content-signal: search=no\n';
const isLicence = (value: string) =>
  /^https?:\/\/[^\s\p{Cc}]+$/iu.test(value) && value.length <= licenceCharactersMax && URL.canParse(value);

/** Whether rules from `ownRules` decline search. Search means links with short extracts. */
export const declinesSearch = (rules: string): boolean => rules.includes(`\n${searchDeclined}`);

/** The addresses of RSL licences in rules from `ownRules`. */
export const licencesIn = (rules: string): string[] =>
  rules.split('\n').flatMap((line) => (line.startsWith('license: ') ? [line.slice(9)] : []));

/** The distinct lines for Lede and for `*`, by user agent. Lines outside of all groups are under ''. */
function groupsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  const named = new Set<string>();
  let isNaming = false;
  for (const { field, value, isApart } of fieldsIn(text)) {
    const names = field === 'user-agent';
    if (names && !isNaming) named.clear();
    isNaming = names;
    const name = value.split('/', 1)[0]?.trim().toLowerCase();
    if (names && (name === agent || name === '*')) named.add(name);
    const isStatement = ['content-signal', 'content-usage', 'license'].includes(field);
    for (const one of names ? [] : isStatement && isApart ? [''] : named) {
      const lines = groups.getOrInsertComputed(one, () => new Set());
      if (value !== '' && (isStatement || /^(?:dis)?allow$/.test(field))) lines.add(`${field}: ${value}\n`);
    }
  }
  return groups;
}

/**
 * The fields of a robots.txt. `isApart` is true outside of all groups: before the first one, and from a blank line or
 * a sitemap to the next group or rule.
 */
function* fieldsIn(text: string): Generator<{ field: string; value: string; isApart: boolean }> {
  let isApart = true;
  let last = '';
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === '' && last !== 'user-agent') isApart = true;
    const [, given = '', value = ''] = /^([^:#]+):([^#]*)/.exec(line) ?? [];
    const field = given.trim().toLowerCase();
    if (field === '') continue;
    if (field === 'sitemap') isApart = true;
    if (/^(?:user-agent|(?:dis)?allow)$/.test(field)) isApart = false;
    last = field;
    yield { field, value: value.trim(), isApart };
  }
}

/** Whether the rules of the page's origin allow reading it. Takes up to 250 ms, so call it in a worker thread. */
export function allowsPage(rules: string, url: string): boolean {
  const { origin, pathname, search } = new URL(url);
  const page = origin + (pathname + search).slice(0, pathCharactersMax);
  return parseRobots(`${origin}/robots.txt`, rules).isAllowed(page, '*') ?? true;
}
