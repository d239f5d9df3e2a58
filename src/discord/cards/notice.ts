import { cut } from '../../engine/text/cut.ts';
import type { Notice, Payload } from '../../outbox/ports.ts';
import { type Texts, textsFor } from '../texts/texts.ts';
import { escapeMarkdown } from './escape.ts';
import { mention, sentence } from './parts.ts';
import { problemText } from './reasons.ts';

/** Maximum length of a notice, so that ten notices fit into one message. */
const charactersMax = 390;

/** All notices as one message, a line each. */
export function renderNotices(notices: readonly Notice[], locale: string): Payload {
  const lines = notices.map((notice) => cut(noticeMarkdown(notice, textsFor(locale)), charactersMax));
  return sentence(lines.join('\n')) as unknown as Payload;
}

function noticeMarkdown(notice: Notice, texts: Texts): string {
  const { notices: say, reasons } = texts.errors;
  switch (notice.kind) {
    case 'paused':
      return say.paused({ channel: mention.channel(notice.channelId), reason: reasons[notice.reason] });
    case 'channel-gone':
      return say.channelGone({ channel: mention.goneChannel(notice.channelId) });
    case 'role-gone':
      return say.roleGone({ channel: mention.channel(notice.channelId) });
    case 'role-opens': {
      const { channelId, roleId, opensId } = notice;
      return say.roleOpens({
        channel: mention.channel(channelId),
        role: mention.role(roleId),
        opened: mention.channel(opensId),
      });
    }
    case 'no-thread':
      return say.noThread({ channel: mention.channel(notice.channelId) });
    case 'unknown-outcome': {
      const day = notice.localDate === undefined ? undefined : texts.f.day(notice.localDate);
      return say.unknownOutcome({ channel: mention.channel(notice.channelId), day });
    }
    case 'silent':
      return say[notice.what]({ minutes: Math.max(1, Math.round(notice.sinceMs / 60_000)) });
    case 'clock-ahead':
      return say.clockAhead({ hours: Math.round(notice.aheadMs / 3_600_000) });
    case 'feed-failing':
    case 'feed-back':
    case 'feed-gone': {
      const feed = escapeMarkdown(feedName(notice), 120);
      if (notice.kind === 'feed-back') return say.feedBack({ feed });
      const reason = escapeMarkdown(problemText(notice, texts), 200);
      return notice.kind === 'feed-gone' ? say.feedGone({ feed, reason }) : say.feedFailing({ feed, reason });
    }
    default: {
      const [day, channel] = [texts.f.day(notice.localDate), mention.channel(notice.channelId)];
      if (notice.kind === 'refused') return say.refused({ day, channel });
      const { missed } = notice;
      if (missed === undefined || missed.count === 1) return say.expired({ day, channel });
      return say.expiredSome({
        count: missed.count,
        first: day,
        last: missed.lastDate === notice.localDate ? undefined : texts.f.day(missed.lastDate),
        channel,
      });
    }
  }
}

const noticesMax = 5;

/** The first notices, a line each; '' if there are none. */
export const warningsMarkdown = (notices: readonly Notice[], texts: Texts): string =>
  notices
    .slice(0, noticesMax)
    .map((notice) => `⚠️ ${noticeMarkdown(notice, texts)}`)
    .join('\n');

/** The feed's title, else its address. If the address has a query, which may hold a token, only its host. */
function feedName({ title, url }: { title?: string; url: string }): string {
  if (title) return title;
  const address = URL.parse(url);
  if (address === null) return '';
  return address.search === '' ? `${address.host}${address.pathname.replace(/\/$/, '')}` : address.host;
}
