import type { Visit } from './visit.ts';

/** Pixels of an answer that are shown below its picture. */
const belowPicture = 52;

/** Draws the page as it is after the start. */
export async function drawPage({ page, save }: Visit): Promise<void> {
  const tall = page.viewportSize();
  await page.setViewportSize({ width: 1180, height: 860 });
  save('playground', await page.screenshot());
  if (tall) await page.setViewportSize(tall);
}

/** Draws the digest, a story's card, and the answers about who else reports a link. */
export async function drawMessages({ page, digest, answer, save }: Visit): Promise<void> {
  save('digest', await digest().screenshot());
  const link = await digest().locator('a[href^="http"]').first().getAttribute('href');
  await page.getByRole('button', { name: /Open a story/ }).click();
  await answer('Who reported?').waitFor();
  save('story', await answer('Who reported?').screenshot());
  await page.locator('#words').fill(`Seen this? ${link}`);
  await page.keyboard.press('Enter');
  await page.locator('.message').filter({ hasText: 'Seen this?' }).getByRole('button', { name: 'Apps' }).click();
  await page.getByRole('menuitem', { name: 'Who else reports this?' }).click();
  await answer('Reported by').getByRole('button', { name: 'Who reported?' }).click();
  const picture = page.getByRole('img', { name: /^Coverage over time/ });
  await picture.waitFor();
  const [from, to] = [await answer('Reported by').boundingBox(), await picture.boundingBox()];
  if (!from || !to) throw new Error('The answers with the coverage are not on the page.');
  const clip = { x: from.x, y: from.y, width: from.width, height: to.y + to.height + belowPicture - from.y };
  save('coverage', await page.screenshot({ clip }));
}
