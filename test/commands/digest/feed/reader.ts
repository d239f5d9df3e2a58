import { expect } from 'vitest';
import { digestAddressesOf } from '../../../../commands/digest/feed/address.ts';
import { addressChanges } from '../../../../commands/digest/feed/answer.ts';
import type { DeskOptions, TestDesk } from '../../../desk/desk.ts';
import { openHarbourPost } from '../../../desk/harbourPost.ts';

const outside = { publicPort: { host: '127.0.0.1', port: 0 } };
/** For bots in tests that open no port. */
export const atExample = { publicPort: { ...outside.publicPort, url: 'https://lede.example/news' } };

/** A desk whose channel gets a digest on world news at eight, which can be read outside Discord. */
export const openReadable = ({ settings, ...more }: DeskOptions = {}): Promise<TestDesk> =>
  openHarbourPost({ ...more, settings: { ...outside, ...settings } });

/** The new addresses of a channel. */
export async function addressIn(at: TestDesk, channelId = at.channelId, by = at.by) {
  const secret = await at.app.desk.use(addressChanges).giveAddress(by, channelId);
  if (secret === undefined) throw new Error('the channel has an address already');
  return { secret, ...digestAddressesOf(at.app.desk.publicUrl() ?? '', secret) };
}

/** The text of each ETag so far. */
const texts = new Map<string, string>();

/** Reads a page, and fails if its ETag has stood for another text. */
export async function read(url: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { headers });
  const text = await answer.text();
  const etag = answer.headers.get('etag');
  if (answer.status === 200 && etag !== null) {
    expect(texts.get(etag) ?? text, url).toBe(text);
    texts.set(etag, text);
  }
  return { status: answer.status, headers: answer.headers, text };
}
