import type { Headlines } from '../../desk/headlines.ts';
import type { Span } from '../../desk/top.ts';
import type { TopicId } from '../../ids.ts';
import type { Texts } from '../texts/texts.ts';
import { joined } from './lists.ts';
import {
  button,
  buttons,
  container,
  grey,
  type MessageBody,
  mention,
  message,
  moment,
  select,
  separator,
  text,
} from './parts.ts';
import { createQuotedShare, inPublic, quote } from './quotedShare.ts';
import { answeredOf, storyChoices, storyLine } from './stories.ts';
import { topicName } from './topic.ts';

const storiesMax = 10;
const quotedMax = 3;
const listMax = 3_200;

export interface HeadlinesOptions {
  texts: Texts;
  /** The requested topic, also for **Share here**. */
  topicId: TopicId | undefined;
  sharedBy?: string;
  /** The heading and the text for an empty list, if they differ from those of /headlines. */
  heading?: Texts['catchup']['heading'];
  empty?: string;
}

/** The top stories, the first three with a sentence. */
export function headlinesCard(headlines: Headlines, options: HeadlinesOptions): MessageBody {
  const { texts, sharedBy } = options;
  const say = texts.story.headlines;
  const name = headlines.topic && topicName(headlines.topic, texts);
  const since = moment(headlines.since, 'f');
  const stories = headlines.stories.slice(0, storiesMax);
  const title = `## ${(options.heading ?? say.heading)({ topic: name })}`;
  if (stories.length === 0) {
    return message([
      text(`${title}\n${headlines.reading ? texts.story.reading : (options.empty ?? say.empty({ since }))}`),
    ]);
  }
  const footer = [
    ...(sharedBy === undefined ? [] : [texts.story.sharedBy({ user: mention.user(sharedBy) })]),
    ...answeredOf(headlines, texts),
    texts.story.quoted,
  ].join(' · ');
  return message([
    container(headlines.topic?.colour ?? grey, [
      text(`${title}\n-# ${say.counts({ stories: stories.length, since })}`),
      text(topLines(stories, texts)),
      separator(),
      select('story:open:headlines', texts.digest.open, storyChoices(stories)),
      ...(sharedBy === undefined ? [buttons(button(shareId(headlines, options.topicId), texts.story.share))] : []),
      text(`-# ${footer}`),
    ]),
  ]);
}

/** The custom_id of **Share here**. It holds the exact span instead of "today", so that the shared list is the same. */
function shareId({ since, until }: Span, topicId: TopicId | undefined): string {
  return `headlines:share:${since.toString(36)}-${until.toString(36)}:${topicId ?? ''}`;
}

/** Parses the end of the button's custom_id; undefined for an older Lede's button. */
export function sharedList(rest: string): { topicId: TopicId | undefined; span: Span } | undefined {
  const [, since, until, topicId] = /^([0-9a-z]{1,10})-([0-9a-z]{1,10}):(.*)$/u.exec(rest) ?? [];
  if (since === undefined || until === undefined) return undefined;
  return {
    topicId: topicId || undefined,
    span: { since: Number.parseInt(since, 36), until: Number.parseInt(until, 36) },
  };
}

function topLines(stories: Headlines['stories'], texts: Texts): string {
  const ledger = createQuotedShare(inPublic);
  const lines = stories.map((story, index) => {
    const { sentence } = story;
    const fair = index < quotedMax && sentence !== undefined && ledger.take(sentence.url, sentence.text);
    const { title, by } = storyLine(
      story,
      index + 1,
      texts,
      fair && sentence.outlet === story.outlet && !story.paywalled,
    );
    return [title, ...(fair ? [quote(sentence, false)] : []), by].join('\n');
  });
  return joined(lines, listMax, texts);
}
