import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCallSites } from 'node:util';
import { type CallExpression, type NewExpression, parseSync, Visitor } from 'oxc-parser';

/** A regular expression, and the line of code that makes it. */
export interface Pattern {
  at: string;
  source: string;
  flags: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);
/** They begin to work when they are imported. */
const programs = ['src/main.ts', 'src/reading/pool/worker.ts', 'src/storage/sqlite/integrityWorker.ts'];

/** The patterns that stand in the code, and the lines that build others. */
function written(): { patterns: Pattern[]; building: string[] } {
  const patterns: Pattern[] = [];
  const building: string[] = [];
  for (const file of files) {
    const code = readFileSync(join(root, file), 'utf8');
    const lineOf = (at: number) => `${file}:${code.slice(0, at).split('\n').length}`;
    const ofCall = ({ start, callee }: CallExpression | NewExpression) => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') building.push(lineOf(start));
    };
    const visitor = new Visitor({
      NewExpression: ofCall,
      CallExpression: ofCall,
      Literal(node) {
        if (!('regex' in node)) return;
        patterns.push({ at: lineOf(node.start), source: node.regex.pattern, flags: node.regex.flags });
      },
    });
    visitor.visit(parseSync(file, code).program);
  }
  return { patterns, building };
}

/** The patterns that Lede's modules build when they are imported, which nobody may have done before. */
async function built(): Promise<Pattern[]> {
  const patterns: Pattern[] = [];
  const ofScript = new Map(files.map((file) => [new URL(`../../${file}`, import.meta.url).href, file]));
  globalThis.RegExp = new Proxy(RegExp, {
    construct(target, given) {
      const pattern: RegExp = Reflect.construct(target, given);
      const [, caller] = getCallSites(2);
      const file = ofScript.get(caller?.scriptName ?? '');
      if (file) patterns.push({ at: `${file}:${caller?.lineNumber}`, source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  for (const file of files) if (!programs.includes(file)) await import(join(root, file));
  return patterns;
}

/** Lede's different patterns, and the lines that build one only when a function is called: it is not among them. */
export async function patternsOfLede(): Promise<{ patterns: Pattern[]; unseen: string[] }> {
  const fixed = written();
  const made = await built();
  const lines = new Set(made.map(({ at }) => at));
  const all = [...fixed.patterns, ...made].map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern] as const);
  return { patterns: [...new Map(all).values()], unseen: fixed.building.filter((line) => !lines.has(line)) };
}
