import { type RawTimeZone, rawTimeZones } from '@vvo/tzdb';
import { languageOf, languages } from '../engine/languages/languages.ts';
import { editsBetween, nearest } from '../engine/text/edits.ts';
import { zonedAt } from './localTime.ts';
import table from './zones.json' with { type: 'json' };

const ranks = new Map(table.majorZones.map((zone, rank) => [zone, rank]));
const rankOf = ({ name }: RawTimeZone): number => ranks.get(name) ?? ranks.size;
/** All zones but UTC, those that most members are likely to mean first. */
const zones = rawTimeZones.toSorted((a, b) => rankOf(a) - rankOf(b));
/** Cities and states that people type but @vvo/tzdb lacks, because it has at most four cities per zone. */
const morePlaces: Readonly<Record<string, readonly string[]>> = table.morePlaces;

/** A zone, and the names by which it is found. */
type Place = {
  zone: string;
  city: string;
  /** The cities and countries of the zone, cities first: as shown, and folded for comparing. */
  names: readonly { shown: string; folded: string; isCity: boolean }[];
  /** Folded names of zones with the same time, and abbreviations such as "cet". */
  codes: readonly string[];
};

const utc: Place = { zone: 'UTC', city: 'UTC', names: namesOf(['UTC'], true), codes: ['utc'] };
const placesByLocale = new Map<string, readonly Place[]>();

const queryMax = 100;

const zonesByName = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [fold(zone), zone]));

/** The zone with exactly this name, city, country or abbreviation; the likeliest if several match. */
export function zoneTyped(text: string, locale: string): string | undefined {
  const asked = placeAsked(text);
  // Exact names come first, because @vvo/tzdb groups some zones with one whose clock differs for part of the year.
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
 * The city that a misspelt or unfinished text probably means, named in this locale. If cities are equally similar, the
 * one in the likeliest zone.
 */
export function cityMeant(text: string, locale: string): string | undefined {
  const asked = fold(text.slice(0, queryMax));
  const cities = placesIn(locale).flatMap(({ city, names }) =>
    names.map(({ shown, folded, isCity }) => ({ folded, city: isCity ? shown : city })),
  );
  return nearest(asked, cities, ({ folded }, max) => (folded.startsWith(asked) ? 1 : editsBetween(asked, folded, max)))
    ?.city;
}

export function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && zonedAt(0, name).timeZoneId !== '';
  } catch {
    return false;
  }
}

/** A first guess: the zone where most people with this Discord locale live. UTC for an unknown locale. */
export function zoneOfLocale(locale: string): string {
  const tag = canonicalLocale(locale);
  const region = tag && new Intl.Locale(tag).maximize().region;
  if (region === '419') return 'America/Mexico_City';
  return zones.find(({ countryCode }) => countryCode === region)?.name ?? 'UTC';
}

export const cityIn = (zone: string, locale: string): string =>
  placesIn(locale).find((place) => place.zone === zone)?.city ?? cityOf(zone);

/** Folds a text and removes words around the place: "heure de Paris" gives "paris". */
const placeAsked = (text: string): string =>
  languages.reduce(
    (asked, { zoneWords }) => asked.replace(zoneWords ?? '', '') || asked,
    fold(text.slice(0, queryMax)),
  );

/**
 * All zones, the likeliest first, and UTC at the end, with cities and countries named in this locale. Countries also
 * have their native names and their names in the languages that Lede reads well.
 */
const placesIn = (locale: string): readonly Place[] =>
  placesByLocale.getOrInsertComputed(locale, () => [
    ...zones.map((zone) => placeOfZone(zone, canonicalLocale(locale) ?? 'en')),
    utc,
  ]);

function placeOfZone(zone: RawTimeZone, locale: string): Place {
  const { name, group, mainCities, countryCode } = zone;
  const named = cityOf(name);
  const plain = mainCities.find((city) => fold(city) === fold(named)) ?? named;
  const own = languageOf(locale)?.places?.[name] ?? [];
  const city = own[0] ?? plain;
  const translated = languages.flatMap(({ places }) => places?.[name] ?? []);
  const native = new Intl.Locale(`und-${countryCode}`).maximize().language;
  const country = countryIn(locale, countryCode) ?? zone.countryName;
  const cities = [city, ...own, plain, ...group.map(cityOf), ...mainCities, ...translated, ...(morePlaces[name] ?? [])];
  const codes = languages.map(({ code }) => code);
  const countries = [
    ...[country, ...[...codes, native].map((language) => countryIn(language, countryCode))],
    ...codes.map((language) => countryIn(language, countryCode, 'short')),
    ...[zone.countryName, zone.alternativeName],
  ];
  return {
    zone: name,
    city,
    names: [...namesOf(cities, true), ...namesOf(countries, false)],
    codes: [...group, ...clocksOf(zone)].map(fold),
  };
}

/** Abbreviations of a zone, such as EST, EDT and ET (either of them) for New York. */
const clocksOf = ({ abbreviation, dstAbbreviation }: RawTimeZone) =>
  dstAbbreviation === undefined ? [abbreviation] : [abbreviation, dstAbbreviation, abbreviation.replace(/ST$/, 'T')];

/** The canonical form of a language tag; undefined if it is invalid. */
function canonicalLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

/** Folds a name for comparison: lower case, without accents and apostrophes, and punctuation but + - / : as spaces. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('−', '-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+\-/:]+/gu, ' ')
    .trim();
}

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

function namesOf(shown: readonly (string | undefined)[], isCity: boolean): Place['names'] {
  return [...new Set(shown)].flatMap((name) => (name ? [{ shown: name, folded: fold(name), isCity }] : []));
}

const countryIn = (locale: string, region: string, style: 'long' | 'short' = 'long'): string | undefined =>
  new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none', style }).of(region);
