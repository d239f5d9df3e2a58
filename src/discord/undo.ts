import { minuteMs } from '../clock.ts';
import { undoChanges } from '../desk/undo.ts';
import type { Undo } from '../desk/undoable.ts';
import { button, buttons, type MessageBody, message, sentence, text } from './cards/parts.ts';
import { type CommandContext, type ControlContext, keepInShare } from './command.ts';
import { changerOf, Explained } from './interaction.ts';

const undoableMs = 10 * minuteMs;

/** Stores how to undo these changes and returns one button for all of them; none if nothing changed. */
export async function undoButtons(context: CommandContext, undos: readonly Undo[]) {
  const [first] = undos;
  if (first === undefined) return [];
  const both = { rows: undos.flatMap(({ rows }) => rows), dropped: undos.flatMap(({ dropped }) => dropped) };
  const undo: Undo = { ...first, ...both };
  if (undo.rows.length === 0 && undo.preferences === undefined && undo.said === undefined) return [];
  const { interaction } = context;
  const [command] = (interaction.isCommand() ? interaction.commandName : interaction.customId).split(':');
  const key = `${command}:undo:${interaction.id}`;
  await keepInShare(context, key, undo, undoableMs);
  return [button(key, context.texts.undo.button)];
}

/** Says what was done. The buttons are Undo, if the change can be undone, then those in `more`. */
export async function withUndo(
  words: string,
  context: CommandContext,
  undo: Undo,
  more: readonly ReturnType<typeof button>[] = [],
): Promise<MessageBody> {
  const offers = [...(await undoButtons(context, [undo])), ...more];
  return message([text(words), ...(offers.length === 0 ? [] : [buttons(...offers)])]);
}

/** Undoes the pressed button's change. Throws Explained if the undo comes too late, or from another server. */
export async function takeBack({ interaction, answer, desk, pendingStore, texts }: ControlContext): Promise<void> {
  const by = changerOf(interaction);
  const undo: Undo | undefined = await pendingStore.get(interaction.customId);
  if (undo?.serverId !== by.serverId) throw new Explained((say) => say.undo.late);
  const { done, kept: left, said } = await desk.use(undoChanges).undo(by, undo);
  if (said !== undefined) return answer.replace(sentence(texts.story.takenBack[said]));
  const { all, some, none } = texts.undo;
  const isNothing = done === 0 && undo.preferences === undefined;
  await answer.replace(sentence(isNothing ? none : left > 0 ? some : all));
}
