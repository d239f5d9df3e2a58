import type { DigestLine, DigestPlace, Telling } from '../digests/digest.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import type { Correction } from '../storage/records/articles.ts';
import type { DeliveryRecord } from '../storage/records/delivery.ts';
import type { Storage } from '../storage/storage.ts';
import type { Payload, PostOutcome, Render, Sender } from './ports.ts';

export interface CorrectParts {
  storage: Storage;
  sender: Sender;
  render: Render;
  log: Log;
  pictures: boolean;
}

/** With the waits between them, about two weeks. */
const attemptsMax = 40;
const retryMsMax = 12 * 3_600_000;

/**
 * The same with the correction at the place or line that shows the article; undefined if nothing shows it. An older
 * correction of the article goes; those of the story's other articles stay.
 */
export function corrected<Content extends Telling>(
  telling: Content,
  articleId: string,
  { kind, text }: Correction,
): Content | undefined {
  let isShown = false;
  const withIt = <Story extends DigestLine & { sentences?: DigestPlace['sentences'] }>(story: Story): Story => {
    const shown = [...(story.sentences ?? []), story].find((one) => one.articleId === articleId);
    if (shown === undefined) return story;
    isShown = true;
    const { outlet, url } = shown;
    const others = story.corrections?.filter((one) => one.articleId !== articleId) ?? [];
    return { ...story, corrections: [...others, { kind, text, articleId, outlet, url }] };
  };
  const changed = { ...telling, places: telling.places.map(withIt), also: telling.also.map(withIt) };
  return isShown ? changed : undefined;
}

/** A permission can come back, but not a channel or message that is gone or an edit that Discord refuses. */
const isFinal = (outcome: PostOutcome) =>
  outcome.kind === 'refused' ||
  (outcome.kind === 'lost' && (outcome.reason === 'channel-gone' || outcome.reason === 'message-gone'));

/** Edits messages that told an article which its outlet corrected or withdrew since. Repeating an edit is harmless. */
export function createCorrect({ storage, sender, render, log, pictures }: CorrectParts): Loop {
  const { deliveries, edits } = storage.records;
  /** Edits the messages in order, up to the first that has to be tried again; returns the outcomes. */
  const editAll = async (delivery: DeliveryRecord, payloads: readonly (Payload | undefined)[]) => {
    const outcomes: PostOutcome[] = [];
    for (const [part, messageId] of delivery.messageIds.entries()) {
      const payload = payloads[part];
      if (payload === undefined) continue;
      const outcome = await sender.edit(delivery, messageId, payload);
      outcomes.push(outcome);
      if (outcome.kind !== 'posted' && !isFinal(outcome)) break;
    }
    return outcomes;
  };
  return {
    name: 'correct',
    every: '*/5 * * * * *',
    async run(now) {
      const due = await edits.due(now, 20);
      for (const edit of due) {
        const { deliveryId, articleId, correction, attempts } = edit;
        // Read now: the last correction may have changed the same message.
        const delivery = await deliveries.byId(deliveryId);
        const content =
          'text' in correction ? delivery && corrected(delivery.content, articleId, correction) : delivery?.content;
        if (!delivery || !content) {
          await edits.end(edit, 'done');
          continue;
        }
        const { length: messages } = delivery.payloads;
        const { payloads } = render.draw({ ...delivery, content } as DeliveryRecord, {
          deliveryKey: deliveryId,
          pictures,
          messages,
        });
        // What is not of an article has changed the stored messages already.
        const isOld = (payload: Payload, part: number) =>
          !('text' in correction) || JSON.stringify(payload) !== JSON.stringify(delivery.payloads[part]);
        const changed = payloads.map((payload, part) => (isOld(payload, part) ? payload : undefined));
        const outcomes = await editAll(delivery, changed);
        log.info(
          { delivery: deliveryId, article: articleId, outcomes: outcomes.map(({ kind }) => kind) },
          'correction',
        );
        const last = outcomes.at(-1);
        if (last && last.kind !== 'posted' && !isFinal(last) && attempts + 1 < attemptsMax) {
          const waitMs = last.kind === 'limited' ? last.retryAfterMs : Math.min(60_000 * 2 ** attempts, retryMsMax);
          await edits.again(edit, now + waitMs);
          continue;
        }
        const isDone = outcomes.every(({ kind }) => kind === 'posted');
        await storage.transaction(async (records) => {
          // A deleted message must not keep the correction from the others.
          if (isDone || outcomes.some(({ kind }) => kind === 'posted')) {
            await records.deliveries.edited(deliveryId, content, payloads);
          }
          await records.edits.end(edit, isDone ? 'done' : 'failed');
        });
      }
      return due.length;
    },
  };
}
