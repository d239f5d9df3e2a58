import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./browser/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Sends one of the page's files; false for another path. */
export type Assets = (path: string, response: ServerResponse) => boolean;

/**
 * Reads the page's files once. The only thing that the page may load from other origins is pictures: with the sample
 * press its own, with the real catalogue any picture over https.
 */
export function readAssets(pictureHosts: readonly string[] | undefined): Assets {
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
  for (const file of readdirSync(folder)) {
    const type = types[file.slice(file.lastIndexOf('.') + 1)];
    if (type === undefined) continue;
    files.set(file === 'index.html' ? '/' : `/assets/${file}`, { type, body: readFileSync(`${folder}${file}`) });
  }
  return (path, response) => {
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
