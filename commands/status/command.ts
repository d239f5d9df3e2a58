import { statusQuestions } from '../../src/desk/status.ts';
import { changerOf } from '../../src/discord/asking.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { type Entry, listed } from '../../src/discord/cards/lists.ts';
import { accent, container, type MessageBody, mention, message, moment, text } from '../../src/discord/cards/parts.ts';
import type { Command } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { DropReason } from '../../src/storage/records/outbox/outbox.ts';
import { deliveryQuestions, type LoggedDelivery } from './ask.ts';
import { statusCard } from './card.ts';

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

const isFine = ({ state }: LoggedDelivery) => state === 'sent' || state === 'quiet' || state === 'pending';

function entryOf(delivery: LoggedDelivery, texts: Texts): Entry {
  const say = texts.status.deliveries;
  const { dueAt, channelId, kind, state, count, url, sentAt, retries, nextTryAt, problem } = delivery;
  const kinds: Readonly<Record<string, string>> = say.kinds;
  const channel = (problem === 'channel-gone' ? mention.goneChannel : mention.channel)(channelId);
  const became = state === 'late' ? say.late({ count }) : say.states[state];
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

/** A message later than this after its time is listed with the time of posting. */
const lateMs = 120_000;

/** Why a message is not sent; '' if nothing went wrong, or the state says it already. */
function reasonOf(problem: string | undefined, texts: Texts): string {
  if (problem === undefined) return '';
  const say = texts.status.deliveries;
  const dropped: Readonly<Record<DropReason, string>> = say.dropped;
  const known: Readonly<Record<string, string>> = { ...texts.errors.reasons, ...dropped, ...say.reasons };
  return known[problem] ?? say.answered({ words: escapeMarkdown(problem, 150) });
}
