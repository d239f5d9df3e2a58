import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, patienceMs, useVisitor, violationsOn } from './visitor.ts';

describe.skipIf(!hasBrowser)('a visitor on the page', () => {
  const at = useVisitor();
  const { failures, complaints, button, digests, answers, type } = at;
  let page: Page;

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Expects that axe finds nothing to object to. */
  const isAccessible = async () => expect(await violationsOn(page)).toEqual([]);
  const goHome = async () => {
    await button('front-page').click();
    await digests().first().waitFor();
  };

  beforeAll(async () => {
    page = at.page;
    await digests().first().waitFor();
  }, patienceMs);

  test('sees this morning’s digest arrive, and what a feed bot would have posted', async () => {
    expect(await page.locator('#clock').textContent()).toContain('08:00');
    const note = page.locator('.note');
    await note.waitFor();
    const [, count] = /posted (\d+) messages/.exec((await note.textContent()) ?? '') ?? [];
    expect(Number(count)).toBeGreaterThan(20);
    await note.getByRole('button').click();
    await page.getByRole('heading', { level: 1, name: '#every-item' }).waitFor();
    await expect.poll(() => page.locator('.author').count()).toBe(Number(count));
    await button('Back to the digest').click();
    await digests().waitFor();
  });

  test('sees that this is a playground, and reaches the line to write in by Tab or by typing', async () => {
    await page.getByText('Playground', { exact: true }).waitFor();
    const fresh = await at.browser.newPage();
    await fresh.goto(at.playground.origin);
    await fresh.locator('.note').waitFor();
    const line = fresh.getByRole('combobox', { name: 'Message or command' });
    const isThere = () => line.evaluate((shown) => shown.ownerDocument.activeElement === shown);
    let stops = 0;
    for (; stops < 5 && !(await isThere()); stops += 1) await fresh.keyboard.press('Tab');
    expect([await isThere(), stops]).toEqual([true, 2]);
    await fresh.getByRole('button', { name: 'See all of them' }).focus();
    await fresh.keyboard.type('hello');
    expect(await line.inputValue()).toBe('hello');
    await fresh.close();
    await page.bringToFront();
  });

  test('takes the tour, whose steps are ticked off', async () => {
    const step = (name: RegExp) => page.locator('.chips').getByRole('button', { name });
    await step(/^1 · Open a story/).waitFor();
    await digests().first().getByRole('combobox').click();
    await page.getByRole('option').first().click();
    await answers().getByRole('button', { name: 'Who reported?' }).waitFor();
    await step(/^✓ Open a story/).click();
    await expect.poll(() => answers().count()).toBe(2);
    await step(/^2 · See what a feed bot would post/).click();
    await page.getByRole('heading', { level: 1, name: '#every-item' }).waitFor();
    await button('Back to the digest').click();
    await step(/^4 · Who reported it/).click();
    await answers().last().getByText('Who reported:').waitFor();
    expect(await page.locator('.chips').textContent()).toContain('✓ Open a story');
    await step(/^3 · Skip to tomorrow/).waitFor();
    const dismiss = button('Dismiss message');
    for (let left = await dismiss.count(); left > 0; left -= 1) await dismiss.first().click();
  });

  test('keeps colours, person, channel and dismissed answers when the page is loaded again', async () => {
    const menu = () => page.locator('.me');
    await menu().locator('summary').click();
    await menu().getByLabel('Colours').selectOption('Dark');
    await menu().getByLabel('You are').selectOption('Member');
    await page.getByText('a member without special permissions').waitFor();
    expect(await page.locator('.who .avatar').boundingBox()).toMatchObject({ width: 40, height: 40 });
    await page.getByRole('button', { name: 'technology', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '#technology' }).waitFor();
    await page.reload();
    await page.getByText('a member without special permissions').waitFor();
    await page.getByRole('heading', { level: 1, name: '#technology' }).waitFor();
    await menu().locator('summary').click();
    expect(await menu().getByLabel('Colours').inputValue()).toBe('dark');
    await type('/subscribe topic: World', 'Enter');
    await page.getByText('/subscribe is not offered to you here.').waitFor();
    await type('');
    await menu().getByLabel('Colours').selectOption('System');
    await menu().getByLabel('You are').selectOption('Admin');
    await page.getByText('may manage the server').waitFor();
    await goHome();
    expect(await answers().count()).toBe(0);
  });

  test('sees what Lede says where it may not write', async () => {
    const permit = () => page.locator('.me').getByLabel('Lede in');
    await permit().selectOption('May not write');
    await expect.poll(() => permit().inputValue()).toBe('no');
    await type('/digest post', 'Enter', 'Enter');
    await answers().last().getByText('Send Messages').waitFor();
    await button('Dismiss message').last().click();
    await permit().selectOption('May write');
    await expect.poll(() => permit().inputValue()).toBe('yes');
  });

  test('opens a story from the digest with the keyboard alone', async () => {
    await digests().getByRole('combobox').focus();
    await press('ArrowDown');
    const first = await page.getByRole('option').first().textContent();
    await press('Enter');
    await answers().getByRole('button', { name: 'Who reported?' }).waitFor();
    expect(first).toContain(await answers().getByRole('heading', { level: 3 }).first().textContent());
  });

  test('asks in the menu of a message who else reports its link, and sees a picture of who reported when', async () => {
    await type(`Seen this? ${await at.linked()}`, 'Enter');
    const said = at.messages('Seen this?');
    await said.getByRole('button', { name: 'Apps' }).click();
    await page.getByRole('menuitem', { name: 'Who else reports this?' }).click();
    await answers().last().getByText('Reported by').waitFor();
    const picture = page.getByRole('img', { name: /^Coverage over time: \d+ reports of \d+ outlets/ });
    // Lede omits the picture if a busy machine can't draw it within two seconds, so it may need several attempts.
    for (let nth = 0; nth < 20 && (await picture.count()) === 0; nth += 1) {
      const before = await answers().count();
      await button('Who reported?').last().click();
      await expect.poll(() => answers().count(), { timeout: patienceMs }).toBe(before + 1);
    }
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(1_040);
    await isAccessible();
  });

  test('makes a digest of the feeds of a site, and says which addresses it could not read', async () => {
    const { origin } = new URL(await at.linked());
    await button('A digest of your feeds').click();
    await page.getByRole('textbox', { name: /^Addresses of sites or feeds/ }).fill(`${origin}\nhttp://10.1.2.3/`);
    await button('Make the digest').click();
    // Late in the day the press's news of the last 24 hours may be a quiet day's.
    await page.locator('.own-result .container').first().waitFor();
    await page.getByText('http://10.1.2.3/: ').waitFor();
    await isAccessible();
    await goHome();
  });

  test('in a server without Lede is offered the commands of their own account, in the composer and in a message’s menu', async () => {
    await button('between-games').click();
    await page.getByText('Lede is not in this server.').waitFor();
    await type('/');
    const offered = page.getByRole('option').locator('.label');
    await expect
      .poll(async () => [...new Set((await offered.allTextContents()).map((one) => one.split(' ')[0]))])
      .toEqual(['/catchup', '/coverage', '/following', '/me', '/watch']);
    await type('');
    const menu = page.getByRole('menuitem');
    await at.messages('free spectacles').click({ button: 'right', position: { x: 300, y: 20 } });
    expect(await menu.allTextContents()).toEqual(['Who else reports this?', 'Follow this story']);
    await isAccessible();
    await press('Escape');
    await expect.poll(() => menu.count()).toBe(0);
    // Escape has returned the focus to the button.
    await press('Enter', 'Enter');
    await answers().last().getByText('Reported by').waitFor();
    await goHome();
  });

  test('subscribes a channel: the suggestions, the answer, the next digest', async () => {
    await button('Subscribe #technology').click();
    await page.getByRole('combobox', { name: 'topic' }).waitFor();
    await page.keyboard.type('tech');
    const suggested = page.getByRole('listbox', { name: 'Suggestions for topic' }).getByRole('option');
    await expect.poll(() => suggested.allTextContents()).toEqual(['Technology']);
    await press('Enter', 'Enter');
    const answer = answers().last();
    await answer.getByRole('button', { name: 'Post one now' }).waitFor();
    expect(await answer.textContent()).toMatch(/#technology now gets Technology.*Next digest/s);
  });

  test('sees the whole description of the field that they fill in', async () => {
    await type('/story ');
    const hint = page.getByText('Words from the headline; leave it out for today’s top story', { exact: true });
    expect(await hint.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
    await button('Leave the command').click();
    await type('/digest settings ');
    await page.getByText('Which languages’ stories count: English, German, or all', { exact: true }).waitFor();
    const offered = await page.getByLabel('log').locator('option').allTextContents();
    expect([offered.includes('#technology'), offered.includes('#between-games')]).toEqual([true, false]);
    await page.getByLabel('log').focus();
    await page
      .getByText('Where notices go; choose the same channel again for a button that turns it off', { exact: true })
      .waitFor();
    await button('Leave the command').click();
  });

  test('sends a command with optional fields by Enter, without an unchosen suggestion', async () => {
    const suggested = page.getByRole('listbox', { name: 'Suggestions for languages' }).getByRole('option').first();
    await type('/digest settings', 'Enter');
    await suggested.waitFor();
    await press('Enter');
    const answer = answers().last();
    await answer.getByText('Muted in all channels of this server').waitFor();
    expect(await answer.textContent()).not.toContain('Saved.');
    await type('/digest settings', 'Enter');
    await suggested.waitFor();
    await press('ArrowDown', 'Enter');
    expect(await page.getByRole('combobox', { name: 'languages' }).inputValue()).toBe('all languages');
    await button('Leave the command').click();
  });

  test('changes settings in a form by the keyboard, corrects it after a refusal, and takes it back', async () => {
    const form = page.getByRole('dialog', { name: 'Digest of #front-page' });
    const change = answers().last().getByRole('button', { name: 'Change settings' });
    await change.focus();
    await press('Enter');
    await expect.poll(() => form.getByLabel('Time of day').evaluate((field) => field.matches(':focus'))).toBe(true);
    await isAccessible();
    await press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await change.evaluate((one) => one.matches(':focus'))).toBe(true);
    await change.click();
    await form.getByLabel('Time of day').fill('noonish');
    await form.getByLabel('Length').selectOption('7 stories');
    await form.getByLabel('Headlines only').check();
    await press('Enter');
    await form.waitFor({ state: 'detached' });
    await answers().last().getByRole('button', { name: 'Back to the form' }).click();
    const time = form.getByLabel('Time of day');
    await expect.poll(() => time.inputValue()).toBe('noonish');
    expect(await form.getByLabel('Headlines only').isChecked()).toBe(true);
    await time.fill('9');
    await form.getByRole('button', { name: 'Submit' }).click();
    const saved = answers().filter({
      hasText: /Time of day 08:00 → 09:00 · Length 5 stories → 7 stories · Headlines only no → yes/,
    });
    await saved.getByRole('button', { name: 'Undo' }).click();
    await answers().filter({ hasText: 'Undone: everything is as it was before.' }).waitFor();
  });

  test('gives a list of feeds to a command, and downloads the one that comes back', async () => {
    const list = `<opml version="2.0"><body>
      <outline text="World"><outline text="Far away" xmlUrl="${at.playground.origin}/far.xml"/></outline>
      <outline text="Router" xmlUrl="http://192.168.1.1/"/></body></opml>`;
    await type('/feeds import', 'Enter');
    const file = { name: 'my.opml', mimeType: 'text/x-opml', buffer: Buffer.from(list) };
    await page.getByLabel('file').setInputFiles(file);
    await button('Send').click();
    await answers().last().getByText('1 feed added · 1 refused').waitFor();
    const answer = await answers().last().textContent();
    expect(answer).toMatch(/1 in World.*192\.168\.1\.1.*not on the public internet/s);
    await type('/feeds export', 'Enter', 'Enter');
    const link = page.getByRole('link', { name: 'lede-feeds.opml' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(await readFile(await download.path(), 'utf8')).toContain(`xmlUrl="${at.playground.origin}/far.xml"`);
  });

  test('as a member sees no commands for managers, and the others in their language', async () => {
    const choose = (label: string) =>
      page.locator('.me select', { has: page.locator('option', { hasText: label }) }).selectOption({ label });
    const clock = () => page.locator('#clock').textContent();
    await choose('Member');
    await page.getByText('a member without special permissions').waitFor();
    await type('/s');
    await page.getByRole('option', { name: '/story' }).waitFor();
    await expect.poll(() => page.getByRole('option', { name: '/subscribe' }).count()).toBe(0);
    expect(await answers().count()).toBe(0);
    await choose('Deutsch');
    await expect.poll(() => page.locator('.top').textContent()).toContain('Spielwiese');
    // With the dot, because the English "Sat" begins with the German "Sa".
    expect(await clock()).toMatch(/^(?:Mo|Di|Mi|Do|Fr|Sa|So)\./);
    await type('/s');
    await expect.poll(() => page.getByRole('option').first().textContent()).not.toMatch(/Opens? a story/);
    await type('');
    // Matches the page's own English texts, including those for screen readers.
    const english =
      /\b(?:Skip|Open|Subscribe|Channels|Messages?|Only you|Language|Member|You are|Send|feed bot|Playground)\b/;
    const frame = 'nav, .top, .chips, .composer, .note, .only-you';
    const said = () =>
      page
        .locator(frame)
        .evaluateAll((parts) =>
          parts.flatMap((part) => [
            part.textContent ?? '',
            ...[...part.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label') ?? ''),
          ]),
        );
    // The parts of the page change one after the other.
    await expect.poll(async () => (await said()).filter((one) => english.test(one))).toEqual([]);
    expect((await said()).join()).toContain('Spielwiese');
    await choose('English');
    // The choices are redrawn when the language changes, and a forced click does not wait for that.
    await expect.poll(clock).toMatch(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/);
    await choose('Admin');
    await page.getByText('may manage the server').waitFor();
  });

  test('skips to tomorrow and reads the update, and in both digests the correction', async () => {
    await Promise.all([page.locator('.big-clock').waitFor(), button('Skip to tomorrow 08:00').click()]);
    await expect.poll(() => digests().count()).toBe(2);
    const updated = await digests().last().textContent();
    expect(updated).toContain('Update · yesterday: “');
    expect(updated).toMatch(/Correction to “Devane concedes[^”]*” in \w+day’s digest, by Agency North/);
    await expect.poll(() => page.locator('#clock').textContent()).toContain('08:00');
    // The other channel's topic has no news on that day, so nothing is posted there.
    expect(await button(/technology.*unread/).count()).toBe(0);
    const yesterday = await digests().first().textContent();
    expect(yesterday).toMatch(/Agency North: Correction.*\(edited\)|\(edited\).*Agency North: Correction/s);
  });

  test('is told when the press has no more news, and starts again under the same address', {
    timeout: 3 * patienceMs,
  }, async () => {
    const again = button('Start again');
    for (let day = 0; day < 9 && (await again.count()) === 0; day += 1) {
      await button('Skip to tomorrow 08:00').click();
      await page.locator('.skip').waitFor();
      await page.locator('.skip').waitFor({ state: 'hidden' });
    }
    await page.getByText('That was the last day the made-up press has news for.').waitFor();
    expect(await page.locator('.note').allTextContents()).not.toContainEqual(expect.stringMatching(/posted [01] /));
    // Stories of several days have ended meanwhile, and one goes on.
    await button('big-stories').click();
    const posts = page.locator('.post');
    await posts.filter({ hasText: 'archived' }).first().waitFor();
    const post = posts.filter({ hasText: 'Tanker Halina runs aground' });
    await post.getByText(/\d replies/).waitFor();
    await isAccessible();
    await post.getByRole('button').click();
    await page.getByText('It was 58; the Coastguard had misread its own list.').first().waitFor();
    await again.click();
    await expect.poll(() => digests().count()).toBe(1);
    expect(await page.locator('#clock').textContent()).toContain('08:00');
    await button('Skip to tomorrow 08:00').waitFor();
    // The page tried to reconnect while the server was away, which logs errors.
    const others = complaints.filter((one) => !/ERR_(?:CONNECTION|INCOMPLETE|EMPTY)|404/.test(one));
    complaints.splice(0, complaints.length, ...others);
  });

  test.each([
    ['light', 1280],
    ['dark', 400],
  ] as const)('finds nothing that axe objects to, in %s at %i px', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    await type('/');
    await page.getByRole('option').first().waitFor();
    await isAccessible();
    await type('/feeds import', 'Enter');
    if (width < 760) await button('Channels').click();
    await isAccessible();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await press('Escape');
  });

  test('no errors were logged, and nothing was requested from the web', () => {
    expect(failures).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
