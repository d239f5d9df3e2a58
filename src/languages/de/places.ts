import places from './places.json' with { type: 'json' };

/** German names of places by zone. The first is the zone's own city, which readers see; the others are searched. */
export const germanPlaces: Readonly<Record<string, readonly string[]>> = places;

/** English abbreviations of time zones, by the German ones. */
export const germanClocks: Readonly<Record<string, string>> = {
  mez: 'cet',
  mesz: 'cest',
  oez: 'eet',
  oesz: 'eest',
  wez: 'wet',
  wesz: 'west',
};
