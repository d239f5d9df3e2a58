import { ButtonStyle, PermissionFlagsBits } from 'discord.js';
import { type Asking, Explained } from '../../src/discord/asking.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { button, buttons, message, sentence, text } from '../../src/discord/cards/parts.ts';
import type { CommandContext } from '../../src/discord/command.ts';
import { directChannel, takesMessages } from '../../src/discord/directChannel.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { isThread } from '../../src/discord/places.ts';
import { checkTarget, threadFault } from '../../src/discord/target.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';
import { followChanges } from './change.ts';

const titleMax = 200;

/** Asks where updates should go. Where no thread is possible, they go to direct messages. */
export async function askWhere(context: CommandContext, card: StoryCard): Promise<void> {
  const { interaction, answer, texts } = context;
  if (placeOfThreads(interaction) === undefined) return followStory(context, card, 'message');
  await answer.show(
    message([
      text(texts.follow.where({ title: escapeMarkdown(card.title, titleMax) })),
      buttons(
        button(`following:thread:${card.storyId}`, texts.follow.inThread, ButtonStyle.Primary),
        button(`following:message:${card.storyId}`, texts.follow.inMessages),
      ),
    ]),
  );
}

/** The channel if a thread can begin there; undefined in a thread, in a DM and in a server without Lede. */
function placeOfThreads({ guildId, channelId, client }: Asking) {
  const place = serversOf(client).place(guildId ?? '', channelId);
  return place === undefined || isThread(place) ? undefined : place;
}

/** Follows the story for the asker. Throws Explained and Refusal. */
export async function followStory(
  context: CommandContext,
  card: StoryCard,
  where: 'thread' | 'message',
): Promise<void> {
  const { interaction, answer, desk, texts } = context;
  const { user, locale, guildId, channelId, memberPermissions, client } = interaction;
  const by = { userId: user.id, locale };
  if (where === 'message') {
    const placeId = await directChannel(interaction);
    await desk.use(followChanges).followInMessages(by, placeId, card);
    const said = texts.follow.inMessagesNow({ title: escapeMarkdown(card.title, titleMax) });
    const stop = button(`following:end:${card.storyId}`, texts.follow.stop);
    if (await takesMessages(context, placeId, message([text(said), buttons(stop)]))) return answer.show(sentence(said));
    await desk.use(followChanges).unfollow(user.id, placeId, card.storyId);
    throw new Explained((say) => say.follow.closed);
  }
  const needed = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads];
  if (guildId === null || memberPermissions?.has(needed) !== true) throw new Explained((say) => say.follow.mayNot);
  checkTarget(interaction, channelId, { threads: true });
  const noThreads = threadFault(interaction, channelId);
  if (noThreads !== undefined) throw noThreads;
  if (serversOf(client).get(guildId) === undefined) throw new Explained((say) => say.follow.mayNot);
  await desk
    .use(followChanges)
    .followInThread({ ...by, serverId: guildId, interactionId: interaction.id }, channelId, card);
  return answer.show(sentence(texts.follow.inThreadSoon));
}
