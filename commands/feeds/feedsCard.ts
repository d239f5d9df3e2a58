import type { FeedHealth } from '../../src/desk/ownFeeds.ts';
import { escapeMarkdown, link } from '../../src/discord/cards/escape.ts';
import { feedLabel } from '../../src/discord/cards/feedLabel.ts';
import { charactersLeft, type Entry, listed } from '../../src/discord/cards/lists.ts';
import { accent, container, type MessageBody, message, moment, text } from '../../src/discord/cards/parts.ts';
import { problemText } from '../../src/discord/cards/reasons.ts';
import { topicName } from '../../src/discord/cards/topic.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { FeedQuota } from './ask.ts';

/** A server's own feeds and their health, failing ones first. */
export function feedsCard(feeds: readonly FeedHealth[], quota: FeedQuota, texts: Texts): MessageBody {
  const say = texts.feeds;
  if (feeds.length === 0) return message([text(say.none)]);
  const works = ({ state }: FeedHealth) => (state === 'failing' || state === 'gone' ? 0 : 1);
  const lines = feeds
    .toSorted((a, b) => works(a) - works(b))
    .map((feed) => feedEntry(feed, feedLabel(feed, feeds), texts));
  const { spent, max } = quota;
  const isSpent = (['articles', 'pages', 'requests', 'bytes'] as const).some((what) => spent[what] >= max[what]);
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  const today = say.quota({
    articles: say.share({ part: spent.articles, whole: max.articles }),
    pages: say.share({ part: spent.pages, whole: max.pages }),
    requests: say.share({ part: spent.requests, whole: max.requests }),
    megabytes: say.share({ part: megabytes(spent.bytes), whole: megabytes(max.bytes) }),
  });
  const footer = isSpent ? `-# ⚠️ ${today} · ${say.quotaSpent({ relative: moment(quota.nextAt, 'R') })}` : `-# ${today}`;
  return message([
    container(accent, [text(listed(`## ${say.heading}`, lines, texts, charactersLeft(footer))), text(footer)]),
  ]);
}

function feedEntry(feed: FeedHealth, label: string, texts: Texts): Entry {
  const say = texts.feeds;
  const facts = [
    topicName(feed.topic, texts),
    say.state[feed.state],
    say.week({ articles: feed.articlesLastWeek }),
    ...(feed.lastSuccessAt === undefined ? [] : [say.lastRead({ relative: moment(feed.lastSuccessAt, 'R') })]),
    ...(feed.state === 'gone' ? [] : [say.nextRead({ relative: moment(feed.nextDueAt, 'R') })]),
  ].join(' · ');
  const problem = feed.problem && feed.state !== 'ok' ? problemText(feed.problem, texts) : undefined;
  return {
    full: [
      `**${link(label, feed.url, 100)}**`,
      `-# ${facts}`,
      ...(problem === undefined ? [] : [`-# ⚠️ ${escapeMarkdown(problem, 200)}`]),
    ].join('\n'),
    short: [
      `**${escapeMarkdown(label, 60)}**`,
      say.state[feed.state],
      ...(problem === undefined ? [] : [escapeMarkdown(problem, 40)]),
    ].join(' · '),
  };
}
