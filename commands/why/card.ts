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
import type { Points, Standing } from './ask.ts';
import { wordsIn } from './words.ts';

/** Parts with fewer points would round to 0.0 and are left out. */
const pointsMin = 0.05;

/** Says in sentences why a story had its place in the channel's digest, or had none. */
export function standingCard(standing: Standing, texts: Texts): MessageBody {
  const { story, stood, why, points, above, below } = standing;
  const say = wordsIn(texts);
  const lines = points === undefined ? [] : pointLines(points, texts);
  const beside = [
    ...(above ? [say.above(link(above.title, above.url, 120), above.importance)] : []),
    ...(below ? [say.below(link(below.title, below.url, 120), below.importance)] : []),
  ];
  const isOutOfOrder = above !== undefined && points !== undefined && above.importance < points.sum;
  const footer = [
    ...(isOutOfOrder || why?.kind === 'beaten' ? [say.languageFirst] : []),
    ...(stood?.where === 'place' ? [] : [say.judgedAnew]),
  ];
  return message([
    container(grey, [
      text(
        `### ${link(story.title, story.url, 200)}\n${[whereLine(standing, texts), whyLine(standing, texts)].filter(Boolean).join(' ')}`,
      ),
      ...(points && lines.length > 0 ? [text([say.importance(points.sum), ...lines].join('\n'))] : []),
      ...(beside.length > 0 ? [text(beside.join('\n'))] : []),
      buttons(button(`story:show:${story.storyId}`, texts.story.openStory)),
      ...(footer.length > 0 ? [text(`-# ${footer.join(' ')}`)] : []),
    ]),
  ]);
}

function whereLine({ stood, digest }: Standing, texts: Texts): string {
  const say = wordsIn(texts);
  const name = say.digestOf(texts.f.day(digest.localDate));
  const linked = digest.url === undefined ? name : link(name, digest.url, 100);
  if (stood === undefined) return say.absent(linked);
  const of = stood.where === 'place' ? digest.places : digest.lines;
  return say[stood.where](stood.number, of, linked);
}

function whyLine({ why, digest }: Standing, texts: Texts): string {
  const say = wordsIn(texts).reasons;
  if (why === undefined) return '';
  const [start, end] = [moment(digest.windowStart, 'f'), moment(digest.windowEnd, 'f')];
  const percent = (share: number) => Math.round(share * 100);
  switch (why.kind) {
    case 'before':
      return say.before(moment(why.at, 'f'), start);
    case 'after':
      return say.after(moment(why.at, 'f'), end);
    case 'told': {
      const { messageUrl } = why.told;
      return say.told(messageUrl ? link(say.earlierDigest, messageUrl, 100) : say.earlierDigest, end);
    }
    case 'other-topic':
      return say.otherTopic(texts.f.list(digest.topics.map((topic) => topicName(topic, texts))));
    case 'no-news':
      return say.noNews(percent(why.notNews), percent(why.max));
    case 'uncertain':
      return say.uncertain;
    case 'muted':
      return say.muted(escapeMarkdown(why.word, 60));
    case 'withdrawn':
      return say.withdrawn;
    case 'suicide':
      return say.suicide;
    case 'nothing-new':
      return say.nothingNew;
    case 'unsaid':
      return say.unsaid;
    case 'same':
      return say.same(link(why.as.title, why.as.url, 120));
    case 'other-language':
      return say.otherLanguage;
    case 'beaten':
      return say.beaten(why.ahead, digest.places, digest.lines);
    case 'no-room':
      return say.noRoom;
  }
}

/** A line for each part that gave or cost the story points. */
function pointLines({ parts, reports }: Points, texts: Texts): string[] {
  const say = wordsIn(texts).parts;
  const lines: Record<keyof Points['parts'], (points: number) => string> = {
    leadingOutlets: say.leadingOutlets,
    otherOutlets: (points) => say.otherOutlets(points, reports.otherOutlets),
    articles: (points) => say.articles(points, reports.articles),
    saga: (points) => say.saga(points, reports.sagaOutlets),
    leisure: say.leisure,
    notNews: say.notNews,
    otherTopics: say.otherTopics,
  };
  return (Object.keys(lines) as (keyof Points['parts'])[])
    .map((name) => ({ name, points: parts[name] ?? 0 }))
    .filter(({ points }) => Math.abs(points) >= pointsMin)
    .map(({ name, points }) => `- ${lines[name](points)}`);
}
