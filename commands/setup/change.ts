import { isDeepStrictEqual } from 'node:util';
import type { EpochMs } from '../../src/clock.ts';
import type { Changer } from '../../src/desk/asker.ts';
import { saveChannel } from '../../src/desk/channels.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { refuseForeign } from '../../src/desk/foreign.ts';
import { limits } from '../../src/desk/limits.ts';
import { addTo, checkFeeds } from '../../src/desk/ownFeeds.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { checkedAlertWords, checkedMute, checkedWords, newTopicIn, same } from '../../src/desk/typedWords.ts';
import { refusalText } from '../../src/discord/cards/reasons.ts';
import type { ChannelId, ServerId, TopicId } from '../../src/ids.ts';
import { knownLabelOf } from '../../src/newsroom/topics.ts';
import type { AlertRule } from '../../src/storage/records/servers/alerts.ts';
import type { Records } from '../../src/storage/storage.ts';
import type { Left, SetupChannel, SetupChannels } from './channels.ts';
import type { SetupFile } from './file.ts';

type Part<Of extends 'topics' | 'mutes' | 'channels' | 'alerts'> = SetupFile[Of][number];

const noWords = { all: [], any: [], not: [] };

export const setupChanges = (desk: Desk) => ({
  /**
   * Takes over all usable parts of the file in one transaction; `isTrial` rolls it back. Returns the changes and the
   * unusable parts.
   */
  async importSetup(by: Changer, file: SetupFile, places: SetupChannels, { isTrial = false } = {}) {
    const before = (await desk.preferences.get(by.serverId)) ?? {};
    const log = places.get(file.logChannel?.id ?? '');
    const logChannelId = log === undefined || log.isForum ? before.logChannelId : log.id;
    const wanted = { zone: file.zone ?? before.zone, logChannelId };
    const { result: left, undo } = await desk.undoable(by, (trx) => load(trx, by, file, places, desk), {
      isTrial,
    });
    if (!isTrial) await desk.prefer(by.serverId, (known) => ({ ...known, ...wanted }));
    return { left, undo: { ...undo, preferences: { before, after: { ...before, ...wanted } } } };
  },
});

/**
 * Sets the server up like the file, as far as possible, and returns the unusable parts. Everything that the file
 * doesn't name stays. Call it in a transaction.
 */
async function load(trx: Records, by: Changer, file: SetupFile, places: SetupChannels, desk: Desk): Promise<Left[]> {
  const { serverId } = by;
  const now = desk.wall();
  const placeIds = [...places.values()].map(({ id }) => id);
  await refuseForeign(trx, by, placeIds);
  const left: Left[] = [];
  /** Does one part; notes why if it is refused. */
  const attempt = async <T>(where: Omit<Left, 'say'>, part: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await part();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left.push({ ...where, say: (texts) => refusalText(error, texts) });
      return undefined;
    }
  };

  const topicIds = new Map<string, TopicId | undefined>();
  for (const topic of file.topics)
    topicIds.set(topic.id, await attempt({ name: topic.name }, () => loadTopic(trx, by, topic, desk)));
  const own = await trx.ownTopicsAndFeeds.topics(serverId);
  const topicOf = (id: string, channelId?: ChannelId): TopicId | undefined => {
    const label = knownLabelOf(topicIds.get(id) ?? id, desk.topics, own);
    const name = file.topics.find((topic) => topic.id === id)?.name ?? id;
    if (label === undefined) left.push({ name, channelId, say: ({ refusals }) => refusals['topic-gone'] });
    return label?.id;
  };

  const listed = file.feeds.flatMap(({ topic, ...feed }) => {
    const topicId = topicOf(topic);
    return topicId === undefined ? [] : [{ ...feed, topicId }];
  });
  const { fitting, refused } = await checkFeeds(trx, serverId, listed, desk);
  for (const { feed, listed: one } of fitting) await addTo(trx, serverId, feed, one.topicId, now);
  left.push(...refused.map(({ url, code }): Left => ({ name: url, say: ({ topics }) => topics.refused[code] })));
  const ownFeeds = await Promise.all(
    (await trx.ownTopicsAndFeeds.feeds(serverId)).map(({ feedId }) => trx.feeds.byId(feedId)),
  );
  const feeds = ownFeeds.filter((feed) => feed !== undefined);
  const feedIds = new Map(feeds.map(({ url, id }) => [url, id]));
  // A file may spell a feed's address in another way.
  for (const { feed, listed: one } of fitting) feedIds.set(one.url, feed.id);

  for (const mute of file.mutes) await attempt({ name: mute.word }, () => loadMute(trx, serverId, mute, now));

  const outletIds = new Set([...desk.outletsById.keys(), ...feeds.map(({ outletId }) => outletId)]);
  for (const channel of file.channels) {
    const place = places.get(channel.id);
    if (place === undefined || place.isForum) continue;
    const { id: channelId } = place;
    const topics = channel.topics.flatMap((topic) => topicOf(topic, channelId) ?? []);
    if (topics.length === 0) continue;
    const isKnown = (name: string) => {
      if (!outletIds.has(name)) left.push({ name, channelId, say: (texts) => texts.setup.noOutlet });
      return outletIds.has(name);
    };
    const outlets = { muted: channel.muted.filter(isKnown), preferred: channel.preferred.filter(isKnown) };
    await loadChannel(trx, serverId, place, { ...channel, ...outlets, topics }, now);
  }

  for (const alert of file.alerts) {
    const place = places.get(alert.id);
    if (place === undefined) continue;
    const { id: channelId } = place;
    const topicId = alert.topic && topicOf(alert.topic, channelId);
    // Without its topic, the rule would match every story.
    if (alert.topic !== topicId && topicId === undefined) continue;
    const wanted = alert.feeds?.flatMap((url) => feedIds.get(url) ?? []);
    await attempt({ channelId }, async () => {
      if (alert.voices === 1 && (wanted ?? feeds).length === 0) throw new Refusal('no-own-feeds');
      const lacks = await loadAlert(trx, serverId, place, { ...alert, topicId, feedIds: wanted }, now);
      if (lacks) left.push({ channelId, say: (texts) => texts.setup.alertLacks });
    });
  }
  return left;
}

