import type { ServerId } from '../../ids.ts';
/** The shards of a process, and the number of all shards of the bot. */
export interface Shards {
  ids: readonly number[];
  count: number;
}

export const shardsRule =
  'LEDE_SHARDS must be auto, or this process’s shards and how many there are in all, such as 0-7/32 or 3/32.';

/** Maximum number of shards per process, so that a typo can't open thousands of connections. */
const idsMax = 1_000;

export const allOf = (count: number): Shards => ({ ids: Array.from({ length: count }, (_, id) => id), count });

/** Parses LEDE_SHARDS; undefined if malformed. */
export function shardsIn(text: string): Shards | 'auto' | undefined {
  if (text === 'auto') return text;
  const numbers = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(text);
  if (numbers === null) return undefined;
  const [first, last, count] = [numbers[1], numbers[2] ?? numbers[1], numbers[3]].map(Number) as [
    number,
    number,
    number,
  ];
  if (last < first || last >= count || last - first >= idsMax) return undefined;
  return { ids: Array.from({ length: last - first + 1 }, (_, nth) => first + nth), count };
}

/** Whether one of the shards gets a server's events. Discord's formula: (server id >> 22) % count. */
export const haveServer = ({ ids, count }: Shards, serverId: ServerId): boolean =>
  ids.includes(Number((BigInt(serverId) >> 22n) % BigInt(count)));
