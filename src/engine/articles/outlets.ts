import type { OutletId, TopicId } from '../../ids.ts';

/** What the catalogue says about an outlet, apart from its feeds. */
export interface OutletFacts {
  name: string;
  /** ISO 3166-1 alpha-2, '' if unknown. */
  country: string;
  /** '' if unknown. */
  owner: string;
  paywall: boolean;
  topicIds: ReadonlySet<TopicId>;
}

export type Outlets = ReadonlyMap<OutletId, OutletFacts>;

/**
 * Finds the owner of an outlet's newsroom by the outlet's id. An outlet is its own owner if the catalogue states none,
 * or if it isn't in the catalogue because a server added its feed.
 */
export const ownersIn =
  (outlets: Outlets) =>
  (outletId: OutletId): string =>
    outlets.get(outletId)?.owner || outletId;

/** An outlet's country and owner, if the catalogue states them. */
export interface Publisher {
  /** ISO 3166-1 alpha-2. */
  country?: string;
  owner?: string;
}

export function publisherOf(outlets: Outlets, outletId: OutletId): Publisher {
  const { country = '', owner = '' } = outlets.get(outletId) ?? {};
  return { ...(country === '' ? {} : { country }), ...(owner === '' ? {} : { owner }) };
}
