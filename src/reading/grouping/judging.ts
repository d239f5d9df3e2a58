import type { Citation, CitationIn } from '../../engine/stories/citations.ts';
import { notNews } from '../../engine/stories/kinds.ts';
import type { FiledArticle } from '../../engine/stories/topicModel.ts';
import { nextTurn } from '../../engine/text/pauses.ts';
import type { ArticleId, TopicId } from '../../ids.ts';
import type { ArticleRecord } from '../../storage/records/stories/articles.ts';
import type { FeedTopic } from '../../storage/records/stories/placed.ts';
import type { Records } from '../../storage/storage.ts';

export interface Judgement {
  /** Probability, 0 to 1, that the article isn't a news report. */
  notNews: number;
  /** Probability of each topic, 0 to 1; empty if nothing is known. */
  topicShares: ReadonlyMap<TopicId, number>;
  citation?: Citation;
}

/** An article without a story, with the facts that decide its topics. */
export interface Judged extends Pick<Judgement, 'notNews' | 'citation'> {
  article: ArticleRecord;
  filed: Filed;
}

/** The topics of the feeds that list an article. */
type Filed = Pick<FiledArticle, 'sections' | 'frontPages'>;

function filedUnder(pairs: readonly FeedTopic[]): Filed {
  const of = (front: boolean) => pairs.flatMap(({ topicId, isFrontPage }) => (isFrontPage === front ? [topicId] : []));
  return { sections: [...new Set(of(false))], frontPages: [...new Set(of(true))] };
}

/** Feed topics of these articles by id. Articles in servers' own feeds alone are absent. */
export async function filedIn(
  { placed }: Pick<Records, 'placed'>,
  articles: readonly { id: ArticleId }[],
): Promise<Map<ArticleId, Filed>> {
  const topics = await placed.feedTopics(articles.map(({ id }) => id));
  const pairs = Map.groupBy(topics, ({ articleId }) => articleId);
  return new Map([...pairs].map(([id, own]) => [id, filedUnder(own)]));
}

const unfiled: Filed = { sections: [], frontPages: [] };

export async function judgedIn(
  records: Pick<Records, 'placed'>,
  articles: readonly ArticleRecord[],
  citationIn: CitationIn,
): Promise<Judged[]> {
  const filed = await filedIn(records, articles);
  const judged: Judged[] = [];
  for (const article of articles) {
    await nextTurn();
    judged.push({
      article,
      notNews: notNews({ ...article, text: article.paragraphs.join('\n') }),
      citation: citationIn(article),
      filed: filed.get(article.id) ?? unfiled,
    });
  }
  return judged;
}
