import { rawTimeZones } from '@vvo/tzdb';
import { languages } from '../languages/languages.ts';
import { editsAllowed, editsBetween } from '../text/edits.ts';
import { zonedAt } from './localTime.ts';
import { canonicalLocale, fold, type Place, placesIn, rankOf } from './zonePlaces.ts';

const queryMax = 100;

const zonesByName = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [fold(zone), zone]));

/**
 * The zone that a text names unambiguously: a zone's name, or a whole city, country or abbreviation. Undefined if none.
 */
export function zoneTyped(text: string, locale: string): string | undefined {
  const asked = placeAsked(text);
  // Exact names come first: the package lists some zones under a neighbour whose clock differs for part of the year.
  const named = zonesByName.get(asked);
  if (named !== undefined || asked === '') return named;
  const abbreviation = languages.map(({ clocks }) => clocks?.[asked]).find(Boolean) ?? asked;
  const places = placesIn(locale);
  const isNamed = (isCity: boolean) => (place: Place) =>
    place.names.some((name) => name.isCity === isCity && name.folded === asked);
  const withCode = places.find(({ codes }) => codes.includes(abbreviation));
  return (withCode ?? places.find(isNamed(true)) ?? places.find(isNamed(false)))?.zone;
}

/**
 * The city that a misspelt or unfinished text probably means, named in this locale: of several, that of the most
 * populous zone.
 */
export function cityMeant(text: string, locale: string): string | undefined {
  const asked = fold(text.slice(0, queryMax));
  const max = editsAllowed(asked);
  const near = placesIn(locale).flatMap((place) =>
    place.names.map(({ shown, folded, isCity }) => ({
      city: isCity ? shown : place.city,
      edits: folded.startsWith(asked) ? 1 : editsBetween(asked, folded, max),
    })),
  );
  const [best] = near.sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= max ? best.city : undefined;
}

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

/** What is asked for, folded, without words around it: "heure de Paris", "London time". */
const placeAsked = (text: string): string =>
  languages.reduce(
    (asked, { zoneWords }) => asked.replace(zoneWords ?? '', '') || asked,
    fold(text.slice(0, queryMax)),
  );

function regionOfLocale(locale: string): string | undefined {
  const tag = canonicalLocale(locale);
  return tag === undefined ? undefined : new Intl.Locale(tag).maximize().region;
}
