import type { Undo } from '../../src/desk/undoable.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { charactersLeft, listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
  type button,
  buttons,
  container,
  type MessageBody,
  mention,
  message,
  text,
} from '../../src/discord/cards/parts.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { Left } from './channels.ts';

/** The log channel that the change sets; undefined if it sets none. */
const logSet = ({ preferences: { before, after } = { before: {}, after: {} } }: Undo) =>
  before.logChannelId === after.logChannelId ? undefined : after.logChannelId;

export const changesNothing = (undo: Undo): boolean => undo.rows.length === 0 && logSet(undo) === undefined;

/** What a file changes, with a line for each part that can't be used. */
export function setupCard(
  heading: string,
  undo: Undo,
  left: readonly Left[],
  offers: readonly ReturnType<typeof button>[],
  texts: Texts,
): MessageBody {
  const say = texts.setup;
  const changes = Object.entries(say.parts).flatMap(([part, name]) => {
    const isOf = (table: string) =>
      table === part || (part === 'channels' && (table === 'subscriptions' || table === 'channelOutlets'));
    const rows = undo.rows.filter(({ table }) => isOf(table));
    const added = rows.filter(({ table, before }) => table === part && before === undefined).length;
    const all =
      part === 'channels' ? new Set(rows.map(({ before, after }) => (after ?? before)?.channelId)).size : rows.length;
    const counts = [
      ...(added > 0 ? [say.added({ count: added })] : []),
      ...(all > added ? [say.changed({ count: all - added })] : []),
    ];
    return all === 0 ? [] : [`- **${name}** ${counts.join(' · ')}`];
  });
  const logId = logSet(undo);
  const log = logId === undefined ? [] : [`- **${say.log}** ${mention.channel(logId)}`];
  const state = [`## ${heading}`, ...changes, ...log].join('\n');
  const lines = left.map(({ name, channelId, say: why }) => {
    const where = channelId === undefined ? [] : [mention.channel(channelId)];
    const what = name === undefined ? [] : [`**${escapeMarkdown(name, 100)}**`];
    return `- ${[...where, ...what].join(' · ')}: ${why(texts)}`;
  });
  const list = lines.length === 0 ? [] : [text(listed(`**${say.left}**`, lines, texts, charactersLeft(state)))];
  return message([container(accent, [text(state), ...list]), ...(offers.length === 0 ? [] : [buttons(...offers)])]);
}
