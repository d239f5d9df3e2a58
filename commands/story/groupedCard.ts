import type { GroupingReason } from '../../src/desk/stories.ts';
import { escapeMarkdown, link } from '../../src/discord/cards/escape.ts';
import { charactersLeft, listed } from '../../src/discord/cards/lists.ts';
import { container, grey, type MessageBody, message, moment, text } from '../../src/discord/cards/parts.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';

/** Why each article was put into the story, as many as a message holds. */
export function groupedCard(title: string, reasons: readonly GroupingReason[], texts: Texts): MessageBody {
  const lines = reasons.map((reason) => {
    const why = reason.opened ? texts.story.firstReport : whyJoined(reason, texts);
    return `${moment(reason.at, 'f')} ${link(reason.outlet, reason.url, 60)}: ${escapeMarkdown(reason.title, 120)}\n-# ${why}`;
  });
  const heading = `### ${texts.story.whyHeading({ title: escapeMarkdown(title, 150) })}`;
  const footer = `-# ${texts.story.whyFooter}`;
  return message([container(grey, [text(listed(heading, lines, texts, charactersLeft(footer))), text(footer)])]);
}

function whyJoined({ words, probability }: GroupingReason, texts: Texts): string {
  const shown = words.slice(0, 6).map((word) => texts.story.inMarks({ words: escapeMarkdown(word, 40) }));
  const likely = texts.story.whyProbability({ percent: Math.round(probability * 100) });
  return shown.length === 0 ? likely : `${texts.story.whyWords({ words: shown.join(', ') })} · ${likely}`;
}