/** Stores the topic and returns its id: that of the server's own topic with the same name or else id, or a new one. */
async function loadTopic(trx: Records, by: Changer, { id, name, ...typed }: Part<'topics'>, { topics, wall }: Desk) {
  if (topics.some(({ names }) => Object.values(names).some((one) => same(one, name))))
    throw new Refusal('topic-built-in', name);
  // A topic without words is for feeds only.
  const words = typed.all.length + typed.any.length === 0 ? noWords : checkedWords(typed);
  const own = await trx.ownTopicsAndFeeds.topics(by.serverId);
  const known = own.find((topic) => same(topic.name, name)) ?? own.find((topic) => topic.id === id);
  if (known === undefined) return (await newTopicIn(trx, by, name, words, wall())).id;
  await trx.ownTopicsAndFeeds.saveTopic({ ...known, name, words }, wall());
  return known.id;
}

/** A word that the server already mutes keeps its own end. A mute that ended since the export is left out. */
async function loadMute(trx: Records, serverId: ServerId, mute: Part<'mutes'>, now: EpochMs): Promise<void> {
  const expiresAt = mute.until === undefined ? undefined : Date.parse(mute.until);
  if (expiresAt !== undefined && expiresAt <= now) return;
  const { word, already } = await checkedMute(trx, serverId, mute.word, now);
  if (already === undefined) await trx.ownTopicsAndFeeds.mute(serverId, word, expiresAt);
}

/** Gives the channel the file's topics, settings and outlets. No slot comes twice. */
async function loadChannel(
  trx: Records,
  serverId: ServerId,
  { id: channelId, mayThread }: SetupChannel,
  { topics, settings, paused, muted, preferred }: Omit<Part<'channels'>, 'id' | 'name'>,
  now: EpochMs,
): Promise<void> {
  const schedule = settings.thread === 'on' && !mayThread ? { ...settings, thread: 'off' as const } : settings;
  await saveChannel(trx, { channelId, serverId, schedule, paused: paused && 'admin' }, now);
  if (paused) await trx.deliveries.dropUnattempted(channelId, ['running-digest'], 'digest-paused');
  const before = await trx.channels.topicsOf(channelId);
  if (!isDeepStrictEqual(before, topics)) {
    // Removes all topics first, so that they get the file's order.
    for (const topicId of before) await trx.channels.unsubscribe(channelId, topicId);
    await trx.channels.subscribe(channelId, serverId, topics, now);
  }
  const known = await trx.outlets.ofChannel(channelId);
  const idsOf = (wanted: string) => known.filter(({ stance }) => stance === wanted).map(({ outletId }) => outletId);
  if (isDeepStrictEqual([idsOf('muted'), idsOf('preferred')], [muted, preferred])) return;
  for (const { outletId } of known) await trx.outlets.reset(channelId, outletId);
  for (const [at, id] of muted.entries()) await trx.outlets.set({ channelId, serverId }, id, 'muted', now + at);
  for (const [at, id] of preferred.entries()) await trx.outlets.set({ channelId, serverId }, id, 'preferred', now + at);
}

/**
 * Gives the channel the file's alert rule, but with the present role and tags, because the file may come from another
 * server. Returns whether the rule has no role although the file names one, or no tags in a forum.
 */
async function loadAlert(
  trx: Records,
  serverId: ServerId,
  { id: channelId, isForum, isAnnouncement, mayThread }: SetupChannel,
  alert: Part<'alerts'> & Pick<AlertRule, 'topicId' | 'feedIds'>,
  now: EpochMs,
): Promise<boolean> {
  const { topicId, feedIds, language: locale, voices, perDay, quiet, zone, silent } = alert;
  const words = alert.words && checkedAlertWords(alert.words, voices === 1);
  const rules = await trx.alerts.ofServer(serverId);
  const known = rules.find((rule) => rule.channelId === channelId);
  if (known === undefined && rules.length >= limits.alerts) throw new Refusal('too-many-alerts', String(limits.alerts));
  const record = {
    channelId,
    serverId,
    createdAt: known?.createdAt ?? now,
    topicId,
    words,
    feedIds,
    locale,
    voices,
    perDay,
    quiet,
    zone,
    silent,
    roleId: known?.roleId,
    forum: isForum ? (known?.forum ?? { tagIds: {} }) : undefined,
    thread: alert.thread === true && !isForum && mayThread,
    crosspost: alert.crosspost === true && isAnnouncement,
  };
  // A changed rule counts news from now on.
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(record)), known))
    await trx.alerts.save({ ...record, createdAt: now });
  return (alert.roleId !== undefined && known?.roleId === undefined) || (isForum && known?.forum === undefined);
}
