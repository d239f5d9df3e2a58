import { cityNames, countryAliases, germanCities, otherPlaces, renamedZones } from './zonesTable.ts';

/** A zone with everything it can be found by; `id` is its name folded. */
export type Place = { zone: string; city: string; country: string; cities: Name[]; countries: Name[]; id: string };
/** As it is shown, and as it is compared. */
export type Name = { shown: string; folded: string };

const localesMax = 40;
const placesByLocale = new Map<string, readonly Place[]>();
let regionByZone: ReadonlyMap<string, string> | undefined;

/** Every zone of ICU and UTC, with names in this locale; found by English, German and native country names in all. */
export function placesIn(locale: string): readonly Place[] {
  const known = placesByLocale.get(locale);
  if (known !== undefined) return known;
  const german = locale === 'de' || locale.startsWith('de-');
  const countryIn = countryNames();
  const places = [...zoneRegions()].map(([zone, region]): Place => {
    const plain = cityNames[zone] ?? cityOf(zone);
    const city = (german ? germanCities[zone] : undefined) ?? plain;
    const country = countryIn(locale, region) ?? countryIn('en', region) ?? '';
    const native = new Intl.Locale(`und-${region}`).maximize().language;
    const countries = ['en', 'de', native].map((language) => countryIn(language, region) ?? '');
    return {
      zone,
      city,
      country,
      cities: names([city, plain, cityOf(zone), germanCities[zone], formerCity(zone), ...listed(otherPlaces[zone])]),
      countries: names([country, ...countries, ...listed(countryAliases[region])]),
      id: fold(zone),
    };
  });
  places.push({ zone: 'UTC', city: 'UTC', country: '', cities: names(['UTC']), countries: [], id: 'utc' });
  if (placesByLocale.size < localesMax) placesByLocale.set(locale, places);
  return places;
}

/** The country of each zone as ICU has them; a withdrawn country code names another country or none, and is left out. */
export function zoneRegions(): ReadonlyMap<string, string> {
  if (regionByZone !== undefined) return regionByZone;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const regions = new Map<string, string>();
  for (const region of letters.flatMap((first) => letters.map((second) => first + second))) {
    const country = new Intl.Locale(`und-${region}`);
    if (country.region !== region) continue;
    for (const zone of country.getTimeZones() ?? []) regions.set(renamedZones[zone] ?? zone, region);
  }
  regionByZone = regions;
  return regions;
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

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function formerCity(zone: string): string | undefined {
  const former = Object.keys(renamedZones).find((name) => renamedZones[name] === zone);
  return former === undefined ? undefined : cityOf(former);
}

function listed(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(', ');
}

function names(shown: readonly (string | undefined)[]): Name[] {
  const present = new Set(shown.filter((name) => name !== undefined && name !== ''));
  return [...present].map((name) => ({ shown: name ?? '', folded: fold(name ?? '') }));
}

function countryNames(): (locale: string, region: string) => string | undefined {
  const displays = new Map<string, Intl.DisplayNames>();
  return (locale, region) => {
    const display =
      displays.get(locale) ??
      new Intl.DisplayNames([canonicalLocale(locale) ?? 'en', 'en'], { type: 'region', fallback: 'none' });
    displays.set(locale, display);
    return display.of(region);
  };
}
