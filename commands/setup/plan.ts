import { isDeepStrictEqual } from 'node:util';
import type { EpochMs } from '../../src/clock.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { refuseForeign } from '../../src/desk/foreign.ts';
import { limits } from '../../src/desk/limits.ts';
import { checkFeeds } from '../../src/desk/ownFeeds.ts';
import type { ServerPreferences } from '../../src/desk/preferences.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { checkedAlertWords, checkedWords, isWord, newTopic, same } from '../../src/desk/typedWords.ts';
import type { ChannelId, FeedId, OutletId, ServerId, TopicId } from '../../src/ids.ts';
import { knownLabelOf } from '../../src/newsroom/topics.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { AlertRecord, AlertRule } from '../../src/storage/records/servers/alerts.ts';
import type { Stance } from '../../src/storage/records/servers/outlets.ts';
import type { OwnTopicRecord } from '../../src/storage/records/servers/own.ts';
import type { Records } from '../../src/storage/storage.ts';
import type { SetupFault, SetupFile } from './file.ts';
import type { Places } from './places.ts';

const noWords = { all: [], any: [], not: [] };

interface Refused {
  fault: SetupFault;
  /** The part's name in the file, if it is not a whole channel. */
  name?: string;
  channelId?: ChannelId;
}

/** Returns the topic's id on this server. If it has none, reports that and returns undefined. */
type TopicIdOf = (id: string, where?: Pick<Refused, 'name' | 'channelId'>) => TopicId | undefined;

/** The changes that importing a file makes on a server, and the parts that can't be imported. */
export type SetupPlan = Awaited<ReturnType<typeof planSetup>>;

/** Checks a file against the server, which has the preferences `present`, and plans its import. Changes nothing. */
export async function planSetup(
  records: Records,
  by: Changer,
  file: SetupFile,
  places: Places,
  desk: Desk,
  present: ServerPreferences,
) {
  const now = desk.wall();
  const { serverId } = by;
  const placeIds = [...places.values()].map(({ id }) => id);
  await refuseForeign(records, by, placeIds);
  const refused: Refused[] = [];
  const { topics, own, idOf } = planTopics(file, by, await records.own.topics(serverId), desk, refused);
  const topicIdOf: TopicIdOf = (id, where) => {
    const label = knownLabelOf(idOf.get(id) ?? id, desk.topics, own);
    const name = file.topics.find((topic) => topic.id === id)?.name ?? id;
    if (label === undefined) refused.push({ fault: 'topic-gone', name, ...where });
    return label?.id;
  };
  const listed = file.feeds.flatMap(({ url, title, topic }) => {
    const topicId = topicIdOf(topic, { name: title ?? url });
    return topicId === undefined ? [] : [{ url, title, topicId }];
  });
  const { fitting, refused: refusedFeeds } = await checkFeeds(records, serverId, listed, desk);
  const ownFeeds = await Promise.all(
    (await records.own.feeds(serverId)).map(({ feedId }) => records.feeds.byId(feedId)),
  );
  const feedOf = new Map([
    ...ownFeeds.flatMap((feed) => (feed ? [[feed.url, feed.id] as const] : [])),
    ...fitting.map(({ listed, feed }) => [listed.url, feed.id] as const),
  ]);
  const outletIds = new Set([...ownFeeds, ...fitting.map(({ feed }) => feed)].map((feed) => feed?.outletId));
  const isOutlet = (outletId: OutletId) => desk.outletsById.has(outletId) || outletIds.has(outletId);
  const log = places.get(file.logChannel?.id ?? '');
  return {
    /** Topics that are new or change. */
    topics,
    feeds: fitting.map(({ feed, listed: { topicId } }) => ({ feed, topicId })),
    mutes: planMutes(file, await records.own.mutes(serverId, now), now, refused),
    channels: planChannels(file, places, await channelsOf(records, serverId), topicIdOf, isOutlet, refused),
    alerts: planAlerts(file, places, await records.alerts.ofServer(serverId), { topicIdOf, feedOf }, refused),
    zone: file.zone,
    logChannelId: log?.isForum || log?.id === present.logChannelId ? undefined : log?.id,
    refused,
    refusedFeeds,
  };
}

