import { titleText } from '../text/plain.ts';
import { metaOf } from './facts.ts';
import type { StructuredData } from './markup/structured.ts';
import type { Survey } from './markup/survey.ts';

const urlMax = 2_000;
const altMax = 300;
const placeholder = /(?:logo|placeholder|default[-_.]|favicon|spacer|blank\.|sprite|avatar|icon[-_.]|\.svg(?:$|\?))/i;

function absolute(stated: string, url: string, base: string | undefined): URL | undefined {
  const origin = (base && URL.parse(base, url)?.href) || url;
  const parsed = stated.length <= urlMax ? URL.parse(titleText(stated), origin) : undefined;
  if (parsed?.protocol === 'http:' && parsed.port === '') parsed.protocol = 'https:';
  return parsed?.protocol === 'https:' ? parsed : undefined;
}

const fileOf = (url: URL): string =>
  (url.pathname.split('/').pop() ?? '').replace(/[-_]\d+x\d+|\.\w+$/g, '').toLowerCase();

/** The picture that the page itself offers for sharing, https only; logos and placeholders count as none. */
export function findPicture(
  survey: Survey,
  data: StructuredData,
  url: string,
): { url: string; alt?: string } | undefined {
  const base = survey.baseUrl;
  const stated = [
    ...['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'].flatMap(
      (name) => survey.metas.get(name) ?? [],
    ),
    ...data.images,
  ];
  const picture = stated
    .map((one) => absolute(one, url, base))
    .find((one) => one !== undefined && !placeholder.test(one.pathname.split('/').pop() ?? ''));
  if (!picture) return undefined;
  const file = fileOf(picture);
  const shown = survey.pictures.find((one) => {
    const source = one.alt === '' ? undefined : absolute(one.src, url, base);
    return source !== undefined && file.length > 3 && fileOf(source) === file;
  });
  const alt = titleText(metaOf(survey, 'og:image:alt', 'twitter:image:alt') ?? shown?.alt ?? '').slice(0, altMax);
  return { url: picture.href, alt: alt === '' ? undefined : alt };
}
