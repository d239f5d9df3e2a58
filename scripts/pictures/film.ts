import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { saveFilm, type Visit } from './visit.ts';

const outlined = '.filmed { outline: 3px solid #d9822b !important; outline-offset: 2px; }';

/** Films the playground: a channel subscribes, the digest comes at eight, a member opens a story and its outlets. */
export async function filmHalfMinute({ page, folder }: Visit): Promise<void> {
  const frames: { file: string; ms: number }[] = [];
  const show = async (ms: number) => {
    const file = join(folder, `frame-${frames.length}.png`);
    await page.screenshot({ path: file });
    frames.push({ file, ms });
  };
  /** Shows what will be pressed, then presses it. */
  const press = async (target: Locator) => {
    await target.evaluate((element) => element.classList.add('filmed'));
    await show(900);
    await target.evaluate((element) => element.classList.remove('filmed'));
    await target.click();
  };
  const type = async (words: string) => {
    for (const part of words.match(/.{1,4}/g) ?? []) {
      await page.keyboard.type(part);
      await show(160);
    }
  };
  const answers = page.locator('.message').filter({ has: page.locator('.only-you') });

  await page.setViewportSize({ width: 960, height: 680 });
  await page.addStyleTag({ content: outlined });
  await page.getByRole('button', { name: 'welcome', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '#welcome' }).waitFor();
  await show(1_200);
  await page.locator('#words').focus();
  await type('/subscribe');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'topic' }).waitFor();
  await type('World');
  await show(600);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await answers.last().getByRole('button', { name: 'Post one now' }).waitFor();
  await show(4_000);
  await press(page.locator('.chips').getByRole('button', { name: /Skip to tomorrow/ }));
  const digest = page
    .locator('.message')
    .filter({ has: page.getByRole('combobox'), hasNot: page.locator('.only-you') })
    .first();
  const skip = page.locator('#skip');
  await skip.waitFor();
  for (let shown = 0; shown < 8 && (await skip.isVisible()); shown += 1) {
    await show(500);
    await page.waitForTimeout(400);
  }
  await skip.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'welcome', exact: true }).click();
  await digest.waitFor();
  await digest.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await show(5_500);
  const menu = digest.getByRole('combobox');
  await menu.scrollIntoViewIfNeeded();
  await press(menu);
  await show(1_200);
  await page.getByRole('option').first().click();
  const whoReported = answers.last().getByRole('button', { name: 'Who reported?' });
  await whoReported.waitFor();
  await show(5_000);
  await press(whoReported);
  await answers.last().getByText('Who reported:').waitFor();
  await show(6_000);
  saveFilm('half-minute', frames);
}
