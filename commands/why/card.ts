import { escapeMarkdown, link } from '../../src/discord/cards/escape.ts';
import {
  button,
  buttons,
  container,
  grey,
  type MessageBody,
  message,
  moment,
  text,
} from '../../src/discord/cards/parts.ts';
import { topicName } from '../../src/discord/cards/topic.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { type ImportanceParts, reportsBehind } from '../../src/engine/stories/importance.ts';
import type { Standing } from './ask.ts';

export function standingCard({ story, digest, url, stood, importance, why }: Standing, texts: Texts): MessageBody {
  const say = texts.why;
  const name = say.digestOf({ day: texts.f.day(digest.localDate) });
  const linked = url === undefined ? name : link(name, url, 100);
  const of = (stood?.where === 'brief' ? digest.also : digest.places).length;
  const where =
    stood === undefined
      ? say.absent({ digest: linked })
      : say[stood.where]({ number: stood.number, of, digest: linked });
  const reason = why === undefined ? '' : ` ${reasonOf(why, digest, texts)}`;
  const lines = [`### ${link(story.title, story.url, 200)}`, `${where}${reason}`];
  return message([
    container(grey, [
      text([...lines, ...(importance === undefined ? [] : pointLines(importance, texts))].join('\n')),
      buttons(button(`story:show:${story.storyId}`, texts.story.openStory)),
    ]),
  ]);
}

function reasonOf(why: NonNullable<Standing['why']>, digest: Standing['digest'], texts: Texts): string {
  const say = texts.why.reasons;
  const [start, end] = [moment(digest.windowStart, 'f'), moment(digest.windowEnd, 'f')];
  switch (why.kind) {
    case 'before':
      return say.before({ last: moment(why.at, 'f'), start });
    case 'after':
      return say.after({ first: moment(why.at, 'f'), end });
    case 'told': {
      const { messageUrl } = why.told;
      return say.told({ digest: messageUrl ? link(say.earlierDigest, messageUrl, 100) : say.earlierDigest, end });
    }
    case 'other-topic':
      return say.otherTopic({ topics: texts.f.list(digest.topics.map((topic) => topicName(topic, texts))) });
    case 'no-news':
      return say.noNews;
    case 'muted':
      return say.muted({ word: escapeMarkdown(why.word, 60) });
    case 'beaten':
      return say.beaten({ places: digest.places.length, lines: digest.also.length });
  }
}

/** The sum of points, and a line for each part that gave or cost some, rounded to tenths. */
function pointLines(parts: ImportanceParts, texts: Texts): string[] {
  const say = texts.why;
  const { decimal } = texts.f;
  const { otherOutlets, articles, sagaOutlets } = reportsBehind(parts);
  const reasons: Record<keyof ImportanceParts, string> = {
    leadingOutlets: say.parts.leadingOutlets({ newsrooms: parts.leadingOutlets }),
    otherOutlets: say.parts.otherOutlets({ newsrooms: otherOutlets }),
    articles: say.parts.articles({ articles }),
    saga: say.parts.saga({ newsrooms: sagaOutlets }),
    leisure: say.parts.leisure,
    notNews: say.parts.notNews,
    otherTopics: say.parts.otherTopics,
  };
  const shown = (Object.keys(reasons) as (keyof ImportanceParts)[])
    .map((name) => ({ points: Math.round(10 * (parts[name] ?? 0)) / 10, reason: reasons[name] }))
    .filter(({ points }) => points !== 0);
  const sum = shown.reduce((all, { points }) => all + points, 0);
  const signed = (points: number) => `${points < 0 ? '−' : '+'}${decimal(Math.abs(points))}`;
  return [
    say.importance({ points: decimal(sum) }),
    ...shown.map(({ points, reason }) => `- ${signed(points)} · ${reason}`),
  ];
}
