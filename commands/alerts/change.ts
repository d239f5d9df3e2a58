import { isDeepStrictEqual } from 'node:util';
import type { EpochMs } from '../../src/clock.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { refuseForeign } from '../../src/desk/foreign.ts';
import { limits } from '../../src/desk/limits.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { roleOpensSubject } from '../../src/desk/serverEvents.ts';
import { checkedAlertWords } from '../../src/desk/typedWords.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import type { ChannelId, FeedId, ServerId, TopicId } from '../../src/ids.ts';
import { createTickCache } from '../../src/newsroom/tickCache.ts';
import { knownLabelOf, labelOf } from '../../src/newsroom/topics.ts';
import { openNotice, subjectOf } from '../../src/outbox/notices.ts';
import { hasten } from '../../src/reading/paces.ts';
import { parseQuietHours, type QuietHours } from '../../src/schedule/quietHours.ts';
import { zoneOfLocale } from '../../src/schedule/zones.ts';
import { type AlertRecord, type AlertRule, isOfItems } from '../../src/storage/records/servers/alerts.ts';
import type { Records } from '../../src/storage/storage.ts';
import { type AlertView, alertQuestions } from './ask.ts';
import { newestFor } from './items/wanted.ts';

/** An admin's changes to a rule. An absent value stays, or gets its default (`forum` is removed); null removes it. */
export interface TypedAlert extends Partial<Pick<AlertRule, 'voices' | 'perDay' | 'forum' | 'thread' | 'crosspost'>> {
  topicId?: TopicId | null;
  /** Words separated by commas; “-word” excludes a word. */
  words?: string | null;
  feedIds?: readonly FeedId[] | null;
  quiet?: string | null;
  roleId?: string | null;
  locale?: string | null;
  silent?: 'never' | NonNullable<AlertRule['silent']>;
}

export const silentChoices = ['never', 'always', 'quiet'] as const satisfies TypedAlert['silent'][];

/** A channel's rule before and after a change. */
export interface AlertChange {
  alert: AlertView;
  /** Absent if the channel had no rule. */
  before?: AlertView;
  undo: Undo;
}

export const voicesIfUnsaid = 3;
/** Default for the maximum number of messages a day: 20 for items of own feeds (`voices` is 1), 5 for stories. */
const perDayIfUnsaid = (voices: number) => (voices === 1 ? 20 : 5);

