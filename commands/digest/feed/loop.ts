import type { LoopParts } from '../../../src/discord/feature.ts';
import type { InstallationKey } from '../../../src/installationKey.ts';
import type { Loop } from '../../../src/loop.ts';
import type { DeliveryRecord } from '../../../src/storage/records/outbox/delivery.ts';
import type { DigestFeed } from '../../../src/storage/records/servers/digestFeeds.ts';
import { chainIdOf, digestIdOf } from './address.ts';
import { canonical, entriesOf, type Head, hashOf, nextEntry } from './chain.ts';
import { type Content, contentOf, isSameContent, sourceOf } from './content.ts';
import { isoOf } from './html.ts';
import { digestKinds, entriesMax, shownMax } from './listed.ts';

const batch = 20;

/** Signs digests of channels with a feed once they are posted, and again once they were corrected. */
export function createSign(parts: LoopParts): Loop {
  const { key, storage, log } = parts;
  return {
    name: 'sign',
    role: 'send',
    every: '*/5 * * * * *',
    async run(_now, failed = () => {}) {
      if (key === undefined) return 0;
      let done = 0;
      for (const feed of await storage.records.digestFeeds.changed(batch)) {
        if (parts.ending()) break;
        try {
          await signAll(parts, key, feed);
          done += 1;
        } catch (error) {
          log.error({ channel: feed.channelId, err: error }, 'digests not signed');
          failed();
        }
      }
      return done;
    },
  };
}

/** A posted digest whose stored text is missing or out of date. */
interface Stale {
  delivery: DeliveryRecord;
  source: string;
  content: Content;
  /** False if the digest is signed already, and says the same. */
  isNew: boolean;
}

async function signAll(parts: LoopParts, key: InstallationKey, feed: DigestFeed): Promise<void> {
  const { storage, wall } = parts;
  const chain = chainIdOf(key, feed.channelId);
  const [last] = await storage.records.digestFeeds.entries(feed, 1);
  const isOtherKey = last !== undefined && entriesOf([last], chain).length === 0;
  const stale = await staleOf(parts, feed, isOtherKey);
  await storage.transaction(async ({ digestFeeds }) => {
    const entries = await digestFeeds.entries(feed, entriesMax);
    const signed = new Map(entriesOf(entries, chain).map(({ is }) => [is.digest, is]));
    let head = headOf(feed, entries.at(-1));
    for (const { delivery, source, content, isNew } of stale) {
      const { id: deliveryId, channelId, serverId, sentAt = wall() } = delivery;
      const isThere = await digestFeeds.saveText({ deliveryId, source, content: canonical(content) });
      if (!isThere || !isNew) continue;
      const digest = digestIdOf(key, deliveryId);
      const before = signed.get(digest);
      const at = wall();
      const next = nextEntry(key, head, {
        chain,
        digest,
        kind: before === undefined ? 'posted' : 'corrected',
        posted: before?.posted ?? isoOf(sentAt),
        signed: isoOf(at),
        content,
      });
      head = next.head;
      const { number } = head;
      await digestFeeds.append({
        channelId,
        serverId,
        number,
        at,
        entry: canonical(next.entry),
        signature: next.signature,
      });
    }
    await digestFeeds.signed(feed, { number: head?.number ?? 0, head: head?.hash });
  });
}

/** The digests that are not signed as they are now. With `all`, every digest, because an earlier key signed them. */
async function staleOf(parts: LoopParts, feed: DigestFeed, all: boolean): Promise<Stale[]> {
  const { digestFeeds } = parts.storage.records;
  const posted = await digestFeeds.posted(feed, digestKinds, shownMax);
  const texts = new Map((await digestFeeds.texts(feed, shownMax)).map((text) => [text.deliveryId, text]));
  return posted.flatMap((delivery) => {
    const source = sourceOf(delivery);
    const known = texts.get(delivery.id);
    if (known?.source === source && !all) return [];
    const before = known && (JSON.parse(known.content) as Content);
    const drawn = contentOf(parts, delivery);
    const isNew = before === undefined || !isSameContent(before, drawn);
    return [{ delivery, source, content: isNew ? drawn : before, isNew: isNew || all }];
  });
}

/** The newest entry. The feed keeps it when all entries are past retention; Undo may bring back an older one. */
function headOf({ number, head }: DigestFeed, last: { number: number; entry: string } | undefined): Head | undefined {
  if (last !== undefined && last.number >= number) return { number: last.number, hash: hashOf(JSON.parse(last.entry)) };
  return head === undefined ? undefined : { number, hash: head };
}
