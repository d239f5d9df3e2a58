import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDesk } from '../../../desk/desk.ts';
import { corrected, ferry, say } from '../../../desk/harbourPost.ts';
import { hasBrowser, launchBrowser, patienceMs, violationsOn } from '../../../playground/visitor.ts';
import { addressIn, openReadable } from './reader.ts';

describe.skipIf(!hasBrowser)('the page of a channel’s digests in a browser', () => {
  let at: TestDesk;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    [at, browser] = await Promise.all([openReadable({ keep: true }), launchBrowser()]);
    url = (await addressIn(at)).page;
    await at.to(0, '08:00');
    say(at, corrected(ferry));
    await at.to(0, '09:00');
    await at.to(1, '08:00');
  }, 2 * patienceMs);
  afterAll(async () => {
    await browser?.close();
    await at?.close();
  });

  test.each([
    ['light', 400],
    ['dark', 400],
    ['light', 1280],
    ['dark', 1280],
  ] as const)('holds nothing that axe objects to, in %s at %i px, folded or not', async (colorScheme, width) => {
    // axe comes by a script, which the page's own policy refuses.
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 860 }, bypassCSP: true });
    await page.goto(url);
    expect(await violationsOn(page)).toEqual([]);
    for (const one of await page.locator('summary').all()) await one.click();
    await page.getByText('earlier version').last().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(paper).toBe(colorScheme === 'light' ? 'rgb(251, 250, 246)' : 'rgb(23, 24, 27)');
    await page.close();
  });

  test('is styled under its own policy, and asks for nothing but itself', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => complaints.push(request.url()));
    await page.goto(url);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(251, 250, 246)');
    expect(complaints.filter((one) => !one.endsWith('/favicon.ico'))).toEqual([url]);
    await page.close();
  });

  test('a link to an outlet does not tell the outlet the address', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.locator('article summary').click();
    await page.getByRole('link', { name: ferry.title }).first().click({ noWaitAfter: true });
    await expect
      .poll(() => at.sites[0]?.asked.some(({ path, headers }) => path === '/ferry' && 'sec-fetch-mode' in headers))
      .toBe(true);
    expect(at.sites[0]?.asked.flatMap(({ headers }) => headers.referer ?? [])).toEqual([]);
    await page.close();
  });
});
