import type { EpochMs } from '../clock.ts';
import type { DigestLine, DigestPlace, Telling } from '../digests/digest.ts';
import { withArticlesBack, withoutArticles } from '../digests/withoutArticles.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import type { ArticleRecord, Correction } from '../storage/records/articles.ts';
import type { DeliveryRecord } from '../storage/records/delivery.ts';
import type { EditRecord, Regrouped } from '../storage/records/edits.ts';
import type { Storage } from '../storage/storage.ts';
import { headlineOf } from '../stories/headline.ts';
import { independentVoices } from '../stories/voices.ts';
import { isActLate, messagesFor, noticeOfAct } from './acts.ts';
import { type Destination, type Payload, type PostOutcome, type Render, type Sender, standsAt } from './ports.ts';

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
/** Characters of a text that are compared to find copies. */
const openingRead = 2_000;

/**
 * Adds an outlet's correction to the place or line that shows the article, and to the version kept from before members
 * took articles out. It replaces an older correction of the same article. Undefined if nothing shows the article.
 */
export function corrected<Content extends Telling>(
  telling: Content,
  articleId: string,
  { kind, text }: Correction,
): Content | undefined {
  let isShown = false;
  const withIt = <Story extends DigestLine & Partial<Pick<DigestPlace, 'sentences' | 'takenOut'>>>(
    given: Story,
  ): Story => {
    const before = given.takenOut;
    const story = before ? { ...given, takenOut: { ...before, place: withIt(before.place) } } : given;
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

/** Takes articles of another event out, or puts them back; undefined if the message never told them with others. */
async function regrouped(
  { records }: Storage,
  { serverId, content }: DeliveryRecord,
  { kind, articleIds, storyId }: Regrouped,
): Promise<DeliveryRecord['content'] | undefined> {
  const story = await records.stories.byId(storyId);
  const listed = story && (await records.listings.articlesOf([story.id], serverId)).get(story.id);
  const hidden = content.places.flatMap(({ takenOut }) => takenOut ?? []);
  const shown = [...content.places, ...hidden.map(({ place }) => place)].flatMap((place) => [
    place,
    ...place.sentences,
  ]);
  const out = hidden.flatMap(({ articles }) => articles);
  const present = new Set(listed?.map(({ id }) => id));
  const known = [...articleIds, ...present, ...[...shown, ...out].map(({ articleId }) => articleId)];
  const all = await records.articles.byIds(known, openingRead);
  const changed = all.filter(({ id }) => articleIds.includes(id)).map(({ id, url }) => ({ articleId: id, url }));
  const change = kind === 'taken-out' ? withoutArticles : withArticlesBack;
  const made = change(content, changed, {
    headingOf(urls) {
      const others = all.filter(({ url }) => urls.includes(url));
      if (others.length === 0) return undefined;
      const { id, title, url, outletName } = headlineOf(others);
      return { articleId: id, title, url, outlet: outletName };
    },
    fewer(urls) {
      const rest = all.filter(({ id, url }) => present.has(id) && !urls.has(url));
      const both = all.filter(({ id, url }) => present.has(id) || urls.has(url));
      return { outlets: outletsOf(both) - outletsOf(rest), voices: voicesOf(both) - voicesOf(rest) };
    },
  });
  // Even if nothing changes here: an edit that a kill kept from being stored may show the opposite in Discord.
  return made ?? (kind === 'put-back' || hidden.length > 0 ? content : undefined);
}

const byTime = (articles: readonly ArticleRecord[]) => articles.toSorted((a, b) => a.publishedAt - b.publishedAt);
const voicesOf = (articles: readonly ArticleRecord[]) => independentVoices(byTime(articles)).voices;
const outletsOf = (articles: readonly ArticleRecord[]) => new Set(articles.map(({ outletId }) => outletId)).size;

const isRegrouped = (correction: EditRecord['correction']): correction is Regrouped =>
  correction.kind === 'taken-out' || correction.kind === 'put-back';

/** A permission can come back, but not a channel or message that is gone or an edit that Discord refuses. */
const isFinal = (outcome: PostOutcome) =>
  outcome.kind === 'refused' ||
  (outcome.kind === 'lost' && (outcome.reason === 'channel-gone' || outcome.reason === 'message-gone'));

/**
 * Works on posted messages: edits those that told an article which its outlet corrected or withdrew or which members
 * split off, opens and closes threads, publishes announcements. Repeating any of it is harmless.
 */
export function createCorrect({ storage, sender, render, log, pictures }: CorrectParts): Loop {
  const { deliveries, edits } = storage.records;
  /** Sends a request for each message in order, and stops at the first that has to be tried again. */
  const inOrder = async (
    delivery: DeliveryRecord,
    messageIds: readonly string[],
    request: (where: Destination, messageId: string) => Promise<PostOutcome>,
  ) => {
    const outcomes: PostOutcome[] = [];
    for (const messageId of messageIds) {
      const outcome = await request(standsAt(delivery, messageId), messageId);
      outcomes.push(outcome);
      if (outcome.kind !== 'posted' && !isFinal(outcome)) break;
    }
    return outcomes;
  };
  /** The outcomes, and what the messages show after success; undefined if there is nothing to do. */
  const attempt = async ({ articleId, correction }: EditRecord, delivery: DeliveryRecord, now: EpochMs) => {
    if (correction.kind === 'act') {
      const { act, at } = correction;
      if (isActLate(act, at, now)) return undefined;
      return { outcomes: await inOrder(delivery, messagesFor(act, delivery), (...there) => sender.act(...there, act)) };
    }
    const changedBy = async (): Promise<DeliveryRecord['content'] | undefined> => {
      if ('text' in correction) return corrected(delivery.content, articleId, correction);
      return isRegrouped(correction) ? regrouped(storage, delivery, correction) : delivery.content;
    };
    const content = await changedBy();
    if (content === undefined) return undefined;
    // For newsrooms that joined and outlets that were forgotten, the stored messages have changed already.
    const isStored = content === delivery.content;
    const { length: messages } = delivery.payloads;
    const options = { deliveryKey: delivery.id, pictures, messages };
    const { payloads } = render.draw({ ...delivery, content } as DeliveryRecord, options);
    const isOld = (payload: Payload, part: number) =>
      isStored || JSON.stringify(payload) !== JSON.stringify(delivery.payloads[part]);
    const changed = new Map(
      delivery.messageIds.flatMap((messageId, part) => {
        const payload = payloads[part];
        return payload !== undefined && isOld(payload, part) ? [[messageId, payload] as const] : [];
      }),
    );
    const edit = (where: Destination, messageId: string) => sender.edit(where, messageId, changed.get(messageId) ?? {});
    return { outcomes: await inOrder(delivery, [...changed.keys()], edit), shown: { content, payloads } };
  };
  return {
    name: 'correct',
    every: '*/5 * * * * *',
    async run(now) {
      const due = await edits.due(now, 20);
      for (const edit of due) {
        const { deliveryId, articleId, attempts, correction } = edit;
        // Read now: the last correction may have changed the same message.
        const delivery = await deliveries.byId(deliveryId);
        const attempted = delivery && (await attempt(edit, delivery, now));
        if (delivery === undefined || attempted === undefined) {
          await edits.end(edit, 'done');
          continue;
        }
        const { outcomes, shown } = attempted;
        log.info({ delivery: deliveryId, what: articleId, outcomes: outcomes.map(({ kind }) => kind) }, 'correction');
        const last = outcomes.at(-1);
        if (correction.kind === 'act')
          await storage.transaction((records) => noticeOfAct(records, delivery, correction.act, last, now));
        if (last && last.kind !== 'posted' && !isFinal(last) && attempts + 1 < attemptsMax) {
          const waitMs = last.kind === 'limited' ? last.retryAfterMs : Math.min(60_000 * 2 ** attempts, retryMsMax);
          await edits.again(edit, now + waitMs);
          continue;
        }
        const isDone = outcomes.every(({ kind }) => kind === 'posted');
        await storage.transaction(async (records) => {
          // A deleted message must not keep the correction from the others.
          if (shown && (isDone || outcomes.some(({ kind }) => kind === 'posted'))) {
            // If newsrooms joined since it was read, the next try takes both in.
            const present = await records.deliveries.byId(deliveryId);
            if (JSON.stringify(present?.content) !== JSON.stringify(delivery?.content))
              return records.edits.again(edit, now);
            await records.deliveries.edited(deliveryId, shown.content, shown.payloads);
          }
          await records.edits.end(edit, isDone ? 'done' : 'failed');
        });
      }
      return due.length;
    },
  };
}
