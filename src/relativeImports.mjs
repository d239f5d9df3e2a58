import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const formats = new Map([
  ['.js', 'module'],
  ['.ts', 'module-typescript'],
]);

/** By folder whether its files are modules: what the nearest package says of them, as Node has it. */
const modules = new Map();

function holdsModules(folder) {
  const known = modules.get(folder);
  if (known !== undefined) return known;
  const file = new URL('package.json', folder);
  const above = new URL('..', folder).href;
  const isRoot = above === folder || folder.endsWith('/node_modules/');
  const found = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).type === 'module'
    : !isRoot && holdsModules(above);
  modules.set(folder, found);
  return found;
}

function formatOf(url, { type }) {
  const format = formats.get(url.slice(-3));
  if (format === undefined || type !== undefined || url.includes('?')) return undefined;
  return holdsModules(url.slice(0, url.lastIndexOf('/') + 1)) ? format : undefined;
}

// What a module imports by a relative address is that file, whole name and all: Node looks for each on the disk, for links on its way and
// twice for the package around it, which for the 400 modules of a start is almost half the time that they take to load. Not for `require`,
// which may leave an ending out.
registerHooks({
  resolve(specifier, context, next) {
    const { conditions, importAttributes, parentURL = '' } = context;
    const relative = specifier.startsWith('./') || specifier.startsWith('../');
    if (!relative || !parentURL.startsWith('file:') || !conditions.includes('import')) return next(specifier, context);
    const url = new URL(specifier, parentURL).href;
    return { url, format: formatOf(url, importAttributes), importAttributes, shortCircuit: true };
  },
  load(url, context, next) {
    const { format } = context;
    if (!url.startsWith('file:') || (format !== 'module' && format !== 'module-typescript')) return next(url, context);
    return { format, source: readFileSync(new URL(url), 'utf8'), shortCircuit: true };
  },
});
