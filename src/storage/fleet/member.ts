import type { EpochMs } from '../../clock.ts';
import type { Role } from '../../schedule/loop.ts';

/** Roles that only one process holds at a time. Other processes with such a role stand by. */
export const soleRoles: ReadonlySet<Role> = new Set(['group', 'send']);

export interface Member {
  /** Identifies the process in the rows that it claims. */
  readonly owner: string;
  /** Whether the process performs the role at this moment. */
  holds(role: Role): boolean;
  /** Resolves with the reason once this process can store nothing more: others took over, or its clock is wrong. */
  readonly lost: Promise<string>;
}

export interface Joining {
  /** For people: the host name and process id. */
  name: string;
  roles: readonly Role[];
}

/** A process as `/status` and the metrics show it. */
export interface ProcessRecord extends Joining {
  owner: string;
  startedAt: EpochMs;
  /** When its lease ends; undefined if the database has only one process. */
  leaseUntil?: EpochMs;
  /** The roles among `soleRoles` that the process holds; `turn` counts how often the role was taken. */
  holds: { role: Role; since: EpochMs; turn: number }[];
}
