import { renderDigest } from '../../commands/digest/card.ts';
import type { Status } from '../../src/desk/status.ts';
import type { Digest } from '../../src/newsroom/digest.ts';
import type { DigestStory, TopicLabel } from '../../src/storage/postContent.ts';

export const world: TopicLabel = { id: 'world', names: { en: 'World', de: 'Welt' }, colour: 0x3366cc, own: false };
export const technology: TopicLabel = {
  id: 'technology',
  names: { en: 'Technology', de: 'Technik' },
  colour: 0x22aa88,
  own: false,
};

export function placeOf(number: number, more: Partial<DigestStory> = {}): DigestStory {
  return {
    storyId: `story${number}`,
    title: `Headline ${number}`,
    url: `https://outlet.example/${number}`,
    articleId: `article${number}`,
    outlet: 'Harbour Post',
    topicId: 'world',
    sentences: [],
    outlets: 3,
    voices: 3,
    since: 1_795_500_000_000,
    ...more,
  };
}

/** Where something is from: `ferry-post` is Harbour Post's article about the ferry. */
function from(articleId: string, outlet: string) {
  const [event, site] = articleId.split('-');
  return { articleId, outlet, url: `https://${site}.example/${event}` };
}

export function digestOf(more: Partial<Digest> = {}): Digest {
  return {
    channelId: '2',
    serverId: '1',
    localDate: '2026-11-24',
    zone: 'Europe/Berlin',
    locale: 'en-US',
    topics: [world, technology],
    windowStart: 1_795_432_800_000,
    windowEnd: 1_795_519_200_000,
    places: [
      placeOf(1, {
        storyId: 'ferry',
        title: 'Ferry crews walk out across the Sound',
        outlets: 6,
        voices: 3,
        ...from('ferry-post', 'Harbour Post'),
        sentences: [
          {
            text: 'About 900 deckhands stopped work at 04:00, the first walkout since 1998.',
            ...from('ferry-post', 'Harbour Post'),
          },
          {
            text: 'The operator said two of eleven routes would run "until further notice".',
            ...from('ferry-radio', 'Sound Radio'),
          },
        ],
      }),
      placeOf(2, {
        storyId: 'water',
        title: 'Parliament passes the water bill',
        topicId: 'technology',
        outlets: 4,
        voices: 4,
        ...from('water-courier', 'Courier'),
        sentences: [
          { text: 'The upper house agreed by 41 votes to 38 late on Monday.', ...from('water-courier', 'Courier') },
        ],
        // 23 November 2026, 21:00 in Berlin.
        told: { at: 1_795_464_000_000, messageUrl: 'https://discord.com/channels/1/2/3' },
      }),
    ],
    also: [
      {
        storyId: 'moose',
        title: 'Moose delays the night train',
        topicId: 'world',
        ...from('moose-lantern', 'Lantern'),
      },
    ],
    outletsAnswered: 16,
    outletsAll: 18,
    ...more,
  };
}

/** The texts of a message in reading order. */
export function textsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'content' in part && typeof part.content === 'string' && part.content !== '' ? [part.content] : [];
  const children = 'components' in part && Array.isArray(part.components) ? part.components.flatMap(textsOf) : [];
  return [...own, ...children];
}

/** The first message of a rendered digest, and what all of its messages contain. */
export function renderOne(...drawn: Parameters<typeof renderDigest>) {
  const { payloads, told } = renderDigest(...drawn);
  const [payload = {}] = payloads;
  return { payload, told };
}

/** What /status says on a day without news and faults. */
export const quietStatus: Status = {
  ...{ version: '1', startedAt: 1, outletsAll: 2, outletsAnswered: 2, articles: 1, stories: 1, pendingDeliveries: 0 },
  ...{ failing: [], notices: [], corrections: 0, declined: {}, processes: undefined },
  ...{ lastPollAt: undefined, lastDigestAt: undefined, nextDigestAt: undefined },
};
