import { readFileSync } from 'node:fs';
import { type EpochMs, minuteMs } from '../src/clock.ts';
import type { MovedClock } from './clock.ts';
import type { DiscordServer } from './server/server.ts';

/** The server that a visitor finds, and the two people that a visitor can be. */
export interface ReadingRoom {
  guildId: string;
  adminId: string;
  memberId: string;
  frontPageId: string;
  /** Where the visitor is asked to subscribe something. */
  technologyId: string;
}

/** A visitor can be one of the first two. */
const people = ['Mara Holm', 'Theo Lindt', 'Inga Brask', 'Sam Okoro', 'Priya Nair'] as const;
type Person = (typeof people)[number];
type Place = 'welcome' | 'announcements' | 'technology' | 'coffee';

/** What members wrote before the visitor came. */
const talk = JSON.parse(readFileSync(new URL('talk.json', import.meta.url), 'utf8')) as readonly {
  minutesBefore: number;
  where: Place;
  who: Person;
  words: string;
}[];

/** Builds the server with its channels and people. Leaves the clock two minutes before eight. */
export function furnishReadingRoom(server: DiscordServer, clock: MovedClock, eight: EpochMs): ReadingRoom {
  const { setup, acts } = server;
  clock.stand(eight - 60 * minuteMs);
  const ids = new Map(people.map((name) => [name, setup.addUser({ name }).id]));
  const idOf = (name: Person): string => ids.get(name) ?? '';
  const adminId = idOf('Mara Holm');
  const guild = setup.addGuild({ name: 'The Reading Room', locale: 'en-US', ownerId: adminId });
  for (const name of people) setup.addMember(guild.id, idOf(name), { admin: name === 'Mara Holm' });

  const start = setup.addChannel(guild.id, { name: 'Start here', kind: 'category' });
  const news = setup.addChannel(guild.id, { name: 'News', kind: 'category' });
  const club = setup.addChannel(guild.id, { name: 'The club', kind: 'category' });
  const add = (parentId: string, name: string, topic?: string, kind?: 'announcement' | 'forum' | 'voice') =>
    setup.addChannel(guild.id, { parentId, name, topic, kind }).id;
  const places: Record<Place | 'front', string> = {
    welcome: add(start.id, 'welcome', 'Who we are'),
    announcements: add(start.id, 'announcements', 'Dates and changes', 'announcement'),
    front: add(news.id, 'front-page', 'The morning’s news, once a day at eight'),
    technology: add(news.id, 'technology', 'Machines, networks, and what they do to us'),
    coffee: add(club.id, 'coffee', 'Everything else'),
  };
  add(club.id, 'book-club', 'One thread a book', 'forum');
  add(club.id, 'Reading aloud', undefined, 'voice');
  setup.setSystemChannel(guild.id, places.welcome);

  for (const { minutesBefore, where, who, words } of talk) {
    clock.stand(eight - minutesBefore * minuteMs);
    const content = words.replace('#front-page', `<#${places.front}>`);
    acts.say({ user: idOf(who), channel: places[where] }, content);
  }
  clock.stand(eight - 2 * minuteMs);
  return {
    guildId: guild.id,
    adminId,
    memberId: idOf('Theo Lindt'),
    frontPageId: places.front,
    technologyId: places.technology,
  };
}
