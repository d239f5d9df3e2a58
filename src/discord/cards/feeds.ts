import { ButtonStyle } from 'discord.js';
import type { FeedChoice, FeedImport, FeedPreview } from '../../desk/feedLists.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, link, oneLine } from './escape.ts';
import { button, buttons, container, file, type MessageBody, message, moment, select, text } from './parts.ts';
import { listed, within } from './stories.ts';
import { topicLabel, topicName } from './topic.ts';

const accent = 0x3b6ea5;
const itemsShown = 5;
const itemsPerChoice = 3;
const choicesMax = 25;
const refusedShown = 20;
const refusedCharactersMax = 2_600;
const hintsMax = 3;

/** What a feed would bring, with a button that adds it; `id` names what was kept for it. */
export function previewCard(preview: FeedPreview, id: string, texts: Texts): MessageBody {
  const say = texts.topics.feeds;
  const lines = titlesOf(preview, itemsShown, 150);
  const heading = say.found(escapeMarkdown(preview.title || preview.url, 100));
  return message([
    container(accent, [
      text([heading, ...(lines.length > 0 ? lines : [say.empty])].join('\n')),
      buttons(
        button(`feeds:add:${id}`, say.add, ButtonStyle.Primary),
        button(`feeds:cancel:${id}`, texts.topics.cancel),
      ),
    ]),
  ]);
}

/** The feeds of a site with their newest titles, and a select of them. */
export function choicesCard(feeds: readonly FeedChoice[], id: string, texts: Texts): MessageBody {
  const say = texts.topics.feeds;
  const offered = feeds.slice(0, choicesMax);
  const blocks = offered.map(({ url, title, preview }) => {
    const titles = preview === undefined ? [] : titlesOf(preview, itemsPerChoice, 80);
    const instead = preview === undefined ? say.notRead : say.empty;
    return [
      `**${escapeMarkdown(title || url, 100)}**`,
      `-# ${escapeMarkdown(withoutScheme(url), 120)}`,
      ...(titles.length > 0 ? titles : [`-# ${instead}`]),
    ].join('\n');
  });
  const options = offered.map((feed, index) => ({
    label: feed.title || feed.url,
    value: String(index),
    description: withoutScheme(feed.url),
  }));
  return message([
    container(accent, [text(listed(`## ${say.choices(feeds.length)}`, blocks, texts))]),
    select(`feeds:choose:${id}`, say.pick, options),
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

/** What an import came to. `unread` are topics of it that no channel gets; `fileName` names the whole report where it comes along. */
export function importCard(
  report: FeedImport,
  unread: readonly string[],
  fileName: string | undefined,
  texts: Texts,
): MessageBody {
  const say = texts.topics.feeds;
  const { added, known, refused } = report;
  const topics = Map.groupBy(added, ({ topic }) => topic.id);
  const places = [...topics.values()].flatMap((feeds) =>
    feeds[0] ? [say.inTopic(feeds.length, topicName(feeds[0].topic, texts))] : [],
  );
  const beyond = refused.filter(({ code }) => code === 'too-many-feeds');
  const each = refused.filter(({ code }) => code !== 'too-many-feeds');
  const lines = each.slice(0, refusedShown).map(({ url, title, code }) => {
    const named = title === undefined ? '' : `${escapeMarkdown(title, 60)} · `;
    return `- ${named}${escapeMarkdown(url, 100)}: ${say.refused[code]}`;
  });
  const shown = within(refusedCharactersMax, lines);
  const hidden = each.length - shown.length;
  const reasons = [
    ...shown,
    ...(hidden > 0 ? [texts.story.andMore(hidden)] : []),
    // One sentence for all that came too late, since the same line for each would say no more.
    ...(beyond.length > 0 ? [`- ${say.tooMany(beyond.length)}`] : []),
  ];
  return message([
    container(accent, [
      text(
        [
          `## ${say.imported(added.length, known.length, refused.length)}`,
          ...(places.length > 0 ? [texts.f.list(places), say.readSoon] : []),
          ...unread.slice(0, hintsMax).map((topic) => say.subscribeHint(topic)),
        ].join('\n'),
      ),
      ...(reasons.length > 0 ? [text([`**${say.notAdded}**`, ...reasons].join('\n'))] : []),
    ]),
    ...(fileName === undefined ? [] : [file(fileName)]),
  ]);
}

/** Every feed of the import on a line of plain text; undefined where the card names each that was refused. */
export function importReport({ added, known, refused }: FeedImport, texts: Texts): string | undefined {
  const say = texts.topics.feeds;
  if (refused.length <= refusedShown && !refused.some(({ code }) => code === 'too-many-feeds')) return undefined;
  const line = (what: string, { url, title }: { url: string; title?: string }, more = '') =>
    `${what}\t${oneLine(url, 2_000)}\t${oneLine(title ?? '', 200)}${more === '' ? '' : `\t${more}`}`;
  return [
    ...refused.map((feed) => line(say.report.refused, feed, say.refused[feed.code])),
    ...known.map((feed) => line(say.report.known, feed)),
    ...added.map((feed) => line(say.report.added, feed, topicLabel(feed.topic, texts))),
    '',
  ].join('\n');
}
