import type { EpochMs } from '../../src/clock.ts';
import { type FeedImport, importInto } from '../../src/desk/addingFeeds.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { refuseForeign } from '../../src/desk/foreign.ts';
import { limits, mayAddAlert } from '../../src/desk/limits.ts';
import { noteChanger } from '../../src/desk/preferences.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { lastClaimedOf } from '../../src/desk/removing.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import { checkedAlertWords, checkedWords, isWord, newTopicIn } from '../../src/desk/words.ts';
import { knownLabelOf } from '../../src/newsroom/topics.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';
import { nextSlot } from '../../src/schedule/slots.ts';
import type { AlertRule } from '../../src/storage/records/alerts.ts';
import type { OwnTopicRecord } from '../../src/storage/records/own.ts';
import type { Records } from '../../src/storage/storage.ts';
import type { TopicLabel } from '../../src/storage/telling.ts';
import type { SetupFile } from './file.ts';

/** Ids of this server's channels by the ids in the file; only channels that can get a digest. */
export type Targets = ReadonlyMap<string, string>;

/** Why a part of a file can't be imported. */
export type SetupFault =
  | 'topic-built-in'
  | 'too-many-topics'
  | 'topic-words'
  | 'short-word'
  | 'too-many-alerts'
  | 'topic-gone'
  | 'mute-word'
  | 'too-many-mutes'
  | 'unknown-outlet';

/** What was imported from a file, and what was not. */
export interface SetupReport {
  topics: { added: number; changed: number };
  feeds: number;
  mutes: number;
  channels: { added: number; changed: number };
  /** Channels with alerts. */
  alerts: { added: number; changed: number };
  logChannel: boolean;
  /** Parts that were refused, by their name in the file; `channelId` if it concerns one channel. */
  refused: readonly { name: string; channelId?: string; fault: SetupFault }[];
  refusedFeeds: FeedImport['refused'];
}

/** Thrown to roll a trial import back. */
class Rehearsed extends Error {
  readonly report: SetupReport;
  constructor(report: SetupReport) {
    super('rehearsed');
    this.report = report;
  }
}

export function setupChanges(desk: Desk) {
  const { storage, undoable, preferences, prefer } = desk;
  return {
    /** What `importSetup` would do; changes nothing. */
    async tryImport(by: Changer, file: SetupFile, targets: Targets): Promise<SetupReport> {
      try {
        return await storage.transaction(async (trx) => {
          throw new Rehearsed(await takeIn(trx, by, file, targets, desk));
        });
      } catch (error) {
        if (error instanceof Rehearsed) return error.report;
        throw error;
      }
    },

    /**
     * Imports everything that can be imported, in one transaction. A channel of the file is then as the file says; what
     * the file doesn't name stays as it was.
     */
    async importSetup(by: Changer, file: SetupFile, targets: Targets): Promise<{ report: SetupReport; undo: Undo }> {
      await noteChanger(desk, by);
      const { result: report, undo } = await undoable(by, (trx) => takeIn(trx, by, file, targets, desk));
      const before = (await preferences.get(by.serverId)) ?? {};
      const logChannelId = targets.get(file.logChannel?.id ?? '') ?? before.logChannelId;
      const after = { ...before, zone: file.zone ?? before.zone, logChannelId };
      await prefer(by.serverId, (known) => ({ ...known, zone: after.zone, logChannelId }));
      return { report, undo: { ...undo, preferences: { before, after } } };
    },
  };
}

