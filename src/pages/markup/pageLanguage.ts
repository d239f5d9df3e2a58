import { languageSpoken } from '../../text/language.ts';
import { subtagOf } from '../../text/subtag.ts';
import type { StructuredData } from './structured.ts';
import type { Survey } from './survey.ts';

const sampleMax = 1_000;

/**
 * Primary language subtag: as the page states it, unless a long text is clearly in another language; else by the
 * letters of the text.
 */
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
  return languageSpoken(
    text,
    statements.find((one) => subtagOf(one) !== undefined),
  );
}
