import { elidingLanguages } from '../../src/engine/languages/elisions.ts';
import { languages } from '../../src/engine/languages/languages.ts';
import { alertWords } from '../../src/engine/stories/topics.ts';
import { createPauses, nextTurn } from '../../src/engine/text/pauses.ts';
import { stemOf, stemsOf } from '../../src/engine/text/terms.ts';
import { longestOf, tokensOf } from '../../src/engine/text/tokens.ts';
import type { ChannelId } from '../../src/ids.ts';
import { type AlertRecord, isOfItems } from '../../src/storage/records/servers/alerts.ts';
import type { Records } from '../../src/storage/storage.ts';

/** Languages with their own stemming; all others use the English one. */
const stemming = languages.map(({ code }) => code);
/** Rules indexed before the event loop gets a turn. */
const rulesAtOnce = 500;

/** One text of a story. `readers`: the servers that may see it; absent if everybody may. */
export interface MatchedText {
  text: string;
  language?: string;
  readers?: ReadonlySet<string>;
}

export type RuleIndex = Awaited<ReturnType<typeof indexed>>;

/** Caches the index. `current` reads the rules again only after one changed, also in another process. */
export function createRuleIndex({ alerts }: Pick<Records, 'alerts'>): { current(): Promise<RuleIndex> } {
  let known: { version: string; index: RuleIndex } | undefined;
  return {
    async current() {
      const version = await alerts.version();
      if (known?.version !== version) known = { version, index: await indexed(await alerts.listPresent()) };
      return known.index;
    },
  };
}

/** A snapshot of all rules about stories, indexed by word. */
async function indexed(all: readonly AlertRecord[]) {
  const rules = all.filter((rule) => !isOfItems(rule));
  const byStem = new Map<string, Set<AlertRecord>>();
  for (const [nth, rule] of rules.entries()) {
    for (const word of alertWords(rule.words).any) {
      for (const stem of longestIn(word)) byStem.getOrInsertComputed(stem, () => new Set()).add(rule);
    }
    if (nth % rulesAtOnce === rulesAtOnce - 1) await nextTurn();
  }
  const byChannel = new Map(rules.map((rule) => [rule.channelId, rule]));
  return {
    ofChannel: (channelId: ChannelId) => byChannel.get(channelId),
    wordless: rules.filter(({ words }) => words === undefined),
    /** Rules that may match: a text has the longest word of one of their phrases, in any inflection. */
    async holding(texts: readonly MatchedText[]): Promise<ReadonlySet<AlertRecord>> {
      const pause = createPauses();
      const found = new Set<AlertRecord>();
      for (const { text, language = 'en', readers } of texts) {
        // A server's own articles may be in another language than the story.
        for (const read of new Set([language, ...stemming])) {
          for (const stem of new Set(stemsOf(tokensOf(text, read), read))) {
            for (const rule of byStem.get(stem) ?? []) {
              if (readers === undefined || readers.has(rule.serverId)) found.add(rule);
            }
          }
          await pause(text.length);
        }
      }
      return found;
    },
  };
}

/** A phrase's longest word, stemmed by the rules of each language, without duplicates. */
function longestIn(phrase: string): Set<string> {
  // Languages with elisions split words at apostrophes.
  const read = /['’]/.test(phrase) ? [...stemming, ...elidingLanguages] : stemming;
  const stems = read.map((language) => {
    const longest = longestOf(tokensOf(phrase, language));
    return longest === undefined ? [] : [stemOf(longest, language)];
  });
  return new Set(stems.flat());
}
