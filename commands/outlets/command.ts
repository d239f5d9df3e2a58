import type { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Changer } from '../../src/desk/asker.ts';
import { channelOf } from '../../src/desk/channels.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { limits } from '../../src/desk/limits.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { joined } from '../../src/discord/cards/lists.ts';
import {
  accent,
  button,
  buttons,
  choicesMax,
  container,
  type MessageBody,
  mention,
  message,
  text,
} from '../../src/discord/cards/parts.ts';
import type { Command, CommandContext, CommandForm, SlashContext } from '../../src/discord/command.ts';
import { selectField } from '../../src/discord/forms/fields.ts';
import { channelNamed, openForm } from '../../src/discord/forms/open.ts';
import { changerOf } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { channelOption, fitTarget } from '../../src/discord/target.ts';
import { fitting, itemTyped } from '../../src/discord/topicOption.ts';
import { undoButtons, withUndo } from '../../src/discord/undo.ts';
import type { ChannelId, OutletId, ServerId } from '../../src/ids.ts';
import type { Stance } from '../../src/storage/records/servers/outlets.ts';

interface OutletName {
  id: OutletId;
  name: string;
}

export function outletQuestions({ storage, outletsById }: Desk) {
  const { records } = storage;

  /** Outlets of the server's own feeds, by the feeds' names for them. */
  const ownOutlets = async (serverId: ServerId): Promise<OutletName[]> => {
    const feeds = await Promise.all(
      (await records.ownTopicsAndFeeds.feeds(serverId)).map(({ feedId }) => records.feeds.byId(feedId)),
    );
    const own = feeds.flatMap((feed) => (feed && !outletsById.has(feed.outletId) ? [feed] : []));
    return [...new Map(own.map(({ outletId: id, outletName: name }) => [id, { id, name }])).values()];
  };

  return {
    /** Outlets by name: first those of own feeds and on the channel's topics, then the others of the catalogue. */
    async outlets(serverId: ServerId, channelId: ChannelId): Promise<OutletName[]> {
      const isHere = (await records.channels.byId(channelId))?.serverId === serverId;
      const topicIds = new Set(isHere ? await records.channels.topicsOf(channelId) : []);
      const listed = [...outletsById].map(([id, { name, topicIds: its }]) => {
        return { id, name, isNear: !its.isDisjointFrom(topicIds) };
      });
      const own = (await ownOutlets(serverId)).map((one) => ({ ...one, isNear: true }));
      const sorted = [...own, ...listed].sort((a, b) => a.name.localeCompare(b.name));
      return sorted.toSorted((a, b) => Number(b.isNear) - Number(a.isNear)).map(({ id, name }) => ({ id, name }));
    },

    /** The channel's muted and preferred outlets; one no longer listed is named by its id. */
    async channelOutlets(serverId: ServerId, channelId: ChannelId): Promise<(OutletName & { stance: Stance })[]> {
      if ((await records.channels.byId(channelId))?.serverId !== serverId) return [];
      const own = new Map((await ownOutlets(serverId)).map(({ id, name }) => [id, name]));
      const chosen = await records.outlets.ofChannel(channelId);
      return chosen.map(({ outletId: id, stance }) => {
        return { id, stance, name: outletsById.get(id)?.name ?? own.get(id) ?? id };
      });
    },
  };
}

export function outletChanges(desk: Desk) {
  const { undoable, wall } = desk;
  return {
    /** Mutes or prefers outlets, all or none. One without a stance is then neither. Throws Refusal. */
    async setOutlets(by: Changer, channelId: ChannelId, stances: readonly (readonly [OutletId, Stance | undefined])[]) {
      const known = new Set((await desk.use(outletQuestions).outlets(by.serverId, channelId)).map(({ id }) => id));
      const unknown = stances.find(([id, stance]) => stance !== undefined && !known.has(id));
      if (unknown !== undefined) throw new Refusal('unknown-outlet', unknown[0]);
      return undoable(by, async (trx) => {
        const channel = await channelOf(trx, by, channelId);
        for (const [outletId, stance] of stances) {
          if (stance === undefined) await trx.outlets.reset(channelId, outletId);
          else await trx.outlets.set(channel, outletId, stance, wall());
        }
        if ((await trx.outlets.ofChannel(channelId)).length > limits.channelOutlets)
          throw new Refusal('too-many-outlets', String(limits.channelOutlets));
      });
    },
  };
}

const { managed, sub, option } = localizer((texts) => texts.outlets.command);
const stances = { mute: 'muted', prefer: 'preferred' } as const;
const listMax = 1_500;

const withChannel = (builder: SlashCommandSubcommandBuilder) =>
  builder.addChannelOption((channel) => fitTarget(option(channel, 'channel')));
const withOutlet = (part: keyof typeof stances) => (builder: SlashCommandSubcommandBuilder) =>
  withChannel(
    sub(builder, part).addStringOption((outlet) => option(outlet, 'outlet').setAutocomplete(true).setMaxLength(100)),
  );

/** The outlets that the channel mutes or prefers. Throws Refusal if it gets no digest. */
async function chosenIn({ interaction, desk }: CommandContext, channelId: ChannelId) {
  const { serverId } = changerOf(interaction);
  if ((await desk.use(subscriptionQuestions).subscription(serverId, channelId)) === undefined)
    throw new Refusal('not-subscribed');
  return desk.use(outletQuestions).channelOutlets(serverId, channelId);
}

