import type { FeedItem } from '../feeds/document.ts';

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Splits a title before its last part, such as " - Reuters" or " | CNN Business". */
const lastPart = /^(.{8,}?\S)\s+[-–—|]\s+([^|]{2,40})$/u;
/** The text before a title's first colon, such as "STAT+: ". */
const brandPart = /^([^:]{2,30}):\s+(?=\S.{7})/u;
const properName = String.raw`\p{Lu}[\p{L}'’.-]*`;
/** A place before the title: "South Africa: ", "Congo-Kinshasa: ", "Trinidad and Tobago: ". */
const placePart = new RegExp(
  String.raw`^(${properName}(?:\s(?:(?:and|of|the)\s)?${properName}){0,3}):\s+(?=\p{Lu}|["'“‘«\d])`,
  'u',
);

/** Minimum number of titles that can show a feed's habit. */
const titlesMin = 5;
/** The share of titles that must begin, or end, in the same way to show a feed's habit. */
const habitShare = 0.8;
/** Maximum number of different names per title. Names of countries recur; keywords before a colon hardly do. */
const namesPerTitleMax = 0.7;

/** Whether a title's last part is the outlet's name or begins with it ("CNN Business" for CNN). */
function isNameOf(part: string, outlet: string): boolean {
  const name = lettersOf(outlet);
  return name.length > 1 && (lettersOf(part) === name || part.toLowerCase().startsWith(outlet.toLowerCase()));
}

/** The ending of nearly all titles: the outlet's name, even if the catalogue has another one. */
function commonEnding(titles: readonly string[]): string | undefined {
  const endings = titles.flatMap((title) => lastPart.exec(title)?.[2] ?? []);
  const isHabit = ([, { length }]: [string, string[]]) =>
    titles.length >= titlesMin && length >= habitShare * titles.length;
  return [...Map.groupBy(endings, (ending) => ending)].find(isHabit)?.[0];
}

/** Whether nearly every title begins with the name of a place, as in an aggregator of many countries. */
function beginWithPlaces(titles: readonly string[]): boolean {
  const names = titles.flatMap((title) => placePart.exec(title)?.[1] ?? []);
  return (
    titles.length >= titlesMin &&
    names.length >= habitShare * titles.length &&
    new Set(names).size <= namesPerTitleMax * names.length
  );
}

/**
 * Names a document's items for readers. Removes the outlet's name and an aggregator's "Country: " from titles. An
 * aggregator's items get their source as outlet.
 */
export function namesIn(items: readonly FeedItem[], outletName: string) {
  const titles = items.map(({ title }) => title);
  const ending = commonEnding(titles);
  const placesLead = beginWithPlaces(titles);
  // Many feeds give their own name as the source of every item.
  const gathers = new Set(items.map(({ sourceName }) => sourceName)).size > 1;
  return ({ title, sourceName: stated }: FeedItem) => {
    const ends = lastPart.exec(title);
    const endsWithSource = stated !== undefined && ends?.[2] !== undefined && isNameOf(ends[2], stated);
    const source = gathers || endsWithSource ? stated : undefined;
    const outlet = source ?? outletName;
    let cleaned = title;
    if (ends?.[1] && ends[2] && (ends[2] === ending || endsWithSource || isNameOf(ends[2], outletName)))
      cleaned = ends[1];
    const brand = brandPart.exec(cleaned);
    // Keeps text that only begins with the outlet's name: "The Post view on ferries: …" describes the article.
    if (brand?.[1] && lettersOf(brand[1]) === lettersOf(outlet)) cleaned = cleaned.slice(brand[0].length);
    if (placesLead) cleaned = cleaned.replace(placePart, '');
    return { title: cleaned, outletName: outlet };
  };
}
