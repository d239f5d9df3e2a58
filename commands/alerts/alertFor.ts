import { dayMs, type EpochMs } from '../../src/clock.ts';
import { alertWords } from '../../src/engine/stories/topics.ts';
import type { StoryId, TopicId } from '../../src/ids.ts';
import type { Candidate } from '../../src/newsroom/candidate.ts';
import { candidatesAmong } from '../../src/newsroom/candidates.ts';
import { composeDigest } from '../../src/newsroom/compose.ts';
import { customizationOf } from '../../src/newsroom/customization.ts';
import { type DigestParts, outletsFor } from '../../src/newsroom/digestFor.ts';
import { languageIn } from '../../src/newsroom/languageIn.ts';
import { mutedWordsOf } from '../../src/newsroom/lines.ts';
import { listedFor } from '../../src/newsroom/listed.ts';
import { saysMuted } from '../../src/newsroom/muted.ts';
import { isSilent } from '../../src/newsroom/notifying.ts';
import type { TickCache } from '../../src/newsroom/tickCache.ts';
import { knownLabelOf, labelOfOwnTopic, labelOfTopic, topicsSpoken } from '../../src/newsroom/topics.ts';
import type { DeliveryParts } from '../../src/outbox/draft.ts';
import { localeIn } from '../../src/schedule/languages.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';
import type { DigestLine, TopicLabel } from '../../src/storage/postContent.ts';
import type { AlertRecord } from '../../src/storage/records/servers/alerts.ts';
import type { OwnTopicRecord } from '../../src/storage/records/servers/ownTopicsAndFeeds.ts';
import type { Alert } from './card.ts';
import { confirmedBy } from './joined.ts';

export interface AlertParts extends DeliveryParts, Omit<DigestParts, 'messageUrl'> {}

/** What to alert a rule's channel of: the stories that enough independent outlets confirmed after `since`. */
export interface AlertAsked {
  rule: AlertRecord;
  storyIds: readonly StoryId[];
  since: EpochMs;
  now: EpochMs;
}

/** Maximum number of stories with a sentence in one message. Several stories are rare, except after quiet hours. */
const storiesMax = 5;
/** Id of the topic that Lede makes up for a rule's words. */
const wordsTopicId = 'alert-words';

/** The data from which alerts about these stories are made; undefined if none of the stories matches. */
async function confirmedFor(parts: AlertParts, cache: TickCache, { rule, storyIds, since, now }: AlertAsked) {
  const { records } = cache;
  const { channelId, serverId, voices, words } = rule;
  const { topics, ownTopics } =
    words === undefined ? await topicsOf(parts, rule) : topicOfWords({ id: wordsTopicId, serverId }, words);
  if (topics.length === 0) return undefined;
  const windowStart = now - dayMs;
  const customization = await cache.once(['customization', serverId], () =>
    customizationOf(records, serverId || undefined),
  );
  const reader = { customization, topics, ownTopics, since: windowStart, until: now };
  const { mutedOutletIds, outlets } = await outletsFor(cache, channelId);
  const counting = { mutedOutletIds, languages: [] };
  const origins = new Map<StoryId, number>();
  const confirmed: Candidate[] = [];
  for (const candidate of await candidatesAmong(cache, { ...reader, counting }, storyIds)) {
    // The rule index finds stories by one word of a phrase; this story has no whole phrase of the rule.
    if (words !== undefined && (candidate.wordTopicIds ?? []).length === 0) continue;
    const all = await confirmedBy(cache, candidate.articles);
    const last = all[voices - 1];
    if (last === undefined || last <= since) continue;
    origins.set(candidate.storyId, all.length);
    confirmed.push(candidate);
  }
  return confirmed.length === 0 ? undefined : { topics, windowStart, outlets, confirmed, origins };
}

/** The stories that the rule would post. Muted words of the server are not checked. */
export async function storiesFor(parts: AlertParts, cache: TickCache, asked: AlertAsked): Promise<string[]> {
  const found = await confirmedFor(parts, cache, asked);
  if (found === undefined) return [];
  const { topics, windowStart, confirmed } = found;
  const { generalTopicIds } = parts;
  const reader = { topics, generalTopicIds, windowStart, windowEnd: asked.now };
  return confirmed.filter((candidate) => listedFor([candidate], reader).length > 0).map(({ storyId }) => storyId);
}

