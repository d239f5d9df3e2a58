import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (executablePath === undefined) {
  console.log('The browser flow was left out: no Chromium at /usr/bin/chromium (apt-get install chromium).');
}
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(executablePath === undefined)('a visitor on the page', () => {
  let folder: string;
  let playground: Playground;
  let browser: Browser;
  let page: Page;
  const failures: unknown[] = [];
  /** What a console, the page, or a request to elsewhere complained about. */
  const complaints: string[] = [];

  const open = async (scheme: 'light' | 'dark', width: number): Promise<Page> => {
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 860 } });
    const made = await context.newPage();
    made.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    made.on('pageerror', (error) => complaints.push(error.message));
    made.on('request', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') complaints.push(`asked ${request.url()}`);
    });
    await made.goto(playground.origin);
    await digestOf(made).first().waitFor();
    return made;
  };
  const digestOf = (on: Page) => on.locator('.message').filter({ hasText: /stories from \d+ articles/ });
  const answerOf = (on: Page) => on.locator('.message').filter({ hasText: 'Only you can see this' });

  /** What axe finds, as `rule: the first element`. */
  const violationsOn = async (on: Page): Promise<string[]> => {
    await on.evaluate(axe.source);
    return on.evaluate(async () => {
      const found = (globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } }).axe;
      interface AxeViolation {
        id: string;
        nodes: { html: string }[];
      }
      return (await found.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lede-page-'));
    playground = await startPlayground(
      { pictures: true, retentionDays: 30, playgroundPort: 0 },
      { live: false, failed: (error) => failures.push(error), databaseFile: join(folder, 'playground.db') },
    );
    browser = await chromium.launch({ executablePath, args: flags });
    page = await open('light', 1280);
  });

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('sees this morning’s digest arrive, and what a feed bot would have posted', async () => {
    expect(await page.locator('#clock').textContent()).toContain('08:00');
    const note = page.locator('.note');
    await note.waitFor();
    const [, count] = /posted (\d+) messages/.exec((await note.textContent()) ?? '') ?? [];
    expect(Number(count)).toBeGreaterThan(20);
    await note.getByRole('button').click();
    await page.getByRole('heading', { level: 1, name: '#every-item' }).waitFor();
    await expect.poll(() => page.locator('.author').count()).toBe(Number(count));
    await page.getByRole('button', { name: 'Back to the digest' }).click();
    await digestOf(page).waitFor();
  });

  test('opens a story from the digest with the keyboard alone', async () => {
    await digestOf(page).getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    const first = await page.getByRole('option').first().textContent();
    await page.keyboard.press('Enter');
    const card = answerOf(page);
    await card.getByRole('button', { name: 'Why grouped?' }).waitFor();
    const title = await card.getByRole('heading', { level: 3 }).first().textContent();
    expect(first).toContain(title);
  });

  test('subscribes a channel: the suggestions, the answer, the next digest', async () => {
    await page.getByRole('button', { name: 'Subscribe #technology' }).click();
    await page.getByRole('combobox', { name: 'topic' }).waitFor();
    await page.keyboard.type('tech');
    const suggested = page.getByRole('listbox', { name: 'Suggestions for topic' }).getByRole('option');
    await expect.poll(() => suggested.allTextContents()).toEqual(['Technology']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const answer = answerOf(page).last();
    await answer.getByRole('button', { name: 'Post one now' }).waitFor();
    expect(await answer.textContent()).toMatch(/Technology.*#technology.*Next digest/s);
  });

  test('reads in whole what the field is for that they fill in', async () => {
    const words = page.getByRole('combobox', { name: 'Message or command' });
    await words.fill('/story ');
    const hint = page.getByText('Words of the headline; without any, today’s top story', { exact: true });
    await hint.waitFor();
    expect(await hint.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await words.fill('/digest settings ');
    await page.getByText('When: 8, 8am, 20.30, or more than one: 08:00, 18:00', { exact: true }).waitFor();
    await page.getByLabel('log').focus();
    await page.getByText('Where notices go; the same channel again turns it off', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Leave the command' }).click();
  });

  test('sends a command whose fields are optional with Enter, and no suggestion that they did not choose', async () => {
    const words = page.getByRole('combobox', { name: 'Message or command' });
    await words.fill('/digest settings');
    await page.keyboard.press('Enter');
    const suggested = page.getByRole('listbox', { name: 'Suggestions for time' });
    await suggested.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const answer = answerOf(page).last();
    await answer.getByText('Muted in all channels of this server').waitFor();
    expect(await answer.textContent()).not.toContain('Saved.');
    await words.fill('/digest settings');
    await page.keyboard.press('Enter');
    await suggested.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox', { name: 'time' }).inputValue()).toBe('08:00');
    await page.getByRole('button', { name: 'Leave the command' }).click();
  });

  test('gives a list of feeds to a command, and downloads the one that comes back', async () => {
    const list = `<opml version="2.0"><body>
      <outline text="World"><outline text="Far away" xmlUrl="${playground.origin}/far.xml"/></outline>
      <outline text="Router" xmlUrl="http://192.168.1.1/"/></body></opml>`;
    const words = page.getByRole('combobox', { name: 'Message or command' });
    await words.fill('/feeds import');
    await page.keyboard.press('Enter');
    await page
      .getByLabel('file')
      .setInputFiles({ name: 'my.opml', mimeType: 'text/x-opml', buffer: Buffer.from(list) });
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send' }).click();
    await answerOf(page).last().getByText('1 feed added · 1 refused').waitFor();
    expect(await answerOf(page).last().textContent()).toMatch(
      /1 in World.*192\.168\.1\.1.*not on the public internet/s,
    );
    await words.fill('/feeds export');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      answerOf(page).last().getByRole('link', { name: 'lede-feeds.opml' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain(`xmlUrl="${playground.origin}/far.xml"`);
  });

  test('as a member sees no command that manages, and the commands in their language', async () => {
    await page.getByRole('radio', { name: 'Member' }).check({ force: true });
    await page.getByText('a member without rights').waitFor();
    const words = page.getByRole('combobox', { name: 'Message or command' });
    await expect.poll(() => words.isEnabled()).toBe(true);
    await words.fill('/s');
    await page.getByRole('option', { name: '/story' }).waitFor();
    await expect.poll(() => page.getByRole('option', { name: '/subscribe' }).count()).toBe(0);
    expect(await answerOf(page).count()).toBe(0);
    await page.getByRole('radio', { name: 'Deutsch' }).check({ force: true });
    await expect.poll(() => page.locator('#clock').textContent()).toMatch(/^(?:Mo|Di|Mi|Do|Fr|Sa|So)/);
    await words.fill('/s');
    await expect.poll(() => page.getByRole('option').first().textContent()).not.toMatch(/Opens? a story/);
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    // The choices are drawn anew with the language, and a forced click waits for nothing.
    await expect.poll(() => page.locator('#clock').textContent()).toMatch(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/);
    await page.getByRole('radio', { name: 'Admin' }).check({ force: true });
    await page.getByText('may manage the server').waitFor();
  });

  test('skips to tomorrow and reads the update, and in both digests the correction', async () => {
    await page.getByRole('button', { name: 'Skip to tomorrow 08:00' }).click();
    await page.locator('.big-clock').waitFor();
    await expect.poll(() => digestOf(page).count(), { timeout: 60_000 }).toBe(2);
    const updated = digestOf(page).last();
    expect(await updated.textContent()).toContain('Update · in yesterday’s digest');
    expect(await updated.textContent()).toContain('the oath is in three weeks. It is in two.');
    await expect.poll(() => page.locator('#clock').textContent()).toContain('08:00');
    // The other channel got its own.
    await page.getByRole('button', { name: /technology.*1 unread/ }).waitFor();
    const yesterday = digestOf(page).first();
    expect(await yesterday.textContent()).toMatch(
      /Agency North: Correction.*\(edited\)|\(edited\).*Agency North: Correction/s,
    );
  });

  test.each([
    ['light', 1280],
    ['dark', 400],
  ] as const)('finds nothing that axe objects to, in %s at %i px', async (scheme, width) => {
    const made = await open(scheme, width);
    expect(await violationsOn(made)).toEqual([]);
    await made.getByRole('combobox', { name: 'Message or command' }).fill('/');
    await made.getByRole('option').first().waitFor();
    expect(await violationsOn(made)).toEqual([]);
    await made.keyboard.press('Enter');
    if (width < 760) await made.getByRole('button', { name: 'Channels' }).click();
    expect(await violationsOn(made)).toEqual([]);
    expect(await made.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await made.context().close();
  });

  test('nothing went wrong on the way, and nothing was asked of the web', () => {
    expect(failures).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
