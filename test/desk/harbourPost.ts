import { type DeskOptions, firstDay, hour, itemOf, openDesk, type TestDesk } from './desk.ts';
import { events } from './events.ts';

type Event = { title: string; paragraphs: readonly string[] };
export const [ferry] = events.ferry;
export const [water] = events.water;
export const correction = 'Correction: an earlier version of this article gave the wrong number of deckhands.';
export const corrected = (event: Event, text = correction): Event => ({
  title: event.title,
  paragraphs: [...event.paragraphs, text],
});

/** Publishes Harbour Post's current articles on the ferry and the water bill. */
export function say({ sites: [post] }: Pick<TestDesk, 'sites'>, ofFerry: Event = ferry, ofWater: Event = water): void {
  const at = firstDay + 5 * hour;
  post?.feed('/world.xml', [itemOf(ofFerry, '/ferry', at), itemOf(ofWater, '/water', at)]);
}

/** A desk whose channel gets both stories at eight. */
export const openHarbourPost = (more: DeskOptions = {}): Promise<TestDesk> =>
  openDesk({
    sites: ['Harbour Post', 'Courier'],
    before: (sites) => say({ sites }),
    digest: { topics: ['world'] },
    ...more,
  });

/** The desk at this time of the first day. */
export async function told(until = '08:00'): Promise<TestDesk> {
  const at = await openHarbourPost();
  await at.to(0, until);
  return at;
}
