import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Written as the module that imports it, a file is of its kind: a package with modules in both of Node's ways gives them two endings, or a
// folder each.
const formats = new Map([
  ['.js', 'module'],
  ['.ts', 'module-typescript'],
]);

function formatOf(specifier, parentURL) {
  const ending = specifier.slice(-3);
  return parentURL.endsWith(ending) ? formats.get(ending) : undefined;
}

// What a module imports by a relative address is that file, whole name and all: Node looks for each on the disk, for links on its way and
// twice for the package around it, which for the 400 modules of a start is almost half the time that they take to load. Not for `require`,
// which may leave an ending out.
registerHooks({
  resolve(specifier, context, next) {
    const { conditions, importAttributes, parentURL = '' } = context;
    const relative = specifier.startsWith('./') || specifier.startsWith('../');
    if (!relative || !parentURL.startsWith('file:') || !conditions.includes('import')) return next(specifier, context);
    const format = formatOf(specifier, parentURL);
    return { url: new URL(specifier, parentURL).href, format, importAttributes, shortCircuit: true };
  },
  load(url, context, next) {
    const { format } = context;
    if (!url.startsWith('file:') || (format !== 'module' && format !== 'module-typescript')) return next(url, context);
    return { format, source: readFileSync(new URL(url), 'utf8'), shortCircuit: true };
  },
});
