import { describe, expect, test } from 'vitest';
import { hasBrowser, patienceMs, useVisitor } from './visitor.ts';

const later = 'Tanker Halina runs aground off Corrick';

describe.skipIf(!hasBrowser)('a manager with an own feed', () => {
  const at = useVisitor();

  test('gets its items at once, changes that in a form, and reads the digest outside Discord, with a correction', {
    timeout: patienceMs,
  }, async () => {
    const { page, browser, button } = at;
    const last = page.locator('.message').last();
    const run = (command: string) => at.type(command, 'Enter', 'Enter');
    const { origin } = new URL(await at.linked());

    await run('/digest feed');
    await last.getByText('Share them only with people who may read them.').waitFor();
    const address = (await last.getByRole('link').first().getAttribute('href')) ?? '';

    await button(/^technology/).click();
    await run(`/feeds add url: ${origin}`);
    await last.getByRole('combobox').click();
    await page.getByRole('option').first().click();
    await last.getByRole('button', { name: 'Post each new item here, at once' }).click();
    await last.getByText('At most 20 messages a day').waitFor();

    await run('/alerts set');
    const form = page.getByRole('dialog', { name: /#technology/ });
    await page.setViewportSize({ width: 1280, height: 500 });
    expect(await form.evaluate((shown) => shown.scrollHeight - shown.clientHeight)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 860 });
    await form.getByLabel('At most a day').selectOption('30');
    await form.getByRole('button', { name: 'Submit' }).click();
    await last.getByText(/20 → .*30/).waitFor();
    await last.getByRole('button', { name: 'Undo' }).click();
    await last.getByText('Undone: everything is as it was before.').waitFor();

    await run('/alerts set silent: always');
    await last.getByText('Saved:').waitFor();

    await button(/^\d · Skip to tomorrow/).click();
    await page.locator('#skip').waitFor();
    await page.locator('#skip').waitFor({ state: 'hidden' });
    await button(/^technology/).click();
    const item = at.messages(later);
    await item.waitFor();
    expect(await item.textContent()).toMatch(/Agency North · 11:45/);
    await item.getByText('(without a notification)').waitFor();

    const outside = await browser.newPage();
    await outside.goto(address);
    await outside
      .getByText(/^Correction to “/)
      .first()
      .waitFor();
    expect(await outside.locator('article').count()).toBe(2);
    await outside.close();
  });
});
