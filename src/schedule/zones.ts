import { rawTimeZones } from '@vvo/tzdb';
import type { EpochMs } from '../clock.ts';
import { languages } from '../languages/languages.ts';
import { cut } from '../text/cut.ts';
import { editsAllowed, editsBetween } from '../text/edits.ts';
import { localTimeAt, zonedAt } from './localTime.ts';
import { canonicalLocale, fold, majorZones, type Place, placesIn } from './zonePlaces.ts';

/** A zone to choose from. The label gives city, country, current time and offset, in at most 100 characters. */
export type ZoneChoice = { zone: string; label: string };

/**
 * Zones with the same time at present, and their cities; in other seasons they may differ. The most populous zone comes
 * first.
 */
export type ClockChoice = { label: string; time: string; zones: string[]; cities: string[] };

/** Maximum number of options that Discord accepts in an autocomplete or select. */
const choicesMax = 25;
const labelMax = 100;
const queryMax = 100;

const rankByZone = new Map(majorZones.map((zone, rank) => [zone, rank]));
const zonesByName = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [fold(zone), zone]));
const rankOf = (zone: string): number => rankByZone.get(zone) ?? majorZones.length;

/**
 * Finds zones by city, country, abbreviation, offset or name, at most 25, best match first. Without a query, the
 * locale's own zone and then the most populous ones. Empty if nothing matches.
 */
export function findZones(query: string, now: EpochMs, locale: string): ZoneChoice[] {
  const places = placesIn(locale);
  const asked = placeAsked(query);
  const matched = asked === '' ? suggested(places, locale) : matching(places, asked, now);
  const found = matched.length > 0 ? matched : nearest(places, asked);
  return found.slice(0, choicesMax).map(({ place, city }) => ({ zone: place.zone, label: labelOf(place, city, now) }));
}

/**
 * The zone that a text names unambiguously: a zone's name, or a whole city, country or abbreviation. Undefined if none.
 */
export function zoneTyped(text: string, now: EpochMs, locale: string): string | undefined {
  const asked = placeAsked(text);
  // Exact names come first: the package lists some zones under a neighbour whose clock differs for part of the year.
  const named = zonesByName.get(asked);
  if (named !== undefined) return named;
  const [first] = asked === '' ? [] : matching(placesIn(locale), asked, now);
  return first !== undefined && first.score <= wholeMax ? first.place.zone : undefined;
}

/** The city that a misspelt text probably means, named in this locale. */
export const cityMeant = (text: string, locale: string): string | undefined =>
  nearest(placesIn(locale), fold(text.slice(0, queryMax)))[0]?.city;

/** Whether it is the name of a zone. */
export function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && zonedAt(0, name).timeZoneId !== '';
  } catch {
    return false;
  }
}

/** The zone most people with this Discord locale live in: a first guess, shown as one. UTC for an unknown locale. */
export function zoneOfLocale(locale: string): string {
  const region = regionOfLocale(locale);
  if (region === '419') return 'America/Mexico_City';
  const zones = rawTimeZones.filter(({ countryCode }) => countryCode === region).map(({ name }) => name);
  return zones.sort((a, b) => rankOf(a) - rankOf(b))[0] ?? 'UTC';
}

/** The zone's city, named in this locale. */
export const cityIn = (zone: string, locale: string): string =>
  placesIn(locale).find((place) => place.zone === zone)?.city ??
  zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/**
 * Choices for "what time is it for you?": the 25 most populous offsets, from west to east, with the current time there.
 */
export function zonesByClock(now: EpochMs, locale = 'en'): ClockChoice[] {
  const cityOf = new Map(placesIn(locale).map((place) => [place.zone, place.city]));
  return [...Map.groupBy(majorZones, (zone) => offsetMinutes(zone, now))]
    .slice(0, choicesMax)
    .sort(([a], [b]) => a - b)
    .map(([, zones]) => {
      const cities = zones.map((zone) => cityOf.get(zone) ?? zone);
      const label = cut(cities.slice(0, 4).join(', '), labelMax);
      return { label, time: localTimeAt(now, zones[0] ?? 'UTC'), zones, cities };
    });
}