export function alertChanges(desk: Desk) {
  const { storage, preferences, topics, wall, undoable } = desk;
  const { records } = storage;

  const zoneFor = async (by: Changer, channelId: ChannelId): Promise<string> => {
    const channel = await records.channels.byId(channelId);
    return channel?.schedule.zone ?? (await preferences.get(by.serverId))?.zone ?? zoneOfLocale(by.serverLocale);
  };

  return {
    /** Changes the channel's alert rule, or makes one. Throws Refusal. */
    async setAlert(by: Changer, channelId: ChannelId, typed: TypedAlert): Promise<AlertChange> {
      const { serverId } = by;
      const own = await records.ownTopicsAndFeeds.topics(serverId);
      if (typed.topicId && knownLabelOf(typed.topicId, topics, own) === undefined) throw new Refusal('topic-gone');
      const nameOf = (id: TopicId | undefined) => (id === undefined ? '' : labelOf(id, topics, own).names.en);
      const zone = await zoneFor(by, channelId);
      const before = await desk.use(alertQuestions).alert(serverId, channelId);
      const save = async (trx: Records) => {
        await refuseForeign(trx, by, [channelId]);
        await mayAddAlert(trx, serverId, channelId);
        const known = await trx.alerts.byChannel(channelId);
        const rule = changed(known, typed, zone);
        const record = { channelId, serverId, createdAt: startOf(known, rule, wall()), ...rule };
        if (isOfItems(record)) await readSoon(trx, record, nameOf(record.topicId), wall());
        await trx.alerts.save(record);
      };
      const { undo } = await undoable(by, save);
      // Ends the notices about the channel's threads and role. A problem that persists opens a new one.
      const subjects = [subjectOf('thread', channelId), subjectOf('role', channelId), roleOpensSubject(channelId)];
      for (const subject of subjects) await records.servers.noticeOver(serverId, subject, wall());
      const alert = await desk.use(alertQuestions).alert(serverId, channelId);
      if (alert === undefined) throw new Error('the alert is gone');
      return { alert, before, undo };
    },

    /**
     * Lets the channel get each new item of one more own feed. Throws Refusal, also if the channel gets other alerts,
     * since a channel has one rule.
     */
    async addFeedAtOnce(by: Changer, channelId: ChannelId, feedId: FeedId, typed: TypedAlert): Promise<AlertChange> {
      const own = await records.ownTopicsAndFeeds.feeds(by.serverId);
      const feed = own.find((one) => one.feedId === feedId);
      if (feed === undefined) throw new Refusal('feed-unknown', feedId);
      const known = await records.alerts.byChannel(channelId);
      if (known === undefined) return this.setAlert(by, channelId, { ...typed, voices: 1, feedIds: [feedId] });
      if (known.serverId !== by.serverId || !isOfItems(known)) throw new Refusal('other-alert');
      if ((await records.itemAlerts.coveredBy(known)).includes(feedId)) throw new Refusal('feed-at-once');
      if (known.feedIds === undefined) throw new Refusal('other-alert');
      const had = known.feedIds.filter((id) => own.some((one) => one.feedId === id));
      return this.setAlert(by, channelId, { ...typed, feedIds: [...had, feedId] });
    },

    /** Queues the newest item that the channel lacks, and returns its title. Throws Refusal if there is none. */
    async postNewest(by: Changer, channelId: ChannelId): Promise<string> {
      const rule = await records.alerts.byChannel(channelId);
      if (rule?.serverId !== by.serverId || !isOfItems(rule)) throw new Refusal('no-alert');
      const newest = await newestFor(createTickCache(records, desk.outletsById), rule, wall());
      if (newest === undefined) throw new Refusal('no-newest');
      await records.itemAlerts.requeue([{ ...newest.arrival, dueAt: wall() }]);
      return newest.article.title;
    },

    removeAlert: (by: Changer, channelId: ChannelId) =>
      undoable(by, async (trx) => {
        if ((await trx.alerts.byChannel(channelId))?.serverId !== by.serverId) throw new Refusal('no-alert');
        await trx.alerts.remove(channelId);
        await trx.deliveries.dropUnattempted(channelId, ['alerts'], 'alerts-off');
        if ((await trx.channels.byId(channelId)) === undefined)
          await trx.servers.channelNoticesDropped(by.serverId, channelId, wall());
      }),

    /**
     * Notes that somebody pressed **Notify me**. `opensId`: a channel that gives the role permissions, so nobody gets
     * the role. Admins get one notice about that, and no other until somebody has got the role.
     */
    async rolePressed(serverId: ServerId, channelId: ChannelId, opensId: string | undefined): Promise<void> {
      const subject = roleOpensSubject(channelId);
      if (opensId === undefined) return void (await records.servers.noticeOver(serverId, subject, wall()));
      await storage.transaction(async (trx) => {
        const rule = await trx.alerts.byChannel(channelId);
        if (rule?.serverId !== serverId || rule.roleId === undefined) return;
        const notice = { kind: 'role-opens', channelId, roleId: rule.roleId, opensId } as const;
        await openNotice(trx, serverId, subject, wall(), notice);
      });
    },
  };
}

