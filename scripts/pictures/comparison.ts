import type { Visit } from './visit.ts';

/** All messages of the feed bot in columns, without the page around them. */
const inColumns = `
  #side, header, .skip-link, .composer, .chips, .note, #list .intro, #list .avatar { display: none !important; }
  main, #messages { display: block !important; height: auto !important; overflow: visible !important; }
  body, main { width: 1650px !important; height: auto !important; overflow: visible !important; }
  #list { display: block !important; columns: 5; column-gap: 14px; padding: 0 !important; margin: 0 !important; }
  #list .message { display: block !important; break-inside: avoid; padding: 0 0 12px !important; margin: 0 !important; }
  #list .head time { display: none; }
`;

/** Left, what a feed bot would have posted that morning; right, Lede's digest. */
const sideBySide = (messages: string, count: number, digest: string) => `<!doctype html><style>
  * { box-sizing: border-box; margin: 0; }
  body { width: 1280px; display: flex; gap: 28px; padding: 20px; background: #fcfbf7; color: #1f2328;
    font: 24px system-ui, sans-serif; }
  figure { flex: 1; display: flex; flex-direction: column; gap: 12px; }
  figcaption b { color: #17506f; }
  .many { border: 1px solid #dcdad2; border-radius: 10px; padding: 10px; background: #f5f3ec; }
  img { width: 100%; display: block; }
</style>
<figure><figcaption>A feed bot: <b>${count} messages</b></figcaption>
  <div class="many"><img src="data:image/png;base64,${messages}"></div></figure>
<figure><figcaption>Lede: <b>1 message</b>, at eight</figcaption>
  <div class="one"><img src="data:image/png;base64,${digest}"></div></figure>`;

/** Draws before and after: the messages of a plain feed bot on one morning beside the digest of the same morning. */
export async function drawComparison({ page, digest, save }: Visit): Promise<void> {
  const one = await digest().screenshot();
  const sheet = await page.context().newPage();
  await sheet.setViewportSize({ width: 1650, height: 900 });
  await sheet.goto(page.url());
  await sheet.locator('.note').getByRole('button').click();
  const messages = sheet.locator('#list .author');
  await messages.first().waitFor();
  const count = await messages.count();
  await sheet.addStyleTag({ content: inColumns });
  const many = await sheet.locator('#list').screenshot();
  await sheet.setViewportSize({ width: 1280, height: 900 });
  await sheet.setContent(sideBySide(many.toString('base64'), count, one.toString('base64')));
  save('comparison', await sheet.screenshot({ fullPage: true }));
  await sheet.close();
}
