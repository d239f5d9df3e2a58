import { eld } from 'eld/extrasmall';
import { subtagOf } from '../languages/subtag.ts';

const charactersMax = 1_000;
/** From this length on, detection is more reliable than a stated language, which may come from a template. */
const sureFrom = 400;
/** Rows of languages that detection can't reliably tell apart. Within a row, the stated language counts. */
const close = ['da nb nn no sv', 'bs hr sl sr', 'id ms', 'gl pt', 'ca es', 'cs sk', 'be ru uk', 'bg mk', 'af nl'].map(
  (row) => row.split(' '),
);

function detected(text: string): string | undefined {
  const found = eld.detect(text.slice(0, charactersMax));
  return found.language !== '' && found.isReliable() ? found.language : undefined;
}

/**
 * The language of a text as a lower-case primary subtag ("en"): the stated language, unless a long text is clearly in
 * another language. Without a stated language, the detected language if the detection is reliable.
 */
export function languageSpoken(text: string, stated?: string): string | undefined {
  const known = subtagOf(stated);
  if (known !== undefined && text.length < sureFrom) return known;
  const found = detected(text);
  if (known === undefined || found === undefined) return known ?? found;
  return close.some((row) => row.includes(known) && row.includes(found)) ? known : found;
}
