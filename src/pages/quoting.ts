import type { Survey } from './markup/survey.ts';

/**
 * What the page's own markup allows to be quoted; headers (X-Robots-Tag, TDM-Reservation) are for whoever fetched it.
 */
export interface Quoting {
  text: 'full' | 'limited' | 'none';
  /** At most this many sentences in all where the text is limited. */
  sentencesMax?: number;
  /** At most this many characters, as `max-snippet` states it. */
  charactersMax?: number;
}

const robotNames = ['robots', 'googlebot', 'googlebot-news', 'bingbot'];
const charactersPerSentence = 100;

/**
 * Strictest of all statements: `nosnippet` and `tdm-reservation: 1` forbid text, `max-snippet:N` limits it to N
 * characters.
 */
export function findQuoting(survey: Survey): Quoting {
  const directives = robotNames
    .flatMap((name) => survey.metas.get(name) ?? [])
    .join(',')
    .toLowerCase();
  const reserved = (survey.metas.get('tdm-reservation') ?? []).some((value) => value.trim() === '1');
  if (reserved || /(?<![\w-])nosnippet(?![\w-])/.test(directives)) return { text: 'none', sentencesMax: 0 };
  const limits = [...directives.matchAll(/max-snippet\s?:\s?(-?\d{1,9})/g)]
    .map((match) => Number(match[1]))
    .filter((limit) => limit >= 0);
  if (limits.length === 0) return { text: 'full' };
  const charactersMax = Math.min(...limits);
  if (charactersMax === 0) return { text: 'none', sentencesMax: 0 };
  return {
    text: 'limited',
    charactersMax,
    sentencesMax: Math.max(1, Math.floor(charactersMax / charactersPerSentence)),
  };
}
