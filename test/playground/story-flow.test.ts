import { describe, expect, test } from 'vitest';
import { hasBrowser, patienceMs, useVisitor } from './visitor.ts';

const wrong = 'Another one aground: trawler leaks diesel';

describe.skipIf(!hasBrowser)('a story that goes on', () => {
  const at = useVisitor();

  test('is posted at once, followed, found by a link and corrected by a reader, also in a forum', {
    timeout: patienceMs,
  }, async () => {
    const { page, button } = at;
    const headline = /[Tt]anker (?:Halina runs aground|stuck on Gull Reef)/;
    const told = at.messages(headline);
    const answer = at.answers().last();
    const skip = async () => {
      await button('Skip to tomorrow 08:00').click();
      await page.locator('#skip').waitFor();
    };

    // The alert arrives while the clock moves, and its channel shows the time of its arrival.
    await skip();
    await page
      .locator('#skip-arrivals')
      .getByText(/^13:\d\d · #alerts · .*[Tt]anker (?:Halina runs aground|stuck on Gull Reef)/)
      .waitFor();
    await page.locator('#skip').waitFor({ state: 'hidden' });
    const counted = Number(await page.locator('#skip-alerts').textContent());
    await button(new RegExp(`alerts.*${counted} unread`)).click();
    await told.getByText('5 newsrooms report independently').waitFor();
    const cameAt = await told.locator('.head time').getAttribute('datetime');
    expect(new Date(cameAt ?? '').getHours()).toBe(13);

    await told.getByRole('button', { name: 'Follow' }).click();
    await answer.getByRole('button', { name: 'As direct messages' }).click();
    await answer.getByText('will come as direct messages').waitFor();

    // One of the five newsrooms actually reports something else.
    const link = await told.locator('a[href^="http"]').first().getAttribute('href');
    await at.type(`/coverage ${link}`, 'Enter');
    await answer.getByText('Reported by').waitFor();
    expect(await answer.textContent()).toMatch(/[Tt]anker .*Daily Coast/s);
    await answer.getByRole('button', { name: 'Who reported?' }).click();
    await answer.getByRole('combobox', { name: 'Not the same event? Choose the article' }).click();
    await page.getByRole('option', { name: wrong }).click();
    await answer.getByText('Done: ').waitFor();

    // The next day begins with edits by which the alert and the post count one newsroom less.
    await skip();
    await button('alerts').click();
    await told.getByText('4 newsrooms report independently').waitFor();
    await button('big-stories').click();
    const post = page.locator('.post').filter({ hasText: headline });
    await post.getByText('4 newsrooms report independently').waitFor();
    await post.getByRole('button').click();
    const opening = told.filter({ hasText: '4 newsrooms report independently' });
    await opening.getByText('Corrected: an article about another event was taken out').waitFor();
    expect(await opening.textContent()).toContain('(edited)');

    // Then two newsrooms report something new, which appears below the open post and goes to followers.
    await page.getByText('Update on').first().waitFor();
    await button(/Lede.*unread/).click();
    await page.getByText('Divers close leak in tanker Halina off Corrick').waitFor();
    expect([at.failures, at.complaints]).toEqual([[], []]);
  });
});
