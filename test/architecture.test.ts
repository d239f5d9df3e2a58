import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The layers that each layer may import, type imports included; everything else is refused. A key is a folder or single
 * file of src, `commands/*` for the folder of a feature, or a top-level folder. Layers are listed from bottom to top,
 * and a layer may name only layers above it in this list.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  'clock.ts': [],
  'moduleExtension.ts': [],
  'logDestination.ts': [],
  'secretFile.ts': [],
  'contact.ts': [],
  'shards.ts': [],
  'version.ts': [],
  'loop.ts': ['clock.ts'],
  languages: [],
  pictures: [],
  text: ['languages'],
  web: ['clock.ts'],
  feeds: ['languages', 'text', 'web', 'clock.ts'],
  articles: ['text', 'feeds', 'clock.ts'],
  pages: ['languages', 'text', 'articles', 'clock.ts'],
  pool: ['articles', 'pages', 'feeds', 'pictures', 'web', 'moduleExtension.ts'],
  stories: ['languages', 'text', 'clock.ts'],
  schedule: ['languages', 'clock.ts'],
  'storage/telling.ts': ['stories', 'clock.ts'],
  storage: ['text', 'articles', 'schedule', 'storage/telling.ts', 'clock.ts', 'loop.ts', 'moduleExtension.ts'],
  'config.ts': ['contact.ts', 'secretFile.ts', 'shards.ts', 'storage', 'web'],
  'log.ts': ['config.ts', 'logDestination.ts'],
  'newsroom/summaries': ['languages', 'text', 'articles'],
  newsroom: [
    'languages',
    'text',
    'feeds',
    'articles',
    'stories',
    'schedule',
    'storage',
    'storage/telling.ts',
    'newsroom/summaries',
    'clock.ts',
  ],
  outbox: [
    'feeds',
    'stories',
    'schedule',
    'storage',
    'storage/telling.ts',
    'newsroom',
    'clock.ts',
    'log.ts',
    'loop.ts',
  ],
  reading: [
    'text',
    'web',
    'feeds',
    'articles',
    'pages',
    'pictures',
    'pool',
    'stories',
    'schedule',
    'storage',
    'newsroom/summaries',
    'outbox',
    'clock.ts',
    'log.ts',
    'loop.ts',
    'version.ts',
  ],
  operation: ['web', 'storage', 'outbox', 'reading', 'clock.ts', 'log.ts', 'loop.ts', 'version.ts'],
  http: ['reading', 'operation'],
  desk: [
    'languages',
    'text',
    'web',
    'feeds',
    'articles',
    'pictures',
    'stories',
    'schedule',
    'storage',
    'storage/telling.ts',
    'newsroom',
    'outbox',
    'reading',
    'operation',
    'clock.ts',
  ],
  discord: [
    'languages',
    'text',
    'feeds',
    'articles',
    'pictures',
    'schedule',
    'storage/telling.ts',
    'newsroom',
    'outbox',
    'desk',
    'clock.ts',
    'log.ts',
    'moduleExtension.ts',
    'shards.ts',
  ],
  'commands/*': [
    'languages',
    'text',
    'feeds',
    'stories',
    'schedule',
    'storage',
    'storage/telling.ts',
    'newsroom',
    'outbox',
    'desk',
    'discord',
    'clock.ts',
    'log.ts',
    'loop.ts',
  ],
  commands: ['commands/*'],
  'app.ts': [
    'feeds',
    'storage',
    'newsroom',
    'outbox',
    'reading',
    'operation',
    'http',
    'desk',
    'discord',
    'commands/*',
    'commands',
    'clock.ts',
    'log.ts',
    'loop.ts',
    'shards.ts',
    'version.ts',
  ],
  playground: ['app.ts', 'clock.ts', 'config.ts', 'feeds', 'log.ts', 'operation', 'storage'],
  replay: ['app.ts', 'articles', 'clock.ts', 'storage/telling.ts', 'feeds', 'log.ts', 'playground', 'web'],
  cli: [
    'web',
    'feeds',
    'pool',
    'storage',
    'storage/telling.ts',
    'newsroom',
    'reading',
    'operation',
    'discord',
    'commands',
    'app.ts',
    'playground',
    'replay',
    'clock.ts',
    'config.ts',
    'contact.ts',
    'log.ts',
    'version.ts',
  ],
  'main.ts': ['cli'],
  'index.ts': ['feeds', 'pages', 'pool', 'stories', 'newsroom/summaries', 'text'],
};

/** Packages that only some layers may import. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['discord', 'commands/*'],
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
  'stopwords-iso': ['languages'],
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

/** The feature folder of a file; undefined for files directly in `commands/`, which combine the features. */
const featureOf = (path: string): string | undefined => /^commands\/([^/]+)\//.exec(path)?.[1];

function layerOf(path: string): string {
  const [top = '', second = '', third = ''] = path.split('/');
  if (featureOf(path) !== undefined) return 'commands/*';
  if (top !== 'src') return top;
  return `${second}/${third}` in layers ? `${second}/${third}` : second;
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

/** The package name of an import specifier, without the path inside the package. */
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

const targetOf = (file: SourceFile, specifier: string) =>
  relative(root, join(root, dirname(file.path), specifier)).replaceAll('\\', '/');

describe('architecture', () => {
  test('every file belongs to a layer', () => {
    expect(files.filter((file) => !(file.layer in layers)).map((file) => file.path)).toEqual([]);
  });

  test('a layer imports only its allowed layers', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => layerOf(targetOf(file, specifier)))
        .filter((layer) => layer !== file.layer && layer !== 'package.json' && !layers[file.layer]?.includes(layer))
        .map((layer) => `${file.path} → ${layer}`),
    );
    expect(wrong).toEqual([]);
  });

  test('imports point down', () => {
    const order = Object.keys(layers);
    const wrong = Object.entries(layers).flatMap(([layer, below]) =>
      below.filter((other) => order.indexOf(other) >= order.indexOf(layer)).map((other) => `${layer} → ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('features never import each other', () => {
    const wrong = files
      .filter(({ path }) => featureOf(path) !== undefined)
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => featureOf(targetOf(file, specifier)))
          .filter((feature) => feature !== undefined && feature !== featureOf(file.path))
          .map((feature) => `${file.path} → ${feature}`),
      );
    expect(wrong).toEqual([]);
  });

  test('a package for one job is imported only by the layer for that job', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .map(packageOf)
        .filter((name) => packages[name] !== undefined && !packages[name].includes(file.layer))
        .map((name) => `${file.path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('packages are imported by their public entry points, never by internal paths, which would need an exact version', () => {
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

  test('only the folders of the database engines and of the fleet are specific to one engine and contain SQL', () => {
    const speaking = (language: RegExp, ...folders: string[]) =>
      files
        .filter(({ path, text }) => language.test(text) && !folders.some((folder) => path.startsWith(folder)))
        .map(({ path }) => path);
    expect(speaking(/from 'node:sqlite'/, 'src/storage/sqlite/')).toEqual([]);
    expect(speaking(/from 'pg'/, 'src/storage/postgres/', 'src/storage/fleet/')).toEqual([]);
    const sql = /import \{[^}]*\bsql\b[^}]*\} from 'kysely'/;
    const folders = ['sqlite', 'postgres', 'fleet', 'migrations'].map((folder) => `src/storage/${folder}/`);
    expect(speaking(sql, ...folders)).toEqual([]);
  });
});
