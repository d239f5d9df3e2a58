import type { FoundFeed } from './discovery.ts';

/**
 * Where to look for the feeds of a page of a well-known service: these feeds, or another page. The page itself links to
 * no feed or to a wrong one, or refuses programs.
 */
export interface ServiceFeeds {
  feeds?: readonly FoundFeed[];
  pageUrl?: string;
}

/** Pages of one kind. `find` gets the first group of `path`, or the query's `parameter`. */
interface Rule {
  hosts: readonly string[];
  path: RegExp;
  parameter?: string;
  find(found: string): ServiceFeeds;
}

const feed = (url: string): ServiceFeeds => ({ feeds: [{ url }] });
const youtube = ['youtube.com', 'www.youtube.com', 'm.youtube.com'];
const reddit = ['reddit.com', 'www.reddit.com', 'old.reddit.com', 'new.reddit.com'];
const github = ['github.com', 'www.github.com'];

const rules: readonly Rule[] = [
  // A channel's tab of videos. The playlist UULF… has the same videos, without Shorts and streams (rssguard#1675).
  {
    hosts: youtube,
    path: /^\/channel\/UC([\w-]{22})\/videos\/?$/,
    find: (id) => feed(`https://www.youtube.com/feeds/videos.xml?playlist_id=UULF${id}`),
  },
  // A handle's page names its feed, so it needs no rule.
  {
    hosts: youtube,
    path: /^\/channel\/(UC[\w-]{22})(?:\/|$)/,
    find: (id) => feed(`https://www.youtube.com/feeds/videos.xml?channel_id=${id}`),
  },
  {
    hosts: youtube,
    path: /^\/playlist\/?$/,
    parameter: 'list',
    find: (id) => feed(`https://www.youtube.com/feeds/videos.xml?playlist_id=${id}`),
  },
  {
    hosts: reddit,
    path: /^\/r\/(\w{2,30})(?:\/(?:new|hot|top|best)?)?\/?$/i,
    find: (name) => feed(`https://www.reddit.com/r/${name}/new/.rss`),
  },
  {
    hosts: reddit,
    path: /^\/u(?:ser)?\/([\w-]{2,30})\/?$/i,
    find: (name) => feed(`https://www.reddit.com/user/${name}/submitted/.rss`),
  },
  {
    hosts: ['bsky.app', 'www.bsky.app'],
    path: /^\/profile\/([\w.:%-]{3,260})\/?$/,
    find: (who) => feed(`https://bsky.app/profile/${who}/rss`),
  },
  {
    hosts: github,
    path: /^\/([\w-]{1,40}\/[\w.-]{1,100}?)(?:\.git)?(?:\/releases(?:\/.*)?)?\/?$/,
    find: (repository) => feed(`https://github.com/${repository}/releases.atom`),
  },
  {
    hosts: github,
    path: /^\/([\w-]{1,40}\/[\w.-]{1,100}\/(?:tags|commits))\/?$/,
    find: (list) => feed(`https://github.com/${list}.atom`),
  },
  {
    hosts: ['store.steampowered.com', 'steamcommunity.com'],
    path: /^\/(?:news\/)?(?:app|games)\/(\d{1,10})(?:\/|$)/,
    find: (app) => feed(`https://store.steampowered.com/feeds/news/app/${app}/`),
  },
  {
    hosts: ['steamcommunity.com'],
    path: /^\/groups\/([\w-]{1,100})\/?$/,
    find: (group) => feed(`https://steamcommunity.com/groups/${group}/rss`),
  },
  // Apple's directory knows the address of a podcast's own feed.
  {
    hosts: ['podcasts.apple.com', 'itunes.apple.com'],
    path: /\/id(\d{1,15})\/?$/,
    find: (id) => ({ pageUrl: `https://itunes.apple.com/lookup?entity=podcast&id=${id}` }),
  },
];

/** Where to look for a page's feeds, judged by its address. Undefined for a page of no known service. */
export function serviceFeeds(address: string): ServiceFeeds | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  for (const { hosts, path, parameter, find } of rules) {
    const found = hosts.includes(url.hostname) ? path.exec(url.pathname) : null;
    const value = found === null ? undefined : parameter === undefined ? found[1] : url.searchParams.get(parameter);
    if (value && /^[\w./:%-]{1,260}$/.test(value)) return find(value);
  }
  return undefined;
}
