import type { Digest } from '../digests/digest.ts';
import type { Log } from '../log.ts';
import type { Correction } from '../storage/records/articles.ts';
import type { Storage } from '../storage/storage.ts';
import type { Loop } from './loop.ts';
import type { Render, Sender } from './ports.ts';

export interface CorrectParts {
  storage: Storage;
  sender: Sender;
  render: Render;
  log: Log;
  pictures: boolean;
  localeOf(serverId: string): Promise<string>;
}

const attemptsMax = 6;

/** The place that shows the article gets a visible line; nothing else of the message changes. */
export function corrected(digest: Digest, articleId: string, correction: Correction): Digest {
  return {
    ...digest,
    places: digest.places.map((place) => {
      const sentence = place.sentences.find((quoted) => quoted.articleId === articleId);
      if (place.articleId !== articleId && sentence === undefined) return place;
      const source = sentence ?? { outlet: place.outlet, url: place.url };
      const { kind, text } = correction;
      return { ...place, correction: { kind, text, outlet: source.outlet, url: source.url } };
    }),
  };
}

/** Edits messages that told an article which its outlet corrected or withdrew since. An edit twice is the same edit. */
export function createCorrect({ storage, sender, render, log, pictures, localeOf }: CorrectParts): Loop {
  const { deliveries } = storage.records;
  return {
    name: 'correct',
    every: '*/5 * * * * *',
    async run(now) {
      const due = await deliveries.editsDue(now, 20);
      for (const { delivery, articleId, correction, attempts } of due) {
        const digest = corrected(delivery.digest, articleId, correction);
        const locale = await localeOf(delivery.serverId);
        const { payload } = render.digest(digest, { locale, deliveryKey: delivery.id, pictures });
        const outcome = await sender.edit(delivery.channelId, delivery.messageId ?? '', payload);
        log.info({ delivery: delivery.id, article: articleId, outcome: outcome.kind }, 'correction');
        if (outcome.kind === 'posted') {
          await storage.transaction(async (records) => {
            await records.deliveries.edited(delivery.id, digest, payload);
            await records.deliveries.editEnded(delivery.id, articleId, 'done');
          });
        } else if (outcome.kind === 'lost' || outcome.kind === 'refused' || attempts + 1 >= attemptsMax) {
          await deliveries.editEnded(delivery.id, articleId, 'failed');
        } else {
          const waitMs = outcome.kind === 'limited' ? outcome.retryAfterMs : 60_000 * 2 ** attempts;
          await deliveries.editAgain(delivery.id, articleId, now + waitMs);
        }
      }
      return due.length;
    },
  };
}
