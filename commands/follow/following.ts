import { ButtonStyle, PermissionFlagsBits } from 'discord.js';
import { coverageQuestions } from '../../src/desk/coverage.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { storyQuestions } from '../../src/desk/stories.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
  button,
  buttons,
  container,
  type MessageBody,
  mention,
  message,
  messageLimits,
  moment,
  select,
  sentence,
  text,
} from '../../src/discord/cards/parts.ts';
import { storyChoices } from '../../src/discord/cards/stories.ts';
import type { Command, CommandContext } from '../../src/discord/command.ts';
import { directChannel, takesMessages } from '../../src/discord/directChannel.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { askerOf, Explained } from '../../src/discord/interaction.ts';
import { linksIn } from '../../src/discord/links.ts';
import { localizer } from '../../src/discord/localize.ts';
import { isThread } from '../../src/discord/places.ts';
import { checkTarget, threadFault } from '../../src/discord/target.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { StoryId, UserId } from '../../src/ids.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';
import type { FollowRecord } from '../../src/storage/records/servers/follows.ts';
import { followChanges } from './change.ts';

const { withUserInstall, menuWithUserInstall } = localizer((texts) => texts.follow.command);
/** Maximum number of ended follows in the message, so that the open ones fit, too. */
const closedMax = 5;
const titleMax = 200;

export default {
  data: withUserInstall(),
  audience: 'everyone',

  execute: async ({ interaction, answer, desk, texts }) =>
    answer.show(followingCard(await desk.use(followQuestions).follows(interaction.user.id), texts)),

  menu: {
    data: menuWithUserInstall(),
    execute: async (context) => {
      const { interaction, answer, texts } = context;
      const say = texts.follow;
      const links = linksIn(interaction.targetMessage.content);
      if (links.length === 0) return answer.show(sentence(say.noLink));
      const stories = await storiesAt(links, context);
      const [first, ...others] = stories;
      if (first === undefined) return answer.show(sentence(say.noStory));
      if (others.length > 0) {
        const pick = select('following:pick:', say.pick, storyChoices(stories));
        return answer.show(message([text(say.several), pick]));
      }
      await askWhere(context, await cardOf(first.storyId, context));
    },
  },

  answers: ['story:follow'],

  component: async (context, { action, rest, values }) => {
    const { interaction, answer, desk, texts } = context;
    const { user, channelId } = interaction;
    if (action === 'pick') return askWhere(context, await cardOf(values[0] ?? '', context));
    if (action === 'follow' || action === 'thread' || action === 'message') {
      const card = await cardOf(rest, context);
      return action === 'follow' ? askWhere(context, card) : followStory(context, card, action);
    }
    // A choice in the list names place and story. The button below an update names only the story; the place is the
    // button's channel.
    const [placeId, storyId = ''] = action === 'choose' ? (values[0] ?? '').split(' ') : [channelId, rest];
    if (action !== 'choose' && action !== 'end') throw new Explained((say) => say.errors.expired);
    const title = await desk.use(followChanges).unfollow(user.id, placeId, storyId);
    const said = sentence(texts.follow.ended({ title: escapeMarkdown(title, titleMax) }));
    await (action === 'choose' ? answer.replace(said) : answer.show(said));
  },
} satisfies Command;

/** The story as the asker may see it. Throws Explained. */
async function cardOf(storyId: StoryId, { interaction, desk }: CommandContext): Promise<StoryCard> {
  const card = await desk.use(storyQuestions).storyById(storyId, askerOf(interaction));
  if (card === undefined) throw new Explained((say) => say.story.gone({ days: desk.keptDays }));
  return card;
}

/** The stories at the links. If Lede has none of the addresses, it reads up to three pages. */
async function storiesAt(links: readonly string[], { interaction, desk }: CommandContext) {
  const { storiesAt, coverage } = desk.use(coverageQuestions);
  const known = await storiesAt(links, askerOf(interaction));
  if (known.length > 0) return known;
  const found = await coverage(links, askerOf(interaction), interaction.user.id);
  const cards = found.flatMap((one) => (one.kind === 'found' ? [one.card] : []));
  return [...new Map(cards.map((card) => [card.storyId, card])).values()];
}

function followingCard(
  { open: follows, closed }: { open: readonly FollowRecord[]; closed: readonly FollowRecord[] },
  texts: Texts,
): MessageBody {
  const say = texts.follow;
  const titles = closed.slice(0, closedMax).map(({ title }) => `**${escapeMarkdown(title, 120)}**`);
  const ended = titles.length === 0 ? '' : say.closedEnded({ titles: texts.f.list(titles) });
  if (follows.length === 0) return sentence(ended || say.none);
  const lines = follows.map(({ title, serverId, placeId, createdAt }) =>
    say.line({
      title: escapeMarkdown(title, 120),
      place: serverId === '' ? '' : mention.channel(placeId),
      since: moment(createdAt, 'D'),
    }),
  );
  const choices = follows.map(({ title, placeId, storyId }) => ({ label: title, value: `${placeId} ${storyId}` }));
  return message([
    ...(ended === '' ? [] : [text(ended)]),
    container(accent, [
      text(listed(`### ${say.heading}`, lines, texts, messageLimits.characters - ended.length)),
      select('following:choose:', say.choose, choices),
    ]),
  ]);
}

export const followQuestions = ({ storage: { records } }: Desk) => ({
  /**
   * The member's follows, newest first; one in a thread appears once the thread exists. `closed`: follows that ended
   * because the member accepts no direct messages.
   */
  async follows(userId: UserId): Promise<{ open: FollowRecord[]; closed: FollowRecord[] }> {
    const follows = await records.follows.ofUser(userId, { ended: true });
    return {
      open: follows.filter(({ placeId, deliveryId, endedAt }) => placeId !== deliveryId && endedAt === undefined),
      closed: follows.filter(({ closedAt }) => closedAt !== undefined),
    };
  },
});

/** Asks where updates should go. In a thread, a DM and a server without Lede, they can only go to direct messages. */
async function askWhere(context: CommandContext, card: StoryCard): Promise<void> {
  const { interaction, answer, texts } = context;
  const place = serversOf(interaction.client).place(interaction.guildId ?? '', interaction.channelId);
  if (place === undefined || isThread(place)) return followStory(context, card, 'message');
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

/** Follows the story for the asker. Throws Explained and Refusal. */
async function followStory(context: CommandContext, card: StoryCard, where: 'thread' | 'message'): Promise<void> {
  const { interaction, answer, desk, texts } = context;
  const { user, locale, guildId, channelId, memberPermissions } = interaction;
  const by = { userId: user.id, locale };
  const changes = desk.use(followChanges);
  if (where === 'message') {
    const placeId = await directChannel(interaction);
    await changes.followInMessages(by, placeId, card);
    const said = texts.follow.inMessagesNow({ title: escapeMarkdown(card.title, titleMax) });
    const stop = button(`following:end:${card.storyId}`, texts.follow.stop);
    if (await takesMessages(context, placeId, message([text(said), buttons(stop)]))) return answer.show(sentence(said));
    await changes.unfollow(user.id, placeId, card.storyId);
    throw new Explained((say) => say.follow.closed);
  }
  const needed = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads];
  if (guildId === null || memberPermissions?.has(needed) !== true) throw new Explained((say) => say.follow.mayNot);
  checkTarget(interaction, channelId, { threads: true });
  const noThreads = threadFault(interaction, channelId);
  if (noThreads !== undefined) throw noThreads;
  await changes.followInThread({ ...by, serverId: guildId, interactionId: interaction.id }, channelId, card);
  return answer.show(sentence(texts.follow.inThreadSoon));
}