/** The outlets that the form offers: those that the channel mutes or prefers, then those on its topics. */
async function offered(context: CommandContext, channelId: ChannelId) {
  const chosen = await chosenIn(context, channelId);
  const { serverId } = changerOf(context.interaction);
  const all = await context.desk.use(outletQuestions).outlets(serverId, channelId);
  const others = all.filter(({ id }) => !chosen.some((one) => one.id === id));
  return [...chosen, ...others.map((one) => ({ ...one, stance: undefined }))].slice(0, choicesMax);
}

/** The form for a channel's muted and preferred outlets. */
const outletsForm: CommandForm = {
  async draw(context, channelId) {
    const say = context.texts.outlets;
    const outlets = await offered(context, channelId);
    const choices = (stance: Stance) =>
      outlets.map((one) => ({ label: one.name, value: one.id, chosen: one.stance === stance }));
    return {
      title: say.heading({ channel: channelNamed(context.interaction, channelId) }),
      fields: Object.values(stances).map((stance) =>
        selectField(stance, say.fields[stance], choices(stance), { many: true }),
      ),
    };
  },

  async submit(context, channelId, typed) {
    const { interaction, answer, desk } = context;
    const changes = (await offered(context, channelId)).flatMap(({ id, stance }) => {
      const wanted = Object.values(stances).find((one) => typed[one]?.split(',').includes(id));
      const isTakenOut = stance !== undefined && typed[stance] !== undefined;
      return wanted === stance || (wanted === undefined && !isTakenOut) ? [] : [[id, wanted] as const];
    });
    const { undo } = await desk.use(outletChanges).setOutlets(changerOf(interaction), channelId, changes);
    await answer.replace(await listCard(context, channelId, await undoButtons(context, [undo])));
  },
};

export default {
  data: managed()
    .addSubcommand(withOutlet('mute'))
    .addSubcommand(withOutlet('prefer'))
    .addSubcommand((list) => withChannel(sub(list, 'list'))),
  audience: 'managers',

  execute: async (context) => {
    const { interaction } = context;
    const channelId = channelOption(interaction);
    const part = interaction.options.getSubcommand();
    if (part === 'mute' || part === 'prefer') {
      if (interaction.options.getString('outlet') === null) return openForm(context, `outlets:set:${channelId}`);
      return choose(context, channelId, stances[part]);
    }
    await context.answer.show(await listCard(context, channelId));
  },

  autocomplete: async (interaction, { desk }) => {
    const channelId = String(interaction.options.get('channel')?.value ?? interaction.channelId);
    const outlets = await desk.use(outletQuestions).outlets(interaction.guildId ?? '', channelId);
    const fits = fitting(outlets, interaction.options.getFocused(), ({ name }) => name);
    return fits.map(({ id, name }) => ({ name, value: id }));
  },

  forms: { set: outletsForm },
} satisfies Command;

/** The outlet chosen from the list, or the only one that the typed text can mean. Throws Refusal. */
async function outletGiven({ interaction, desk }: SlashContext, channelId: ChannelId): Promise<OutletName> {
  const typed = interaction.options.getString('outlet', true).trim();
  const outlets = await desk.use(outletQuestions).outlets(changerOf(interaction).serverId, channelId);
  const found = itemTyped(outlets, typed);
  if (found === undefined) throw new Refusal('unknown-outlet', typed);
  return found;
}

async function choose(context: SlashContext, channelId: ChannelId, stance: Stance): Promise<void> {
  const { interaction, answer, desk, texts } = context;
  const by = changerOf(interaction);
  const say = texts.outlets;
  const outlet = await outletGiven(context, channelId);
  const name = escapeMarkdown(outlet.name, 80);
  const place = mention.channel(channelId);
  const chosen = await desk.use(outletQuestions).channelOutlets(by.serverId, channelId);
  const before = chosen.find(({ id }) => id === outlet.id);
  if (before?.stance !== stance) {
    const { undo } = await desk.use(outletChanges).setOutlets(by, channelId, [[outlet.id, stance]]);
    const said = [
      say[stance]({ outlet: name, channel: place }),
      ...(before === undefined ? [] : [say.noLonger[before.stance]]),
    ].join(' ');
    return answer.show(await withUndo(said, context, undo));
  }
  const offer = buttons(button(`outlets:set:${channelId}`, texts.forms.change));
  await answer.show(message([text(say.already[stance]({ outlet: name, channel: place })), offer]));
}

async function listCard(
  context: CommandContext,
  channelId: ChannelId,
  more: readonly ReturnType<typeof button>[] = [],
): Promise<MessageBody> {
  const { texts } = context;
  const say = texts.outlets;
  const place = mention.channel(channelId);
  const chosen = await chosenIn(context, channelId);
  const lines = Object.values(stances).flatMap((stance) => {
    const names = chosen.filter((one) => one.stance === stance).map(({ name }) => escapeMarkdown(name, 80));
    return names.length === 0 ? [] : [`**${say.lists[stance]}** ${joined(names, listMax, texts, ', ')}`];
  });
  const said =
    lines.length === 0 ? [say.none({ channel: place })] : [`### ${say.heading({ channel: place })}`, ...lines];
  const change = button(`outlets:set:${channelId}`, texts.forms.change);
  return message([container(accent, [text(said.join('\n')), buttons(...more, change)])]);
}
