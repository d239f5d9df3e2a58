import { dayBefore } from '../../src/discord/cards/changed.ts';
import { escapeMarkdown, link } from '../../src/discord/cards/escape.ts';
import { listed } from '../../src/discord/cards/lists.ts';
import { container, grey, type MessageBody, message, text } from '../../src/discord/cards/parts.ts';
import { createLedger, onCard, quote } from '../../src/discord/cards/quotedShare.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';

/** The story's figures day by day, each with the sentence or headline that states it, as many as a message holds. */
export function changedCard({ title, topic, changed, zone }: StoryCard, texts: Texts): MessageBody {
  const ledger = createLedger(onCard);
  const lines = changed.flatMap(({ noun, values }) => [
    `**${escapeMarkdown(noun, 40)}**`,
    ...values.map((one) => {
      const day = dayBefore(one.at, values[0]?.at ?? one.at, zone, texts);
      const said = one.text !== '' && ledger.take(one.url, one.text) ? quote(one, true) : link(one.outlet, one.url, 60);
      return `${day} **${escapeMarkdown(one.value, 40)}** · ${said}`;
    }),
  ]);
  const heading = `### ${texts.story.changedHeading({ title: escapeMarkdown(title, 150) })}`;
  return message([container(topic?.colour ?? grey, [text(listed(heading, lines, texts))])]);
}
