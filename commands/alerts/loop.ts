import { dayMs, type EpochMs } from '../../src/clock.ts';
import { nextTurn } from '../../src/engine/text/pauses.ts';
import { quietHoursOf } from '../../src/newsroom/notifying.ts';
import { createTickCache } from '../../src/newsroom/tickCache.ts';
import type { Loop } from '../../src/schedule/loop.ts';
import type { AlertRecord } from '../../src/storage/records/servers/alerts.ts';
import type { ChangedStory, Rematch } from '../../src/storage/records/stories/changed.ts';
import type { StoryRecord } from '../../src/storage/records/stories/stories.ts';
import type { Records } from '../../src/storage/storage.ts';
import { type AlertParts, alertsFor, storiesFor } from './alertFor.ts';
import { addJoined } from './joined.ts';
import { createRuleIndex, type RuleIndex } from './ruleIndex.ts';
import { draftFor, storeAlert } from './store.ts';

/** A story confirmed longer ago, for instance while Lede was down, gets no alert; the next digest may have it. */
const freshMs = 3 * 3_600_000;
/** Number of changed stories that are matched together, with their texts in memory. */
const storiesAtOnce = 50;

/**
 * Posts alerts about stories just confirmed by enough independent outlets, and adds later outlets to posted alerts.
 * Only changed stories are checked, each once against all rules.
 */
export function createAlert(parts: AlertParts): Loop {
  const { storage } = parts;
  const { changed } = storage.records;
  const rules = createRuleIndex(storage.records);
  return {
    name: 'alert',
    // One process only: two would match each story twice.
    role: 'send',
    every: '*/15 * * * * *',
    async run(now) {
      let done = 0;
      for (;;) {
        const due = await changed.due('alert', now, storiesAtOnce);
        if (due.length === 0) return done;
        const matched = await matchStories(parts, await rules.current(), due, now);
        done += matched.done;
        // Some stories may not have been reached, so the whole batch stays queued.
        if (parts.ending()) return done;
        const ids = due.map(({ id }) => id);
        await storage.transaction(async (trx) => {
          await trx.changed.processed(ids);
          await trx.changed.requeue('alert', matched.rematches);
        });
        if (due.length < storiesAtOnce) return done;
      }
    },
  };
}

/** Stores alerts about these stories. `rematches` holds stories to check later. */
async function matchStories(parts: AlertParts, index: RuleIndex, due: readonly ChangedStory[], now: EpochMs) {
  const { records } = parts.storage;
  const cache = createTickCache(records, parts.outletsById);
  const changed = due.filter(({ channelId }) => channelId === '').map(({ storyId }) => storyId);
  // Runs first: the alerts made below already name all present outlets.
  const joined = await addJoined(parts, cache, [...new Set(changed)], now);
  const wanted = await wantedBy(records, index, due, now);
  const { rematches } = joined;
  let { done } = joined;
  for (const [rule, storyIds] of wanted) {
    if (parts.ending()) break;
    const told = await records.told.among(rule.channelId, storyIds);
    const fresh = storyIds.filter((id) => !told.has(id));
    if (fresh.length === 0) continue;
    await nextTurn();
    const { since, quietUntil } = freshWindow(rule, now);
    const asked = { rule, storyIds: fresh, since, now };
    if (quietUntil !== undefined) {
      const held = await storiesFor(parts, cache, asked);
      rematches.push(...held.map((storyId) => rematchOf(rule, quietUntil)({ storyId })));
      continue;
    }
    for (const made of await alertsFor(parts, cache, asked)) {
      const draft = draftFor(parts, rule, made, now);
      const outcome = await storeAlert(parts, rule, draft, now);
      if (outcome === 'stored') done += 1;
      // The rule changed meanwhile; the next run applies its new version.
      else if (outcome === 'stale') rematches.push(...draft.told.map(rematchOf(rule, now)));
    }
  }
  return { done, rematches };
}

const rematchOf =
  ({ channelId }: AlertRecord, dueAt: EpochMs) =>
  ({ storyId }: Pick<Rematch, 'storyId'>): Rematch => ({ storyId, channelId, dueAt });

/** Rules that may match these stories, oldest first, each with its stories. */
async function wantedBy(records: Records, index: RuleIndex, due: readonly ChangedStory[], now: EpochMs) {
  const channelsOf = Map.groupBy(due, ({ storyId }) => storyId);
  const stories = (await records.stories.byIds([...channelsOf.keys()])).filter(({ newsAt }) => newsAt > now - dayMs);
  const forAll = stories.filter(({ id }) => channelsOf.get(id)?.some(({ channelId }) => channelId === ''));
  const texts = await textsOf(records, forAll);
  const wanted = new Map<AlertRecord, string[]>();
  for (const story of stories) {
    const some = channelsOf.get(story.id)?.flatMap(({ channelId }) => index.ofChannel(channelId) ?? []) ?? [];
    const ofStory = texts.get(story.id);
    const holding = ofStory === undefined ? [] : await index.holding(ofStory);
    const wordless = ofStory === undefined || !story.open ? [] : index.wordless;
    for (const rule of new Set([...some, ...holding, ...wordless])) {
      if (story.voices >= rule.voices) wanted.getOrInsertComputed(rule, () => []).push(story.id);
    }
  }
  return [...wanted].sort(([a], [b]) => a.createdAt - b.createdAt || (a.channelId < b.channelId ? -1 : 1));
}

/** Each story's search texts, with the servers that may see them. */
async function textsOf({ search, audiences }: Records, stories: readonly StoryRecord[]) {
  const found = await search.textsOf(stories.map(({ id }) => id));
  const servers = await audiences.serversWithFeeds([...new Set(found.flatMap(({ feedId }) => feedId ?? []))]);
  const byStory = Map.groupBy(found, ({ id }) => id);
  return new Map(
    stories.map(({ id, language }) => [
      id,
      (byStory.get(id) ?? []).map(({ title, body, feedId }) => ({
        text: `${title}\n${body}`,
        language,
        readers: feedId === undefined ? undefined : servers.get(feedId),
      })),
    ]),
  );
}

/** `since`: stories confirmed after this are posted. `quietUntil`: set during quiet hours; posting waits until then. */
function freshWindow(rule: AlertRecord, now: EpochMs): { since: EpochMs; quietUntil?: EpochMs } {
  const { createdAt, silent } = rule;
  const fresh = Math.max(createdAt, now - freshMs);
  const quiet = quietHoursOf(rule, now);
  if (quiet === undefined || (quiet.isQuiet && silent === 'quiet')) return { since: fresh };
  const { isQuiet, lastFrom, lastUntil, nextUntil } = quiet;
  if (isQuiet) return { since: Math.max(createdAt, now - dayMs), quietUntil: nextUntil };
  // For `freshMs` after quiet hours, stories confirmed during these hours are posted, too.
  return { since: now - lastUntil < freshMs ? Math.max(createdAt, Math.min(fresh, lastFrom)) : fresh };
}
