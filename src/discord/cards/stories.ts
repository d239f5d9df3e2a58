import type { Digest } from '../../newsroom/digest.ts';
import type { StoryLine } from '../../newsroom/lines.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, link } from './escape.ts';
import { joined } from './lists.ts';
import { container, grey, type MessageBody, message, moment, select, text } from './parts.ts';

const listMax = 3_600;

/** "9 of 10 outlets answered"; an empty list if all did. */
export const answeredOf = (
  { outletsAnswered: answered, outletsAll: all }: Pick<Digest, 'outletsAnswered' | 'outletsAll'>,
  texts: Texts,
): string[] => (answered < all ? [texts.status.outlets({ answered, all })] : []);

/** The linked headline, and a line with its outlet and the time of the last report. */
export function storyLine(story: StoryLine, number: number, texts: Texts, isOutletNamed = false) {
  const outlets = texts.digest.outlets({ outlets: story.outlets });
  const name = escapeMarkdown(story.outlet, 60);
  const outlet = isOutletNamed ? '' : `${story.paywalled ? texts.digest.paywalled({ outlet: name }) : name} · `;
  return {
    title: `**${number} · ${link(story.title, story.url, 150)}**`,
    by: `-# ${outlet}${outlets} · ${moment(story.lastAt, 'R')}`,
  };
}

/** Short numbered lines of as many stories as fit. */
export function storyLines(stories: readonly StoryLine[], texts: Texts, max: number, room: number = listMax): string {
  const lines = stories.slice(0, max).map((story, index) => storyLine(story, index + 1, texts));
  return joined(
    lines.map(({ title, by }) => `${title}\n${by}`),
    room,
    texts,
  );
}

/** Choices of a select that opens stories. */
export function storyChoices(stories: readonly Pick<StoryLine, 'storyId' | 'title' | 'outlet'>[]) {
  return stories.map((story) => ({ label: story.title, value: story.storyId, description: story.outlet }));
}

/** A text, then a list of stories with a select to open one or ask about one. */
export function storyList(
  words: string,
  stories: readonly StoryLine[],
  texts: Texts,
  selectId = 'story:open:list',
): MessageBody {
  if (stories.length === 0) return message([text(words)]);
  return message([
    container(grey, [
      text(words),
      text(storyLines(stories, texts, 10)),
      select(selectId, texts.story.openOne, storyChoices(stories)),
    ]),
  ]);
}

/** The names, and how many more of `total` there are. */
export function someOf(names: readonly string[], total: number, texts: Texts): string {
  const more = total - names.length;
  return `${names.join(', ')}${more > 0 ? ` ${texts.story.andMore({ count: more })}` : ''}`;
}
