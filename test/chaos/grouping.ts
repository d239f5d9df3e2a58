import type { Changer } from '../../src/desk/asker.ts';
import { day, hour, type TestDesk } from '../desk/desk.ts';
import { type Life, OrderFailed } from './lede.ts';
import type { Order } from './orders.ts';
import type { Random } from './random.ts';

/** Age of an event at which its messages have been posted. */
const settledMs = 3 * hour;
/** Maximum age of an event to correct. Messages are edited, and the grouper looks back, for longer than that. */
const eligibleMs = 30 * hour;
/** Keeps each member within the ten votes a day that Lede allows. */
const scenesPerDay = 3;

/** The managers of two servers, and two members of the first. */
export interface Readers {
  first: Changer;
  second: Changer;
  members: readonly [string, string];
}

/** A reader says, or with `back` takes back, that the event's later article does not belong to it. */
type Step = { by: 'first' | 'second' | 'Max' | 'Eva'; back?: true };

/** Sequences of corrections; `splitIn` names the servers in which the article is split off at the end. */
const plots: readonly { steps: readonly Step[]; splitIn: readonly ('first' | 'second')[] }[] = [
  { steps: [{ by: 'first' }], splitIn: ['first'] },
  { steps: [{ by: 'Max' }, { by: 'Eva' }], splitIn: ['first'] },
  { steps: [{ by: 'Max' }, { by: 'first' }], splitIn: ['first'] },
  { steps: [{ by: 'first' }, { by: 'second' }], splitIn: ['first', 'second'] },
  { steps: [{ by: 'first' }, { by: 'first', back: true }], splitIn: [] },
  { steps: [{ by: 'Eva' }, { by: 'Max' }, { by: 'Max', back: true }], splitIn: [] },
  { steps: [{ by: 'first' }, { by: 'second' }, { by: 'first', back: true }], splitIn: ['second'] },
  { steps: [{ by: 'second' }, { by: 'second', back: true }, { by: 'second' }], splitIn: ['second'] },
];

/** An event that readers correct, and their progress. */
export interface Scene {
  town: string;
  /** The article that they split off, and one that stays in the story. */
  articleId: string;
  otherId: string;
  splitIn: (typeof plots)[number]['splitIn'];
  done: boolean;
}

/** Simulates readers who correct the grouping and follow stories, one order at a time, each retried until answered. */
export function createReaders(at: TestDesk, readers: Readers, places: { talk: string; dm: string }) {
  const scenes: Scene[] = [];
  const follows: { town: string; in: 'thread' | 'message' }[] = [];
  const used = new Set<string>();
  const orders: { of: () => Order | undefined; answered: () => void }[] = [];
  const byDay = new Map<number, number>();

  const placed = () =>
    at
      .rows<{ id: string; title: string; storyId: string }>(
        'select id, title, story_id as "storyId" from articles where story_id is not null order by news_at, id',
      )
      .map(({ id, title, storyId }) => ({ id, storyId, town: title.split(':')[0] ?? '' }));
  const storyOf = (articleId: string) => placed().find(({ id }) => id === articleId)?.storyId ?? '';
  const changer = (by: Step['by']): Changer => {
    if (by === 'first' || by === 'second') return readers[by];
    return { ...readers.first, userId: readers.members[by === 'Max' ? 0 : 1] };
  };

  const begins = at.now;
  /** Recent, fully reported events that no reader has touched, newest first. */
  const untouched = () => {
    const rows = at.rows<{ title: string; first: number; last: number }>(
      `select title, min(news_at) as first, max(news_at) as last from articles group by title having count(*) > 1
      order by last desc`,
    );
    const events = rows.filter(
      ({ first, last }) => first > begins && last < at.now - settledMs && last > at.now - eligibleMs,
    );
    return events.map(({ title }) => title.split(':')[0] ?? '').filter((town) => !used.has(town));
  };

  const play = (town: string, nth: number) => {
    const articles = placed().filter((one) => one.town === town);
    const [other, ...rest] = articles;
    const article = rest.at(-1);
    const plot = plots[nth % plots.length];
    if (other === undefined || article === undefined || plot === undefined) return;
    const scene: Scene = { town, articleId: article.id, otherId: other.id, splitIn: plot.splitIn, done: false };
    scenes.push(scene);
    for (const [index, { by, back: isBack }] of plot.steps.entries()) {
      const said = { articleId: article.id };
      const manager = by === 'first' || by === 'second';
      const voter = changer(by);
      const back = { serverId: voter.serverId, rows: [], dropped: [], said };
      orders.push({
        of: () =>
          isBack
            ? { do: 'change', change: 'undo', given: [voter, back] }
            : { do: 'change', change: 'splitOff', given: [voter, { ...said, storyId: storyOf(other.id), manager }] },
        answered: () => {
          scene.done = index === plot.steps.length - 1;
        },
      });
    }
  };

  const follow = (town: string, nth: number) => {
    const id = placed().find((article) => article.town === town)?.id ?? '';
    const isThread = nth % 2 === 0;
    const place = isThread ? { channelId: places.talk, interactionId: town } : { placeId: places.dm };
    orders.push({
      of: () => ({ do: 'follow', by: changer('Eva'), storyId: storyOf(id), place }),
      answered: () => void follows.push({ town, in: isThread ? 'thread' : 'message' }),
    });
  };

  /** Queues the orders of a new scene, at most a few times a day. */
  const begin = (): void => {
    const today = Math.floor(at.now / day);
    const nth = scenes.length + follows.length;
    if ((byDay.get(today) ?? 0) >= scenesPerDay) return;
    const [town] = untouched();
    if (town === undefined) return;
    byDay.set(today, (byDay.get(today) ?? 0) + 1);
    used.add(town);
    if (nth % 5 === 1) follow(town, follows.length);
    else play(town, scenes.length);
  };

  return {
    scenes,
    follows,
    storyOf,
    /** True while orders of a scene are waiting. */
    isBusy: () => orders.length > 0,
    /** Gives the next order, if any; with `mayKill` the process may be killed meanwhile. `isLast` starts no scene. */
    async act(life: Life, random: Random, mayKill: boolean, isLast: boolean): Promise<{ died: boolean }> {
      if (orders.length === 0 && !isLast) begin();
      const [next] = orders;
      const order = next?.of();
      if (next === undefined || order === undefined) return { died: false };
      const answer = life.order(order).catch((error: unknown) => {
        // The previous process executed the order but was killed before it answered.
        const isDone = error instanceof OrderFailed && ['not-in-story', 'already-followed'].includes(error.code);
        if (!isDone) throw error;
        return { died: false };
      });
      if (mayKill) {
        const killed = setTimeout(() => void life.kill(), random.between(0, 6));
        await answer;
        clearTimeout(killed);
        await life.kill();
      }
      const { died } = await answer;
      if (!died) {
        next.answered();
        orders.shift();
      }
      return { died: mayKill };
    },
  };
}
