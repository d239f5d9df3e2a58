import type { Status } from '../../src/desk/status.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { charactersLeft, listed } from '../../src/discord/cards/lists.ts';
import { warningsMarkdown } from '../../src/discord/cards/notice.ts';
import { accent, container, type MessageBody, message, moment, text } from '../../src/discord/cards/parts.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { signals } from '../../src/web/signals.ts';
import { wordsIn } from './words.ts';

/** The card of /status: whether everything runs. */
export function statusCard(status: Status, texts: Texts): MessageBody {
  const say = wordsIn(texts);
  const warnings = warningsMarkdown(status.notices, texts);
  const digests = [
    ...(status.lastDigestAt === undefined ? [] : [say.lastDigest(moment(status.lastDigestAt, 'R'))]),
    status.nextDigestAt === undefined ? say.noDigest : say.nextDigest(moment(status.nextDigestAt, 'R')),
    ...(status.pendingDeliveries > 0 ? [say.pending(status.pendingDeliveries)] : []),
  ];
  const reading = [
    say.outlets(status.outletsAnswered, status.outletsAll),
    ...(status.lastPollAt === undefined ? [] : [say.lastPoll(moment(status.lastPollAt, 'R'))]),
  ];
  const state = [
    `## ${say.heading(escapeMarkdown(status.version, 40))}`,
    digests.join(' · '),
    reading.join(' · '),
    [
      say.stories(status.stories, status.articles),
      ...(status.corrections ? [say.corrections(status.corrections)] : []),
    ].join(' · '),
    ...declinedLine(status, texts),
    `-# ${[say.up(moment(status.startedAt, 'R')), ...processesLine(status, texts)].join(' · ')}`,
  ].join('\n');
  const failing = status.failing.map(
    ({ outlet, ...problem }) =>
      `- ${escapeMarkdown(outlet, 60)}: ${escapeMarkdown(texts.errors.problem(problem), 150)}`,
  );
  const heading = `**${say.failing(failing.length)}**`;
  return message([
    ...(warnings === '' ? [] : [text(warnings)]),
    container(accent, [
      text(state),
      ...(failing.length > 0 ? [text(listed(heading, failing, texts, charactersLeft(warnings, state)))] : []),
    ]),
  ]);
}

const declinedLine = ({ declined = {} }: Status, texts: Texts): string[] => {
  const say = wordsIn(texts);
  const list = signals.flatMap((signal) => {
    const count = declined[signal];
    return count ? [say.declinedBy(say.signals[signal], count)] : [];
  });
  return list.length === 0 ? [] : [say.declined(list)];
};

const processesLine = ({ processes }: Status, texts: Texts): string[] => {
  const say = wordsIn(texts);
  if (processes === undefined) return [];
  const since = (['group', 'send'] as const).map((role) => {
    const at = processes.since[role];
    return at === undefined ? say.nobody[role] : say.since[role](moment(at, 'R'));
  });
  return [say.processes(processes.count), ...since];
};
