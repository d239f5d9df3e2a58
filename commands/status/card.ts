import type { Status } from '../../src/desk/status.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { charactersLeft, listed } from '../../src/discord/cards/lists.ts';
import { warningsMarkdown } from '../../src/discord/cards/notice.ts';
import { accent, container, type MessageBody, message, moment, text } from '../../src/discord/cards/parts.ts';
import { problemText } from '../../src/discord/cards/reasons.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { signals } from '../../src/engine/permissions/signals.ts';

export function statusCard(status: Status, texts: Texts): MessageBody {
  const say = texts.status;
  const warnings = warningsMarkdown(status.notices, texts);
  const digests = [
    ...(status.lastDigestAt === undefined ? [] : [say.lastDigest({ relative: moment(status.lastDigestAt, 'R') })]),
    status.nextDigestAt === undefined ? say.noDigest : say.nextDigest({ relative: moment(status.nextDigestAt, 'R') }),
    ...(status.pendingDeliveries > 0 ? [say.pending({ count: status.pendingDeliveries })] : []),
  ];
  const reading = [
    say.outlets({ answered: status.outletsAnswered, all: status.outletsAll }),
    ...(status.lastPollAt === undefined ? [] : [say.lastPoll({ relative: moment(status.lastPollAt, 'R') })]),
  ];
  const state = [
    `## ${say.heading({ version: escapeMarkdown(status.version, 40) })}`,
    digests.join(' · '),
    reading.join(' · '),
    [
      say.stories({ stories: status.stories, articles: status.articles }),
      ...(status.corrections ? [say.corrections({ count: status.corrections })] : []),
    ].join(' · '),
    ...declinedLine(status, texts),
    `-# ${[say.up({ relative: moment(status.startedAt, 'R') }), ...processesLine(status, texts)].join(' · ')}`,
  ].join('\n');
  const failing = status.failing.map(
    ({ outlet, ...problem }) => `- ${escapeMarkdown(outlet, 60)}: ${escapeMarkdown(problemText(problem, texts), 150)}`,
  );
  const heading = `**${say.failing({ count: failing.length })}**`;
  return message([
    ...(warnings === '' ? [] : [text(warnings)]),
    container(accent, [
      text(state),
      ...(failing.length > 0 ? [text(listed(heading, failing, texts, charactersLeft(warnings, state)))] : []),
    ]),
  ]);
}

const declinedLine = ({ declined }: Status, texts: Texts): string[] => {
  const say = texts.status;
  const list = signals.flatMap((signal) => {
    const count = declined[signal];
    return count ? [say.declinedBy({ what: say.signals[signal], count })] : [];
  });
  return list.length === 0 ? [] : [say.declined({ list: list.join(' · ') })];
};

const processesLine = ({ processes }: Status, texts: Texts): string[] => {
  const say = texts.status;
  if (processes === undefined) return [];
  const since = (['group', 'send'] as const).map((role) => {
    const at = processes.since[role];
    return at === undefined ? say.nobody[role] : say.since[role]({ relative: moment(at, 'R') });
  });
  return [say.processes({ count: processes.count }), ...since];
};
