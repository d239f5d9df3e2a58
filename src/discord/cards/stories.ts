import type { StoryLine } from '../../desk/questions/lines.ts';
import type { GroupingReason } from '../../desk/questions/stories.ts';
import type { StoryCard } from '../../desk/questions/storyCard.ts';
import type { Texts } from '../texts/texts.ts';
import { createLinks, escapeMarkdown, type Links, link } from './escape.ts';
import { charactersLeft, type Entry, joined, listed } from './lists.ts';
import { container, grey, type MessageBody, message, messageLimits, moment, select, text } from './parts.ts';

const listMax = 3_600;
const copiesInShort = 6;
/** Of a select. */
const choicesMax = 25;

/** The headline with its link, and under it its outlet and when it was last heard of. */
export function storyLine(
  story: StoryLine,
  number: number,
  texts: Texts,
  isOutletNamed = false,
): { title: string; by: string } {
  const outlets = texts.digest.outlets(story.outlets, story.voices);
  const outlet = isOutletNamed ? '' : `${escapeMarkdown(story.outlet, 60)} · `;
  return {
    title: `**${number} · ${link(story.title, story.url, 150)}**`,
    by: `-# ${outlet}${outlets} · ${moment(story.lastAt, 'R')}`,
  };
}

/** Stories as short lines, numbered, as many as find room. */
export function storyLines(stories: readonly StoryLine[], texts: Texts, max: number, room: number = listMax): string {
  const lines = stories.slice(0, max).map((story, index) => storyLine(story, index + 1, texts));
  return joined(
    lines.map(({ title, by }) => `${title}\n${by}`),
    room,
    texts,
  );
}

/** Stories to open from a select. */
export function storyChoices(stories: readonly StoryLine[]) {
  return stories.map((story) => ({ label: story.title, value: story.storyId, description: story.outlet }));
}

/** Words, then stories with a select to open one. */
export function storyList(words: string, stories: readonly StoryLine[], texts: Texts): MessageBody {
  if (stories.length === 0) return message([text(words)]);
  return message([
    container(grey, [
      text(words),
      text(storyLines(stories, texts, 10)),
      select('story:open:list', texts.story.openOne, storyChoices(stories)),
    ]),
  ]);
}

/** Why each article was put into the story, as many as a message holds. */
export function whyCard(title: string, reasons: readonly GroupingReason[], texts: Texts): MessageBody {
  const lines = reasons.map((reason) => {
    const why = reason.opened ? texts.story.firstReport : whyJoined(reason, texts);
    return `${moment(reason.at, 'f')} ${link(reason.outlet, reason.url, 60)}: ${escapeMarkdown(reason.title, 120)}\n-# ${why}`;
  });
  const heading = `### ${texts.story.whyHeading(escapeMarkdown(title, 150))}`;
  const footer = `-# ${texts.story.whyFooter}`;
  return message([container(grey, [text(listed(heading, lines, texts, charactersLeft(footer))), text(footer)])]);
}

function whyJoined({ words, probability }: GroupingReason, texts: Texts): string {
  const shown = words.slice(0, 6).map((word) => texts.story.inMarks(escapeMarkdown(word, 40)));
  const likely = texts.story.whyProbability(probability);
  return shown.length === 0 ? likely : `${texts.story.whyWords(shown.join(', '))} · ${likely}`;
}

/**
 * Every outlet that reported, with its own headline, as many as a message holds. `correctable`: with a choice of the
 * latest ones, of which a reader may say that they tell another event, and of related stories that may tell the same.
 */
export function outletsCard(card: StoryCard, texts: Texts, { correctable = false } = {}): MessageBody {
  const heading = `### ${texts.story.outletsHeading(escapeMarkdown(card.title, 150))}`;
  const drawn = (links: Links) => listed(heading, outletLines(card, links, texts), texts);
  const room = messageLimits.characters - drawn(link).length;
  const choices = card.reports.slice(-choicesMax).map(({ articleId, outlet, title }) => {
    return { label: title, value: articleId, description: outlet };
  });
  const correct = select(`story:apart:${card.storyId}`, texts.story.notTheSame, choices);
  return message([
    container(card.topic?.colour ?? grey, [
      text(drawn(createLinks(room))),
      ...(correctable && choices.length > 1 ? [correct] : []),
      ...(correctable && card.related.length > 0
        ? [select(`story:together:${card.storyId}`, texts.story.theSame, storyChoices(card.related))]
        : []),
    ]),
  ]);
}

function outletLines(card: StoryCard, links: Links, texts: Texts): Entry[] {
  return card.reports.map((report) => {
    const line = `${moment(report.at, 'f')} ${escapeMarkdown(report.outlet, 60)} · ${links(report.title, report.url, 150)}`;
    const copies = report.sameText.map(({ outlet, url }) => links(outlet, url, 60));
    const withCopies = (shown: readonly string[]) =>
      copies.length === 0 ? line : `${line}\n-# ${texts.story.sameText(someOf(shown, copies.length, texts))}`;
    return { full: withCopies(copies), short: withCopies(copies.slice(0, copiesInShort)) };
  });
}

/** These names, and how many more there are of `total`. */
export function someOf(names: readonly string[], total: number, texts: Texts): string {
  const more = total - names.length;
  return `${names.join(', ')}${more > 0 ? ` ${texts.story.andMore(more)}` : ''}`;
}
