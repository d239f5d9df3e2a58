import { eld } from 'eld/extrasmall';

/** Enough for a safe answer; a longer text costs more and says the same. */
const charactersMax = 1_000;

/**
 * The language of a text as a lower-case primary subtag ("en"): the one its page or feed states, if it states one that exists; else what its
 * letters say, if they say it clearly.
 */
export function languageOf(text: string, stated?: string): string | undefined {
  const tag = /^([a-z]{2,3})(?:[-_]|$)/i.exec(stated?.trim() ?? '')?.[1]?.toLowerCase();
  if (tag !== undefined && tag !== 'und' && tag !== 'mul' && tag !== 'zxx') return tag;
  const found = eld.detect(text.slice(0, charactersMax));
  return found.language !== '' && found.isReliable() ? found.language : undefined;
}
