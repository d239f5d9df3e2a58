// Finds the Node 26 that an npm package brings for machines with an older one. The package's publisher is not the Node
// project (README), so its binary is compared with the checksum that was recorded when the version was chosen.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const recorded = JSON.parse(readFileSync(new URL('node.sha256.json', import.meta.url), 'utf8'));
const chunk = Buffer.alloc(1 << 20);

function sumOf(path) {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk))
    hash.update(chunk.subarray(0, bytes));
  closeSync(file);
  return hash.digest('hex');
}

/**
 * The binary for this platform in the nearest node_modules that has one, and whether its checksum is the recorded one;
 * undefined if there is none.
 */
export function broughtNode() {
  const { package: name, file, sha256 } = recorded[`${process.platform}-${process.arch}`] || {};
  if (name === undefined) return undefined;
  for (let folder = fileURLToPath(new URL('..', import.meta.url)), last = ''; folder !== last; ) {
    try {
      const path = realpathSync(join(folder, 'node_modules', name, file));
      return { path, isRecorded: sumOf(path) === sha256 };
    } catch {
      [last, folder] = [folder, join(folder, '..')];
    }
  }
  return undefined;
}

export const runsBroughtNode = () =>
  /[\\/]node_modules[\\/]node-[\w-]+[\\/]bin[\\/]/.test(realpathSync(process.execPath));

export const refusal = (path) =>
  `Lede: ${path} is not the Node 26 that this version of Lede was made with: its SHA-256 differs from the recorded one. Delete the folder node_modules and install again. If that does not help, install Node 26 from nodejs.org.`;
