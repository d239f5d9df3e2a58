import { cityIn } from '../../../schedule/zones.ts';
import type { Formats } from '../formats.ts';

/** Words of /digest. */
export const settings = (f: Formats) => ({
  previewOf: (channel: string) => `What ${channel} would get if you posted a digest now. Only you see this.`,
  posting: (channel: string) => `The digest is on its way to ${channel}.`,
  postedEmpty: (channel: string) =>
    `There is nothing new for ${channel} since its last digest, so a quiet one is on its way.`,
  heading: (channel: string) => `Digest of ${channel}`,
  topics: 'Topics',
  muted: 'Muted in all channels of this server',
  mutedNone: 'none',
  log: 'Log channel',
  logNone: 'none: the member who last changed settings gets a direct message',
  until: (time: string) => `until ${time}`,
  saved: 'Saved.',
  /** `why` is one of `channels.noThreads`. */
  threadsLeft: (why: string) => `No threads below the digests: ${why}`,
  onlyAnnouncements: (channel: string) =>
    `${channel} isn’t an announcement channel, so no server can follow it. Nothing was changed.`,
  copied: (from: string) => `Saved, with the settings of ${from}.`,
  mutes: (word: string, hidden: number, of: number) =>
    [
      `**${word}** is muted in all channels of this server.`,
      ...(of === 0
        ? []
        : hidden === 0
          ? [
              `In the last 7 days it would ${f.form(of, 'not have hidden the only story', `have hidden none of ${f.number(of)} stories`)}.`,
            ]
          : [
              `In the last 7 days it would have hidden ${f.form(of, 'the only story', `${f.number(hidden)} of ${f.number(of)} stories`)}:`,
            ]),
    ].join(' '),
  alreadyMuted: (word: string, until: string | undefined) =>
    `**${word}** is already muted on this server${until === undefined ? '' : `, until ${until}`}.`,
  unmute: (word: string) => `Unmute “${word}”`,
  muteSure: (word: string, hidden: number, of: number) =>
    `**${word}** is not muted yet: in the last 7 days it would have hidden ${f.number(hidden)} of ${f.number(of)} stories. Mute it all the same?`,
  muteAnyway: 'Mute it',
  unmuted: (word: string) => `**${word}** is no longer muted on this server.`,
  logSet: (channel: string) => `Notices about digests and feeds go to ${channel}.`,
  logAlready: (channel: string) => `Notices about digests and feeds already go to ${channel}.`,
  clearLog: 'Use no log channel',
  logCleared:
    'Notices no longer go to a log channel. The member who last changed settings gets them as a direct message.',
  daysWithoutWord: 'Please give the word to mute too: mute_days only says for how long. Nothing was changed.',
  changeTime: (channel: string) => `**When should ${channel} get its digest?**`,
  pickHour: 'Time of day',
  pickClock: 'What time is it where you are?',
  clockMissing: 'Your time isn’t listed? As the zone in /digest settings you can enter any city or country.',
  pickCity: 'The nearest city',
  cityNext: 'One more step: choose the nearest city below. Until then nothing is changed.',
  itIs: (time: string) => `It is ${time} here`,
  zoneNow: (zone: string, time: string) => `It is ${time} in ${cityIn(zone, f.locale)}.`,
  muteExpires: (word: string, days: number) => `${word} · ${f.count(days, 'day', 'days')} left`,
});
