import { isEnglish, itemWords, type WordedItem } from './itemWords.ts';
import weights from './topicModel.json' with { type: 'json' };
import { type FieldWords, wordModel } from './wordModel.ts';

/** What the model of topics reads: the item's words, and in `feeds` topics of its feeds or `feedless`. */
function topicWords(item: WordedItem, feeds: readonly string[]): FieldWords {
  const { words, labels } = itemWords(item);
  return { words, labels, feeds: new Set(feeds) };
}

/** Stands for own feeds, and for feeds of topics that the model never saw. */
const feedless = 'none';

const topicIds = Object.keys(weights);
/** For all other topics an article's feeds decide. */
export const modelledTopics: ReadonlySet<string> = new Set(topicIds);
const model = wordModel(Object.values(weights));
const none: ReadonlyMap<string, number> = new Map();

/** How likely an item belongs to each topic that the model knows; several can be likely. Empty unless it is English. */
export function topicShares(item: WordedItem): ReadonlyMap<string, number> {
  if (!isEnglish(item)) return none;
  const known = item.feedTopicIds.filter((id) => topicIds.includes(id));
  const shares = model(topicWords(item, known.length > 0 ? known : [feedless]));
  return new Map(topicIds.map((id, at) => [id, shares[at] ?? 0]));
}