async function takeIn(trx: Records, by: Changer, file: SetupFile, targets: Targets, desk: Desk): Promise<SetupReport> {
  const refused: SetupReport['refused'][number][] = [];
  await refuseForeign(trx, by, [...targets.values(), ...file.alerts.map(({ id }) => id)]);
  const refuse: Refuse = (name, fault, channelId) => void refused.push({ name, fault, channelId });
  const { topicIds, ...topics } = await takeTopics(trx, by, file, desk, refuse);
  const own = await trx.own.topics(by.serverId);
  const labelOf = (id: string) => knownLabelOf(topicIds.get(id) ?? id, desk.topics, own);
  const listed = file.feeds.flatMap(({ url, title, topic }) => {
    if (labelOf(topic) !== undefined) return [{ url, title, folders: [topic] }];
    refuse(title ?? url, 'topic-gone');
    return [];
  });
  const feeds = await importInto(trx, by, listed, ([topic = '']) => labelOf(topic), desk);
  const mutes = await takeMutes(trx, by, file, desk.wall(), refuse);
  const channels = { added: 0, changed: 0 };
  for (const channel of file.channels) {
    const channelId = targets.get(channel.id);
    if (channelId === undefined) continue;
    const ids = channel.topics.flatMap((id) => {
      const label = labelOf(id);
      if (label === undefined)
        refuse(file.topics.find((topic) => topic.id === id)?.name ?? id, 'topic-gone', channelId);
      return label?.id ?? [];
    });
    if (ids.length === 0) continue;
    const outlets = await outletsKnown(trx, by, channel, desk, (name) => refuse(name, 'unknown-outlet', channelId));
    const isNew = await takeChannel(trx, by, { ...channel, id: channelId, topics: ids, ...outlets }, desk.wall());
    channels[isNew ? 'added' : 'changed'] += 1;
  }
  const alerts = await takeAlerts(trx, by, file, labelOf, desk.wall(), refuse);
  const logChannel = targets.has(file.logChannel?.id ?? '');
  return {
    topics,
    feeds: feeds.added.length,
    mutes,
    channels,
    alerts,
    logChannel,
    refused,
    refusedFeeds: feeds.refused,
  };
}

/** Sets alerts that differ from those here. Each alert has the id of a channel of this server. */
async function takeAlerts(
  trx: Records,
  by: Changer,
  { alerts, topics }: SetupFile,
  labelOf: (topicId: string) => TopicLabel | undefined,
  now: EpochMs,
  refuse: Refuse,
): Promise<SetupReport['alerts']> {
  const counts = { added: 0, changed: 0 };
  /** The forum's tags by this server's topic ids, without those of topics that are missing here. */
  const withIds = ({ tagIds, ...tags }: NonNullable<AlertRule['forum']>) => ({
    ...tags,
    tagIds: Object.fromEntries(
      Object.entries(tagIds).flatMap(([topic, tagId]) => {
        const label = labelOf(topic);
        return label === undefined ? [] : [[label.id, tagId] as const];
      }),
    ),
  });
  for (const { id: channelId, name, topic, words, language: locale, forum, ...given } of alerts) {
    const topicId = topic === undefined ? undefined : labelOf(topic)?.id;
    if (topic !== undefined && topicId === undefined) {
      // Without its topic, the rule would match every story.
      refuse(topics.find(({ id }) => id === topic)?.name ?? topic, 'topic-gone', channelId);
      continue;
    }
    try {
      const checked = words && checkedAlertWords(words);
      const rule = ruleOf({ topicId, words: checked, locale, ...given, forum: forum && withIds(forum) });
      const known = await trx.alerts.byChannel(channelId);
      if (known !== undefined && JSON.stringify(ruleOf(known)) === JSON.stringify(rule)) continue;
      await mayAddAlert(trx, by.serverId, channelId);
      await trx.alerts.save({ channelId, serverId: by.serverId, createdAt: now, ...rule });
      counts[known === undefined ? 'added' : 'changed'] += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, detail } = error;
      if (code === 'short-word') refuse(detail, code, channelId);
      else if (code === 'too-many-alerts') refuse(name, code, channelId);
      else refuse((words ?? []).join(', '), 'topic-words', channelId);
    }
  }
  return counts;
}

/** The rule with its keys in a fixed order and without empty ones, so that two rules can be compared as JSON. */
const ruleOf = ({
  topicId,
  words,
  locale,
  voices,
  perDay,
  quiet,
  zone,
  roleId,
  forum,
  thread,
  crosspost,
}: AlertRule): AlertRule => ({
  ...{ topicId, words, locale, voices, perDay, zone, roleId },
  quiet: quiet && { from: quiet.from, until: quiet.until },
  forum: forum && { tagIds: forum.tagIds, ...(forum.otherTagId ? { otherTagId: forum.otherTagId } : {}) },
  ...{ thread: thread || undefined, crosspost: crosspost || undefined },
});

type Refuse = (name: string, fault: SetupFault, channelId?: string) => void;

