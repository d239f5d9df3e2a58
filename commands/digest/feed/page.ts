import { createHash } from 'node:crypto';
import type { Texts } from '../../../src/discord/texts/texts.ts';
import { localDateAt } from '../../../src/schedule/localTime.ts';
import { type Frame, titleOf } from './feeds.ts';
import { headlinesOf, htmlOf, timeIn } from './html.ts';
import type { ListedDigest, Listing } from './listed.ts';
import { type Markup, markup, nothing } from './markup.ts';
import { style } from './style.ts';

/** The page runs and loads nothing; its one style sheet is known by its hash. */
export const contentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style.text).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The digests as a plain page: the newest open, the others folded. */
export function pageOf(listing: Listing, frame: Frame): string {
  const { addresses, texts } = frame;
  const say = texts.digest.feed;
  const title = titleOf(listing, texts);
  const [newest, ...older] = listing.digests.map((digest, at) => articleOf(digest, at === 0, frame));
  return markup`<!doctype html>
<html lang="${texts.f.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="alternate" type="application/atom+xml" title="Atom" href="${addresses.atom}">
<link rel="alternate" type="application/feed+json" title="JSON Feed" href="${addresses.json}">
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${say.feeds}: <a href="${addresses.atom}">Atom</a> · <a href="${addresses.json}">JSON</a></p>
</header>
<main>
${newest ?? markup`<p>${say.none}</p>`}
${listing.changes.length === 0 ? nothing : changesOf(listing, texts)}
${older}
</main>
</body>
</html>
`.text;
}

function articleOf(digest: ListedDigest, isOpen: boolean, { texts }: Frame): Markup {
  const { id, content } = digest;
  const heading = markup`<h2>${texts.f.dayHeading(content.day)}</h2>`;
  const body = markup`${whenOf(digest, texts)}
<div class="said">
${htmlOf(content)}
</div>`;
  return isOpen
    ? markup`<article id="${id}">\n${heading}\n${body}\n</article>`
    : markup`<article id="${id}"><details>\n<summary>${heading} <span dir="auto">${headlinesOf(content)[0]?.replace(/^\d+ · /, '') ?? ''}</span></summary>\n${body}\n</details></article>`;
}

function changesOf({ changes }: Listing, texts: Texts): Markup {
  const items = changes.map(({ id, at, content }) => {
    const time = texts.f.dayAndClock(timeIn(at), content.zone);
    return markup`<li id="${id}"><time class="when" datetime="${at}">${time}</time>\n${htmlOf(content)}</li>`;
  });
  return markup`<section><details>
<summary><h2>${texts.digest.feed.changed({ changes: changes.length })}</h2></summary>
<ul>
${items}
</ul>
</details></section>`;
}

/** When the digest was posted, and corrected if it was. */
function whenOf({ content: { zone, day }, postedAt, correctedAt }: ListedDigest, texts: Texts): Markup {
  const say = texts.digest.feed;
  const moment = (iso: string) => {
    const at = timeIn(iso);
    const shown = localDateAt(at, zone) === day ? texts.f.clock(at, zone) : texts.f.dayAndClock(at, zone);
    return markup`<time datetime="${iso}">${shown}</time>`;
  };
  const corrected = correctedAt === undefined ? nothing : markup` · ${say.corrected} ${moment(correctedAt)}`;
  return markup`<p class="when">${say.posted} ${moment(postedAt)}${corrected}</p>`;
}
