import { de } from './de/de.ts';
import { en, type Texts } from './en/en.ts';
import { createFormats } from './formats.ts';

export type { Texts } from './en/en.ts';

// British dates for all of English: en-US is what every server says that never chose.
const english = en(createFormats('en-GB'));
const german = de(createFormats('de'));

/** The catalogue for a Discord locale; English where there is none of that language. */
export function textsFor(locale: string): Texts {
  return locale === 'de' || locale.startsWith('de-') ? german : english;
}

/** Every catalogue with the code that Discord knows its language by; the first is the default. */
export const catalogues: readonly { discordLocale: 'en-GB' | 'de'; texts: Texts }[] = [
  { discordLocale: 'en-GB', texts: english },
  { discordLocale: 'de', texts: german },
];
