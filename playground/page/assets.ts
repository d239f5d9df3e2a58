import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { localesIn } from '../../src/discord/texts/texts.ts';
import { subtagOf } from '../../src/engine/languages/subtag.ts';
import { localesFolder } from '../../src/schedule/languages.ts';

const folder = fileURLToPath(new URL('./browser/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Reads the page's files once. From other origins the page may load only pictures: the sample press's own, or with the
 * real catalogue any picture over https.
 */
export function readAssets(pictureHosts: readonly string[] | undefined) {
  const pictures = pictureHosts === undefined ? ['https:'] : pictureHosts.map((host) => `http://${host}`);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    `img-src 'self' ${pictures.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const files = new Map<string, { type: string; body: Buffer }>();
  const add = (path: string, name: string, text: string) => {
    const type = types[name.slice(name.lastIndexOf('.') + 1)];
    if (type !== undefined) files.set(path, { type, body: Buffer.from(text) });
  };
  /** A script of the page or of a package; the packages that it imports get an address of the page. */
  const addScript = (path: string, file: string) => {
    const source = readFileSync(file, 'utf8').replace(/\bfrom ["']([^."'][^"']*)["']/g, (_, name: string) => {
      const address = `/assets/packages/${name}.js`;
      if (!files.has(address)) addScript(address, createRequire(file).resolve(name));
      return `from '${address}'`;
    });
    add(path, file, source);
  };
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.js')) addScript(`/assets/${name}`, `${folder}${name}`);
    else add(name === 'index.html' ? '/' : `/assets/${name}`, name, readFileSync(`${folder}${name}`, 'utf8'));
  }
  // A language's varieties have one name, and the same texts here.
  const bySubtag = Map.groupBy(localesIn(localesFolder), ({ locale }) => subtagOf(locale));
  const texts = [...bySubtag.values()].flatMap((varieties) =>
    varieties.slice(0, 1).map(({ locale, messages }) => ({ locale, messages: messages.playground })),
  );
  files.set('/assets/texts.json', { type: 'application/json', body: Buffer.from(JSON.stringify(texts)) });
  /** Sends one of the page's files; false for another path. */
  return (path: string, response: ServerResponse): boolean => {
    const file = files.get(path);
    if (file === undefined) return false;
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.body.length,
      'content-security-policy': policy,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    response.end(file.body);
    return true;
  };
}
