import { knownWords } from '../text/knownWords.ts';
import { isEnglish, itemWords, type WordedItem } from './itemWords.ts';
import weights from './topicModel.json' with { type: 'json' };
import { type FieldWords, wordModel } from './wordModel.ts';

const english = knownWords('en');

/** What the model of topics reads: what an item is about, wherever it says so, and the topics of its feeds. */
export function topicWords(item: WordedItem): FieldWords {
  const { titleWords, blurbWords, labels, slug } = itemWords(item);
  const words = new Set(slug);
  for (const word of [...titleWords, ...blurbWords]) words.add(english.of(word).stem);
  return { words, labels, feeds: new Set(item.feedTopicIds) };
}

const topicIds = Object.keys(weights);
/** Of all others an article's feeds decide. */
export const modelledTopics: ReadonlySet<string> = new Set(topicIds);
const model = wordModel(Object.values(weights));
const none: ReadonlyMap<string, number> = new Map();

/**
 * How likely an item belongs to each topic that the model knows; several can be likely. Empty for what is not English. A topic that is
 * missing is unknown to the model: its feeds decide.
 */
export function topicShares(item: WordedItem): ReadonlyMap<string, number> {
  if (!isEnglish(item)) return none;
  const shares = model(topicWords(item));
  return new Map(topicIds.map((id, at) => [id, shares[at] ?? 0]));
}
