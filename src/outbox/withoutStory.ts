import type { EpochMs } from '../clock.ts';
import type { StoryId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { PostContent } from '../storage/postContent.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { Storage } from '../storage/storage.ts';
import { hostsOf, withoutBlocked, withoutNextHost, withTriedHost } from './blockedLinks.ts';
import { type DrawingParts, drawn, kindOf } from './kinds.ts';
import { openNotice, subjectOf } from './notices.ts';
import type { Drawn } from './ports.ts';

/** `part`: index of the message that Discord refused. `componentPath`: the part of it at fault, if Discord names it. */
export interface Refused {
  part: number;
  componentPath?: string;
}

/**
 * Removes what Discord's error points at: a story, or a forum post's tags. If it points at nothing, a later message
 * loses all its stories; the first one loses its pictures, then the lines in brief, then its last story, until it only
 * reports a quiet day. Undefined when nothing is left to remove.
 */
export function withoutStory<Content extends PostContent>(
  content: Content,
  told: Drawn['told'],
  { part, componentPath }: Refused,
): Content | undefined {
  const { places, also, tagIds = [] } = content;
  // An admin may have deleted a tag in the meantime.
  if (componentPath?.startsWith('applied_tags') && tagIds.length > 0) return { ...content, tagIds: [] };
  const shorter = (left: Partial<Pick<PostContent, 'places' | 'also'>>): Content => ({ ...content, ...left });
  const its = told.filter((one) => one.part === part);
  // The dot prevents "components.2" from matching "components.20".
  const fault = its.find(({ path }) => path !== undefined && `${componentPath}.`.startsWith(`${path}.`));
  const out = new Set((fault ? [fault] : part > 0 ? its : []).map(({ storyId }) => storyId));
  const stays = ({ storyId }: { storyId: StoryId }) => !out.has(storyId);
  if (out.size > 0) return shorter({ places: places.filter(stays), also: also.filter(stays) });
  if (part > 0) return undefined;
  if (places.some(({ picture }) => picture))
    return shorter({ places: places.map((place) => ({ ...place, picture: undefined })) });
  if (also.length > 0) return shorter({ also: [] });
  return places.length > 0 ? shorter({ places: places.slice(0, -1) }) : undefined;
}

/**
 * Removes a link that Discord's filter blocks or may block, except links in messages that Discord accepted. Undefined
 * if the filter wasn't the reason, or all links were tried.
 */
function withoutLink({ content }: DeliveryRecord, told: Drawn['told'], part: number, said: string | undefined) {
  if (said === undefined) return undefined;
  const hostsOfParts = (isIts: (part: number) => boolean) =>
    hostsOf(content, new Set(told.filter((one) => isIts(one.part)).map(({ storyId }) => storyId)));
  const taken = hostsOfParts((one) => one < part);
  const candidates = hostsOfParts((one) => one === part).filter((host) => !taken.includes(host));
  return withoutNextHost(content, candidates, said);
}

/** Handles a refusal: rewrites the unsent messages without what is at fault. Posted messages stay as they are. */
export async function leaveOut(
  parts: DrawingParts & { storage: Storage; log: Log },
  delivery: DeliveryRecord,
  refusal: { reason: string; componentPath?: string; blockedLink?: string },
  now: EpochMs,
): Promise<void> {
  const { storage, kinds } = parts;
  const { id, serverId, channelId, localDate, ordinal } = delivery;
  const part = delivery.messageIds.length;
  const { told } = drawn(parts, delivery, delivery.payloads.length);
  const less =
    withoutLink(delivery, told, part, refusal.blockedLink) ??
    withoutStory(withTriedHost(delivery.content), told, { part, componentPath: refusal.componentPath });
  const shown = less && withoutBlocked(less);
  const isEmpty = shown?.places.length === 0 && shown.also.length === 0 && !shown.earlierCorrections?.length;
  const content = isEmpty && !kindOf(kinds, delivery).saysQuiet ? undefined : less;
  const rendered = content && drawn(parts, { ...delivery, content });
  if (content === undefined || rendered === undefined || rendered.payloads.length <= part) {
    await storage.transaction(async (records) => {
      await records.deliveries.end(id, 'refused', refusal.reason);
      if (part > 0 || !kindOf(kinds, delivery).isMissed) return;
      const notice = { kind: 'refused', channelId, localDate, ordinal } as const;
      await openNotice(records, serverId, subjectOf('refused', channelId, id), now, notice);
    });
    if (part > 0) parts.log.warn({ delivery: id, part, reason: refusal.reason }, 'the rest of a message was refused');
    else parts.log.error({ delivery: id, reason: refusal.reason }, 'message refused');
    return;
  }
  const payloads = [...delivery.payloads.slice(0, part), ...rendered.payloads.slice(part)];
  await storage.transaction(
    (records) => records.deliveries.rewrite({ id, channelId, content, payloads }, rendered.told, now),
    { durable: true },
  );
}
