import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
/** Timeout of a test, generous for busy machines. */
export const patienceMs = 120_000;

/** Whether a browser is installed. */
export const hasBrowser = executablePath !== undefined;
if (!hasBrowser) {
  console.log('The browser flow was left out: no Chromium at /usr/bin/chromium (apt-get install chromium).');
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags, timeout: patienceMs });

/** Violations that axe finds on a page, as `rule: first element`. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = (globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } }).axe;
    interface AxeViolation {
      id: string;
      nodes: { html: string }[];
    }
    return (await found.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** Set from `beforeAll` on. */
interface Visitor {
  readonly browser: Browser;
  readonly page: Page;
  readonly playground: Playground;
  /** Errors with which the playground's bot ended. */
  readonly failures: unknown[];
  /** Warnings and errors of the console and the page, and requests to other origins. */
  readonly complaints: string[];
  button(name: string | RegExp): Locator;
  /** The messages of the open channel with this text. */
  messages(hasText: string | RegExp): Locator;
  digests(): Locator;
  /** The address of the first article in a digest. */
  linked(): Promise<string>;
  /** The messages that only the visitor sees. */
  answers(): Locator;
  /** Writes a message or command, and presses these keys. */
  type(words: string, ...keys: string[]): Promise<void>;
}

/** A browser that has just opened the page of a playground. */
export function useVisitor(): Visitor {
  const failures: unknown[] = [];
  const complaints: string[] = [];
  const visitor = {
    failures,
    complaints,
    button: (name) => visitor.page.getByRole('button', { name }),
    messages: (hasText) => visitor.page.locator('.message').filter({ hasText }),
    digests: () => visitor.messages(/day \d+ (Nov|Dec)ember/),
    linked: async () => (await visitor.digests().locator('a[href^="http"]').first().getAttribute('href')) ?? '',
    answers: () => visitor.messages('Only you can see this'),
    type: async (words, ...keys) => {
      await visitor.page.locator('#words').fill(words);
      for (const key of keys) await visitor.page.keyboard.press(key);
    },
  } as { -readonly [part in keyof Visitor]: Visitor[part] };
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lede-page-'));
    visitor.playground = await startPlayground(
      { pictures: true, retentionDays: 30, playgroundPort: 0 },
      {
        live: false,
        failed: (error) => failures.push(error),
        databaseFile: join(folder, 'playground.db'),
        answerMs: patienceMs,
      },
    );
    visitor.browser = await launchBrowser();
    const page = await visitor.browser.newPage({ viewport: { width: 1280, height: 860 } });
    visitor.page = page;
    // Shorter than the test's timeout, so that a failure names the missing element.
    page.setDefaultTimeout(patienceMs / 2);
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') complaints.push(`asked ${request.url()}`);
    });
    await page.goto(visitor.playground.origin);
  }, 3 * patienceMs);

  afterAll(async () => {
    await visitor.browser?.close();
    await visitor.playground?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return visitor;
}
