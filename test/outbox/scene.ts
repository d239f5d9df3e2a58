import type { Fault } from '../../playground/discord/http/faults.ts';
import { allComponents } from '../../playground/discord/reading.ts';
import { type DeskOptions, firstDay, hour, itemOf, newsInBoth, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import type { Site } from '../desk/newsstand.ts';

export const morning = firstDay + 5 * hour;

/** Discord's answers, in order: not posted, never accepted, not with this link, and not permitted. */
export const notTaken = { status: 405, code: 0, message: 'Method Not Allowed' };
export const refused = { status: 400, code: 50_035, message: 'Invalid Form Body' };
export const filtered = { status: 400, code: 240_000, message: 'Message blocked by harmful links filter' };
export const forbidden = { status: 403, code: 50_013, message: 'Missing Permissions' };

/**
 * A desk with news in two topics and a channel that gets both at eight. Discord forgets nonces, so that only looking up
 * messages prevents duplicates.
 */
export const withNews = (options: DeskOptions = {}): Promise<TestDesk> =>
  openDesk({
    server: { settings: { nonceMs: 0 } },
    before: newsInBoth,
    // Every slot has a digest, also one without news.
    digest: { topics: ['world', 'technology'], quiet: 'post' },
    ...options,
  });

export const pathOf = (at: TestDesk, channelId = at.channelId) => `/channels/${channelId}/messages`;
export const posts = (at: TestDesk) => at.server.requests.list('POST', pathOf(at)).length;
export const looks = (at: TestDesk) => at.server.requests.list('GET', pathOf(at)).length;

/** Edits of messages, as a fault names them. */
export const patch = { method: 'PATCH', path: /\/messages\/\d+$/ };

/** Lets the next attempts to post fail. */
export const failPosts = (at: TestDesk, how: Fault, more: object = {}) =>
  at.server.fail({ method: 'POST', path: pathOf(at), how, ...more });

/** Limits a fault to requests whose body has these words. */
export const naming = (words: string) => ({
  when: ({ body }: { body?: unknown }) => JSON.stringify(body).includes(words),
});

export const always = { times: Number.POSITIVE_INFINITY };

export const statesOf = (at: TestDesk) =>
  at.rows<{ state: string }>('select state from deliveries order by due_at, ordinal').map(({ state }) => state);

/** Keys of the channel's messages, oldest first: `#0` and `#0/1` are the two messages of the day's first slot. */
export const partsIn = (at: TestDesk): string[] =>
  at.messages().flatMap(({ components }) => {
    const ids = allComponents(components ?? []).map((one) => /\/daily\/[\d-]+(#\d.*)$/.exec(one.custom_id ?? '')?.[1]);
    return [...new Set(ids.filter((id) => id !== undefined))];
  });

/** Three world stories, one of them by two outlets, and one technology story. */
export const world = ([post, courier, lantern]: Site[]) => {
  post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', morning), itemOf(events.moose[0], '/moose', morning)]);
  courier?.feed('/world.xml', [itemOf(events.ferry[1], '/ferry', morning), itemOf(events.water[1], '/water', morning)]);
  lantern?.feed('/tech.xml', [itemOf(events.phones[0], '/phones', morning)]);
};

/** A desk with these stories, and a channel that gets the topics at eight. */
export const subscribed = (topics = ['world'], before = world): Promise<TestDesk> =>
  openDesk({ before, digest: { topics, quiet: 'post' } });
