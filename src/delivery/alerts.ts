import { dayMs, type EpochMs } from '../clock.ts';
import type { Candidate } from '../digests/candidate.ts';
import { composeDigest } from '../digests/compose.ts';
import type { Alert, Report } from '../digests/deliveryKinds.ts';
import type { TopicLabel } from '../digests/digest.ts';
import type { Outlets, Topic } from '../feeds/catalogue.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import { localDateAt } from '../schedule/localTime.ts';
import { quietHoursAt } from '../schedule/quietHours.ts';
import type { AlertRecord } from '../storage/records/alerts.ts';
import type { OwnTopicRecord } from '../storage/records/own.ts';
import type { Records, Storage } from '../storage/storage.ts';
import { nextTurn } from '../text/pauses.ts';
import { beginningsOf, candidatesAmong } from './candidates.ts';
import { outletsFor } from './digestFor.ts';
import { createEdition, type Edition } from './edition.ts';
import { addJoined, named, reportsOf } from './joined.ts';
import type { MessageAct, Render } from './ports.ts';
import { labelOfOwnTopic, labelOfTopic, topicsSpoken } from './topics.ts';

export interface AlertParts {
  storage: Storage;
  render: Render;
  log: Log;
  pictures: boolean;
  topics: readonly Topic[];
  generalTopicIds: ReadonlySet<string>;
  outletsById: Outlets;
  pictureOrigins: ReadonlySet<string>;
  localeOf(serverId: string): Promise<string>;
  /** Whether the process ends: what isn't begun is left for the next one. */
  ending(): boolean;
}

/** Stories confirmed longer ago get no alert, for instance because Lede was away; the next digest tells them. */
const freshMs = 3 * 3_600_000;
/** Stories that are looked up for a rule's words; words in more stories than this are everyday ones. */
const storiesHeldMax = 200;
/** Stories with a sentence in one message; more than one come mostly after quiet hours. */
const storiesMax = 5;
/** Entries of `lookedAt`, which makes sure that a rule looks at a story again only when that has more articles. */
const lookedAtMax = 100_000;
/** The id of the made-up topic that holds a rule's words. */
const wordsTopicId = 'alert-words';

/**
 * Posts alerts of stories that enough newsrooms have just reported independently, and adds newsrooms that join to
 * alerts that were posted.
 */
export function createAlert(parts: AlertParts): Loop {
  const { storage } = parts;
  const { records } = storage;
  const lookedAt = new Map<string, number>();
  return {
    name: 'alert',
    every: '*/15 * * * * *',
    async run(now) {
      const rules = await records.alerts.listPresent();
      if (rules.length === 0) return 0;
      // Rules with words find their stories by the search, below.
      const voices = Math.min(...rules.flatMap(({ words, voices }) => (words === undefined ? [voices] : [])));
      const stories = Number.isFinite(voices) ? await records.stories.reportedBy(voices, now - dayMs) : [];
      const told = await records.told.ofAlerts(now - 2 * dayMs);
      if (lookedAt.size > lookedAtMax) lookedAt.clear();
      const edition = createEdition(records, parts.outletsById);
      let done = 0;
      for (const rule of rules) {
        if (parts.ending()) break;
        const since = freshSince(rule, now);
        if (since === undefined) continue;
        const among = rule.words === undefined ? stories : await withWords(records, rule, since);
        const isNew = (story: (typeof among)[number]) =>
          story.voices >= rule.voices &&
          !told.get(rule.channelId)?.has(story.id) &&
          lookedAt.get(`${rule.channelId} ${story.id}`) !== story.articles;
        const wanted = among.filter(isNew);
        if (wanted.length === 0) continue;
        await nextTurn();
        done += await tell(parts, edition, rule, { storyIds: wanted.map(({ id }) => id), since, now });
        // Also when the day's limit was reached: these stories wait for no later day.
        for (const { id, articles } of wanted) lookedAt.set(`${rule.channelId} ${id}`, articles);
      }
      return done + (await addJoined(parts, edition, now));
    },
  };
}

/** Stories with news since then that contain one of the rule's words. */
async function withWords({ search, stories }: Records, { words = [], serverId, voices }: AlertRecord, since: EpochMs) {
  // Thousands of members may watch words.
  await nextTurn();
  const beginnings = beginningsOf({ all: [], any: words, not: [] });
  const found = await search.holding(beginnings, serverId || undefined, since - dayMs, storiesHeldMax);
  const records = await stories.byIds(found.map(({ id }) => id));
  return records.filter((story) => story.voices >= voices);
}

/** Stories confirmed after this are told now; undefined in quiet hours. */
function freshSince({ quiet, zone, createdAt }: AlertRecord, now: EpochMs): EpochMs | undefined {
  const fresh = Math.max(createdAt, now - freshMs);
  if (quiet === undefined) return fresh;
  const { isQuiet, lastFrom, lastUntil } = quietHoursAt(quiet, zone, now);
  if (isQuiet) return undefined;
  // Right after quiet hours, one message tells everything confirmed during them.
  return now - lastUntil < freshMs ? Math.max(createdAt, Math.min(fresh, lastFrom)) : fresh;
}

interface Wanted {
  storyIds: readonly string[];
  since: EpochMs;
  now: EpochMs;
}

/** Stores one message for all stories that fit the rule, or in a forum one post for each. Returns how many. */
async function tell(parts: AlertParts, edition: Edition, rule: AlertRecord, wanted: Wanted): Promise<number> {
  const content = await alertOf(parts, edition, rule, wanted);
  if (content === undefined) return 0;
  let stored = 0;
  for (const one of rule.forum === undefined ? [content] : postsOf(content, rule.forum)) {
    if (await store(parts, rule, one, wanted.now)) stored += 1;
  }
  return stored;
}

