import type { EpochMs } from '../../clock.ts';

/** What a process may do: read feeds and pages, group articles, make digests, send them, talk with Discord. */
export const roles = ['read', 'group', 'publish', 'send', 'gateway'] as const;
export type Role = (typeof roles)[number];

/** Only one process at a time has one of these; others that may have it stand by. */
export const soleRoles: ReadonlySet<Role> = new Set(['group', 'send']);

/** One process among those that work on a database. */
export interface Member {
  /** Stands in what it claimed. */
  readonly owner: string;
  /** Whether it may act in a role at this moment. */
  holds(role: Role): boolean;
  /** Resolves with a sentence when others took over what this process did; from then on it can store nothing. */
  readonly lost: Promise<string>;
}

/** What a process says of itself when it joins. */
export interface Joining {
  /** For people: the machine and the number of the process there. */
  name: string;
  roles: readonly Role[];
}

/** A process as `/status` and the metrics show it. */
export interface ProcessRecord extends Joining {
  owner: string;
  startedAt: EpochMs;
  /** When its lease ends; nothing where one process is alone. */
  leaseUntil?: EpochMs;
  /** Roles that it alone has, and since when. */
  holds: { role: Role; since: EpochMs; turn: number }[];
}
