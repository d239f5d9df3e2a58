import { bare } from './furniture/wording.ts';
import type { StructuredData } from './markup/structured.ts';
import type { Survey } from './markup/survey.ts';

const cutWeight = 1_500;
const stubWeight = 400;
const consentWeight = 4_000;
const consentWords =
  /(?:cookie|consent|gdpr|datenschutz|privacy|einwilligung|zustimm|consentement|consentimiento|consenso|werbung und tracking|partners? (?:use|store))/gi;
const consentTitle =
  /(?:cookie|consent|before you continue|bevor sie fortfahren|privacy settings|zustimmung|datenschutz-?einstellungen|your privacy)/i;
const consentHost = /^(?:consent|cmp|guce|privacy)\./;

/**
 * What stands between a reader and the text: a paywall when the page says it is locked and gives only a beginning, a
 * consent wall when the page is a short text on cookies in place of an article.
 */
export function findWall(
  survey: Survey,
  data: StructuredData,
  title: string | undefined,
  paragraphs: readonly string[],
  url: string,
): 'paywall' | 'consent' | undefined {
  const text = paragraphs.join(' ');
  if (text.length < consentWeight) {
    const hits = text.match(consentWords)?.length ?? 0;
    const words = bare(text).split(' ').length;
    const host = URL.parse(url)?.hostname ?? '';
    if (
      consentHost.test(host) ||
      (hits >= 3 && hits / words > 0.02 && (consentTitle.test(title ?? '') || hits / words > 0.04))
    )
      return 'consent';
  }
  const tier = (survey.metas.get('article:content_tier') ?? [])[0]?.toLowerCase();
  if (text.length < cutWeight && (data.locked || tier === 'locked')) return 'paywall';
  // A class name alone proves little: free pages of the same outlet carry it too.
  return survey.hasPaywall && text.length < stubWeight ? 'paywall' : undefined;
}
