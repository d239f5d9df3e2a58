import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { refuseForeign } from '../../src/desk/foreign.ts';
import { limits } from '../../src/desk/limits.ts';
import { noteChanger } from '../../src/desk/preferences.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { roleOpensSubject } from '../../src/desk/serverEvents.ts';
import { checkedAlertWords } from '../../src/desk/typedWords.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import type { ChannelId, ServerId, TopicId } from '../../src/ids.ts';
import { knownLabelOf } from '../../src/newsroom/topics.ts';
import { openNotice, subjectOf } from '../../src/outbox/notices.ts';
import { parseQuietHours } from '../../src/schedule/quietHours.ts';
import { zoneOfLocale } from '../../src/schedule/zones.ts';
import type { AlertRule } from '../../src/storage/records/servers/alerts.ts';
import type { Records } from '../../src/storage/storage.ts';
import { type AlertView, alertQuestions } from './ask.ts';

/** An alert as an admin typed it. */
export interface TypedAlert extends Pick<AlertRule, 'locale' | 'forum' | 'thread' | 'crosspost'> {
  topicId?: TopicId;
  /** Words separated by commas. */
  words?: string;
  voices?: number;
  perDay?: number;
  quiet?: string;
  roleId?: string;
}

const defaults = { voices: 3, perDay: 5 } as const;

export function alertChanges(desk: Desk) {
  const { storage, preferences, topics, wall, undoable } = desk;
  const { records } = storage;
  return {
    /** Replaces the channel's alert rule. Values that are left out get their defaults. */
    async setAlert(by: Changer, channelId: ChannelId, typed: TypedAlert): Promise<{ alert: AlertView; undo: Undo }> {
      await noteChanger(desk, by);
      const { topicId, roleId, forum, thread, crosspost, voices = defaults.voices, perDay = defaults.perDay } = typed;
      const { serverId } = by;
      if (topicId !== undefined && knownLabelOf(topicId, topics, await records.own.topics(serverId)) === undefined)
        throw new Refusal('topic-gone');
      const words = typed.words === undefined ? undefined : checkedAlertWords(typed.words.split(','));
      const quiet = typed.quiet === undefined ? undefined : parseQuietHours(typed.quiet);
      if (typed.quiet !== undefined && quiet === undefined) throw new Refusal('unknown-quiet', typed.quiet);
      const channel = await records.channels.byId(channelId);
      const zone = channel?.schedule.zone ?? (await preferences.get(serverId))?.zone ?? zoneOfLocale(by.serverLocale);
      const { locale } = typed;
      const rule = { topicId, words, locale, voices, perDay, quiet, zone, roleId, forum, thread, crosspost };
      const save = async (trx: Records) => {
        await refuseForeign(trx, by, [channelId]);
        await mayAddAlert(trx, serverId, channelId);
        await trx.alerts.save({ channelId, serverId, createdAt: wall(), ...rule });
      };
      const { undo } = await undoable(by, save);
      // Ends the notice, so that an admin is told again if threads are still not allowed.
      await records.servers.noticeOver(serverId, subjectOf('thread', channelId), wall());
      for (const subject of [subjectOf('role', channelId), roleOpensSubject(channelId)])
        await records.servers.noticeOver(serverId, subject, wall());
      const shown = (await desk.of(alertQuestions).alerts(serverId)).find((one) => one.channelId === channelId);
      if (shown === undefined) throw new Error('the alert is gone');
      return { alert: shown, undo };
    },

    async removeAlert(by: Changer, channelId: ChannelId): Promise<Undo> {
      await noteChanger(desk, by);
      const { undo } = await undoable(by, async (trx) => {
        if ((await trx.alerts.byChannel(channelId))?.serverId !== by.serverId) throw new Refusal('no-alert');
        await trx.alerts.remove(channelId);
        await trx.deliveries.dropUnattempted(channelId, ['alerts'], 'its channel gets no more alerts');
        if ((await trx.channels.byId(channelId)) === undefined)
          await trx.servers.channelNoticesDropped(by.serverId, channelId, wall());
      });
      return undo;
    },

    /**
     * Notes that somebody pressed the button for the role of the channel's alerts. `opensId` is a channel that allows
     * the role something: then nobody gets the role, and an admin is told once until somebody gets it again.
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

/** Throws Refusal if the channel has no alert yet and the server has reached its limit. */
async function mayAddAlert({ alerts }: Records, serverId: ServerId, channelId: ChannelId): Promise<void> {
  const others = (await alerts.ofServer(serverId)).filter((one) => one.channelId !== channelId);
  if (others.length >= limits.alerts) throw new Refusal('too-many-alerts', String(limits.alerts));
}
