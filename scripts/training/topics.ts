import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { feedless, topicWords } from '../../src/stories/topicModel.ts';
import { type ClassWeights, type FieldWords, wordModel } from '../../src/stories/wordModel.ts';
import { heldOut, precisionRecall } from './judging.ts';
import { logistic } from './logistic.ts';
import type { ArchivedItem, LabelledItem } from './mornings.ts';

const rules = { lasso: 2, ridge: 2, examplesMin: 3, outletsMin: 3 };
/** Beside an item with labels, which counts 1. */
const weights = {
  /** The same without its feeds, for feeds whose topics the model does not know. */
  feedless: 0.05,
  /**
   * Items of special feeds without labels, mostly of their feed's topic. Their own mark takes up how common each
   * topic is among them.
   */
  special: 0.3,
  /** Texts of two other sets, each filed under one topic; with a mark as well. */
  filed: 0.1,
};
/** Feeds of these topics list news of all topics. */
const general = new Set(['world', 'india']);
/** What a set calls by another name, and the topics that its own tell apart. */
const setNames: Readonly<Record<string, string>> = { sport: 'sports', tech: 'technology' };
const setTopics = new Set(['business', 'sports', 'entertainment']);

interface TopicExample {
  readonly words: FieldWords;
  readonly outletId: string;
  readonly weight: number;
  readonly topicIds: ReadonlySet<string>;
  /** The topics that are decided for it; all if undefined. */
  readonly known?: ReadonlySet<string>;
}

export interface TopicTexts {
  readonly labelled: readonly LabelledItem[];
  readonly archived: readonly ArchivedItem[];
  /** As data/background has them, gzipped JSON lines. */
  readonly filed: string;
}

function specialExamples(archived: readonly ArchivedItem[], labelled: readonly LabelledItem[]): TopicExample[] {
  const known = new Set(labelled.map(({ url }) => url));
  return archived
    .filter(({ url, feedTopicIds }) => !known.has(url) && !feedTopicIds.some((id) => general.has(id)))
    .map((item) => ({
      words: topicWords(item, ['special']),
      outletId: item.outletId,
      weight: weights.special,
      topicIds: new Set(item.feedTopicIds),
    }));
}

/** Each set counts as three outlets, since both were gathered from many. */
const partsOfSet = 3;
const headLength = 120;

function filedExamples(path: string): TopicExample[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  return lines.map((line, at) => {
    const { set, topic, text } = JSON.parse(line) as { set: string; topic: string; text: string };
    const item = { title: text.slice(0, headLength), text: text.slice(headLength), url: '', feedTopicIds: [] };
    return {
      words: topicWords(item, ['filed']),
      outletId: `${set} ${at % partsOfSet}`,
      weight: weights.filed,
      topicIds: new Set([setNames[topic] ?? topic]),
      known: setTopics,
    };
  });
}

type Read = LabelledItem & { readonly words: FieldWords };
type TopicWeights = Readonly<Record<string, ClassWeights>>;

function learn(items: readonly Read[], others: readonly TopicExample[], topicIds: readonly string[]): TopicWeights {
  const examples: TopicExample[] = [
    ...items.map((item) => ({ ...item, weight: 1 })),
    ...items.map((item) => ({
      ...item,
      words: { ...item.words, feeds: new Set([feedless]) },
      weight: weights.feedless,
    })),
    ...others,
  ];
  const learner = logistic(examples, rules);
  const learnt = topicIds.map((id) => {
    const weights = learner(({ topicIds, known, weight }) => ({
      is: topicIds.has(id),
      weight: known?.has(id) === false ? 0 : weight,
    }));
    return [id, weights] as const;
  });
  return Object.fromEntries(learnt);
}

/** Learns the topics of items, and prints how it does on days and outlets left out. */
export function trainTopics({ labelled, archived, filed }: TopicTexts): TopicWeights {
  const items = labelled.map((item) => ({ ...item, words: topicWords(item, item.feedTopicIds) }));
  const topicIds = [...new Set(labelled.flatMap(({ feedTopicIds }) => feedTopicIds))].sort();
  const others = [...specialExamples(archived, labelled), ...filedExamples(filed)];
  const judge = (given: readonly Read[]) => {
    const outlets = new Set(given.map(({ outletId }) => outletId));
    const held = new Set(items.map(({ outletId }) => outletId).filter((id) => !outlets.has(id)));
    const model = wordModel(
      Object.values(
        learn(
          given,
          others.filter(({ outletId }) => !held.has(outletId)),
          topicIds,
        ),
      ),
    );
    return ({ words }: Read) => model(words);
  };
  for (const { name, judged } of heldOut(items, judge)) {
    const figure = (found: (value: number, fromFeed: boolean) => boolean): string =>
      precisionRecall(
        judged.flatMap(({ item, value }) =>
          topicIds.map((id, at) => ({
            found: found(value[at] ?? 0, item.feedTopicIds.includes(id)),
            is: item.topicIds.has(id),
          })),
        ),
      );
    const feeds = figure((_, fromFeed) => fromFeed);
    const at = [0.7, 0.5, 0.4].map((share) => `${figure((value) => value >= share)} at ${share}`);
    console.log(`topics, ${name}: P/R ${feeds} of the feeds alone, ${at.join(', ')}`);
  }
  return learn(items, others, topicIds);
}
