import type { Article } from '../../engine/articles/article.ts';
import { fullNamesIn } from '../../engine/text/names.ts';

const charactersMax = 6_000;
const titleCharactersMax = 3_000;
/** Minimum number of characters per lead, even if many articles share the space. */
const leadCharactersMin = 250;
const leadCharactersMax = 2_000;
const namesCharactersMax = 2_000;
/** How many articles are searched for names. A few are enough: names recur, and cards quote the newest articles. */
const articlesForNames = 16;

/** The beginning of a text, cut between two words. */
function beginningOf(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const end = text.lastIndexOf(' ', charactersMax);
  return text.slice(0, end > 0 ? end : charactersMax);
}

/** Distinct lines that fit, in order. */
function linesWithin(lines: Iterable<string>, charactersMax: number): string[] {
  const kept = new Set<string>();
  let characters = 0;
  for (const line of lines) {
    if (line === '' || kept.has(line)) continue;
    characters += line.length + 1;
    if (characters > charactersMax) break;
    kept.add(line);
  }
  return [...kept];
}

/**
 * A story's search text without its title: the titles and leads of its articles, newest first because not all fit
 * (`articles` is oldest first), then the people named anywhere in the newest articles, because cards quote them.
 */
export function searchTextOf(articles: readonly Pick<Article, 'title' | 'paragraphs' | 'language'>[]): string {
  const newest = articles.toReversed();
  const allTitles = newest.map(({ title }) => title);
  const titles = linesWithin(allTitles, titleCharactersMax);
  const room = charactersMax - titles.join('\n').length;
  const fair = Math.min(Math.max(Math.floor(room / articles.length), leadCharactersMin), leadCharactersMax);
  const leads = newest.map(({ paragraphs }) => beginningOf(paragraphs[0] ?? '', fair));
  const text = [...titles, ...linesWithin(leads, room)].join('\n');
  const names = newest
    .slice(0, articlesForNames)
    .flatMap(({ paragraphs, language }) => fullNamesIn(paragraphs, language));
  const unnamed = names.filter((name) => !text.includes(name));
  return [text, ...linesWithin(unnamed, namesCharactersMax)].join('\n');
}
