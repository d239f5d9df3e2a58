import type { Article } from './article.ts';

/**
 * An article as it crosses threads and is stored: its lists as one text each, an entry a line, since one string in
 * place of a dozen is half the work of both, and JSON takes four to ten times as long to write. Paragraphs and
 * categories are plain lines (`plainLine`).
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
