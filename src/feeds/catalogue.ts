/** A subject that channels subscribe to. */
export interface Topic {
  /** Lower-case word, stable: it stands in the database. */
  id: string;
  names: { en: string; de: string };
  /** Accent of its cards, 0xRRGGBB. */
  colour: number;
}

/** Who publishes. */
export interface Outlet {
  /** Lower-case words joined by hyphens, stable: it stands in the database. */
  id: string;
  name: string;
  /** ISO 3166-1 alpha-2, or '' where the lists that we chose from do not say. */
  country: string;
  owner: string;
  /** Most articles need a subscription. */
  paywall: boolean;
  /** BCP 47 primary language of the articles. */
  language: string;
  siteUrl: string;
  feeds: readonly { url: string; topicId: string }[];
  /** ISO date of the last successful `npm run catalogue:check`; null until an operator with internet ran it. */
  checked: string | null;
}

/** What is read from the first start on. */
export interface Catalogue {
  topics: readonly Topic[];
  outlets: readonly Outlet[];
}
