import type { StoryId } from '../ids.ts';
import type { DigestLine, DigestStory, PostContent } from '../storage/postContent.ts';
import { withoutOutlet } from './withoutOutlet.ts';

/** The content as it is drawn, without links to blocked hosts. */
export function withoutBlocked<Content extends PostContent>(content: Content): Content {
  const { named = [], without } = content.blocked ?? {};
  const hosts = new Set(without === undefined ? named : [...named, without]);
  if (hosts.size === 0) return content;
  return withoutOutlet(content, ({ url }) => hosts.has(hostOf(url)), { posted: false }) ?? content;
}

/**
 * Blocks the `candidates` that Discord's answer `said` names. If it names none, omits the next untried one, as long as
 * something is left to show. Undefined if all were tried.
 */
export function withoutNextHost<Content extends PostContent>(
  content: Content,
  candidates: readonly string[],
  said: string,
): Content | undefined {
  const { named = [], tried = [] } = content.blocked ?? {};
  const isNew = (host: string) => !named.includes(host);
  const found = candidates.filter((host) => isNew(host) && said.includes(host));
  if (found.length > 0) return { ...content, blocked: { named: [...named, ...found], tried } };
  const passed = [...tried];
  for (const host of candidates.filter((one) => isNew(one) && !tried.includes(one))) {
    passed.push(host);
    const next = { ...content, blocked: { named, tried: passed, without: host } };
    const { places, also } = withoutBlocked(next);
    if (places.length + also.length > 0) return next;
  }
  return undefined;
}

/** Shows links to the host omitted last again: it was not the cause. */
export const withTriedHost = <Content extends PostContent>(content: Content): Content =>
  content.blocked === undefined ? content : { ...content, blocked: { ...content.blocked, without: undefined } };

/** Hosts that these stories link to, in story order. */
export function hostsOf({ places, also, reports = {} }: PostContent, storyIds: ReadonlySet<StoryId>): string[] {
  const links = ({ storyId, url, corrections = [], sentences = [], changed }: DigestLine & Partial<DigestStory>) =>
    [{ url }, ...sentences, ...corrections, ...(changed?.values ?? []), ...(reports[storyId] ?? [])].map((one) =>
      hostOf(one.url),
    );
  const stories = [...places, ...also].filter(({ storyId }) => storyIds.has(storyId));
  return [...new Set(stories.flatMap(links))].filter(Boolean);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
