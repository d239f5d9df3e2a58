import type { EpochMs } from '../clock.ts';
import type { Telling } from './digest.ts';

/** A newsroom's own report of a story. */
export interface Report {
  outlet: string;
  url: string;
  at: EpochMs;
  /** ISO 3166-1 alpha-2; undefined if unknown. */
  country?: string;
  owner?: string;
}

/** Stories that enough newsrooms reported independently of each other. */
export interface Alert extends Telling {
  /** Its own report of each newsroom by story, first to latest. */
  reports: Readonly<Record<string, readonly Report[]>>;
  /** A role that is pinged when it is posted. */
  roleId?: string;
  /** Tags of a forum's post. */
  tagIds?: readonly string[];
  /** When newsrooms that joined later were last added. */
  joinedAt?: EpochMs;
}

/** A digest, or an alert with its newsrooms. */
export type MaybeAlert = Telling & Partial<Pick<Alert, 'reports'>>;
