import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What each layer may import beside itself, type imports included; everything else is refused. A key is a folder of
 * src, a single file of src, or a folder of the top level.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  'clock.ts': [],
  'moduleExtension.ts': [],
  'loop.ts': ['clock.ts'],
  text: [],
  web: ['clock.ts'],
  feeds: ['text', 'web', 'clock.ts'],
  articles: ['text', 'feeds', 'clock.ts'],
  pages: ['text', 'articles', 'clock.ts'],
  summaries: ['text', 'articles'],
  stories: ['text', 'summaries', 'clock.ts'],
  schedule: ['text', 'clock.ts'],
  digests: ['text', 'articles', 'summaries', 'stories', 'schedule', 'clock.ts'],
  storage: ['text', 'articles', 'digests', 'schedule', 'clock.ts', 'moduleExtension.ts'],
  pictures: [],
  pool: ['articles', 'pages', 'feeds', 'pictures', 'web', 'moduleExtension.ts'],
  'log.ts': ['config.ts', 'logDestination.ts'],
  'logDestination.ts': [],
  'config.ts': ['contact.ts', 'secretFile.ts', 'shards.ts', 'storage', 'web'],
  'secretFile.ts': [],
  'contact.ts': [],
  'shards.ts': [],
  'version.ts': [],
  delivery: ['text', 'feeds', 'stories', 'digests', 'schedule', 'storage', 'clock.ts', 'log.ts', 'loop.ts'],
  reading: [
    'text',
    'web',
    'feeds',
    'articles',
    'pages',
    'summaries',
    'stories',
    'schedule',
    'storage',
    'pictures',
    'pool',
    'delivery',
    'clock.ts',
    'log.ts',
    'loop.ts',
    'version.ts',
  ],
  operation: ['digests', 'storage', 'delivery', 'reading', 'web', 'clock.ts', 'log.ts', 'loop.ts', 'version.ts'],
  desk: [
    'text',
    'web',
    'feeds',
    'articles',
    'summaries',
    'stories',
    'schedule',
    'digests',
    'storage',
    'pictures',
    'delivery',
    'reading',
    'operation',
    'clock.ts',
  ],
  discord: [
    'desk',
    'pictures',
    'delivery',
    'digests',
    'schedule',
    'feeds',
    'articles',
    'text',
    'clock.ts',
    'log.ts',
    'moduleExtension.ts',
    'shards.ts',
  ],
  http: ['reading', 'operation'],
  commands: ['desk', 'discord', 'feeds', 'schedule', 'stories'],
  'app.ts': [
    'clock.ts',
    'desk',
    'delivery',
    'discord',
    'feeds',
    'http',
    'log.ts',
    'loop.ts',
    'operation',
    'reading',
    'shards.ts',
    'storage',
    'version.ts',
  ],
  playground: ['app.ts', 'clock.ts', 'config.ts', 'feeds', 'log.ts', 'operation', 'storage'],
  replay: ['app.ts', 'articles', 'clock.ts', 'digests', 'feeds', 'log.ts', 'playground', 'web'],
  cli: [
    'replay',
    'pool',
    'app.ts',
    'reading',
    'operation',
    'delivery',
    'clock.ts',
    'config.ts',
    'contact.ts',
    'log.ts',
    'discord',
    'feeds',
    'playground',
    'storage',
    'web',
    'version.ts',
    'digests',
  ],
  'main.ts': ['cli'],
  'index.ts': ['feeds', 'pages', 'pool', 'stories', 'summaries', 'text'],
};

/** Packages that only some layers may import. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['discord', 'commands'],
  '@resvg/resvg-wasm': ['pictures'],
  undici: ['web'],
  'rss-parser': ['feeds'],
  feedsmith: ['feeds'],
  '@vvo/tzdb': ['schedule'],
  linkedom: ['pages'],
  '@mozilla/readability': ['pages'],
  kysely: ['storage'],
  'node:sqlite': ['storage'],
  entities: ['text'],
  stemmer: ['text', 'storage'],
  'stopwords-iso': ['text'],
  keyv: ['storage', 'desk', 'operation', 'discord'],
  'node-cron': ['operation'],
  piscina: ['pool', 'storage'],
  'prom-client': ['http'],
  ws: ['playground'],
};

interface SourceFile {
  path: string;
  layer: string;
  text: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function layerOf(path: string): string {
  const [top, second] = path.split('/');
  return top === 'src' ? (second ?? '') : (top ?? '');
}

const files: SourceFile[] = [...filesBelow('src'), ...filesBelow('commands'), ...filesBelow('playground')].map(
  (path) => ({
    path,
    layer: layerOf(path),
    text: readFileSync(join(root, path), 'utf8'),
  }),
);

const imported = /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

function importsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(imported)].map((match) => match[1] ?? match[2] ?? '');
}

/** Of a module of a package the package. */
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

const targetOf = (file: SourceFile, specifier: string) =>
  relative(root, join(root, dirname(file.path), specifier)).replaceAll('\\', '/');

describe('architecture', () => {
  test('every file belongs to a layer', () => {
    expect(files.filter((file) => !(file.layer in layers)).map((file) => file.path)).toEqual([]);
  });

  test('a layer imports only what it may', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => layerOf(targetOf(file, specifier)))
        .filter((layer) => layer !== file.layer && layer !== 'package.json' && !layers[file.layer]?.includes(layer))
        .map((layer) => `${file.path} → ${layer}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a package that does one job is imported where the job is done', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .map(packageOf)
        .filter((name) => packages[name] !== undefined && !packages[name].includes(file.layer))
        .map((name) => `${file.path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('packages are entered where they say so, never by a path of their inside, which would need an exact version', () => {
    const exported = (name: string): Record<string, unknown> =>
      JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).exports ?? {};
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !/^(?:\.|node:)/.test(specifier) && specifier !== packageOf(specifier))
        .filter((specifier) => !(specifier.replace(packageOf(specifier), '.') in exported(packageOf(specifier))))
        .map((specifier) => `${file.path} → ${specifier}`),
    );
    expect(wrong).toEqual([]);
    expect(
      files.filter(({ text }) => /['"`][./]*\/node_modules\/(?!\.cache)/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('only clock.ts reads the time, and only main.ts and cli are given the environment', () => {
    const code = (file: SourceFile) => file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const clocks = files.filter(
      (file) =>
        file.layer !== 'clock.ts' &&
        !file.path.includes('playground/page/browser') &&
        /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bTemporal\.Now\b/.test(code(file)),
    );
    const environments = files.filter(
      (file) => !['main.ts', 'cli'].includes(file.layer) && /\bprocess\.env\b/.test(code(file)),
    );
    expect(clocks.map((file) => file.path)).toEqual([]);
    expect(environments.map((file) => file.path)).toEqual([]);
  });

  test('only the folder of a database is written for it, and only those hold SQL', () => {
    const speaking = (language: RegExp, ...folders: string[]) =>
      files
        .filter(({ path, text }) => language.test(text) && !folders.some((folder) => path.startsWith(folder)))
        .map(({ path }) => path);
    expect(speaking(/from 'node:sqlite'/, 'src/storage/sqlite/')).toEqual([]);
    expect(speaking(/from 'pg'/, 'src/storage/postgres/')).toEqual([]);
    const sql = /import \{[^}]*\bsql\b[^}]*\} from 'kysely'/;
    expect(speaking(sql, 'src/storage/sqlite/', 'src/storage/postgres/', 'src/storage/migrations/')).toEqual([]);
  });
});
