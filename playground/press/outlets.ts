import type { TopicId } from './topics.ts';

/** Stable ids: they stand in the playground's database. */
export type OutletId =
  | 'agency-north'
  | 'harbour-post'
  | 'courier'
  | 'metro'
  | 'sound-radio'
  | 'lantern'
  | 'quay-and-cargo'
  | 'suedmaerker-anzeiger'
  | 'daily-coast'
  | 'plainly-so'
  | 'save-point';

/** How an outlet publishes; its voice is in what it writes. */
export interface PressOutlet {
  id: OutletId;
  name: string;
  tagline: string;
  owner: string;
  language: 'en' | 'de';
  format: 'rss' | 'atom' | 'rdf' | 'json';
  /** What a feed item holds of the article; with a snippet the rest stands on the page only. */
  feedText: 'full' | 'snippet';
  /** Media RSS for RSS and Atom, `image` in JSON Feed. */
  pictures: boolean;
  layout: 'broadsheet' | 'tabloid' | 'regional' | 'plain';
  /** Added to every link in a feed, as marketing departments do. */
  tracking?: string;
  /** Topics whose pages lie under another path, which robots.txt may close. */
  sections?: Partial<Record<TopicId, string>>;
  /** Path that robots.txt closes to everyone. */
  closedPath?: string;
  paywall: boolean;
}

export const pressOutlets: readonly PressOutlet[] = [
  {
    id: 'agency-north',
    name: 'Agency North',
    tagline: 'The news agency of Vennmark, since 1871',
    owner: 'Cooperative of 31 newspapers',
    language: 'en',
    format: 'rss',
    feedText: 'full',
    pictures: false,
    layout: 'plain',
    paywall: false,
  },
  {
    id: 'harbour-post',
    name: 'Harbour Post',
    tagline: 'Marhaven’s morning paper',
    owner: 'Harbour Post Trust',
    language: 'en',
    format: 'rss',
    feedText: 'full',
    pictures: true,
    layout: 'broadsheet',
    paywall: false,
  },
  {
    id: 'courier',
    name: 'Courier',
    tagline: 'Politics, business, and the rest in good order',
    owner: 'Vale & Lindholt Press',
    language: 'en',
    format: 'atom',
    feedText: 'snippet',
    pictures: false,
    layout: 'broadsheet',
    paywall: true,
  },
  {
    id: 'metro',
    name: 'Metro',
    tagline: 'All of it before your stop',
    owner: 'Vale & Lindholt Press',
    language: 'en',
    format: 'rss',
    feedText: 'snippet',
    pictures: true,
    layout: 'tabloid',
    tracking: 'utm_source=rss&utm_medium=feed&utm_campaign=headlines',
    sections: { entertainment: 'gossip' },
    closedPath: '/gossip/',
    paywall: false,
  },
  {
    id: 'sound-radio',
    name: 'Sound Radio',
    tagline: 'Public radio for the coast and the isles',
    owner: 'Sound Radio Foundation',
    language: 'en',
    format: 'json',
    feedText: 'full',
    pictures: true,
    layout: 'plain',
    paywall: false,
  },
  {
    id: 'lantern',
    name: 'Lantern',
    tagline: 'The student paper of Brannick University',
    owner: 'Brannick Students’ Union',
    language: 'en',
    format: 'rdf',
    feedText: 'full',
    pictures: false,
    layout: 'plain',
    paywall: false,
  },
  {
    id: 'quay-and-cargo',
    name: 'Quay & Cargo',
    tagline: 'The weekly of ports, freight and heavy industry',
    owner: 'Bollard Media',
    language: 'en',
    format: 'atom',
    feedText: 'full',
    pictures: false,
    layout: 'plain',
    paywall: false,
  },
  {
    id: 'suedmaerker-anzeiger',
    name: 'Südmärker Anzeiger',
    tagline: 'Unabhängige Zeitung für Kirnau und die Südmark',
    owner: 'Verlag Gebrüder Roth',
    language: 'de',
    format: 'rss',
    feedText: 'full',
    pictures: true,
    layout: 'plain',
    paywall: false,
  },
  {
    id: 'daily-coast',
    name: 'Daily Coast',
    tagline: 'From Pellow to the Point, every morning',
    owner: 'Pellow Printing Company',
    language: 'en',
    format: 'rdf',
    feedText: 'snippet',
    pictures: false,
    layout: 'regional',
    paywall: false,
  },
  {
    id: 'plainly-so',
    name: 'Plainly So',
    tagline: 'What they are not telling you, told plainly',
    owner: 'Grant Ormerod',
    language: 'en',
    format: 'atom',
    feedText: 'full',
    pictures: false,
    layout: 'plain',
    paywall: false,
  },
  {
    id: 'save-point',
    name: 'Save Point',
    tagline: 'Games and the people who make them',
    owner: 'Save Point Collective',
    language: 'en',
    format: 'rss',
    feedText: 'full',
    pictures: true,
    layout: 'plain',
    paywall: false,
  },
];
