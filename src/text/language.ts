import { eld } from 'eld/extrasmall';
import { subtagOf } from './subtag.ts';

/** Enough for a safe answer; a longer text costs more and says the same. */
const charactersMax = 1_000;

/**
 * The language of a text as a lower-case primary subtag ("en"): the one its page or feed states, if it states one that
 * exists; else what its letters say, if they say it clearly.
 */
export function languageOf(text: string, stated?: string): string | undefined {
  const tag = subtagOf(stated);
  if (tag !== undefined) return tag;
  const found = eld.detect(text.slice(0, charactersMax));
  return found.language !== '' && found.isReliable() ? found.language : undefined;
}

/** From this length on the letters of a text tell its language better than a template does. */
const sureFrom = 400;
/** Languages that letters alone do not tell apart for sure; between them what is stated counts. */
const close = ['da nb nn no sv', 'bs hr sl sr', 'id ms', 'gl pt', 'ca es', 'cs sk', 'be ru uk', 'bg mk', 'af nl'].map(
  (row) => row.split(' '),
);

/** As `languageOf`, but a long text that is clearly in another language than it states has its own. */
export function languageSpoken(text: string, stated?: string): string | undefined {
  const known = languageOf('', stated);
  if (known !== undefined && text.length < sureFrom) return known;
  const found = languageOf(text);
  if (known === undefined || found === undefined) return known ?? found;
  return close.some((row) => row.includes(known) && row.includes(found)) ? known : found;
}
