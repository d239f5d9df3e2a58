import type { ShownChange } from '../../newsroom/shownChanges.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, link } from './escape.ts';

/** What an outlet changed in an article: a line, the headlines before and after, and the outlet's own note. */
export function changeLines(
  { outlet, title, url, headline, note, gone }: ShownChange,
  { changes: say }: Pick<Texts, 'changes'>,
): string[] {
  const by = `**${escapeMarkdown(outlet, 60)}**`;
  // If the headline changed, the link is on the new headline below.
  const article = headline ? undefined : link(title, url, 150);
  const what =
    note === undefined
      ? gone === undefined
        ? say.retitled({ outlet: by })
        : say.gone({ outlet: by, status: gone, article })
      : say[note.kind]({ outlet: by, article });
  return [
    what,
    ...(headline
      ? [
          say.quoted({ words: escapeMarkdown(headline.before, 150) }),
          `→ ${say.quoted({ words: link(headline.after, url, 150) })}`,
        ]
      : []),
    ...(note === undefined || ['', title, headline?.after].includes(note.text)
      ? []
      : [`> ${escapeMarkdown(note.text, 300)}`]),
  ];
}
