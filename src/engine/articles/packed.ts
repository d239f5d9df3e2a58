import type { Article } from './article.ts';

/**
 * An article in the form in which threads pass it on and the database stores it. Each list is one string with an entry
 * per line: a dozen strings take twice as long, and JSON takes four to ten times as long to write. Paragraphs and
 * categories are plain lines (`plainLine`), so none contains a line break.
 */
export interface PackedArticle extends Omit<Article, 'paragraphs' | 'categories'> {
  paragraphs: string;
  categories: string;
}

export const inLines = (list: readonly string[]): string => list.join('\n');

export const fromLines = (lines: string): string[] => (lines === '' ? [] : lines.split('\n'));

export function packed<Packing extends Article>(article: Packing): Omit<Packing, keyof Article> & PackedArticle {
  const { paragraphs, categories } = article;
  return { ...article, paragraphs: inLines(paragraphs), categories: inLines(categories) };
}

export function unpacked(article: PackedArticle): Article {
  return { ...article, paragraphs: fromLines(article.paragraphs), categories: fromLines(article.categories) };
}