/** Matches own topics by name, else by id; `topicIds` maps ids in the file to ids here. */
async function takeTopics(trx: Records, by: Changer, file: SetupFile, { topics, wall }: Desk, refuse: Refuse) {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const topicIds = new Map<string, string>();
  const counts = { added: 0, changed: 0 };
  for (const { id, name, ...given } of file.topics) {
    try {
      // A topic without words is for feeds only.
      const words = given.all.length + given.any.length === 0 ? { all: [], any: [], not: [] } : checkedWords(given);
      if (topics.some(({ names }) => Object.values(names).some((known) => same(known, name))))
        throw new Refusal('topic-built-in', name);
      const own = await trx.own.topics(by.serverId);
      const known = own.find((topic) => same(topic.name, name)) ?? own.find((topic) => topic.id === id);
      if (known === undefined) {
        topicIds.set(id, (await newTopicIn(trx, by, name, words, wall())).id);
        counts.added += 1;
        continue;
      }
      topicIds.set(id, known.id);
      const topic: OwnTopicRecord = { ...known, name, words };
      if (JSON.stringify(topic) === JSON.stringify(known)) continue;
      await trx.own.saveTopic(topic, wall());
      counts.changed += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code } = error;
      refuse(name, code === 'topic-built-in' || code === 'too-many-topics' ? code : 'topic-words');
    }
  }
  return { topicIds, ...counts };
}

/** Mutes the file's words. A word that is muted already keeps its end. */
async function takeMutes(
  trx: Records,
  by: Changer,
  { mutes }: SetupFile,
  now: number,
  refuse: Refuse,
): Promise<number> {
  const known = new Set((await trx.own.mutes(by.serverId, now)).map(({ word }) => word.toLowerCase()));
  let added = 0;
  for (const { word, until } of mutes) {
    const expiresAt = until === undefined ? undefined : Date.parse(until);
    if (known.has(word.toLowerCase()) || (expiresAt !== undefined && expiresAt <= now)) continue;
    if (!isWord(word)) refuse(word, 'mute-word');
    else if (known.size >= limits.mutes) refuse(word, 'too-many-mutes');
    else {
      await trx.own.mute(by.serverId, word, expiresAt);
      known.add(word.toLowerCase());
      added += 1;
    }
  }
  return added;
}

type FileChannel = SetupFile['channels'][number];

/** The file's outlets that the catalogue or the server's own feeds have. */
async function outletsKnown(
  trx: Records,
  by: Changer,
  { muted, preferred }: FileChannel,
  { outletsById }: Desk,
  unknown: (outletId: string) => void,
): Promise<Pick<FileChannel, 'muted' | 'preferred'>> {
  const feeds = await Promise.all((await trx.own.feeds(by.serverId)).map(({ feedId }) => trx.feeds.byId(feedId)));
  const own = new Set(feeds.map((feed) => feed?.outletId));
  const known = (ids: readonly string[]) =>
    ids.filter((id) => {
      const isKnown = outletsById.has(id) || own.has(id);
      if (!isKnown) unknown(id);
      return isKnown;
    });
  return { muted: known(muted), preferred: known(preferred).filter((id) => !muted.includes(id)) };
}

/** Gives a channel the file's topics, schedule and outlets; no slot comes twice. True if it had no digest before. */
async function takeChannel(trx: Records, by: Changer, given: FileChannel, now: number): Promise<boolean> {
  const { id: channelId, topics, settings: schedule, paused } = given;
  const known = await trx.channels.byId(channelId);
  const lastClaimed = known === undefined ? await trx.deliveries.lastSlot(channelId, now) : lastClaimedOf(known);
  const next = nextSlot(schedule, {
    lastClaimed,
    lastLocalDate: known?.nextDate === undefined ? undefined : localDateAt(now, known.schedule.zone),
    change: { wasDue: known?.nextDueAt !== undefined && known.nextDueAt <= now },
    now,
  });
  const channel = { channelId, serverId: by.serverId, schedule, paused: paused && 'admin' };
  await trx.channels.save(channel, paused ? undefined : next, now, lastClaimed);
  if (paused) await trx.deliveries.dropUnattempted(channelId, ['running-digest'], 'paused by an admin');
  // Removes all topics first, so that the channel has them in the file's order.
  for (const topicId of await trx.channels.topicsOf(channelId)) await trx.channels.unsubscribe(channelId, topicId);
  await trx.channels.subscribe(channelId, by.serverId, topics, now);
  for (const { outletId } of await trx.outlets.ofChannel(channelId)) await trx.outlets.reset(channelId, outletId);
  for (const stance of ['muted', 'preferred'] as const) {
    for (const [at, outletId] of given[stance].entries()) await trx.outlets.set(channel, outletId, stance, now + at);
  }
  return known === undefined;
}
