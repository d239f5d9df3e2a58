import { ButtonStyle } from 'discord.js';
import type { FeedHealth, FeedImport } from '../../src/desk/ownFeeds.ts';
import { escapeMarkdown, link, oneLine } from '../../src/discord/cards/escape.ts';
import { feedLabel } from '../../src/discord/cards/feedLabel.ts';
import { charactersLeft, type Entry, joined, listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
  button,
  buttons,
  choicesMax,
  container,
  file,
  type MessageBody,
  message,
  moment,
  select,
  text,
} from '../../src/discord/cards/parts.ts';
import { problemText } from '../../src/discord/cards/reasons.ts';
import { topicLabel, topicName } from '../../src/discord/cards/topic.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { FeedChoice, FeedPreview } from '../../src/web/lookup.ts';
import type { FeedQuota } from './ask.ts';

const itemsShown = 5;
const itemsPerChoice = 3;
const topicsCharactersMax = 1_200;
const hintsMax = 3;

/** Shows what a feed would bring, with a button to add it; `id` is the key of the button's data. */
export function previewCard(preview: FeedPreview, id: string, texts: Texts): MessageBody {
  const say = texts.feeds;
  const lines = titlesOf(preview, itemsShown, 150);
  const heading = say.found({ title: escapeMarkdown(preview.title || preview.url, 100) });
  return message([
    container(accent, [
      text(listed(heading, lines.length > 0 ? lines : [say.empty], texts)),
      buttons(
        button(`feeds:add:${id}`, say.add, ButtonStyle.Primary),
        button(`feeds:cancel:${id}`, texts.topics.cancel),
      ),
    ]),
  ]);
}

/** A site's feeds with their newest titles, and a select of those that the server doesn't have. */
export function choicesCard(
  feeds: readonly FeedChoice[],
  had: ReadonlySet<string>,
  id: string,
  texts: Texts,
): MessageBody {
  const say = texts.feeds;
  const offered = feeds.slice(0, choicesMax);
  const blocks = offered.map(({ url, title, preview }) => {
    const titles = preview === undefined ? [] : titlesOf(preview, itemsPerChoice, 80);
    const instead = preview === undefined ? say.notRead : say.empty;
    return [
      `**${escapeMarkdown(title || url, 100)}**${had.has(url) ? ` · ${say.report.known}` : ''}`,
      `-# ${escapeMarkdown(withoutScheme(url), 120)}`,
      ...(titles.length > 0 ? titles : [`-# ${instead}`]),
    ].join('\n');
  });
  const options = offered.flatMap((feed, index) =>
    had.has(feed.url)
      ? []
      : [{ label: feed.title || feed.url, value: String(index), description: withoutScheme(feed.url) }],
  );
  const beyond = feeds.length - offered.length;
  const footer = beyond > 0 ? `-# ${say.notOffered({ feeds: beyond })}` : '';
  return message([
    container(accent, [
      text(listed(`## ${say.choices({ feeds: feeds.length })}`, blocks, texts, charactersLeft(footer))),
      ...(beyond > 0 ? [text(footer)] : []),
    ]),
    ...(options.length > 0 ? [select(`feeds:choose:${id}`, say.pick, options)] : []),
  ]);
}

/** Escaped one-line titles, each with its age. */
function titlesOf({ items }: FeedPreview, max: number, charactersMax: number): string[] {
  return items.slice(0, max).map(({ title, url, publishedAt }) => {
    const when = publishedAt === undefined ? '' : ` ${moment(publishedAt, 'R')}`;
    return `- ${url === undefined ? escapeMarkdown(title, charactersMax) : link(title, url, charactersMax)}${when}`;
  });
}

const withoutScheme = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/, '');

/**
 * The outcome of an import. If the message can't name every feed, `whole` is a plain-text report with a line for each,
 * attached as `fileName`. `unread`: topics of the import that no channel gets.
 */
export function importAnswer(report: FeedImport, unread: readonly string[], fileName: string, texts: Texts) {
  const say = texts.feeds;
  const { added, known, refused } = report;
  const topics = Map.groupBy(added, ({ topic }) => topic.id);
  const places = [...topics.values()].flatMap((feeds) =>
    feeds[0] ? [say.inTopic({ feeds: feeds.length, topic: topicName(feeds[0].topic, texts) })] : [],
  );
  const all = texts.f.list(places);
  const into = all.length <= topicsCharactersMax ? all : joined(places, topicsCharactersMax, texts, ', ');
  const done = [
    `## ${say.imported({ added: added.length, known: known.length, refused: refused.length })}`,
    ...(places.length > 0 ? [into, say.readSoon] : []),
    ...unread.slice(0, hintsMax).map((topic) => say.subscribeHint({ topic })),
  ].join('\n');
  const beyond = refused.filter(({ code }) => code === 'too-many-feeds');
  const each = refused.filter(({ code }) => code !== 'too-many-feeds');
  const lines = each.map(({ url, title, code }) => {
    const named = title === undefined ? '' : `${escapeMarkdown(title, 60)} · `;
    return `- ${named}${escapeMarkdown(url, 100)}: ${texts.topics.refused[code]}`;
  });
  // One sentence for all feeds beyond the limit: a line for each would add nothing.
  const late = beyond.length > 0 ? `\n- ${say.tooMany({ feeds: beyond.length })}` : '';
  const why = listed(`**${say.notAdded}**`, lines, texts, charactersLeft(done, late));
  const isWhole = beyond.length === 0 && into === all && why.endsWith(lines.at(-1) ?? '');
  const body = message([
    container(accent, [text(done), ...(refused.length > 0 ? [text(`${why}${late}`)] : [])]),
    ...(isWhole ? [] : [file(fileName)]),
  ]);
  return { body, whole: isWhole ? undefined : importReport(report, texts) };
}

function importReport({ added, known, refused }: FeedImport, texts: Texts): string {
  const say = texts.feeds;
  const line = (what: string, { url, title }: { url: string; title?: string }, more = '') =>
    `${what}\t${oneLine(url, 2_000)}\t${oneLine(title ?? '', 200)}${more === '' ? '' : `\t${more}`}`;
  return [
    ...refused.map((feed) => line(say.report.refused, feed, texts.topics.refused[feed.code])),
    ...known.map((feed) => line(say.report.known, feed)),
    ...added.map((feed) => line(say.report.added, feed, topicLabel(feed.topic, texts))),
    '',
  ].join('\n');
}

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
