import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../src/web/version.ts';

const root = join(import.meta.dirname, '..');
const read = (page: string) => readFileSync(join(root, page), 'utf8');
/** A page without its code blocks, because brackets in them aren't links and `#` starts no heading. */
const prose = (page: string) => read(page).replace(/^\s*```.*?^\s*```/gms, '');

const handbook = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file.replaceAll('\\', '/')}`);
const pages = ['README', 'ARCHITECTURE', 'CONTRIBUTING', 'CHANGELOG', 'SECURITY', 'PRIVACY', 'TERMS']
  .map((name) => `${name}.md`)
  .concat('playground/discord/README.md', handbook);

/** The anchors of a page's headings, as GitHub and Forgejo generate them. */
function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [...prose(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

/** The page's links and pictures that point into the repository, without web addresses. */
const linksOf = (page: string) =>
  [
    ...prose(page)
      .replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

function isBroken(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : relative(root, join(root, dirname(page), path));
  if (!existsSync(join(root, file))) return true;
  return anchor !== undefined && !(file.endsWith('.md') && anchorsOf(file).includes(anchor));
}

describe('the documents', () => {
  test.each(pages)('of %s, every link leads to a file or heading that exists', (page) => {
    expect(linksOf(page).filter((target) => isBroken(page, target))).toEqual([]);
  });

  test('are all reached from the handbook, decisions by their folder', () => {
    const targets = linksOf('docs/index.md').map((target) => `docs/${target}`);
    const own = handbook.filter((page) => page !== 'docs/index.md' && !page.startsWith('docs/adr/'));
    expect(own.filter((page) => !targets.includes(page))).toEqual([]);
    expect(targets).toContain('docs/adr/');
  });

  test('and the units name this version, and SECURITY.md its first number', () => {
    const units = readdirSync(join(root, 'deploy')).map((name) => `deploy/${name}`);
    const named = [...pages, ...units, '.github/ISSUE_TEMPLATE/bug.yml'].flatMap((page) =>
      [...read(page).matchAll(/lede-(\d+\.\d+\.\d+)\.tgz/g)].map(([, number]) => [page, number]),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(([, number]) => number !== version)).toEqual([]);
    expect(read('SECURITY.md')).toContain(`| the newest ${version.split('.')[0]}.x | yes |`);
  });

  test('begin with a README of at most 100 lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(100);
  });
});
