import { PermissionFlagsBits } from 'discord.js';
import { dayMs } from '../clock.ts';
import { subscriptionQuestions } from '../desk/subscriptions.ts';
import { localeIn } from '../schedule/languages.ts';
import type { MessageBody } from './cards/parts.ts';
import type { ControlContext } from './command.ts';
import { serversOf } from './gateway/servers.ts';
import { Explained } from './interaction.ts';
import { isThread } from './places.ts';
import { outcomeOf } from './sending/outcomes.ts';
import { type Texts, textsFor } from './texts/texts.ts';

/**
 * Posts a card for everybody, in the channel's language, if the asker may write there. Each message's button posts
 * once. Throws Explained.
 */
export async function shareHere(
  context: ControlContext,
  draw: (sharedBy: string, texts: Texts) => MessageBody,
): Promise<void> {
  const { interaction, pendingStore, sharing } = context;
  const place = serversOf(interaction.client).place(interaction.guildId ?? '', interaction.channelId);
  // A place that Lede doesn't know is an archived thread, or a private thread that Lede isn't in.
  const inThread = place === undefined || isThread(place);
  const needed = inThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  // The permissions are null in a DM, which has no other readers.
  if (interaction.memberPermissions?.has(needed) === false) throw new Explained((say) => say.story.cannotShare);
  const key = `shared:${interaction.message.id}`;
  if (sharing.has(key)) throw new Explained((say) => say.story.alreadyShared);
  sharing.add(key);
  let isSeen = true;
  try {
    if ((await pendingStore.get(key)) !== undefined) throw new Explained((say) => say.story.alreadyShared);
    const body = draw(interaction.user.id, await postTexts(context));
    await context.answer.post(body, context.texts.story.shared).catch((error: unknown) => {
      // The post may have arrived; pressing the button again would post it twice.
      if (outcomeOf(error).kind !== 'unknown') throw error;
      isSeen = false;
    });
  } catch (error) {
    sharing.delete(key);
    throw error;
  }
  // Stored later: a failure here must not look like a failed share.
  context.later(async () => {
    try {
      await pendingStore.set(key, true, dayMs);
    } finally {
      sharing.delete(key);
    }
  });
  if (!isSeen) throw new Explained((say) => say.story.shareUnconfirmed);
}

async function postTexts({ interaction, desk, texts }: ControlContext): Promise<Texts> {
  const { guildId, channelId } = interaction;
  if (guildId === null) return texts;
  const ask = desk.use(subscriptionQuestions);
  const above = serversOf(interaction.client).place(guildId, channelId)?.parentId;
  // A thread may have its own digest, and so its own language.
  const language = (await ask.languageIn(guildId, channelId)) ?? (above && (await ask.languageIn(guildId, above)));
  const serverLocale = (await ask.server(guildId)).locale ?? interaction.guildLocale ?? 'en-US';
  return textsFor(localeIn(language, serverLocale));
}
