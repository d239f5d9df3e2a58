import { cityIn } from '../../../schedule/zones.ts';
import type { Formats } from '../formats.ts';

/** Words of the digest. Arguments that are not numbers are markdown already. */
export const digest = (f: Formats) => ({
  /** "Berlin time", for a zone such as Europe/Berlin. */
  timeIn: (zone: string) => (zone === 'UTC' ? zone : `${cityIn(zone, f.locale)} time`),
  update: 'Update',
  /** "9 outlets, 3 origins"; without origins if there are as many. */
  outlets: ({ outlets, voices }: { outlets: number; voices: number }) =>
    f.count(outlets, 'outlet', 'outlets') + (voices < outlets ? `, ${f.count(voices, 'origin', 'origins')}` : ''),
  /** `time` is "04:14", "yesterday 15:10", "Sunday 15:10" or a date. */
  firstReported: (time: string) => `first reported ${time}`,
  told: (daysAgo: number) =>
    daysAgo === 0
      ? 'in an earlier digest today'
      : daysAgo === 1
        ? 'in yesterday’s digest'
        : `in the digest ${f.daysAgo(daysAgo)}`,
  /** The earlier headline that an update follows; `day` is "yesterday", "Sunday" or a date. */
  updates: (day: string, headline: string) => `${day}: “${headline}”`,
  digestOf: (weekday: string) => `${weekday}’s digest`,
  /** `of` is "Tuesday’s digest", linked; `text` and `title`, the article's headline, may be ''. */
  earlier: {
    corrected: (of: string, outlet: string, text: string, title: string) =>
      `**Correction** to ${title && `“${title}” in `}${of}, by ${outlet}${text && `: ${text}`}`,
    retracted: (of: string, outlet: string, text: string, title: string) =>
      `**Withdrawn** since ${of}${title && `: “${title}”`}, by ${outlet}${text && `: ${text}`}`,
  },
  /** Numbers of the stories whose corrections have no room in the message. */
  correctedToo: (numbers: string) => `**Also withdrawn or corrected:** ${numbers}`,
  /** `outlet` may be a link. */
  paywalled: (outlet: string) => `${outlet} (paywall)`,
  takenOut: 'Corrected: an article about another event was taken out',
  removed: 'Removed at the outlet’s request',
  open: 'Open a story; only you will see it',
  headlines: 'Headlines',
  corrected: (outlet: string, text: string) => `**Corrected** by ${outlet}${text && `: ${text}`}`,
  retracted: (outlet: string, text: string) => `**Withdrawn** by ${outlet}${text && `: ${text}`}`,
});
