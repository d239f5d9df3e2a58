import { AttachmentBuilder, type Interaction, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import { splitChanges, splitQuestions } from '../../src/desk/splits.ts';
import { type GroupingReason, type StoryAnswer, storyQuestions } from '../../src/desk/stories.ts';
import { dayBefore } from '../../src/discord/cards/changed.ts';
import { escapeMarkdown, link, oneLine } from '../../src/discord/cards/escape.ts';
import { charactersLeft, listed } from '../../src/discord/cards/lists.ts';
import { container, grey, type MessageBody, message, moment, sentence, text } from '../../src/discord/cards/parts.ts';
import { createQuotedShare, onCard, quote } from '../../src/discord/cards/quotedShare.ts';
import { storyList } from '../../src/discord/cards/stories.ts';
import { storyCard } from '../../src/discord/cards/story.ts';
import type { Command, Control, ControlContext } from '../../src/discord/command.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { askerOf, changerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { shareHere } from '../../src/discord/share.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { withUndo } from '../../src/discord/undo.ts';
import type { StoryId } from '../../src/ids.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';
import { coveragePicture } from './coveragePicture.ts';
import { outletsCard } from './outletsCard.ts';
import { timelineQuestions } from './timeline.ts';

const { guildAndDm, option } = localizer((texts) => texts.story.command);

const pictureName = 'coverage.png';

type StoryList = Extract<StoryAnswer, { kind: 'nearest' | 'top' }>;

export default {
  data: guildAndDm().addStringOption((query) => option(query, 'query').setAutocomplete(true).setMaxLength(200)),
  audience: 'everyone',
  openTo: (action) => (action === 'back' ? 'managers' : 'everyone'),

  execute: async (context) => {
    const { interaction, desk, texts } = context;
    const query = interaction.options.getString('query')?.trim() ?? '';
    const answer = await desk.use(storyQuestions).story(query, askerOf(interaction));
    if (answer.kind === 'found') {
      await context.answer.show(storyCard(answer.card, { texts, pictures: desk.pictures }));
    } else if (answer.kind === 'reading') {
      await context.answer.show(sentence(texts.story.reading));
    } else {
      await context.answer.show(storyList(notFound(query, answer, texts), answer.stories, texts));
    }
  },

  autocomplete: async (interaction, { desk }) => {
    const typed = interaction.options.getFocused();
    const stories = await desk.use(storyQuestions).suggestStories(interaction.guildId ?? undefined, typed);
    return stories.map((story) => ({ name: oneLine(story.title, 100), value: story.storyId }));
  },

  component: async (context, control) => {
    const { interaction, desk, texts } = context;
    const card = await desk.use(storyQuestions).storyById(storyIdOf(control), askerOf(interaction));
    if (card === undefined) throw new Explained((say) => say.story.gone({ days: desk.keptDays }));
    switch (control.action) {
      case 'open':
      case 'related':
      case 'show':
      case 'card':
        return context.answer.show(storyCard(card, { texts, pictures: desk.pictures }));
      case 'why': {
        const reasons = await desk.use(storyQuestions).whyGrouped(card.storyId, interaction.guildId ?? undefined);
        return context.answer.show(groupedCard(card.title, reasons, texts));
      }
      case 'changed':
        return context.answer.show(changedCard(card, texts));
      case 'outlets':
        return showOutlets(card, context);
      case 'apart':
      case 'back':
        return correct(context, control, card.storyId);
      case 'share':
        return shareHere(context, (sharedBy, posted) =>
          storyCard(card, { texts: posted, pictures: desk.pictures, sharedBy }),
        );
      default:
        throw new Explained((say) => say.errors.expired);
    }
  },
} satisfies Command;

/** Shows the outlets, with a picture of who reported when, unless there is only one outlet or drawing fails. */
async function showOutlets(card: StoryCard, { interaction, answer, desk, texts }: ControlContext): Promise<void> {
  const serverId = serverOf(interaction);
  const out = serverId === undefined ? undefined : await desk.use(splitQuestions).takenOut(card.storyId, serverId);
  const said = out && { out, manager: isManager(interaction) };
  const timeline = await desk.use(timelineQuestions).timeline(card.storyId, askerOf(interaction));
  const picture = timeline && coveragePicture(timeline, texts);
  const png = picture && (await desk.use(timelineQuestions).chart(picture.chart));
  if (picture === undefined || png === undefined) return answer.show(outletsCard(card, texts, { said }));
  const attached = new AttachmentBuilder(Buffer.from(png), { name: pictureName });
  await answer.show(outletsCard(card, texts, { picture: { ...picture, file: pictureName }, said }), [attached]);
}

const isManager = ({ memberPermissions }: MessageComponentInteraction): boolean =>
  memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;

/** Handles a member's vote that articles are about another event, or a manager's request to undo a correction. */
async function correct(context: ControlContext, { action, values: [chosen = ''] }: Control, storyId: StoryId) {
  const { interaction, answer, desk, texts } = context;
  if (serverOf(interaction) === undefined) throw new Explained((say) => say.errors.needsServer);
  const by = changerOf(interaction);
  if (action === 'apart') {
    const manager = isManager(interaction);
    const { how, undo } = await desk.use(splitChanges).splitOff(by, { storyId, articleId: chosen, manager });
    return answer.show(await withUndo(texts.story.splitOff[how], context, undo));
  }
  const back = await desk.use(splitChanges).putBack(by, { articleId: chosen });
  await answer.show(sentence(texts.story.takenBack[back]));
}

/** The server of the interaction; undefined in a DM and in a server that Lede is not in. */
const serverOf = ({ client, guildId }: Pick<Interaction, 'client' | 'guildId'>) =>
  guildId !== null && serversOf(client).get(guildId) ? guildId : undefined;

function notFound(typed: string, { kind, stories, keptDays, meant }: StoryList, texts: Texts): string {
  const say = texts.story;
  if (typed === '') return stories.length > 0 ? say.quietDay : say.quietDays;
  const query = escapeMarkdown(typed, 100);
  if (meant !== undefined && stories.length > 0) return say.meant({ query, meant: escapeMarkdown(meant, 100) });
  const words = stories.length > 0 ? texts.story[kind] : texts.story.nothing;
  return words({ query, days: keptDays });
}

/** A select has the story in its value, a button in its custom_id. */
function storyIdOf({ action, rest, values }: Control): string {
  // The id of an alert or update is `place/kind/story/…`.
  if (action === 'card') return rest.split('/')[2] ?? '';
  return action === 'open' || action === 'related' ? (values[0] ?? '') : rest;
}

/** The story's figures day by day, each with its sentence or headline, as many as fit. */
function changedCard({ title, topic, changed, zone }: StoryCard, texts: Texts): MessageBody {
  const ledger = createQuotedShare(onCard);
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

/** Why each article is in the story, as many as fit. */
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
