import type { Outlets } from '../articles/outlets.ts';
import builtIn from '../feeds/catalogue.json' with { type: 'json' };
import sources from './sources.json' with { type: 'json' };

export interface Mention {
  /** The outlet's id in the catalogue, or a name of an outlet or agency in `sources.json`. */
  of: string;
  at: number;
  end: number;
  isAgency: boolean;
  /** Whether the name is or may be an ordinary word ("Bild", "Nature"), so that its context has to show the meaning. */
  isWord: boolean;
  /** Whether this form begins with an article ("The Hill"); `isBare`: whether it drops the name's article ("Hill"). */
  hasArticle: boolean;
  isBare: boolean;
}

type Named = Omit<Mention, 'at' | 'end'> & { name: string };

export type SourceNames = ReturnType<typeof createSourceNames>;

const article = /^(?:The|Der|Die|Das|DER|DIE|DAS|Le|La|El) (?=\S)/u;
const bareOf = (name: string): string => name.replace(/ \([^()]*\)$/, '').replace(article, '');
const keyOf = (name: string): string => bareOf(name).toLowerCase();

const ordinary = new Set(sources.ordinary.split(' '));
const known = new Set([...sources.agencies, ...sources.outlets].flat().map(keyOf));
/** Whether a one-word name may be an ordinary word. Names outside `sources.json` are unchecked, so they may be. */
const isWord = (name: string): boolean =>
  /^\p{Lu}?\p{Ll}+$/u.test(name) && (ordinary.has(name.toLowerCase()) || !known.has(name.toLowerCase()));

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const wordPart = /[\p{L}\p{M}\p{N}]/u;

/**
 * Names by which articles cite outlets and agencies. They come from the catalogue and from `sources.json`, which adds
 * agencies and often-cited outlets without a feed, and whose list `neverCited` leaves out institutions such as NASA,
 * which are subjects of stories, and ABC, which is the name of several outlets.
 */
export function createSourceNames(outlets: Outlets) {
  const byFirstWord = new Map<string, Named[]>();
  const add = (name: string, of: string, isAgency: boolean) => {
    for (const variant of new Set([name, bareOf(name), bareOf(name).toUpperCase()])) {
      const first = variant.match(word)?.[0];
      if (first === undefined || variant.length < 2) continue;
      const named = byFirstWord.getOrInsert(first, []);
      if (named.some((other) => other.name === variant)) continue;
      const [hasArticle, isBare] = [article.test(variant), variant !== name && article.test(name)];
      named.push({ name: variant, of, isAgency, hasArticle, isBare, isWord: isWord(bareOf(variant)) });
      named.sort((a, b) => b.name.length - a.name.length);
    }
  };
  const cited = [...outlets].filter(([, { name }]) => !sources.neverCited.includes(name));
  const idOf = new Map(cited.toReversed().map(([id, { name }]) => [keyOf(name), id]));
  for (const names of [...sources.agencies, ...sources.outlets]) {
    const of = names.map((name) => idOf.get(keyOf(name))).find((id) => id !== undefined) ?? names[0] ?? '';
    for (const name of names) add(name, of, sources.agencies.includes(names));
  }
  for (const [id, { name }] of cited) add(name, id, false);
  // Outlets of the built-in catalogue are known even if the operator's own catalogue lacks them.
  for (const { name } of builtIn.outlets) if (!sources.neverCited.includes(name)) add(name, name, false);
  /** The mentions in a sentence, from left to right. A longer name wins over one inside it. */
  const mentionsIn = (sentence: string): Mention[] => {
    const found: Mention[] = [];
    for (const { 0: first, index } of sentence.matchAll(word)) {
      if (index < (found.at(-1)?.end ?? 0)) continue;
      const named = byFirstWord.get(first)?.find(({ name }) => isAt(sentence, name, index));
      if (named !== undefined) found.push({ ...named, at: index, end: index + named.name.length });
    }
    return found;
  };
  return {
    in: mentionsIn,
    /** The source in a whole text, such as a feed's source of an item; undefined if there is none. */
    named: (text: string) => mentionsIn(text).find(({ at, end }) => at === 0 && end === text.length)?.of,
  };
}

function isAt(sentence: string, name: string, at: number): boolean {
  if (!sentence.startsWith(name, at)) return false;
  return !wordPart.test(sentence.charAt(at + name.length)) && !/[\p{L}\p{N}-]/u.test(sentence.charAt(at - 1));
}
