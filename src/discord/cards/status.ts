import type { FeedHealth, FeedQuota } from '../../desk/questions/feeds.ts';
import type { ChannelSubscription, Status } from '../../desk/questions/servers.ts';
import type { Notice } from '../../outbox/ports.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, link } from './escape.ts';
import { feedLabel } from './feedLabel.ts';
import { charactersLeft, type Entry, listed } from './lists.ts';
import { noticeMarkdown } from './notice.ts';
import { accent, container, type MessageBody, mention, message, moment, text } from './parts.ts';
import { someOf } from './stories.ts';
import { pausedLine, scheduleLines, topicNames } from './subscription.ts';
import { topicName } from './topic.ts';

const noticesMax = 5;
const topicsInShort = 3;

/** The first notices, a line each; '' if there are none. */
const warningsMarkdown = (notices: readonly Notice[], texts: Texts): string =>
  notices
    .slice(0, noticesMax)
    .map((notice) => `⚠️ ${noticeMarkdown(notice, texts)}`)
    .join('\n');

/** The card of /status: whether everything runs. */
export function statusCard(status: Status, texts: Texts): MessageBody {
  const say = texts.status;
  const warnings = warningsMarkdown(status.notices, texts);
  const digests = [
    ...(status.lastDigestAt === undefined ? [] : [say.lastDigest(moment(status.lastDigestAt, 'R'))]),
    status.nextDigestAt === undefined ? say.noDigest : say.nextDigest(moment(status.nextDigestAt, 'R')),
    ...(status.pendingDeliveries > 0 ? [say.pending(status.pendingDeliveries)] : []),
  ];
  const reading = [
    say.outlets(status.outletsAnswered, status.outletsAll),
    ...(status.lastPollAt === undefined ? [] : [say.lastPoll(moment(status.lastPollAt, 'R'))]),
    ...(status.toldByHubs ? [say.toldByHubs(status.toldByHubs)] : []),
  ];
  const state = [
    `## ${say.heading(escapeMarkdown(status.version, 40))}`,
    digests.join(' · '),
    reading.join(' · '),
    [
      say.stories(status.stories, status.articles),
      ...(status.corrections ? [say.corrections(status.corrections)] : []),
    ].join(' · '),
    `-# ${[say.up(moment(status.startedAt, 'R')), ...processesLine(status, texts)].join(' · ')}`,
  ].join('\n');
  const failing = status.failing.map(
    ({ outlet, ...problem }) =>
      `- ${escapeMarkdown(outlet, 60)}: ${escapeMarkdown(texts.errors.problem(problem), 150)}`,
  );
  const heading = `**${say.failing(failing.length)}**`;
  return message([
    ...(warnings === '' ? [] : [text(warnings)]),
    container(accent, [
      text(state),
      ...(failing.length > 0 ? [text(listed(heading, failing, texts, charactersLeft(warnings, state)))] : []),
    ]),
  ]);
}

const processesLine = ({ processes }: Status, { status: say }: Texts): string[] => {
  if (processes === undefined) return [];
  const since = (['group', 'send'] as const).map((role) => {
    const at = processes.since[role];
    return at === undefined ? say.nobody[role] : say.since[role](moment(at, 'R'));
  });
  return [say.processes(processes.count), ...since];
};

/**
 * Each channel's topics and next digest. Channels that get nothing come first, because notices send admins to this
 * list.
 */
export function subscriptionsCard(
  subscriptions: readonly ChannelSubscription[],
  notices: readonly Notice[],
  texts: Texts,
): MessageBody {
  const hindered = ({ paused }: ChannelSubscription) => (paused === undefined ? 2 : paused === 'admin' ? 1 : 0);
  const lines = subscriptions
    .toSorted((a, b) => hindered(a) - hindered(b))
    .map((subscription) => subscriptionEntry(subscription, texts));
  // Left out because the entry of a paused channel already says why.
  const above = warningsMarkdown(
    notices.filter(({ kind }) => kind !== 'paused'),
    texts,
  );
  const list = listed(`## ${texts.channels.heading}`, lines, texts, charactersLeft(above));
  return message([
    ...(above === '' ? [] : [text(above)]),
    lines.length === 0 ? text(texts.channels.none) : container(accent, [text(list)]),
  ]);
}

function subscriptionEntry(subscription: ChannelSubscription, texts: Texts): Entry {
  const { channelId, topics, paused, nextDueAt, lastSent } = subscription;
  const name = `**${(paused === 'channel-gone' ? mention.goneChannel : mention.channel)(channelId)}**`;
  const names = topics.slice(0, topicsInShort).map((topic) => topicName(topic, texts));
  const state = [someOf(names, topics.length, texts), ...(nextDueAt === undefined ? [] : [moment(nextDueAt, 'R')])];
  return {
    full: [
      `${name} · ${topicNames(topics, texts)}`,
      ...scheduleLines(subscription, texts),
      ...(lastSent === undefined ? [] : [`-# ${texts.channels.lastDigest(lastSent.url, moment(lastSent.at, 'R'))}`]),
    ].join('\n'),
    short: [name, ...(paused === undefined ? state : [pausedLine(paused, texts)])].join(' · '),
  };
}

/** A server's own feeds and how each is doing, those that fail first. */
export function feedsCard(feeds: readonly FeedHealth[], quota: FeedQuota, texts: Texts): MessageBody {
  const say = texts.topics.feeds;
  if (feeds.length === 0) return message([text(say.none)]);
  const works = ({ state }: FeedHealth) => (state === 'failing' || state === 'gone' ? 0 : 1);
  const lines = feeds
    .toSorted((a, b) => works(a) - works(b))
    .map((feed) => feedEntry(feed, feedLabel(feed, feeds), texts));
  const { spent, max } = quota;
  const isSpent = (['articles', 'pages', 'bytes'] as const).some((what) => spent[what] >= max[what]);
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  const today = say.quota(
    say.share(spent.articles, max.articles),
    say.share(spent.pages, max.pages),
    say.share(megabytes(spent.bytes), megabytes(max.bytes)),
  );
  const footer = isSpent ? `-# ⚠️ ${today} · ${say.quotaSpent(moment(quota.nextAt, 'R'))}` : `-# ${today}`;
  return message([
    container(accent, [text(listed(`## ${say.heading}`, lines, texts, charactersLeft(footer))), text(footer)]),
  ]);
}

function feedEntry(feed: FeedHealth, label: string, texts: Texts): Entry {
  const say = texts.topics.feeds;
  const facts = [
    topicName(feed.topic, texts),
    say.state[feed.state],
    say.week(feed.articlesLastWeek),
    ...(feed.toldByHub ? [say.toldByHub] : []),
    ...(feed.lastSuccessAt === undefined ? [] : [say.lastRead(moment(feed.lastSuccessAt, 'R'))]),
    ...(feed.state === 'gone' ? [] : [say.nextRead(moment(feed.nextDueAt, 'R'))]),
  ].join(' · ');
  const problem = feed.problem && feed.state !== 'ok' ? texts.errors.problem(feed.problem) : undefined;
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
