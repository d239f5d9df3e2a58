import { readFileSync } from 'node:fs';
import { type EpochMs, minuteMs } from '../src/clock.ts';
import type { Catalogue } from '../src/newsroom/catalogue.ts';
import type { MovedClock } from './clock.ts';
import type { DiscordServer } from './discord/server.ts';
import type { PressItem } from './press/press.ts';

/** A visitor can be one of the first two. */
const people = ['Mara Holm', 'Theo Lindt', 'Inga Brask', 'Sam Okoro', 'Priya Nair'] as const;
type Person = (typeof people)[number];
type Place = 'welcome' | 'announcements' | 'technology' | 'coffee' | 'chess';

/** Discord's limits for a forum. */
const tagsMax = 20;
const tagNameMax = 20;

/**
 * Messages of members from before the visitor came. An article's id in braces is replaced by its URL; without the sample
 * press such messages are left out.
 */
const talk = JSON.parse(readFileSync(new URL('talk.json', import.meta.url), 'utf8')) as readonly {
  minutesBefore: number;
  where: Place;
  who: Person;
  words: string;
}[];

/** Builds both servers with their channels and people. Leaves the clock two minutes before eight. */
export function furnishReadingRoom(
  server: DiscordServer,
  clock: MovedClock,
  eight: EpochMs,
  { topics }: Pick<Catalogue, 'topics'>,
  articles: readonly Pick<PressItem, 'id' | 'url'>[],
) {
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
  const chess = setup.addGuild({ name: 'Chess Club', locale: 'en-US', ownerId: idOf('Inga Brask'), app: false });
  for (const name of ['Mara Holm', 'Theo Lindt', 'Sam Okoro'] as const) setup.addMember(chess.id, idOf(name));
  const places: Record<Place | 'front' | 'alerts' | 'bigStories' | 'french' | 'spanish', string> = {
    welcome: add(start.id, 'welcome', 'Who we are'),
    announcements: add(start.id, 'announcements', 'Dates and changes', 'announcement'),
    front: add(news.id, 'front-page', 'The morning’s news, once a day at eight'),
    alerts: add(news.id, 'alerts', 'As soon as three newsrooms report a story in their own words'),
    bigStories: add(news.id, 'big-stories', 'A post for each story that three newsrooms report', 'forum'),
    french: add(news.id, 'au-bord-du-fleuve', 'Les nouvelles de Rivemont, une fois par jour à huit heures'),
    spanish: add(news.id, 'junto-al-puerto', 'Las noticias de Peñamar, una vez al día a las ocho'),
    technology: add(news.id, 'technology', 'Machines, networks, and what they do to us'),
    coffee: add(club.id, 'coffee', 'Everything else'),
    chess: setup.addChannel(chess.id, { name: 'between-games', topic: 'Talk while the clock is stopped' }).id,
  };
  add(club.id, 'book-club', 'One thread a book', 'forum');
  add(club.id, 'Reading aloud', undefined, 'voice');
  setup.setSystemChannel(guild.id, places.welcome);
  // The bot needs ManageRoles to give members the role that alerts ping.
  const alertsRole = setup.addRole(guild.id, { name: 'Alerts', low: true });
  setup.grantBot(guild.id, ['ManageRoles']);
  const tagged = topics.slice(0, tagsMax);
  const tagIds = setup.setTags(
    places.bigStories,
    tagged.map(({ names }) => (names.en ?? '').slice(0, tagNameMax)),
  );

  for (const { minutesBefore, where, who, words } of talk) {
    clock.stand(eight - minutesBefore * minuteMs);
    const [, named] = /\{([\w-]+)\}/.exec(words) ?? [];
    const url = articles.find(({ id }) => id === named)?.url;
    if (named !== undefined && url === undefined) continue;
    const content = words.replace('#front-page', `<#${places.front}>`).replace(`{${named}}`, url ?? '');
    acts.say({ user: idOf(who), channel: places[where] }, content);
  }
  clock.stand(eight - 2 * minuteMs);
  return {
    guildId: guild.id,
    /** A second server, without Lede. */
    chessClubId: chess.id,
    adminId,
    memberId: idOf('Theo Lindt'),
    frontPageId: places.front,
    frenchId: places.french,
    spanishId: places.spanish,
    /** The channel that the visitor is asked to subscribe. */
    technologyId: places.technology,
    /** Gets alerts, which ping a role that members give themselves with a button. */
    alertsId: places.alerts,
    alertsRoleId: alertsRole.id,
    /** Gets a post for each big story, with the tag of its topic. */
    bigStoriesId: places.bigStories,
    tagIds: Object.fromEntries(tagged.map(({ id }, index) => [id, tagIds[index] ?? ''])),
  };
}
