import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

const docs = join(import.meta.dirname, '..', '..', 'docs');

/** Tall enough that the input line hides no part of a message. */
const tall = { width: 1180, height: 2_000 };

/** A visitor with the playground's page in its light colours, where this morning's digest has arrived. */
export interface Visit {
  page: Page;
  /** The first digest of the open channel, without the sender above it. */
  digest(): Locator;
  /** The last answer that contains the words, without the command above it. */
  answer(words: string): Locator;
  /** A folder for files in between, which is deleted at the end. */
  folder: string;
  /** Writes `docs/<name>.png` with at most 128 colours. */
  save(name: string, picture: Buffer): void;
}

export async function visitOf(browser: Browser, origin: string, folder: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: tall, colorScheme: 'light', bypassCSP: true });
  const page = await context.newPage();
  await page.goto(origin);
  await page.locator('.note').waitFor();
  return {
    page,
    digest: () => page.locator('.container').filter({ hasText: 'In brief' }).first(),
    answer: (words) =>
      page
        .locator('.message')
        .filter({ hasText: words, has: page.locator('.only-you') })
        .last()
        .locator('.container')
        .first(),
    folder,
    save: (name, picture) => {
      const drawn = join(folder, `${name}.png`);
      const kept = join(docs, `${name}.png`);
      writeFileSync(drawn, picture);
      execFileSync('pngquant', ['--force', '--strip', '--speed', '1', '--output', kept, '128', drawn]);
      report(kept);
    },
  };
}

/** Joins frames to `docs/<name>.webp`, which is shown for ever. `frames` are files with how long each is shown. */
export function saveFilm(name: string, frames: readonly { file: string; ms: number }[]): void {
  const kept = join(docs, `${name}.webp`);
  const shown = frames.flatMap(({ file, ms }) => ['-lossless', '-m', '4', '-d', String(ms), file]);
  execFileSync('img2webp', ['-loop', '0', '-kmin', '9', '-kmax', '17', ...shown, '-o', kept], { stdio: 'ignore' });
  report(kept);
}

function report(file: string): void {
  process.stdout.write(`${file}: ${Math.ceil(statSync(file).size / 1024)} KB\n`);
}
