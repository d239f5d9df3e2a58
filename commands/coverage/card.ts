import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import type { LinkCoverage } from '../../src/desk/coverage.ts';
import { escapeMarkdown, link } from '../../src/discord/cards/escape.ts';
import { joined } from '../../src/discord/cards/lists.ts';
import {
  button,
  buttons,
  container,
  grey,
  type MessageBody,
  message,
  moment,
  select,
  text,
} from '../../src/discord/cards/parts.ts';
import { storyChoices, storyLines } from '../../src/discord/cards/stories.ts';
import { differingFigures } from '../../src/discord/cards/story.ts';
import { topicName } from '../../src/discord/cards/topic.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { StoryId } from '../../src/ids.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';

type Found = Extract<LinkCoverage, { kind: 'found' }>;

/** Maximum number of characters about all links together; other texts of the message need the rest. */
const room = 3_300;
/** Maximum number of characters for a story's figures. */
const factsRoom = 1_000;

/** Shows who else reports the linked articles; two links to one story get one card. */
export function coverageCard(found: readonly LinkCoverage[], texts: Texts, more: string[] = []): MessageBody {
  const stories = new Set<StoryId>();
  const each = found.filter((one) => {
    if (one.kind !== 'found') return true;
    const isNew = !stories.has(one.card.storyId);
    stories.add(one.card.storyId);
    return isNew;
  });
  const share = Math.floor(room / Math.max(1, each.length));
  return message([
    ...each.map((one, index) => partOf(one, index, share, texts)),
    ...more.map((words) => text(`-# ${words}`)),
  ]);
}

function partOf(one: LinkCoverage, index: number, share: number, texts: Texts): APIMessageTopLevelComponent {
  const say = texts.coverage;
  switch (one.kind) {
    case 'found':
      return storyPart(one, share, texts);
    case 'no-page':
      return text(say.noPage({ typed: escapeMarkdown(one.url, 100) }));
    case 'unread':
      return text(say[one.why]({ link: siteLink(one.url) }));
    case 'unknown':
      return one.nearest.length === 0
        ? text(say.unknown({ link: siteLink(one.url) }))
        : nearestPart(one, index, share, texts);
  }
}

/** A link to the address, labelled with its site. */
const siteLink = (url: string) => link(URL.parse(url)?.hostname.replace(/^www\./, '') ?? url, url, 80);

function nearestPart(
  { url, nearest }: Extract<LinkCoverage, { kind: 'unknown' }>,
  index: number,
  share: number,
  texts: Texts,
) {
  return container(grey, [
    text(texts.coverage.nearest({ link: siteLink(url) })),
    text(storyLines(nearest, texts, nearest.length, share)),
    select(`story:open:near-${index}`, texts.story.openOne, storyChoices(nearest)),
  ]);
}

function storyPart(found: Found, share: number, texts: Texts) {
  const { card, by, url } = found;
  const facts = [agreed(card, texts), differingFigures(card, link, texts)];
  const kept: string[] = [];
  for (const words of facts) {
    const taken = kept.join('').length + words.length;
    if (words !== '' && taken <= Math.min(factsRoom, share / 2)) kept.push(words);
  }
  const heading = headingOf(card, texts);
  const first = by === 'page' ? [text(texts.coverage.byPage({ link: siteLink(url) }))] : [];
  const left = share - heading.length - kept.join('').length;
  const parts: APIComponentInContainer[] = [
    ...first,
    text(heading),
    ...outletsPart(found.card, left, texts),
    ...kept.map(text),
    buttons(
      button(`story:show:${card.storyId}`, texts.story.openStory),
      ...(card.outlets > 1 ? [button(`story:outlets:${card.storyId}`, texts.story.allOutlets)] : []),
    ),
  ];
  return container(card.topic?.colour ?? grey, parts);
}

function headingOf(card: StoryCard, texts: Texts): string {
  const { firstAt, lastAt, topic } = card;
  const facts = [
    topic === undefined ? texts.story.noTopic : topicName(topic, texts),
    texts.digest.outlets({ outlets: card.outlets }),
    texts.digest.firstReported({ time: moment(firstAt, 'f') }),
    ...(lastAt > firstAt ? [texts.coverage.latest({ time: moment(lastAt, 'f') })] : []),
  ];
  return `### ${link(card.title, card.url, 200)}\n-# ${facts.join(' · ')}`;
}

type Source = StoryCard['reports'][number]['sameText'][number];

/** Each outlet once, by its first report, including outlets that only ran another's text. */
function sourcesOf({ reports }: StoryCard): Source[] {
  const sources = new Map<string, Source>();
  for (const report of reports) {
    for (const source of [report, ...report.sameText]) {
      if (!sources.has(source.outletId)) sources.set(source.outletId, source);
    }
  }
  return [...sources.values()];
}

/** Outlets by country, the country with most outlets first, and their owners. */
function outletsPart(card: StoryCard, left: number, texts: Texts) {
  const say = texts.coverage;
  const sources = sourcesOf(card);
  const [only] = sources;
  if (sources.length === 1 && only) return [text(say.alone({ outlet: link(only.outlet, only.url, 60) }))];
  const byCountry = Map.groupBy(sources, ({ country }) => country);
  const countries = [...byCountry].toSorted(
    ([a, one], [b, other]) => Number(b !== undefined) - Number(a !== undefined) || other.length - one.length,
  );
  const owners = ownersLine(sources, texts);
  const linesRoom = Math.max(300, left - owners.length - say.reportedBy.length);
  const isUnknown = countries.length === 1 && countries[0]?.[0] === undefined;
  const lines = countries.map(([country, ofCountry]) => {
    const names = ofCountry.map(({ outlet, url }) => link(outlet, url, 60));
    const where = country === undefined ? say.noCountry : texts.f.country(country);
    const listed = joined(names, linesRoom / countries.length, texts, ' · ');
    return isUnknown ? listed : `${where}: ${listed}`;
  });
  return [text(`**${say.reportedBy}**\n${joined(lines, linesRoom, texts)}${owners}`)];
}

function ownersLine(sources: readonly Source[], texts: Texts): string {
  const say = texts.coverage;
  const byOwner = Map.groupBy(sources, ({ owner }) => owner);
  const known = [...byOwner].flatMap(([owner, of]) => (owner === undefined ? [] : [{ owner, count: of.length }]));
  if (known.length === 0) return '';
  const named = known
    .toSorted((a, b) => b.count - a.count)
    .map(({ owner, count }) => say.owner({ name: escapeMarkdown(owner, 60), outlets: count }));
  const unknown = byOwner.get(undefined)?.length ?? 0;
  const all = [joined(named, 400, texts, ', '), ...(unknown > 0 ? [say.ownersUnknown({ outlets: unknown })] : [])];
  return `\n-# ${say.owners({ owners: all.join(' · ') })}`;
}

/** Figures that outlets agree on. */
function agreed({ agreed }: StoryCard, texts: Texts): string {
  return agreed
    .map(({ noun, value, outlets }) => {
      const names = outlets.slice(0, 4).map(({ outlet, url }) => link(outlet, url, 60));
      const more = outlets.length > names.length ? [texts.story.andMore({ count: outlets.length - names.length })] : [];
      const by = [names.join(', '), ...more].join(' ');
      return `**${texts.coverage.agree}** ${escapeMarkdown(noun, 40)}: **${escapeMarkdown(value, 40)}** ${by}`;
    })
    .join('\n');
}
