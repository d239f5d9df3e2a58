import { knownLabelOf } from '../../newsroom/topics.ts';
import { openNotice, subjectOf } from '../../outbox/notices.ts';
import { parseQuietHours } from '../../schedule/quietHours.ts';
import { zoneOfLocale } from '../../schedule/zones.ts';
import type { AlertRecord, AlertRule } from '../../storage/records/alerts.ts';
import type { Records } from '../../storage/storage.ts';
import type { AlertView } from '../questions/alerts.ts';
import { Refusal } from '../refusal.ts';
import { checkedAlertWords } from './ownSources.ts';
import { type ChangeParts, type Changer, limits, noteChanger, refuseForeign } from './parts.ts';
import type { Undo } from './undo.ts';

/** An alert as an admin typed it. */
export interface TypedAlert extends Pick<AlertRule, 'locale' | 'forum' | 'thread' | 'crosspost'> {
  topicId?: string;
  /** Words separated by commas. */
  words?: string;
  voices?: number;
  perDay?: number;
  quiet?: string;
  roleId?: string;
}

const roleOpensSubject = (channelId: string) => subjectOf('role', channelId, 'opens');

const defaults = { voices: 3, perDay: 5 } as const;

/** Throws Refusal if the channel has no alert yet and the server has reached its limit. */
export async function mayAddAlert({ alerts }: Records, serverId: string, channelId: string): Promise<void> {
  const others = (await alerts.ofServer(serverId)).filter((one) => one.channelId !== channelId);
  if (others.length >= limits.alerts) throw new Refusal('too-many-alerts', String(limits.alerts));
}

export function createAlertChanges(parts: ChangeParts) {
  const { storage, preferences, topics, wall, ask, undoable } = parts;
  const { records } = storage;
  return {
    /** Replaces the channel's alert rule. Values that are left out get their defaults. */
    async setAlert(by: Changer, channelId: string, typed: TypedAlert): Promise<{ alert: AlertView; undo: Undo }> {
      await noteChanger(parts, by);
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
      const shown = (await ask.alerts(serverId)).find((one) => one.channelId === channelId);
      if (shown === undefined) throw new Error('the alert is gone');
      return { alert: shown, undo };
    },

    async removeAlert(by: Changer, channelId: string): Promise<Undo> {
      await noteChanger(parts, by);
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
    async rolePressed(serverId: string, channelId: string, opensId: string | undefined): Promise<void> {
      const subject = roleOpensSubject(channelId);
      if (opensId === undefined) return void (await records.servers.noticeOver(serverId, subject, wall()));
      await storage.transaction(async (trx) => {
        const rule = await trx.alerts.byChannel(channelId);
        if (rule?.serverId !== serverId || rule.roleId === undefined) return;
        const notice = { kind: 'role-opens', channelId, roleId: rule.roleId, opensId } as const;
        await openNotice(trx, serverId, subject, wall(), notice);
      });
    },

    /** Removes deleted roles from the alerts of a server, or of all servers, and opens one notice for each. */
    async rolesGone(isGone: (serverId: string, roleId: string) => boolean, serverId?: string): Promise<void> {
      const hasGone = (rule?: AlertRecord) => rule?.roleId !== undefined && isGone(rule.serverId, rule.roleId);
      const rules = await (serverId === undefined ? records.alerts.listPresent() : records.alerts.ofServer(serverId));
      for (const { channelId } of rules.filter(hasGone)) {
        await storage.transaction(async (trx) => {
          const rule = await trx.alerts.byChannel(channelId);
          if (rule === undefined || !hasGone(rule)) return;
          const { roleId: _gone, ...rest } = rule;
          await trx.alerts.save(rest);
          await trx.servers.noticeOver(rule.serverId, roleOpensSubject(channelId), wall());
          const notice = { kind: 'role-gone', channelId } as const;
          await openNotice(trx, rule.serverId, subjectOf('role', channelId), wall(), notice);
        });
      }
    },
  };
}
