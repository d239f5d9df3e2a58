import type { EpochMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { messageLink } from '../../src/desk/messageLink.ts';
import { statusQuestions } from '../../src/desk/status.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { type Entry, listed } from '../../src/discord/cards/lists.ts';
import { accent, container, type MessageBody, mention, message, moment, text } from '../../src/discord/cards/parts.ts';
import type { Command } from '../../src/discord/command.ts';
import { changerOf } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { ServerId } from '../../src/ids.ts';
import type { DeliveryRecord } from '../../src/storage/records/outbox/delivery.ts';
import type { SkippedSlot } from '../../src/storage/records/outbox/log.ts';
import type { DropReason } from '../../src/storage/records/outbox/outbox.ts';
import type { DeliveryState } from '../../src/storage/schema.ts';
import { statusCard } from './card.ts';

/** A delivery, or consecutive skipped slots. `problem` is the latest one, as the outbox stores it. */
export interface LoggedDelivery extends Pick<DeliveryRecord, 'dueAt' | 'channelId' | 'kind' | 'sentAt' | 'problem'> {
  /** 'part': only a part was sent. 'quiet' and 'late': a skipped slot. 'held': items of own feeds wait. */
  state: DeliveryState | 'part' | 'held' | SkippedSlot['reason'];
  /** Number of consecutive skipped slots, or of held items; 1 for a delivery. */
  count: number;
  /** The address of its first message. */
  url?: string;
  /** Number of repeated attempts, and when the next one is, if it lies in the future. */
  retries: number;
  nextTryAt?: EpochMs;
}

const loggedMax = 20;

export const deliveryQuestions = (desk: Desk) => ({
  /** Own feeds' items that are held back, then the server's last deliveries and runs of skipped slots: 20 in all. */
  async deliveries(serverId: ServerId): Promise<LoggedDelivery[]> {
    // '' means the direct messages of all members.
    if (serverId === '') return [];
    const { outboxLog, itemAlerts } = desk.storage.records;
    const held = await itemAlerts.held(serverId, desk.wall());
    const waiting = held.map((one) => ({ ...one, kind: 'item', state: 'held' as const, retries: 0 }));
    const sent = (await outboxLog.deliveries(serverId, loggedMax)).map((delivery) => logged(desk, delivery));
    const skipped = (await outboxLog.skippedSlots(serverId, loggedMax)).map(
      ({ dueAt, channelId, reason: state, count }) => ({ dueAt, channelId, kind: 'daily', state, count, retries: 0 }),
    );
    return [...waiting, ...sent, ...skipped].sort((a, b) => b.dueAt - a.dueAt).slice(0, loggedMax);
  },
});

function logged(desk: Desk, delivery: DeliveryRecord): LoggedDelivery {
  const { dueAt, channelId, kind, state, sentAt, attempts, messageIds, payloads, nextTryAt, problem } = delivery;
  const [first] = messageIds;
  return {
    dueAt,
    channelId,
    kind,
    sentAt,
    problem,
    count: 1,
    state: state === 'sent' && messageIds.length < payloads.length ? 'part' : state,
    url: first === undefined ? undefined : messageLink(desk, delivery, first),
    retries: Math.max(0, attempts - Math.max(1, messageIds.length)),
    nextTryAt: state === 'pending' && nextTryAt > desk.wall() ? nextTryAt : undefined,
  };
}

const { managed, sub } = localizer((texts) => texts.status.command);

export default {
  data: managed()
    .addSubcommand((now) => sub(now, 'now'))
    .addSubcommand((deliveries) => sub(deliveries, 'deliveries')),
  audience: 'managers',

  execute: async ({ interaction, answer, desk, texts }) => {
    const { serverId } = changerOf(interaction);
    if (interaction.options.getSubcommand() === 'deliveries')
      return answer.show(deliveriesCard(await desk.use(deliveryQuestions).deliveries(serverId), texts));
    await answer.show(statusCard(await desk.use(statusQuestions).status(serverId), texts));
  },
} satisfies Command;

/** The server's last deliveries: each with its message, or why there is none. */
export function deliveriesCard(deliveries: readonly LoggedDelivery[], texts: Texts): MessageBody {
  const say = texts.status.deliveries;
  if (deliveries.length === 0) return message([text(`## ${say.heading}\n${say.none}`)]);
  const lines = deliveries.map((one) => entryOf(one, texts));
  return message([container(accent, [text(listed(`## ${say.heading}\n-# ${say.newest}`, lines, texts))])]);
}

const isFine = ({ state }: LoggedDelivery) => ['sent', 'quiet', 'pending', 'held'].includes(state);

function entryOf(delivery: LoggedDelivery, texts: Texts): Entry {
  const say = texts.status.deliveries;
  const { dueAt, channelId, kind, state, count, url, sentAt, retries, nextTryAt, problem } = delivery;
  const kinds: Readonly<Record<string, string>> = say.kinds;
  const channel = (problem === 'channel-gone' ? mention.goneChannel : mention.channel)(channelId);
  const became = state === 'late' || state === 'held' ? say[state]({ count }) : say.states[state];
  const short = [
    `${isFine(delivery) && problem === undefined ? '' : '⚠️ '}${moment(dueAt, 'f')}`,
    `**${kinds[kind] ?? say.message}** ${say.in({ channel })}`,
    url === undefined ? became : `[${became}](${url})`,
    ...(sentAt !== undefined && sentAt - dueAt >= lateMs ? [moment(sentAt, 't')] : []),
    ...(retries > 0 ? [say.retries({ count: retries })] : []),
    ...(nextTryAt === undefined ? [] : [say.next({ relative: moment(nextTryAt, 'R') })]),
  ].join(' · ');
  const reason = reasonOf(problem, texts);
  return reason === '' ? short : { full: `${short}\n-# ${reason}`, short };
}

/** A message posted at least this long after it was due is listed with the time of posting. */
const lateMs = 120_000;

/** Why a message is not sent; '' if nothing went wrong, or the state says it already. */
function reasonOf(problem: string | undefined, texts: Texts): string {
  if (problem === undefined) return '';
  const say = texts.status.deliveries;
  const dropped: Readonly<Record<DropReason, string>> = say.dropped;
  const known: Readonly<Record<string, string>> = { ...texts.errors.reasons, ...dropped, ...say.reasons };
  return known[problem] ?? say.answered({ words: escapeMarkdown(problem, 150) });
}