/** What is asked for, folded, without words around it: "heure de Paris", "London time". */
const placeAsked = (text: string): string =>
  languages.reduce(
    (asked, { zoneWords }) => asked.replace(zoneWords ?? '', '') || asked,
    fold(text.slice(0, queryMax)),
  );

type Found = { place: Place; city: string; score: number };

/** Worst score of a match on a whole name. */
const wholeMax = 2;

function suggested(places: readonly Place[], locale: string): Found[] {
  const own = zoneOfLocale(locale);
  const likely = places.filter(({ zone }) => zone === own || rankByZone.has(zone));
  const order = (place: Place) => (place.zone === own ? -1 : rankOf(place.zone));
  return likely.sort((a, b) => order(a) - order(b)).map((place) => ({ place, city: place.city, score: 0 }));
}

function matching(places: readonly Place[], asked: string, now: EpochMs): Found[] {
  const offset = offsetAsked(asked);
  const found = places.flatMap((place) => {
    if (offset === undefined) return scored(place, asked);
    return offsetMinutes(place.zone, now) === offset ? { place, city: place.city, score: wholeMax + 1 } : [];
  });
  return found.sort((a, b) => a.score - b.score || rankOf(a.place.zone) - rankOf(b.place.zone));
}

/** The place with the name nearest to a misspelt one, the most populous zone first; empty if none is near. */
function nearest(places: readonly Place[], asked: string): Found[] {
  const max = editsAllowed(asked);
  const near = places.flatMap((place) =>
    place.names.map(({ shown, folded, isCity }) => ({
      place,
      city: isCity ? shown : place.city,
      score: editsBetween(asked, folded, max),
    })),
  );
  const [best] = near.sort((a, b) => a.score - b.score || rankOf(a.place.zone) - rankOf(b.place.zone));
  return best !== undefined && best.score <= max ? [best] : [];
}

/**
 * Scores a match, lower is better: 0 a code, 1 a whole city, 2 a whole country, 3 the start of either, 4 a later word
 * of either, 5 a part of a code. Empty if nothing matches.
 */
function scored(place: Place, asked: string): Found | [] {
  const { city, codes, names } = place;
  if (codes.includes(languages.map(({ clocks }) => clocks?.[asked]).find(Boolean) ?? asked))
    return { place, city, score: 0 };
  const scores = names.map(({ folded, isCity }) => {
    if (folded === asked) return isCity ? 1 : wholeMax;
    return folded.startsWith(asked) ? 3 : folded.includes(` ${asked}`) ? 4 : Number.POSITIVE_INFINITY;
  });
  const score = Math.min(...scores);
  const name = names[scores.indexOf(score)];
  if (name !== undefined && score <= 4) {
    return { place, city: name.isCity && name.shown !== city ? `${name.shown} (${city})` : city, score };
  }
  return asked.length >= 3 && codes.some((code) => code.includes(asked)) ? { place, city, score: 5 } : [];
}

/** Parses an offset such as "UTC+5:30", "gmt-3" or "+2" to minutes; undefined if the text isn't an offset. */
function offsetAsked(asked: string): number | undefined {
  const [, sign, hours, minutes] = /^(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?:[:.]?([0-5]\d))?$/.exec(asked) ?? [];
  if (sign === undefined || Number(hours) > 14) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

function labelOf({ zone, country }: Place, city: string, now: EpochMs): string {
  const minutes = offsetMinutes(zone, now);
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const offset = `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
  const when = `${localTimeAt(now, zone)}${zone === 'UTC' ? '' : ` (${offset})`}`;
  const where = country === '' || country === city ? city : `${city} · ${country}`;
  return `${cut(where, labelMax - when.length - 3)} · ${when}`;
}

function regionOfLocale(locale: string): string | undefined {
  const tag = canonicalLocale(locale);
  return tag === undefined ? undefined : new Intl.Locale(tag).maximize().region;
}

function offsetMinutes(zone: string, now: EpochMs): number {
  return zonedAt(now, zone).offsetNanoseconds / 60e9;
}
