import { type DeskOptions, firstDay, hour, itemOf, openDesk } from '../desk/desk.ts';
import type { Site } from '../desk/newsstand.ts';

export const morning = firstDay + 5 * hour;

type Options = Omit<DeskOptions, 'before'> & { before?: (post: Site, courier: Site) => void };

/** Opens a desk with the Harbour Post as its first outlet, and as its only one if `sites` names no others. */
export async function openPost({ before, sites = ['Harbour Post'], ...options }: Options = {}) {
  const at = await openDesk({ sites, before: (all) => before?.(...(all as [Site, Site])), ...options });
  const [post, courier] = at.sites as [Site, Site];
  return { at, post, courier };
}

type Event = Parameters<typeof itemOf>[0];

/** An article of which the feed gives no more than the beginning. */
export const teaser = (
  { title, paragraphs }: Event,
  link: string,
  at = morning,
  characters = Number.POSITIVE_INFINITY,
) => itemOf({ title, paragraphs: [`${paragraphs[0]}`.slice(0, characters)] }, link, at);
