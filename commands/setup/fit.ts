import {
  type APIGuildChannel,
  type APIGuildForumChannel,
  ChannelFlags,
  ChannelType,
  type Client,
  Routes,
} from 'discord.js';
import { type Asking, changerOf, Explained } from '../../src/discord/asking.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { mention } from '../../src/discord/cards/parts.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { rolesFor } from '../../src/discord/optInRole.ts';
import { checkTarget, isForum, threadFault } from '../../src/discord/target.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { SetupFile } from './file.ts';
import { wordsIn } from './words.ts';

type FileAlert = SetupFile['alerts'][number];
type Forum = Pick<APIGuildForumChannel, 'id' | 'available_tags' | 'flags'>;

/** A set-up file matched to this server. */
export interface FittedSetup {
  /** The file without what can't exist here; alerts already have this server's channel ids. */
  file: SetupFile;
  /** This server's ids of the channels with a digest and of the log channel, by their ids in the file. */
  targets: ReadonlyMap<string, string>;
  /** A line for each thing that was left out. */
  missing: readonly string[];
}

/**
 * Finds the file's channels on this server, by id or else by a name that only one has. Leaves out channels that are
 * missing or where Lede or the asker may not write, and threads, roles and tags that can't be used. Changes nothing.
 */
export async function fitSetup(setup: SetupFile, interaction: Asking, texts: Texts): Promise<FittedSetup> {
  const { client } = interaction;
  const { serverId } = changerOf(interaction);
  const servers = serversOf(client);
  const missing: string[] = [];
  const findPlace = ({ id, name }: { id: string; name: string }, forums: boolean): string | undefined => {
    const named = servers.place(serverId, id) === undefined ? servers.named(serverId, name) : [id];
    const [channelId] = named;
    const line = (words: string) => void missing.push(`**#${escapeMarkdown(name || id, 100)}**: ${words}`);
    if (channelId === undefined || named.length > 1) {
      line(named.length > 1 ? wordsIn(texts).severalChannels : wordsIn(texts).noChannel);
      return undefined;
    }
    try {
      checkTarget(interaction, channelId, { forums });
      return channelId;
    } catch (error) {
      if (!(error instanceof Explained)) throw error;
      line(error.say(texts));
      return undefined;
    }
  };
  const targets = new Map<string, string>();
  for (const place of [...setup.channels, ...(setup.logChannel ? [setup.logChannel] : [])]) {
    const channelId = findPlace(place, false);
    if (channelId !== undefined) targets.set(place.id, channelId);
  }
  const channels = setup.channels.map((channel) => {
    const channelId = targets.get(channel.id);
    if (channelId === undefined || channel.settings.thread !== 'on') return channel;
    const fault = threadFault(interaction, channelId);
    if (fault === undefined) return channel;
    missing.push(texts.target.threadsLeft(fault.say(texts)));
    return { ...channel, settings: { ...channel.settings, thread: 'off' as const } };
  });
  const placed = setup.alerts.flatMap((alert) => {
    const channelId = findPlace(alert, true);
    return channelId === undefined ? [] : [{ ...alert, id: channelId }];
  });
  const alerts = placed.length === 0 ? [] : await fitAlerts(placed, interaction, missing, texts);
  return { file: { ...setup, channels, alerts }, targets, missing: [...new Set(missing)] };
}

/** Reads roles and forums once, however many alerts there are. */
async function fitAlerts(alerts: readonly FileAlert[], interaction: Asking, missing: string[], texts: Texts) {
  const { client } = interaction;
  const { serverId } = changerOf(interaction);
  const servers = serversOf(client);
  const placeOf = (id: string) => servers.place(serverId, id);
  const roles = alerts.some(({ roleId }) => roleId !== undefined) ? await rolesFor(interaction) : undefined;
  const isPost = ({ id }: FileAlert) => isForum(placeOf(id) ?? { type: ChannelType.GuildText });
  const isAnnouncement = ({ id }: FileAlert) => placeOf(id)?.type === ChannelType.GuildAnnouncement || undefined;
  const forums = alerts.some(isPost) ? await forumsOf(client, serverId) : [];
  const say = wordsIn(texts).alerts;
  return alerts.flatMap((alert): FileAlert[] => {
    const shown = mention.channel(alert.id);
    const { roleId, forum: tags, ...rest } = alert;
    const fitted: FileAlert = {
      ...rest,
      crosspost: rest.crosspost && isAnnouncement(alert),
    };
    if (roleId !== undefined && roles !== undefined) {
      try {
        if (!roles(roleId)) missing.push(`${shown}: ${texts.roles.notMentionable(mention.role(roleId))}`);
        fitted.roleId = roleId;
      } catch (error) {
        if (!(error instanceof Explained)) throw error;
        missing.push(say.noRole(shown, error.say(texts)));
      }
    }
    if (isPost(alert)) {
      const forum = forums.find(({ id }) => id === alert.id);
      const known = (id: string | undefined) => forum?.available_tags.some((tag) => tag.id === id) === true;
      const kept = Object.entries(tags?.tagIds ?? {}).filter(([, id]) => known(id));
      if (kept.length < Object.keys(tags?.tagIds ?? {}).length) missing.push(say.noTags(shown));
      const needsTag = ((forum?.flags ?? 0) & ChannelFlags.RequireTag) !== 0;
      const otherTagId = known(tags?.otherTagId) ? tags?.otherTagId : forum?.available_tags[0]?.id;
      if (needsTag && otherTagId === undefined) {
        missing.push(texts.roles.needsTag(shown));
        return [];
      }
      const forTopics = { tagIds: Object.fromEntries(kept) };
      return [{ ...fitted, thread: undefined, forum: needsTag ? { ...forTopics, otherTagId } : forTopics }];
    }
    const fault = fitted.thread === true ? threadFault(interaction, alert.id) : undefined;
    if (fault === undefined) return [fitted];
    missing.push(say.noThreads(shown, fault.say(texts)));
    return [{ ...fitted, thread: undefined }];
  });
}

async function forumsOf({ rest }: Client, serverId: string): Promise<Forum[]> {
  const channels = (await rest.get(Routes.guildChannels(serverId))) as (APIGuildChannel & Partial<Forum>)[];
  return channels.map(({ id, available_tags = [], flags = 0 }) => ({ id, available_tags, flags }));
}
