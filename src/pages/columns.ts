import type { ListedArticle } from '../articles/fromFeed.ts';
import type { PackedArticle } from '../articles/packed.ts';

type Row = PackedArticle & Omit<ListedArticle, 'article'>;

/**
 * A document's articles as they cross threads: a list per field takes half the time of an object per article, which names each field anew.
 * Of a field that is the same for all, such as the outlet, there is one value only; the keys are always all there.
 */
export type ListedColumns = { readonly [Field in keyof Row]-?: readonly Row[Field][] };

export function inColumns(listed: readonly ListedArticle[]): ListedColumns {
  const column = <Value>(of: (article: PackedArticle) => Value): Value[] =>
    onceIfSame(listed.map(({ article }) => of(article)));
  return {
    key: listed.map(({ key }) => key),
    dated: onceIfSame(listed.map(({ dated }) => dated)),
    sharesPage: onceIfSame(listed.map(({ sharesPage }) => sharesPage)),
    id: column((article) => article.id),
    outletId: column((article) => article.outletId),
    outletName: column((article) => article.outletName),
    url: column((article) => article.url),
    title: column((article) => article.title),
    paragraphs: column((article) => article.paragraphs),
    textFrom: column((article) => article.textFrom),
    author: column((article) => article.author),
    imageUrl: column((article) => article.imageUrl),
    imageAlt: column((article) => article.imageAlt),
    categories: column((article) => article.categories),
    language: column((article) => article.language),
    publishedAt: column((article) => article.publishedAt),
    firstSeenAt: column((article) => article.firstSeenAt),
    sentencesMax: column((article) => article.sentencesMax),
  };
}

function onceIfSame<Value>(values: Value[]): Value[] {
  return values.every((value) => value === values[0]) ? values.slice(0, 1) : values;
}

export function fromColumns(columns: ListedColumns): ListedArticle[] {
  return columns.key.map((key, at) => {
    const of = <Value>(column: readonly Value[]): Value => column[column.length === 1 ? 0 : at] as Value;
    const article: PackedArticle = {
      id: of(columns.id),
      outletId: of(columns.outletId),
      outletName: of(columns.outletName),
      url: of(columns.url),
      title: of(columns.title),
      paragraphs: of(columns.paragraphs),
      textFrom: of(columns.textFrom),
      author: of(columns.author),
      imageUrl: of(columns.imageUrl),
      imageAlt: of(columns.imageAlt),
      categories: of(columns.categories),
      language: of(columns.language),
      publishedAt: of(columns.publishedAt),
      firstSeenAt: of(columns.firstSeenAt),
      sentencesMax: of(columns.sentencesMax),
    };
    return { key, article, dated: of(columns.dated), sharesPage: of(columns.sharesPage) };
  });
}
