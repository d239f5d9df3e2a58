import { changeLines } from '../../src/discord/cards/changes.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import {
  accent,
  button,
  buttons,
  container,
  type MessageBody,
  mention,
  message,
  messageLimits,
  text,
} from '../../src/discord/cards/parts.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';
import type { Ledger, LedgerEntry } from './ask.ts';

const entriesMax = 10;
/** Characters for entries; the heading and small print take up to 500. */
const room = messageLimits.characters - 500;

/** The drawn entries of each day. */
type Page = Map<string, string[]>;

/** One page of the ledger, counted from 0. `id` names the request in the buttons' custom_ids. */
export function ledgerCard(ledger: Ledger, texts: Texts, { id, page }: { id: string; page: number }): MessageBody {
  const say = texts.corrections;
  const { outlet, total, articles, from, since, zone, entries } = ledger;
  const name = outlet && escapeMarkdown(outlet, 60);
  const heading = `## ${say.heading({ outlet: name })}`;
  const start = texts.f.shortDay(from, zone);
  if (total === 0) {
    const narrowed = since === undefined || since <= from ? undefined : texts.f.dayAndClock(since, zone);
    return message([text(`${heading}\n${say.none({ articles, outlet: name, start, since: narrowed })}`)]);
  }
  const pages = pagesOf(entries, zone, texts);
  const at = Math.min(page, pages.length - 1);
  const isLast = at === pages.length - 1;
  const turns = [
    ...(at > 0 ? [button(`corrections:page:${at - 1}:${id}`, say.newer)] : []),
    ...(isLast ? [] : [button(`corrections:page:${at + 1}:${id}`, say.older)]),
  ];
  const below = [
    ...(pages.length > 1 ? [say.page({ number: at + 1, of: pages.length })] : []),
    ...(isLast && total > entries.length ? [say.onlyNewest({ count: entries.length })] : []),
    texts.digest.timeIn({ zone: texts.f.city(zone) }),
    say.rule,
  ];
  return message([
    container(accent, [
      text(`${heading}\n-# ${say.counts({ changes: total, articles, start })}`),
      ...[...(pages[at] ?? [])].map(([day, lines]) => text(`### ${texts.f.day(day)}\n${lines.join('\n\n')}`)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      text(`-# ${below.join(' · ')}`),
    ]),
  ]);
}

/** At most ten entries a page, within Discord's limit. */
function pagesOf(entries: readonly LedgerEntry[], zone: string, texts: Texts): Page[] {
  const pages: Page[] = [];
  let left = 0;
  let count = 0;
  for (const entry of entries) {
    const day = localDateAt(entry.at, zone);
    const drawn = drawEntry(entry, zone, texts);
    const length = drawn.length + texts.f.day(day).length + 10;
    if (pages.length === 0 || length > left || count === entriesMax) {
      pages.push(new Map());
      left = room;
      count = 0;
    }
    const page = pages.at(-1);
    page?.set(day, [...(page.get(day) ?? []), drawn]);
    left -= length;
    count += 1;
  }
  return pages;
}

function drawEntry(entry: LedgerEntry, zone: string, texts: Texts): string {
  const { shown, at, messageUrl } = entry;
  const [what, ...lines] = changeLines(entry, texts);
  return [
    `${texts.f.clock(at, zone)} · ${what}`,
    ...lines,
    `-# ${texts.corrections.shown({ time: texts.f.dayAndClock(shown.at, zone), url: messageUrl, channel: mention.channel(shown.channelId) })}`,
  ].join('\n');
}
