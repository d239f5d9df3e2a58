import type { MaybeAlert } from './deliveryKinds.ts';
import type { DigestLine, DigestPlace } from './digest.ts';
import { withoutOutlet } from './withoutOutlet.ts';

/** Hosts to which a message has no links, because Discord's filter of harmful links refused it with them. */
export interface BlockedLinks {
  /** Discord named them. */
  named: readonly string[];
  /** Discord named none, and refused the message without this one, too, or without the one that is left out now. */
  tried: readonly string[];
  /** The one that is left out now, to see whether it was that. */
  without?: string;
}

/** As it is shown: without links to blocked hosts. */
export function withoutBlocked<Content extends MaybeAlert>(telling: Content): Content {
  const { named = [], without } = telling.blocked ?? {};
  const hosts = new Set(without === undefined ? named : [...named, without]);
  if (hosts.size === 0) return telling;
  return withoutOutlet(telling, ({ url }) => hosts.has(hostOf(url)), { posted: false }) ?? telling;
}

/**
 * The same without the hosts among `candidates` that Discord `said`, or else without the next one that was not tried and
 * leaves something to tell. Undefined if all were tried.
 */
export function withoutNextHost<Content extends MaybeAlert>(
  telling: Content,
  candidates: readonly string[],
  said: string,
): Content | undefined {
  const { named = [], tried = [] } = telling.blocked ?? {};
  const isNew = (host: string) => !named.includes(host);
  const found = candidates.filter((host) => isNew(host) && said.includes(host));
  if (found.length > 0) return { ...telling, blocked: { named: [...named, ...found], tried } };
  const passed = [...tried];
  for (const host of candidates.filter((one) => isNew(one) && !tried.includes(one))) {
    passed.push(host);
    const next = { ...telling, blocked: { named, tried: passed, without: host } };
    const { places, also } = withoutBlocked(next);
    if (places.length + also.length > 0) return next;
  }
  return undefined;
}

/** The same with the host that was left out last, since it was not that. */
export const withTriedHost = <Content extends MaybeAlert>(telling: Content): Content =>
  telling.blocked === undefined ? telling : { ...telling, blocked: { ...telling.blocked, without: undefined } };

/** Hosts to which these stories link, the first story's first. */
export function hostsOf({ places, also, reports = {} }: MaybeAlert, storyIds: ReadonlySet<string>): string[] {
  const links = ({ storyId, url, corrections = [], sentences = [] }: DigestLine & Partial<DigestPlace>) =>
    [{ url }, ...sentences, ...corrections, ...(reports[storyId] ?? [])].map((one) => hostOf(one.url));
  const stories = [...places, ...also].filter(({ storyId }) => storyIds.has(storyId));
  return [...new Set(stories.flatMap(links))].filter(Boolean);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