/** One alert for each story, with the tag of its topic. */
function postsOf(content: Alert, { tagIds, otherTagId }: NonNullable<AlertRecord['forum']>): Alert[] {
  const one = (topicId: string, told: Pick<Alert, 'places' | 'also'>): Alert => {
    const tagId = tagIds[topicId] ?? otherTagId;
    return { ...content, ...told, tagIds: tagId === undefined ? [] : [tagId] };
  };
  return [
    ...content.places.map((place) => one(place.topicId, { places: [place], also: [] })),
    ...content.also.map((line) => one(line.topicId, { places: [], also: [line] })),
  ];
}

/** False if the day's limit is reached, or a story was told or the rule changed meanwhile. */
async function store(parts: AlertParts, rule: AlertRecord, alert: Alert, now: EpochMs): Promise<boolean> {
  const { storage, render, pictures, log } = parts;
  const { channelId, serverId } = rule;
  const [first] = [...alert.places, ...alert.also];
  if (first === undefined) return false;
  const kind = rule.forum === undefined ? 'alert' : 'post';
  const id = `${channelId}/${kind}/${first.storyId}`;
  const stories = new Set([...alert.places, ...alert.also].map(({ storyId }) => storyId));
  const reports = Object.fromEntries(Object.entries(alert.reports).filter(([storyId]) => stories.has(storyId)));
  const content = { ...alert, reports };
  const { payloads, told } = render.draw({ kind, content }, { deliveryKey: id, pictures });
  const { localDate, windowStart, windowEnd } = content;
  const slot = { localDate, ordinal: 0, windowStart, windowEnd, dueAt: now };
  const toldIds = told.map(({ storyId }) => storyId);
  const acts: MessageAct[] = [
    ...(rule.crosspost ? [{ kind: 'crosspost' } as const] : []),
    ...(rule.thread ? [{ kind: 'thread', name: first.title } as const] : []),
  ];
  const isNew = await storage.transaction(
    async (trx) => {
      // Since it was read, an admin may have changed the rule, and another process may have told the story.
      const present = await trx.alerts.byChannel(channelId);
      if (JSON.stringify(present) !== JSON.stringify(rule)) return false;
      if ((await trx.deliveries.countOfDay(channelId, kind, localDate)) >= rule.perDay) return false;
      if ((await trx.told.of(channelId, toldIds)).length > 0) return false;
      const delivery = { id, channelId, serverId, kind, ...slot, content, payloads } as const;
      return trx.deliveries.add(delivery, told, now, acts);
    },
    { durable: true },
  );
  if (isNew) log.info({ delivery: id, stories: told.length }, 'alert made');
  return isNew;
}

async function alertOf(
  parts: AlertParts,
  edition: Edition,
  rule: AlertRecord,
  { storyIds, since, now }: Wanted,
): Promise<Alert | undefined> {
  const { records } = edition;
  const { channelId, serverId, zone, voices, roleId } = rule;
  const locale = rule.locale ?? (await parts.localeOf(serverId));
  const own = await records.own.topics(serverId);
  const { topics, ownTopics } = topicsOf(rule, parts.topics, own, locale);
  if (topics.length === 0) return undefined;
  const windowStart = now - dayMs;
  const { mutedOutletIds, outlets } = await outletsFor(records, channelId, parts.outletsById);
  const counting = { mutedOutletIds, languages: [] };
  const reader = { serverId, topics, ownTopics, since: windowStart, until: now, counting };
  const reports = new Map<string, readonly Report[]>();
  const confirmed: Candidate[] = [];
  for (const candidate of await candidatesAmong(edition, reader, storyIds)) {
    const all = await reportsOf(
      edition,
      candidate.articles.map(({ id }) => id),
    );
    const last = all[voices - 1];
    if (last === undefined || last.newsAt <= since) continue;
    reports.set(candidate.storyId, named(all));
    confirmed.push(candidate);
  }
  if (confirmed.length === 0) return undefined;
  const about = { channelId, serverId, localDate: localDateAt(now, zone), zone, locale, topics };
  const said = { ...about, windowStart, windowEnd: now };
  const {
    digest: { places, also, paywalled },
  } = await composeDigest(
    {
      ...said,
      ...{ articles: 0, outletsAnswered: 0, outletsAll: 0, storiesMax },
      mutedWords: (await records.own.mutes(serverId, now)).map((mute) => mute.word),
      outlets,
      generalTopicIds: parts.generalTopicIds,
      pictureOrigins: parts.pictureOrigins,
    },
    confirmed,
    edition.texts,
  );
  const shown = [...places, ...also].map(({ storyId }) => [storyId, reports.get(storyId) ?? []] as const);
  const content = { ...said, places, also, paywalled, reports: Object.fromEntries(shown) };
  return roleId === undefined ? content : { ...content, roleId };
}

/** The topics of a rule, as a digest has them. */
function topicsOf(
  { topicId, words, serverId }: AlertRecord,
  all: readonly Topic[],
  own: readonly OwnTopicRecord[],
  locale: string,
): { topics: TopicLabel[]; ownTopics: readonly OwnTopicRecord[] } {
  if (words !== undefined) {
    const topic = { id: wordsTopicId, serverId, name: words.join(', '), words: { all: [], any: [...words], not: [] } };
    return { topics: [labelOfOwnTopic(topic)], ownTopics: [topic] };
  }
  if (topicId === undefined) return { topics: topicsSpoken(all, locale).map(labelOfTopic), ownTopics: own };
  const listed = all.filter(({ id }) => id === topicId).map(labelOfTopic);
  const made = own.filter(({ id }) => id === topicId).map(labelOfOwnTopic);
  return { topics: [...listed, ...made], ownTopics: own };
}