/** The rule after the change. Throws Refusal. */
function changed(known: AlertRule | undefined, typed: TypedAlert, zone: string): AlertRule {
  const kept = <Value>(given: Value | null | undefined, before: Value | undefined): Value | undefined =>
    given === undefined ? before : (given ?? undefined);
  if (typed.feedIds && typed.topicId) throw new Refusal('feed-or-topic');
  const voices = typed.voices ?? (typed.feedIds === undefined ? (known?.voices ?? voicesIfUnsaid) : 1);
  if (voices > 1 && typed.feedIds) throw new Refusal('feed-at-one-voice');
  const isKnownKind = known !== undefined && (known.voices === 1) === (voices === 1);
  const words = kept(
    read(typed.words, (listed) => listed.split(',')),
    known?.words,
  );
  const about = {
    topicId: typed.feedIds ? undefined : kept(typed.topicId, known?.topicId),
    words: words && checkedAlertWords(words, voices === 1),
    feedIds: typed.topicId || voices > 1 ? undefined : kept(typed.feedIds, known?.feedIds),
  };
  const quiet = kept(read(typed.quiet, quietHoursOf), known?.quiet);
  return {
    ...(voices > 1 ? topicOrWords(about, typed) : about),
    voices,
    quiet,
    locale: kept(typed.locale, known?.locale),
    perDay: typed.perDay ?? (isKnownKind ? known.perDay : perDayIfUnsaid(voices)),
    zone: known === undefined || typed.quiet ? zone : known.zone,
    roleId: kept(typed.roleId, known?.roleId),
    forum: typed.forum,
    thread: typed.thread ?? known?.thread,
    crosspost: typed.crosspost ?? known?.crosspost,
    silent: silentOf(typed.silent ?? known?.silent, quiet, typed),
  };
}

/** The rule's new `silent`. 'quiet' goes with the quiet hours. Throws Refusal if it is typed without quiet hours. */
function silentOf(silent: TypedAlert['silent'], quiet: QuietHours | undefined, typed: TypedAlert) {
  if (silent === 'quiet' && quiet === undefined) {
    if (typed.silent === 'quiet') throw new Refusal('no-quiet-hours');
    return undefined;
  }
  return silent === 'never' ? undefined : silent;
}

const read = <Value>(typed: string | null | undefined, value: (typed: string) => Value): Value | null | undefined =>
  typed ? value(typed) : typed === undefined ? undefined : null;

function quietHoursOf(typed: string): QuietHours {
  const quiet = parseQuietHours(typed);
  if (quiet === undefined) throw new Refusal('unknown-quiet', typed);
  return quiet;
}

/** A rule about stories can't have topic and words: the typed one stays. Throws Refusal if both or none was typed. */
function topicOrWords<About extends Pick<AlertRule, 'topicId' | 'words'>>(about: About, typed: TypedAlert): About {
  if (about.topicId === undefined || about.words === undefined) return about;
  if (Boolean(typed.topicId) === Boolean(typed.words)) throw new Refusal('topic-or-words');
  return { ...about, [typed.topicId ? 'words' : 'topicId']: undefined };
}

/** When the rule begins to count news. Stays if its subject does, so news held back in quiet hours counts. */
function startOf(known: AlertRecord | undefined, rule: AlertRule, now: EpochMs): EpochMs {
  const about = ({ topicId, words, feedIds, voices }: AlertRule) => [topicId, words, feedIds, voices];
  return known !== undefined && isDeepStrictEqual(about(known), about(rule)) ? known.createdAt : now;
}

/** Polls the feeds of a rule soon if its subject is new. Throws Refusal if the rule covers no feed. */
async function readSoon(trx: Records, rule: AlertRecord, topic: string, now: EpochMs): Promise<void> {
  const feedIds = await trx.itemAlerts.coveredBy(rule);
  if (feedIds.length === 0) throw new Refusal('no-own-feeds', topic);
  if (rule.createdAt === now) await hasten(trx, feedIds, now);
}

/** Throws Refusal if the channel has no rule yet and the server has reached its limit. */
async function mayAddAlert({ alerts }: Records, serverId: ServerId, channelId: ChannelId): Promise<void> {
  const others = (await alerts.ofServer(serverId)).filter((one) => one.channelId !== channelId);
  if (others.length >= limits.alerts) throw new Refusal('too-many-alerts', String(limits.alerts));
}
