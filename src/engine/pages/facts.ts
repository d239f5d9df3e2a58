import { subtagOf } from '../languages/subtag.ts';
import { limitsIn, type PageLimits } from '../permissions/signals.ts';
import { cut } from '../text/cut.ts';
import { languageSpoken } from '../text/language.ts';
import { titleText } from '../text/plain.ts';
import { bare } from './furniture/wording.ts';
import type { StructuredData } from './markup/structured.ts';
import type { Survey } from './markup/survey.ts';

/** The first value found in these metas. */
export function metaOf(survey: Survey, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = survey.metas.get(name)?.[0];
    if (value) return value;
  }
  return undefined;
}

const sampleMax = 1_000;

/** The page's stated language as a primary subtag, unless a long text is clearly in another language. */
export function findLanguage(
  htmlLang: string | null,
  survey: Survey,
  data: StructuredData,
  paragraphs: readonly string[],
): string | undefined {
  const statements = [htmlLang ?? '', metaOf(survey, 'content-language', 'og:locale'), ...data.languages];
  const stated = statements.find((one) => subtagOf(one) !== undefined);
  return languageSpoken(paragraphs.join(' ').slice(0, sampleMax), stated);
}

const urlMax = 2_000;
const altMax = 300;
const placeholder = /logo|placeholder|default[-_.]|favicon|spacer|blank\.|sprite|avatar|icon[-_.]|\.svg(?:$|\?)/i;

function pictureUrl(stated: string, url: string, base: string | undefined): URL | undefined {
  const origin = (base && URL.parse(base, url)?.href) || url;
  const parsed = stated.length <= urlMax ? URL.parse(titleText(stated), origin) : undefined;
  if (parsed?.protocol === 'http:' && parsed.port === '') parsed.protocol = 'https:';
  return parsed?.protocol === 'https:' ? parsed : undefined;
}

const fileOf = (url: URL): string =>
  (url.pathname.split('/').pop() ?? '').replace(/[-_]\d+x\d+|\.\w+$/g, '').toLowerCase();

/** The page's picture for sharing, https only. Logos and placeholders don't count. */
export function findPicture(
  survey: Survey,
  data: StructuredData,
  url: string,
): { imageUrl?: string; imageAlt?: string } {
  const base = survey.baseUrl;
  const metas = ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'];
  const picture = [...metas.flatMap((name) => survey.metas.get(name) ?? []), ...data.images]
    .map((one) => pictureUrl(one, url, base))
    .find((one) => one !== undefined && !placeholder.test(one.pathname.split('/').pop() ?? ''));
  if (!picture) return {};
  const file = fileOf(picture);
  const shown = survey.pictures.find(({ src, alt }) => {
    const source = alt === '' || file.length <= 3 ? undefined : pictureUrl(src, url, base);
    return source !== undefined && fileOf(source) === file;
  });
  const alt = cut(titleText(metaOf(survey, 'og:image:alt', 'twitter:image:alt') ?? shown?.alt ?? ''), altMax);
  return { imageUrl: picture.href, imageAlt: alt === '' ? undefined : alt };
}

const robotNames = ['robots', 'googlebot', 'googlebot-news', 'bingbot'];

/** How much of the page its markup allows others to show. */
export const findLimits = ({ metas }: Survey): PageLimits =>
  limitsIn(robotNames.flatMap((name) => metas.get(name) ?? []).join(','), metas.get('tdm-reservation') ?? []);

const cutWeight = 1_500;
const stubWeight = 400;
const consentWeight = 4_000;
const consentWords =
  /cookie|consent|gdpr|datenschutz|privacy|einwilligung|zustimm|werbung und tracking|partners? (?:use|store)/gi;
const consentTitle =
  /cookie|consent|before you continue|bevor sie fortfahren|privacy settings|zustimmung|datenschutz|your privacy/i;
const consentHost = /^(?:consent|cmp|guce|privacy)\./;

/**
 * The wall in front of the text, if any: a paywall if the page declares itself locked and shows only a beginning; a
 * consent wall if it is a short text about cookies instead of an article.
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
    const share = hits / bare(text).split(' ').length;
    if (consentHost.test(URL.parse(url)?.hostname ?? '')) return 'consent';
    if (hits >= 3 && share > (consentTitle.test(title ?? '') ? 0.02 : 0.04)) return 'consent';
  }
  const isLocked = data.locked || metaOf(survey, 'article:content_tier')?.toLowerCase() === 'locked';
  if (text.length < cutWeight && isLocked) return 'paywall';
  // A class name alone proves little: the outlet's free pages have it too.
  return survey.hasPaywall && text.length < stubWeight ? 'paywall' : undefined;
}
