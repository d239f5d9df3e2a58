import { eld } from 'eld/small';
import type { StructuredData } from './structured.ts';
import type { Survey } from './survey.ts';

const sampleMax = 1_500;
const sampleMin = 40;
const tag = /^[a-z]{2,3}(?=$|[-_])/i;
const latin = /\p{Script=Latin}/gu;
const letters = /\p{L}/gu;
/** Languages whose text is not mostly Latin letters; a page template's `lang="en"` around them is wrong. */
const otherScripts = new Set(
  'ar be bg bn el fa gu he hi hy ja ka kk kn ko mk ml mn mr ne pa ru sr ta te th uk ur zh'.split(' '),
);

function primary(stated: string | undefined): string | undefined {
  return tag.exec((stated ?? '').trim())?.[0].toLowerCase();
}

function detect(text: string): string | undefined {
  if (text.length < sampleMin) return undefined;
  return eld.detect(text).language || undefined;
}

/** Primary language subtag: as stated by the page unless the script of the text contradicts it, else by the letters of the text. */
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
  const stated = statements.map(primary).find((one) => one !== undefined && one !== 'und');
  if (stated === undefined) return detect(text);
  const total = text.match(letters)?.length ?? 0;
  const foreign = total - (text.match(latin)?.length ?? 0);
  if (total > 100 && foreign > 0.6 * total && !otherScripts.has(stated)) return detect(text) ?? stated;
  return stated;
}
