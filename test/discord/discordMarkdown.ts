/**
 * What a Discord client shows for a line, and which markup it finds. The rules are those of Discord's clients,
 * simplified so that they find too much markup rather than too little.
 */
export function readMarkdown(line: string): { shown: string; marks: string[] } {
  const marks: string[] = [];
  for (const [name, rule] of blockRules) if (rule.test(line)) marks.push(name);
  let shown = '';
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest);
    if (escaped) {
      shown += escaped[1];
      at += escaped[0].length;
      continue;
    }
    for (const [name, rule] of inlineRules) if (rule.test(rest)) marks.push(name);
    shown += line[at];
    at += 1;
  }
  // Clients search the raw text for invites, independently of markdown.
  if (/discord(?:(?:app)?\.com\/invite|\.gg(?:\/invite)?)\/[\w-]{2,}/i.test(line)) marks.push('invite');
  return { shown, marks };
}

/** Parses a masked link at the start of a text as Discord does. */
export function readLink(text: string): { label: string; url: string; rest: string } | undefined {
  const found = maskedLink.exec(text);
  if (found === null) return undefined;
  return { label: found[1] ?? '', url: found[2] ?? '', rest: text.slice(found[0].length) };
}

const maskedLink =
  /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/;

const blockRules: [string, RegExp][] = [
  ['heading', /^\s*#{1,3}\s/],
  ['small print', /^\s*-#\s/],
  ['list', /^\s*(?:[*+-]|\d+\.)\s/],
  ['quote', /^\s*>{1,3}\s/],
];

const inlineRules: [string, RegExp][] = [
  ['link', maskedLink],
  ['address', /^(?:https?|steam|discord):\/\/[^\s<]+/],
  ['address', /^<(?:https?|mailto|tel|sms):[^ >]+>/],
  ['bold', /^\*\*[\s\S]+?\*\*/],
  ['italic', /^(?:\*\S[\s\S]*?\*|_[\s\S]+?_)/],
  ['struck', /^~~[\s\S]+?~~/],
  ['code', /^`+[\s\S]*?`/],
  ['spoiler', /^\|\|[\s\S]+?\|\|/],
  ['mention', /^<(?:@[!&]?|#|id:)\w+>/],
  ['everyone', /^@(?:everyone|here)/],
  ['command', /^<\/[^:>]+:\d+>/],
  ['time', /^<t:-?\d+(?::\w)?>/],
  ['emoji', /^<a?:\w+:\d+>/],
  ['emoji', /^:[\w+-]+:/],
];