/**
 * Finds own topics by name, else by id. `own` are the server's topics after the import; `idOf` maps ids in the file to
 * the ids of these topics.
 */
function planTopics(
  { topics: given }: SetupFile,
  by: Changer,
  before: readonly OwnTopicRecord[],
  { topics: builtIn, wall }: Desk,
  refused: Refused[],
) {
  const own = [...before];
  const idOf = new Map<string, TopicId>();
  const topics: { topic: OwnTopicRecord; isNew: boolean }[] = [];
  for (const { id, name, ...typed } of given) {
    const refuse = (fault: SetupFault) => void refused.push({ fault, name });
    // A topic without words is for feeds only.
    const isForFeeds = typed.all.length + typed.any.length === 0;
    const words = isForFeeds ? noWords : checkedOr(checkedWords, typed, () => refuse('topic-words'));
    if (words === undefined) continue;
    const named = own.findIndex((topic) => same(topic.name, name));
    const at = named < 0 ? own.findIndex((topic) => topic.id === id) : named;
    const known = own[at];
    if (builtIn.some(({ names }) => Object.values(names).some((one) => same(one, name)))) refuse('topic-built-in');
    else if (known === undefined && own.length >= limits.topics) refuse('too-many-topics');
    else {
      const topic = known ? { ...known, name, words } : newTopic(by, name, words, wall());
      idOf.set(id, topic.id);
      if (JSON.stringify(topic) === JSON.stringify(known)) continue;
      own.splice(known ? at : own.length, 1, topic);
      topics.push({ topic, isNew: known === undefined });
    }
  }
  return { topics, own, idOf };
}

/** A word that is muted already keeps the end of its mute. */
function planMutes({ mutes }: SetupFile, known: readonly { word: string }[], now: EpochMs, refused: Refused[]) {
  const words = new Set(known.map(({ word }) => word.toLowerCase()));
  return mutes.flatMap(({ word, until }) => {
    const expiresAt = until === undefined ? undefined : Date.parse(until);
    if (words.has(word.toLowerCase()) || (expiresAt !== undefined && expiresAt <= now)) return [];
    const fault = !isWord(word) ? 'mute-word' : words.size >= limits.mutes ? 'too-many-mutes' : undefined;
    if (fault !== undefined) refused.push({ fault, name: word });
    else words.add(word.toLowerCase());
    return fault === undefined ? [{ word, expiresAt }] : [];
  });
}

/** What a channel has of a set-up. */
interface ChannelPart {
  topicIds: readonly TopicId[];
  schedule: Schedule;
  paused: boolean;
  muted: readonly OutletId[];
  preferred: readonly OutletId[];
}

/** The server's channels as they are. */
async function channelsOf(records: Records, serverId: ServerId): Promise<Map<ChannelId, ChannelPart>> {
  const known = new Map<ChannelId, ChannelPart>();
  for (const { channelId, schedule, paused } of await records.channels.ofServer(serverId)) {
    const topicIds = await records.channels.topicsOf(channelId);
    const outlets = Map.groupBy(await records.outlets.ofChannel(channelId), ({ stance }) => stance);
    const idsOf = (stance: Stance) => (outlets.get(stance) ?? []).map(({ outletId }) => outletId);
    const stances = { muted: idsOf('muted'), preferred: idsOf('preferred') };
    known.set(channelId, { topicIds, schedule, paused: paused === 'admin', ...stances });
  }
  return known;
}

/** A value as it is stored, without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Whether nothing of the channel would change. */
const isSameChannel = (one: ChannelPart, other: ChannelPart | undefined): boolean =>
  other !== undefined && isDeepStrictEqual(plain(one), plain(other));

