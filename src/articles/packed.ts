import type { Article } from './article.ts';

/** An article as it crosses threads and is stored: its lists as JSON, since one string in place of a dozen is half the work of both. */
export interface PackedArticle extends Omit<Article, 'paragraphs' | 'categories'> {
  paragraphs: string;
  categories: string;
}

export function packed<Packing extends Article>(article: Packing): Omit<Packing, keyof Article> & PackedArticle {
  const { paragraphs, categories } = article;
  return { ...article, paragraphs: JSON.stringify(paragraphs), categories: JSON.stringify(categories) };
}

export function unpacked(article: PackedArticle): Article {
  return { ...article, paragraphs: JSON.parse(article.paragraphs), categories: JSON.parse(article.categories) };
}
