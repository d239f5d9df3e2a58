import type { APIComponentInContainer } from 'discord.js';
import { hourMs } from '../../clock.ts';
import type { StoryCard } from '../../newsroom/storyCard.ts';
import type { Texts } from '../texts/texts.ts';
import { changedLine } from './changed.ts';
import { correctionsMarkdown } from './corrections.ts';
import { createLinks, escapeMarkdown, type Links, markedLinks } from './escape.ts';
import {
  button,
  buttons,
  container,
  grey,
  type MessageBody,
  measure,
  mention,
  message,
  moment,
  select,
  text,
  withPicture,
} from './parts.ts';
import { createQuotedShare, inPublic, onCard, quote } from './quotedShare.ts';
import { topicName } from './topic.ts';

const charactersMax = 3_600;

export interface StoryCardOptions {
  texts: Texts;
  pictures: boolean;
  /** The member who shares the card with the channel; absent on a private card. */
  sharedBy?: string;
}

type Ledger = ReturnType<typeof createQuotedShare>;

/** How much of each part the card shows. */
interface Plan {
  quotes: boolean;
  figures: boolean;
  sentences: number;
}

/** Figures over a longer time show the date, too: in a reader's zone, a day may end in between. */
const sameDayMs = 6 * hourMs;

const smallest: Plan = { quotes: false, figures: false, sentences: 0 };

/**
 * The story as a card. If it exceeds 3,600 characters, it loses first the quotation and what happened previously,
 * then the figures, then the last sentences one by one. Long addresses are linked if there is room left.
 */
export function storyCard(card: StoryCard, options: StoryCardOptions): MessageBody {
  const plans: Plan[] = [
    { quotes: true, figures: true, sentences: 3 },
    { quotes: false, figures: true, sentences: 3 },
    { quotes: false, figures: false, sentences: 3 },
    { quotes: false, figures: false, sentences: 2 },
    { quotes: false, figures: false, sentences: 1 },
  ];
  const measured = plans.values().map((plan) => {
    return { plan, room: charactersMax - measure(draw(card, options, plan, 0)).characters };
  });
  const { plan, room } = measured.find((one) => one.room >= 0) ?? { plan: smallest, room: 0 };
  return draw(card, options, plan, room);
}

function draw(card: StoryCard, options: StoryCardOptions, plan: Plan, addressRoom: number): MessageBody {
  const { texts } = options;
  const links = markedLinks(createLinks(addressRoom), card.linksPaywalled, (outlet) =>
    texts.digest.paywalled({ outlet }),
  );
  const ledger = createQuotedShare(options.sharedBy === undefined ? onCard : inPublic);
  const told = card.sentences.slice(0, plan.sentences).filter((one) => ledger.take(one.url, one.text));
  const sections = [
    told.map((one) => quote(one, true, links)).join('\n'),
    plan.figures ? changed(card, links, texts) : '',
    plan.figures ? differingFigures(card, links, texts) : '',
    plan.quotes ? quotation(card, ledger, links, texts) : '',
    correctionsMarkdown(card, new Map(card.corrections.map((one) => [one, 'whole'])), texts)
      .slice(0, 2)
      .join('\n'),
    plan.quotes ? earlier(card, links, texts) : '',
  ].filter((markdown) => markdown !== '');
  return message([
    container(card.topic?.colour ?? grey, [
      withPicture(heading(card, texts), options.pictures ? card.picture : undefined),
      ...sections.map(text),
      ...controls(card, options),
      text(`-# ${footer(options)}`),
    ]),
  ]);
}

function heading(card: StoryCard, texts: Texts): string {
  const first = texts.digest.firstReported({ time: moment(card.firstAt, 'f') });
  const when =
    card.lastAt > card.firstAt ? `${first}, ${texts.story.updated({ time: moment(card.lastAt, 'R') })}` : first;
  const outlets = texts.digest.outlets({ outlets: card.outlets });
  const topic = card.topic === undefined ? texts.story.noTopic : topicName(card.topic, texts);
  return `## ${escapeMarkdown(card.title, 250)}\n-# ${topic} · ${when} · ${outlets}`;
}

/** Figures that changed from day to day. */
const changed = (card: StoryCard, links: Links, texts: Texts): string =>
  card.changed.map((one) => `**${texts.story.changed}** ${changedLine(one, card.zone, links, texts)}`).join('\n');

/** Figures that differ between outlets. */
export function differingFigures(card: StoryCard, links: Links, texts: Texts): string {
  const lines = card.figures.map(({ noun, overTime, values }) => {
    const times = values.map(({ at }) => at);
    const days = Math.max(...times) - Math.min(...times) > sameDayMs;
    const shown = values.map(({ value, outlet, url, at }) => {
      return `**${escapeMarkdown(value, 40)}** ${links(outlet, url, 60)} ${moment(at, days ? 'f' : 't')}`;
    });
    const label = overTime ? texts.story.figuresOverTime : texts.story.figuresDiffer;
    return `**${label}** ${escapeMarkdown(noun, 40)}: ${shown.join(overTime ? ' → ' : ' · ')}`;
  });
  return lines.join('\n');
}

function earlier(card: StoryCard, links: Links, texts: Texts): string {
  const lines = card.earlier.map(({ title, url, at }) => `${moment(at, 'D')} ${links(title, url, 120)}`);
  return lines.length > 0 ? [`**${texts.story.earlier}**`, ...lines].join('\n') : '';
}

const quotation = ({ quotation: one }: StoryCard, ledger: Ledger, links: Links, texts: Texts): string =>
  one && ledger.take(one.url, one.text) ? `**${texts.story.inTheirWords}**\n> ${quote(one, true, links)}` : '';

function controls(card: StoryCard, { texts, sharedBy }: StoryCardOptions): APIComponentInContainer[] {
  const id = card.storyId;
  const related = card.related.map((line) => ({ label: line.title, value: line.storyId, description: line.outlet }));
  return [
    ...(related.length > 0 ? [select(`story:related:${id}`, texts.story.related, related)] : []),
    buttons(
      ...(sharedBy === undefined ? [button(`story:share:${id}`, texts.story.share)] : []),
      button(`story:outlets:${id}`, texts.story.allOutlets),
      ...(card.changed.length > 0 ? [button(`story:changed:${id}`, texts.story.whatChanged)] : []),
      button(`story:follow:${id}`, texts.follow.button),
    ),
  ];
}

function footer({ texts, sharedBy }: StoryCardOptions): string {
  return sharedBy === undefined
    ? texts.story.quoted
    : `${texts.story.sharedBy({ user: mention.user(sharedBy) })} · ${texts.story.quoted}`;
}
