import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The layers from bottom to top, one floor per line. A layer may import only from lower floors, even types. A layer is
 * a folder or single file of src, `commands/*` for the folder of a feature, or a top-level folder.
 */
const floors: readonly (readonly string[])[] = [
  ['ids.ts'],
  ['clock.ts'],
  ['engine/languages', 'engine/permissions'],
  ['engine/text'],
  ['engine/feeds'],
  ['engine/articles'],
  ['engine/pages'],
  ['engine/stories', 'engine/leads'],
  ['engine'],
  ['web', 'schedule', 'newsroom/pictures'],
  ['storage/postContent.ts'],
  ['storage'],
  ['discord/gateway/shards.ts'],
  ['config.ts'],
  ['log.ts'],
  ['newsroom'],
  ['outbox'],
  ['reading'],
  ['operation'],
  ['desk', 'http'],
  ['discord'],
  ['commands/*'],
  ['commands'],
  ['app.ts'],
  ['playground'],
  ['cli'],
  ['main.ts'],
];
const layers = floors.flat();
const floorOf = (layer: string) => floors.findIndex((floor) => floor.includes(layer));

/** Packages that only some layers may import. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['discord', 'commands/*'],
  '@resvg/resvg-wasm': ['newsroom/pictures'],
  undici: ['web'],
  'rss-parser': ['engine/feeds'],
  feedsmith: ['engine/feeds'],
  '@vvo/tzdb': ['schedule'],
  linkedom: ['engine/pages'],
  htmlparser2: ['engine/feeds', 'engine/pages', 'engine/permissions', 'engine/text'],
  '@mozilla/readability': ['engine/pages'],
  kysely: ['storage'],
  'node:sqlite': ['storage'],
  entities: ['engine/text'],
  stemmer: ['engine/languages', 'storage'],
  'stopwords-iso': ['engine/languages'],
  keyv: ['storage', 'operation', 'discord'],
  'node-cron': ['operation'],
  piscina: ['reading', 'storage'],
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
  const [top = '', ...parts] = path.split('/');
  if (featureOf(path) !== undefined) return 'commands/*';
  if (top !== 'src') return top;
  const nested = [3, 2].map((depth) => parts.slice(0, depth).join('/')).find((layer) => layers.includes(layer));
  return nested ?? parts[0] ?? '';
}

const files: SourceFile[] = [...filesBelow('src'), ...filesBelow('commands'), ...filesBelow('playground')].map(
  (path) => ({ path, layer: layerOf(path), text: readFileSync(join(root, path), 'utf8') }),
);

const imported = /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** The package name of an import specifier, without the path inside the package. */
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

interface Import {
  file: SourceFile;
  specifier: string;
  isOfFile: boolean;
  /** The path of a file, or the name of a package. */
  target: string;
}

const imports = files.flatMap((file) =>
  [...file.text.matchAll(imported)].map(([, written, loaded]): Import => {
    const specifier = written ?? loaded ?? '';
    const isOfFile = specifier.startsWith('.');
    const path = relative(root, join(root, dirname(file.path), specifier)).replaceAll('\\', '/');
    return { file, specifier, isOfFile, target: isOfFile ? path : packageOf(specifier) };
  }),
);
const importsOfFiles = imports.filter(({ isOfFile }) => isOfFile);

/** Expects that no import is one of the wrong ones. */
function expectNone(wrong: readonly Import[]): void {
  expect(wrong.map(({ file, specifier }) => `${file.path} → ${specifier}`)).toEqual([]);
}

describe('architecture', () => {
  test('every file belongs to a layer', () => {
    expect(files.filter((file) => !layers.includes(file.layer)).map((file) => file.path)).toEqual([]);
  });

  test('imports point down', () => {
    const isUp = (from: string, to: string) => to !== from && to !== 'package.json' && floorOf(to) >= floorOf(from);
    expectNone(importsOfFiles.filter(({ file, target }) => isUp(file.layer, layerOf(target))));
  });

  test('no files import each other in a circle, not even types', () => {
    const lede = files.filter(({ layer }) => layer !== 'playground').map(({ path }): [string, string[]] => [path, []]);
    const left = new Map(lede);
    for (const { file, target } of importsOfFiles) left.get(file.path)?.push(target);
    const free = () => [...left].filter(([, targets]) => !targets.some((target) => left.has(target)));
    for (let found = free(); found.length > 0; found = free()) for (const [path] of found) left.delete(path);
    expect([...left.keys()]).toEqual([]);
  });

  test('the Discord server of the playground imports only itself, so that other bots can use it', () => {
    const folder = 'playground/discord/';
    const own = imports.filter(({ file }) => file.path.startsWith(folder));
    const mayUse = /^(?:node:.*|ws|discord-api-(?:types|spec))$/;
    expectNone(own.filter(({ target }) => !target.startsWith(folder) && !mayUse.test(target)));
  });

  test('only languages.ts of the engine knows single languages', () => {
    const others = importsOfFiles.filter(({ file }) => file.path !== 'src/engine/languages/languages.ts');
    const folderOf = (path: string) => /^src\/engine\/languages\/\w+\//.exec(path)?.[0];
    expectNone(others.filter(({ file, target }) => !file.path.startsWith(folderOf(target) ?? '')));
  });

  test('the engine computes from what it is given: it opens no file, connection or process', () => {
    const ofEngine = imports.filter(({ file }) => file.layer.startsWith('engine'));
    expectNone(ofEngine.filter(({ specifier }) => /^node:(?!(?:crypto|zlib)$)/.test(specifier)));
  });

  test('features never import each other', () => {
    const ofFeatures = importsOfFiles.filter(({ file }) => featureOf(file.path) !== undefined);
    expectNone(ofFeatures.filter(({ file, target }) => ![undefined, featureOf(file.path)].includes(featureOf(target))));
  });

  test('a package for one job is imported only by the layer for that job', () => {
    const isForOthers = (name: string, layer: string) =>
      packages[name] !== undefined && !packages[name].includes(layer);
    expectNone(imports.filter(({ file, target }) => isForOthers(target, file.layer)));
  });

  test('packages are imported by their public entry points, never by internal paths, which would need an exact version', () => {
    const exported = (name: string): Record<string, unknown> =>
      JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).exports ?? {};
    const paths = imports.filter(({ specifier, target }) => !/^(?:\.|node:)/.test(specifier) && specifier !== target);
    expectNone(paths.filter(({ specifier, target }) => !(specifier.replace(target, '.') in exported(target))));
    expect(
      files.filter(({ text }) => /['"`][./]*\/node_modules\/(?!\.cache)/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('an exported name means one thing; languages and engines each have their own of the same', () => {
    const alike = /^(src\/engine\/languages|src\/storage)\/(?:en|de|fr|es|sqlite|postgres)\//;
    const exported = /^export (?:abstract |async )*(?:function\*?|const|class|interface|type) (\w+)/gm;
    const places = new Map<string, Set<string>>();
    for (const { path, text } of files.filter(({ layer }) => layer !== 'playground'))
      for (const [, name = ''] of text.matchAll(exported))
        places.set(name, (places.get(name) ?? new Set()).add(path.replace(alike, '$1/*/')));
    const doubled = [...places].filter(([, paths]) => paths.size > 1);
    expect(doubled.map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)).toEqual([]);
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
