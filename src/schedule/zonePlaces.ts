import { type RawTimeZone, rawTimeZones } from '@vvo/tzdb';
import { languageOf, languages } from '../languages/languages.ts';
import table from './zones.json' with { type: 'json' };

/** Ranks of the most populous zones, the largest first. */
const ranks = new Map(table.majorZones.map((zone, rank) => [zone, rank]));
/** Orders zones by how many people live in them, as far as that is known. */
export const rankOf = (zone: string): number => ranks.get(zone) ?? ranks.size;
/** Cities and states that people type but @vvo/tzdb lacks: it names four cities per zone. */
const morePlaces: Readonly<Record<string, readonly string[]>> = table.morePlaces;

/** A city or country: as shown, and folded for comparing. */
export type Name = { shown: string; folded: string; isCity: boolean };

/** A zone, and the names by which it is found. */
export type Place = {
  zone: string;
  city: string;
  /** Cities first. */
  names: readonly Name[];
  /** Folded names of zones with the same time, and abbreviations such as "cet". */
  codes: readonly string[];
};

const utc: Place = { zone: 'UTC', city: 'UTC', names: namesOf(['UTC'], true), codes: ['utc'] };
const placesByLocale = new Map<string, readonly Place[]>();

/**
 * All zones, the most populous first, and UTC, with cities and countries named in this locale. Countries are also found
 * by their native names, and by those in the languages that Lede reads well.
 */
export function placesIn(locale: string): readonly Place[] {
  const places = placesByLocale.get(locale) ?? [
    ...rawTimeZones
      .toSorted((a, b) => rankOf(a.name) - rankOf(b.name))
      .map((zone) => placeOfZone(zone, canonicalLocale(locale) ?? 'en')),
    utc,
  ];
  placesByLocale.set(locale, places);
  return places;
}

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
export function canonicalLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

/** Folds a name for comparison: lower case without accents, dots and apostrophes, other punctuation as spaces. */
export function fold(text: string): string {
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

function namesOf(shown: readonly (string | undefined)[], isCity: boolean): Name[] {
  return [...new Set(shown)].flatMap((name) => (name ? [{ shown: name, folded: fold(name), isCity }] : []));
}

const countryIn = (locale: string, region: string, style: 'long' | 'short' = 'long'): string | undefined =>
  new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none', style }).of(region);
