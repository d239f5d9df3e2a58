import type { TakenOut } from '../../src/desk/splits.ts';
import { createLinks, escapeMarkdown, type Links, link } from '../../src/discord/cards/escape.ts';
import { charactersLeft, type Entry, listed } from '../../src/discord/cards/lists.ts';
import {
  attachedPicture,
  button,
  buttons,
  type Choice,
  choicesMax,
  container,
  grey,
  type MessageBody,
  message,
  moment,
  select,
  text,
} from '../../src/discord/cards/parts.ts';
import { someOf } from '../../src/discord/cards/stories.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';
import type { CoveragePicture } from './coveragePicture.ts';

const copiesInShort = 6;
/** Maximum numbers of reports that cite one origin: with a sentence, and with the outlet's name only. */
const dependentsInShort = 3;
const namesInShort = 20;
const sentenceMax = 600;

/** Articles that the server's members split off; a manager can put them back. */
interface ShownCorrections {
  out: TakenOut;
  manager: boolean;
}

/**
 * The reporting outlets, each with its headline, as many as fit below the picture. `said` adds selects to correct the
 * story and to undo corrections.
 */
export function outletsCard(
  card: StoryCard,
  texts: Texts,
  { picture, said }: { picture?: Omit<CoveragePicture, 'chart'> & { file: string }; said?: ShownCorrections } = {},
): MessageBody {
  const title = `### ${texts.story.outletsHeading({ title: escapeMarkdown(card.title, 150) })}`;
  const { outlets, voices: origins } = card;
  const counts = [texts.digest.outlets({ outlets }), texts.story.origins({ origins })];
  const heading = origins < outlets ? `${title}\n-# ${counts.join(', ')}` : title;
  const names = picture?.numbered.map(({ number, name }) =>
    texts.story.picture.numbered({ number, name: escapeMarkdown(name, 60) }),
  );
  const legend = names === undefined || names.length === 0 ? '' : `-# ${names.join(' · ')}`;
  const out = said?.out.length ? `-# ${texts.story.takenOut({ count: said.out.length })}` : '';
  const left = charactersLeft(legend + out);
  const drawn = (links: Links) => listed(heading, outletLines(card, links, texts), texts, left);
  const room = left - drawn(link).length;
  return message([
    container(card.topic?.colour ?? grey, [
      ...(picture ? [attachedPicture(picture.file, picture.alt)] : []),
      ...(legend === '' ? [] : [text(legend)]),
      text(drawn(createLinks(room))),
      ...(out === '' ? [] : [text(out)]),
      ...(said ? corrections(card, said, texts) : []),
      buttons(button(`story:why:${card.storyId}`, texts.story.why)),
    ]),
  ]);
}

function corrections({ storyId, reports }: StoryCard, said: ShownCorrections, texts: Texts) {
  const choices = reports
    .slice(-choicesMax)
    .map(({ articleId, outlet, title }) => ({ label: title, value: articleId, description: outlet }));
  const out = said.out.map((one) => ({ label: one.title, value: one.articleId, description: one.outlet }));
  const asked = (action: string, placeholder: string, all: readonly Choice[], isAsked: boolean) =>
    isAsked ? [select(`story:${action}:${storyId}`, placeholder, all.slice(-choicesMax))] : [];
  return [
    ...asked('apart', texts.story.notTheSame, choices, choices.length > 1),
    ...asked('back', texts.story.putBack, out, said.manager && out.length > 0),
  ];
}

type Report = StoryCard['reports'][number];

/**
 * Each report with its headline. If any report cites another outlet or agency, there is one entry for each origin: its
 * own reports, or its name if Lede has none; below them the reports that cite it, with the citing sentence.
 */
function outletLines(card: StoryCard, links: Links, texts: Texts): Entry[] {
  const isOwn = ({ origin }: Report) => origin === undefined;
  if (card.reports.every(isOwn)) return card.reports.map((report) => reportEntry(report, card, links, texts));
  const ofOrigin = Map.groupBy(card.reports, ({ origin, owner, outletId }) => origin ?? owner ?? outletId);
  return [...ofOrigin.values()].map((reports) => {
    const others = reports.filter((report) => !isOwn(report));
    const first = others.length > 0 ? reports.find(isOwn) : undefined;
    const own = reports.filter(isOwn).map((report) => reportEntry(report, card, links, texts, report === first));
    let day = first && localDateAt(first.at, card.zone);
    const lines = others.map((report) => {
      const withDay = localDateAt(report.at, card.zone) !== day;
      day = localDateAt(report.at, card.zone);
      return dependentLine(report, withDay ? 'f' : 't', links, texts);
    });
    const more = others.slice(dependentsInShort).map(({ outlet, url }) => links(outlet, url, 60));
    const rest = more.length === 0 ? [] : [`↳ ${someOf(more.slice(0, namesInShort), more.length, texts)}`];
    const [source] = others.flatMap(({ cites }) => cites?.name ?? []);
    const unread =
      source === undefined || own.length > 0 ? [] : [texts.story.unread({ source: escapeMarkdown(source, 60) })];
    return {
      full: [...unread, ...own.map(({ full }) => full), ...lines].join('\n'),
      short: [...unread, ...own.map(({ short }) => short), ...lines.slice(0, dependentsInShort), ...rest].join('\n'),
    };
  });
}

/** `isFirst`: others have the story from this report. */
function reportEntry(report: Report, card: StoryCard, links: Links, texts: Texts, isFirst = false) {
  const name = escapeMarkdown(report.outlet, 60);
  const named = card.linksPaywalled.includes(report.url) ? texts.digest.paywalled({ outlet: name }) : name;
  const outlet = isFirst ? texts.story.hadItFirst({ outlet: named }) : named;
  const from = [report.country && texts.f.country(report.country), report.owner && escapeMarkdown(report.owner, 80)];
  const source = from.filter(Boolean).join(' · ');
  const line = [
    `${moment(report.at, 'f')} ${outlet} · ${links(report.title, report.url, 150)}`,
    ...(source === '' ? [] : [`-# ${source}`]),
  ].join('\n');
  const copies = report.sameText.map(({ outlet, url }) => links(outlet, url, 60));
  const withCopies = (shown: readonly string[]) =>
    copies.length === 0
      ? line
      : `${line}\n-# ${texts.story.sameText({ outlets: someOf(shown, copies.length, texts) })}`;
  return { full: withCopies(copies), short: withCopies(copies.slice(0, copiesInShort)) };
}

/** "↳ 14:05 CNN: “…, Axios reported.”" */
function dependentLine({ at, outlet, url, title, cites }: Report, style: 'f' | 't', links: Links, texts: Texts) {
  const said = texts.story.inMarks({ words: escapeMarkdown(cites?.text ?? title, sentenceMax) });
  const named =
    cites === undefined || cites.text !== undefined
      ? ''
      : ` (${texts.story.names({ source: escapeMarkdown(cites.name, 60) })})`;
  return `↳ ${moment(at, style)} ${links(outlet, url, 60)}${named}: ${said}`;
}
