import { dayMs, type EpochMs } from '../clock.ts';
import type { OwnTopicRecord } from '../storage/records/own.ts';
import { hasWords } from './candidates.ts';
import type { Edition } from './edition.ts';

/** Of how many articles and outlets a reader's stories come. */
export interface Basis {
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
}

/**
 * What stands in head and foot; the same for every channel with the same topics. A topic by words is looked for in all
 * that the server reads, whatever its feeds are about.
 */
export async function basisOf(
  edition: Edition,
  reader: {
    serverId: string | undefined;
    topicIds: readonly string[];
    ownTopics: readonly OwnTopicRecord[];
    since: EpochMs;
    now: EpochMs;
  },
): Promise<Basis> {
  const { records } = edition;
  const { topicIds, ownTopics, since, now } = reader;
  // Without feeds of its own a server reads what all read.
  const ofServer = reader.serverId ?? '';
  const serverId = (await records.own.feeds(ofServer)).length > 0 ? ofServer : '';
  const byWords = ownTopics.some((topic) => topicIds.includes(topic.id) && hasWords(topic));
  const wanted = byWords ? 'all' : [...topicIds].sort();
  const articles = await edition.once(['articles', serverId, wanted, since], () =>
    records.articles.countSince(since, wanted, serverId),
  );
  const { answered, all } = await edition.once(['outlets', serverId, wanted, now], () =>
    records.feedFigures.answered(wanted, serverId, now - dayMs),
  );
  return { articles, outletsAnswered: answered, outletsAll: all };
}
