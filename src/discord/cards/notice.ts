import type { Notice, Payload } from '../../delivery/ports.ts';
import { feedName } from '../../feeds/feedName.ts';
import { type Texts, textsFor } from '../texts/texts.ts';
import { escapeMarkdown } from './escape.ts';
import { mention, sentence } from './parts.ts';

/** A thing that an admin must know, as a message of one or two sentences. */
export function renderNotice(notice: Notice, locale: string): Payload {
  return sentence(noticeMarkdown(notice, textsFor(locale))) as unknown as Payload;
}

function noticeMarkdown(notice: Notice, texts: Texts): string {
  const say = texts.errors.notices;
  switch (notice.kind) {
    case 'paused':
      return say.paused(mention.channel(notice.channelId), say.reasons[notice.reason]);
    case 'channel-gone':
      return say.channelGone(mention.goneChannel(notice.channelId));
    case 'expired': {
      const { localDate, missed } = notice;
      const [day, channel] = [texts.f.day(localDate), mention.channel(notice.channelId)];
      if (missed === undefined || missed.count === 1) return say.expired(day, channel);
      return say.expiredSome(missed.count, day, texts.f.day(missed.lastDate), channel);
    }
    case 'refused':
      return say.refused(texts.f.day(notice.localDate), mention.channel(notice.channelId));
    case 'unknown-outcome':
      return say.unknownOutcome(texts.f.day(notice.localDate), mention.channel(notice.channelId));
    case 'feed-failing':
      return say.feedFailing(escapeMarkdown(feedName(notice), 200), escapeMarkdown(texts.errors.problem(notice), 300));
    case 'feed-back':
      return say.feedBack(escapeMarkdown(feedName(notice), 200));
    case 'feed-gone':
      return say.feedGone(escapeMarkdown(feedName(notice), 200), escapeMarkdown(texts.errors.problem(notice), 300));
    case 'silent': {
      const minutes = Math.max(1, Math.round(notice.sinceMs / 60_000));
      return notice.what === 'polling' ? say.silentPolling(minutes) : say.silentSending(minutes);
    }
  }
}
