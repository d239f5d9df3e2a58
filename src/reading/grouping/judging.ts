import type { ArticleRecord } from '../../storage/records/articles.ts';
import type { Records } from '../../storage/storage.ts';
import { notNews } from '../../stories/kinds.ts';
import { topicShares } from '../../stories/topicModel.ts';

/** What the models say of one article. */
export interface Judgement {
  /** 0 to 1: how likely it is no news report. */
  notNews: number;
  /** 0 to 1 for each topic that the model knows. */
  topicShares: ReadonlyMap<string, number>;
}

/** By article id. */
export async function judgedIn(
  { placed }: Pick<Records, 'placed'>,
  articles: readonly ArticleRecord[],
): Promise<Map<string, Judgement>> {
  const pairs = await placed.feedTopics(articles.map(({ id }) => id));
  const topicsOf = Map.groupBy(pairs, ({ articleId }) => articleId);
  return new Map(
    articles.map((article) => {
      const feedTopicIds = topicsOf.get(article.id)?.map(({ topicId }) => topicId) ?? [];
      const item = { ...article, text: article.paragraphs.join('\n'), feedTopicIds };
      return [article.id, { notNews: notNews(item), topicShares: topicShares(item) }];
    }),
  );
}
