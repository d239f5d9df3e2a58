/** What the name of a meta, however a content system spells it, says about the date in it. */

const other =
  /modif|updat|upd|revis|expir|unpub|event|valid|copyright|review|access|crawl|build|birth|start|end(?:date|time)|deadline|next|embargo/;
const modified = /modif|updat|revis|lastmod|lastpub|lastedit/;
const published = /pub(?:lish(?:ed|ing)?|lication)?(?:date|time|on|at|datetime|timestamp|utc|iso)?$/;
const publishedAfter = /(?:date|time)pub(?:lish(?:ed)?|lication)?$/;
const appeared =
  /(?:issued?|releas(?:ed?|ing)|created?|creation|post(?:ed)?|submitted|available|display|live|(?:^|article|news|story|page|content|citation|online|original|first|dc|dcterms|og|bt|sailthru|sort|search|source|web|wt)(?:zdate|date|ptime|pdate))(?:date|time|on|at|original)?$|^(?:date|time)(?:issued|created|posted|released?|submitted|original)$|^(?:timestamp|ptime|pdate|gentime|firstcreate)$/;

/**
 * How well a meta's name fits the day of publication: 3 for the names that standards gave, 2 where it says so, 1 where
 * it may, 0 where it speaks of something else.
 */
export function publishedName(name: string): 0 | 1 | 2 | 3 {
  const tight = name.replace(/[^a-z]/g, '');
  if (other.test(tight)) return 0;
  if (/(?:publishedtime|datepublished)$/.test(tight)) return 3;
  if (published.test(tight) || publishedAfter.test(tight)) return 2;
  return appeared.test(tight) ? 1 : 0;
}

/** Is it the name of a meta that holds the last change? */
export function modifiedName(name: string): boolean {
  const tight = name.replace(/[^a-z]/g, '');
  return modified.test(tight) && !/expir|event|valid/.test(tight);
}