/** One message for all stories that match the rule, or in a forum a post for each. */
export async function alertsFor(parts: AlertParts, cache: TickCache, asked: AlertAsked): Promise<Alert[]> {
  const found = await confirmedFor(parts, cache, asked);
  if (found === undefined) return [];
  const { rule, now } = asked;
  const { topics, outlets, confirmed, origins } = found;
  const about = { ...(await headOf(parts, rule, now)), topics };
  const {
    places: composed,
    also,
    paywalled,
  } = await composeDigest(
    {
      ...about,
      storiesMax,
      // The headline must not be one newsroom's claim that the others don't share.
      confirmed: rule.voices > 1,
      mutedWords: await mutedWordsOf(cache.records, rule.serverId || undefined, now),
      outlets,
      generalTopicIds: parts.generalTopicIds,
      pictureOrigins: parts.pictureOrigins,
    },
    confirmed,
    cache.texts,
  );
  const places = composed.map((place) => ({ ...place, voices: origins.get(place.storyId) ?? place.voices }));
  if (places.length + also.length === 0) return [];
  const heard = rule.words === undefined ? topics : await topicsHeard(cache, rule, rule.words, [...places, ...also]);
  const alert = { ...about, topics: heard, places, also, paywalled, countsNewsrooms: true };
  return rule.forum === undefined ? [alert] : postsOf(alert, rule);
}

/** The common part of a rule's messages: channel, day, language, and whom they notify. */
export async function headOf(parts: AlertParts, rule: AlertRecord, now: EpochMs) {
  const { channelId, serverId, zone, roleId } = rule;
  return {
    channelId,
    serverId,
    zone,
    localDate: localDateAt(now, zone),
    locale: await localeFor(parts, rule),
    windowStart: now - dayMs,
    windowEnd: now,
    ...(roleId === undefined ? {} : { roleId }),
    ...(isSilent(rule, now) ? { silent: true } : {}),
  };
}

export function tagsFor({ forum }: AlertRecord, topicId: TopicId | undefined): Pick<Alert, 'tagIds'> {
  if (forum === undefined) return {};
  const tagId = forum.tagIds[topicId ?? ''] ?? forum.otherTagId;
  return { tagIds: tagId === undefined ? [] : [tagId] };
}

const localeFor = async ({ storage, localeOf }: AlertParts, rule: AlertRecord) =>
  localeIn(rule.locale ?? (await languageIn(storage.records, rule)), await localeOf(rule.serverId));

/** The topics of a rule without words: the chosen one, or all in the language of its alerts. */
async function topicsOf(parts: AlertParts, rule: AlertRecord) {
  const { topicId } = rule;
  const ownTopics = await parts.storage.records.ownTopicsAndFeeds.topics(rule.serverId);
  if (topicId === undefined) {
    const locale = await localeFor(parts, rule);
    return { topics: topicsSpoken(parts.topics, locale).map(labelOfTopic), ownTopics };
  }
  const label = knownLabelOf(topicId, parts.topics, ownTopics);
  return { topics: label === undefined ? [] : [label], ownTopics };
}

function topicOfWords(of: Pick<OwnTopicRecord, 'id' | 'serverId'>, words: readonly string[]) {
  const { any, not } = alertWords(words);
  const topic = { ...of, name: any.join(', '), words: { all: [], any: [...any], not: [...not] } };
  return { topics: [labelOfOwnTopic(topic)], ownTopics: [topic] };
}

/** The made-up topic of a rule with words, named after the words that the stories contain. */
async function topicsHeard(
  { searched }: TickCache,
  { serverId }: AlertRecord,
  words: readonly string[],
  lines: readonly Pick<DigestLine, 'storyId'>[],
): Promise<TopicLabel[]> {
  const said = await searched(lines.map(({ storyId }) => storyId));
  const heard = alertWords(words).any.filter((word) => said.values().some((one) => saysMuted(one, [word])));
  // The search texts lack articles of own feeds. If only such articles have the words, the topic names all words.
  return topicOfWords({ id: wordsTopicId, serverId }, heard.length > 0 ? heard : words).topics;
}

/** One alert for each story, with the tag of its topic. */
function postsOf(content: Alert, rule: AlertRecord): Alert[] {
  const one = ({ topicId }: DigestLine, told: Pick<Alert, 'places' | 'also'>): Alert => ({
    ...content,
    ...told,
    ...tagsFor(rule, topicId),
  });
  return [
    ...content.places.map((place) => one(place, { places: [place], also: [] })),
    ...content.also.map((line) => one(line, { places: [], also: [line] })),
  ];
}
