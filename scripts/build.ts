// Builds `dist`: compiles every module to JavaScript and copies the files that Lede reads at run time.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { basename, extname } from 'node:path';

rmSync('dist', { recursive: true, force: true });
execFileSync('tsc', ['--project', 'tsconfig.build.json'], { stdio: 'inherit', shell: process.platform === 'win32' });
const isRead = (path: string) => !['.ts', '.md'].includes(extname(path)) && basename(path) !== 'tsconfig.json';
for (const folder of ['src', 'locales', 'playground'])
  cpSync(folder, `dist/${folder}`, { recursive: true, filter: isRead });