function planChannels(
  { channels }: SetupFile,
  places: Places,
  known: ReadonlyMap<ChannelId, ChannelPart>,
  topicIdOf: TopicIdOf,
  isOutlet: (outletId: OutletId) => boolean,
  refused: Refused[],
) {
  return channels.flatMap(({ id, topics, settings, paused, muted, preferred }) => {
    const { id: channelId, isForum, mayThread } = places.get(id) ?? {};
    if (channelId === undefined || isForum) return [];
    const topicIds = topics.flatMap((topic) => topicIdOf(topic, { channelId }) ?? []);
    if (topicIds.length === 0) return [];
    const isKnown = (outletId: OutletId) => {
      if (!isOutlet(outletId)) refused.push({ fault: 'unknown-outlet', name: outletId, channelId });
      return isOutlet(outletId);
    };
    const schedule: Schedule = settings.thread === 'on' && !mayThread ? { ...settings, thread: 'off' } : settings;
    const outlets = { muted: muted.filter(isKnown), preferred: preferred.filter(isKnown) };
    const part = { topicIds, schedule, paused: paused === true, ...outlets };
    if (isSameChannel(part, known.get(channelId))) return [];
    return [{ channelId, isNew: !known.has(channelId), ...part }];
  });
}

function planAlerts(
  { alerts }: SetupFile,
  places: Places,
  known: readonly AlertRecord[],
  { topicIdOf, feedOf }: { topicIdOf: TopicIdOf; feedOf: ReadonlyMap<string, FeedId> },
  refused: Refused[],
) {
  let count = known.length;
  return alerts.flatMap(
    ({ id, name, topic, words: typed, feeds, language: locale, voices, perDay, quiet, zone, ...alert }) => {
      const { id: channelId, isForum, isAnnouncement, mayThread } = places.get(id) ?? {};
      if (channelId === undefined) return [];
      const refuse = (fault: SetupFault, named?: string) => void refused.push({ fault, name: named, channelId });
      const topicId = topic && topicIdOf(topic, { channelId });
      // Without its topic, the rule would match every story.
      if (topic !== topicId && topicId === undefined) return [];
      const words = typed && alertWords(typed, refuse);
      if (typed !== undefined && words === undefined) return [];
      const feedIds = feeds?.flatMap((url) => feedOf.get(url) ?? []);
      if (hasNoFeed(voices, feedIds, feedOf)) return refuse('no-own-feeds') ?? [];
      const before = known.find((rule) => rule.channelId === channelId);
      if (before === undefined && count >= limits.alerts) return refuse('too-many-alerts', name) ?? [];
      const { roleId, forum } = roleAndTags(alert.roleId, isForum, before, refuse);
      const thread = alert.thread === true && !isForum && mayThread === true;
      const crosspost = alert.crosspost === true && isAnnouncement === true;
      const { silent } = alert;
      const about = { topicId, words, feedIds, locale, voices, perDay, quiet, zone };
      const rule = { ...about, roleId, forum, thread, crosspost, silent };
      if (isSameRule(rule, before)) return [];
      if (before === undefined) count += 1;
      return [{ channelId, isNew: before === undefined, rule }];
    },
  );
}

/** Whether a rule about own feeds would tell nothing. */
const hasNoFeed = (voices: number, feedIds: readonly FeedId[] | undefined, feedOf: ReadonlyMap<string, FeedId>) =>
  voices === 1 && (feedIds === undefined ? feedOf.size : feedIds.length) === 0;

/** An alert keeps the role and tags that it has here; those of the file may be another server's. */
function roleAndTags(
  givenRoleId: string | undefined,
  isForum: boolean | undefined,
  { roleId, forum }: Partial<AlertRecord> = {},
  refuse: (fault: SetupFault) => void,
) {
  if (givenRoleId !== undefined && roleId === undefined) refuse('alert-role');
  if (!isForum) return { roleId };
  if (forum === undefined) refuse('alert-tags');
  return { roleId, forum: forum ?? { tagIds: {} } };
}

/** The checked words of an alert; undefined if they are refused. */
function alertWords(typed: readonly string[], refuse: (fault: SetupFault, named: string) => void) {
  return checkedOr(checkedAlertWords, typed, ({ code, detail }) =>
    code === 'short-word' ? refuse(code, detail) : refuse('topic-words', typed.join(', ')),
  );
}

function isSameRule(rule: AlertRule, before: Partial<AlertRecord> = {}): boolean {
  const { channelId: _, serverId: __, createdAt: ___, ...known } = before;
  return isDeepStrictEqual(plain(rule), known);
}

/** The checked words; undefined if they are refused. */
function checkedOr<Given, Checked>(
  check: (given: Given) => Checked,
  given: Given,
  refuse: (refusal: Refusal) => void,
): Checked | undefined {
  try {
    return check(given);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(error);
    return undefined;
  }
}
