import { storyQuestions } from '../../src/desk/stories.ts';
import { askerOf, Explained } from '../../src/discord/asking.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
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
import type { Command } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { FollowRecord } from '../../src/storage/records/servers/follows.ts';
import { followQuestions } from './ask.ts';
import { askWhere, follow } from './button.ts';
import { followChanges } from './change.ts';
import { wordsIn } from './words.ts';

const { everywhere } = localizer((texts) => wordsIn(texts).command);
/** At most this many ended follows are named, so that a full list of the others fits into the same message. */
const closedMax = 5;

export default {
  data: everywhere(),
  audience: 'everyone',

  execute: async (interaction, { answer, desk, texts }) =>
    answer.show(followingCard(await desk.of(followQuestions).follows(interaction.user.id), texts)),

  answers: ['story:follow'],

  component: async (interaction, context, { action, rest, values }) => {
    const { answer, desk, texts } = context;
    const { user, channelId } = interaction;
    if (action === 'follow' || action === 'thread' || action === 'message') {
      const card = await desk.of(storyQuestions).storyById(rest, askerOf(interaction));
      if (card === undefined) throw new Explained((say) => say.story.gone(desk.keptDays));
      return action === 'follow' ? askWhere(interaction, context, card) : follow(interaction, context, card, action);
    }
    // A choice in the list names the place and the story. The button below an update names only the story, because the
    // place is the channel where it was pressed.
    const [placeId, storyId = ''] = action === 'choose' ? (values[0] ?? '').split(' ') : [channelId, rest];
    if (action !== 'choose' && action !== 'end') throw new Explained((say) => say.errors.expired);
    const title = await desk.of(followChanges).unfollow(user.id, placeId, storyId);
    const said = sentence(wordsIn(texts).ended(escapeMarkdown(title, 200)));
    await (action === 'choose' ? answer.replace(said) : answer.show(said));
  },
} satisfies Command;

function followingCard(
  { open: follows, closed }: { open: readonly FollowRecord[]; closed: readonly FollowRecord[] },
  texts: Texts,
): MessageBody {
  const say = wordsIn(texts);
  const titles = closed.slice(0, closedMax).map(({ title }) => `**${escapeMarkdown(title, 120)}**`);
  const ended = titles.length === 0 ? '' : say.closedEnded(texts.f.list(titles));
  if (follows.length === 0) return sentence(ended || say.none);
  const lines = follows.map(({ title, serverId, placeId, createdAt }) =>
    say.line(escapeMarkdown(title, 120), serverId === '' ? '' : mention.channel(placeId), moment(createdAt, 'D')),
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
