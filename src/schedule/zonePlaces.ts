import { type RawTimeZone, rawTimeZones } from '@vvo/tzdb';
import { germanPlaces } from '../text/locales/germanPlaces.ts';
import { morePlaces } from './zonesTable.ts';

/** A name as it is shown, and folded for comparing. */
export type Name = { shown: string; folded: string };

/** A zone with everything it can be found by; what has no `shown` is folded. */
export type Place = {
  zone: string;
  city: string;
  country: string;
  cities: Name[];
  countries: Name[];
  /** Its name and those of zones that show the same time. */
  zones: string[];
  /** Abbreviations, such as "cet". */
  clocks: string[];
};

const utc: Place = {
  zone: 'UTC',
  city: 'UTC',
  country: '',
  cities: names(['UTC']),
  countries: [],
  zones: ['utc'],
  clocks: [],
};
const placesByLocale = new Map<string, readonly Place[]>();

/**
 * Every zone and UTC, with city and country as this locale calls them. Countries are also found by their English,
 * German and native names.
 */
export function placesIn(locale: string): readonly Place[] {
  const known = placesByLocale.get(locale);
  if (known !== undefined) return known;
  const places = [...rawTimeZones.map((zone) => placeOf(zone, canonicalLocale(locale) ?? 'en')), utc];
  placesByLocale.set(locale, places);
  return places;
}

function placeOf(zone: RawTimeZone, locale: string): Place {
  const named = cityOf(zone.name);
  const plain = zone.mainCities.find((city) => fold(city) === fold(named)) ?? named;
  const german = germanPlaces[zone.name] ?? [];
  const city = (/^de\b/.test(locale) ? german[0] : undefined) ?? plain;
  const native = new Intl.Locale(`und-${zone.countryCode}`).maximize().language;
  const country = countryIn(locale, zone.countryCode) ?? zone.countryName;
  const countries = ['en', 'de', native].map((language) => countryIn(language, zone.countryCode));
  const short = ['en', 'de'].map((language) => countryIn(language, zone.countryCode, 'short'));
  return {
    zone: zone.name,
    city,
    country,
    cities: names([
      city,
      plain,
      ...zone.group.map(cityOf),
      ...zone.mainCities,
      ...german,
      ...(morePlaces[zone.name]?.split(/,\s+/) ?? []),
    ]),
    countries: names([country, ...countries, ...short, zone.countryName, zone.alternativeName]),
    zones: zone.group.map(fold),
    clocks: clocksOf(zone),
  };
}

/** New York has EST, EDT and ET, which means either. */
function clocksOf({ abbreviation, dstAbbreviation }: RawTimeZone): string[] {
  const both = dstAbbreviation === undefined ? [] : [dstAbbreviation, abbreviation.replace(/ST$/, 'T')];
  return [abbreviation, ...both].map((clock) => clock.toLowerCase());
}

/** Undefined for what is no language tag. */
export function canonicalLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** For comparing what is typed: no case, accents, dots and apostrophes; a letter is a letter. */
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

function names(shown: readonly (string | undefined)[]): Name[] {
  const present = new Set(shown.filter((name) => name !== undefined && name !== ''));
  return [...present].map((name) => ({ shown: name ?? '', folded: fold(name ?? '') }));
}

const displays = new Map<string, Intl.DisplayNames>();

function countryIn(locale: string, region: string, style: 'long' | 'short' = 'long'): string | undefined {
  const key = `${locale} ${style}`;
  const display =
    displays.get(key) ?? new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none', style });
  displays.set(key, display);
  return display.of(region);
}
