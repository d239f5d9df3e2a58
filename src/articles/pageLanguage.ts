import { languageOf } from '../text/language.ts';
import type { StructuredData } from './structured.ts';
import type { Survey } from './survey.ts';

const sampleMax = 1_000;
/** From this length on the letters of a text tell its language better than a page template does. */
const sureFrom = 400;
const tag = /^[a-z]{2,3}(?=$|[-_])/i;
/** Languages that letters alone do not tell apart for sure; between them the page's word counts. */
const close = ['da nb nn no sv', 'bs hr sl sr', 'id ms', 'gl pt', 'ca es', 'cs sk', 'be ru uk', 'bg mk', 'af nl'].map(
  (row) => row.split(' '),
);

/** Primary language subtag: as the page states it, unless a long text is clearly in another language; else by the letters of the text. */
export function findLanguage(
  htmlLang: string | null,
  survey: Survey,
  data: StructuredData,
  paragraphs: readonly string[],
): string | undefined {
  const text = paragraphs.join(' ').slice(0, sampleMax);
  const statements = [
    htmlLang ?? '',
    survey.metas.get('content-language')?.[0],
    survey.metas.get('og:locale')?.[0],
    ...data.languages,
  ];
  const stated = statements
    .map((one) => tag.exec((one ?? '').trim())?.[0].toLowerCase())
    .find((one) => one !== undefined);
  const known = languageOf('', stated);
  if (known !== undefined && text.length < sureFrom) return known;
  const found = languageOf(text);
  if (known === undefined || found === undefined) return known ?? found;
  return close.some((row) => row.includes(known) && row.includes(found)) ? known : found;
}
