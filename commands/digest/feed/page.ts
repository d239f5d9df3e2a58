import { createHash } from 'node:crypto';
import type { EpochMs } from '../../../src/clock.ts';
import type { Texts } from '../../../src/discord/texts/texts.ts';
import { markup, nothing, type SafeMarkup } from '../../../src/engine/text/safeMarkup.ts';
import { localDateAt } from '../../../src/schedule/localTime.ts';
import { type Frame, titleOf } from './feeds.ts';
import { headlinesOf, htmlOf, isoOf } from './html.ts';
import type { ListedDigest, Listing } from './listed.ts';

/** One column of serif text, light or dark like the reader's system. */
const style = markup`
:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --ink: #1d1b18; --soft: #625d54; --rule: #d8d2c5; --link: #1a4f8b;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181b; --ink: #e7e3da; --soft: #a8a297; --rule: #3a3b40; --link: #9cc3f0; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 40rem; padding: 2.5rem 1.25rem 4rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Georgia, serif;
  overflow-wrap: break-word; text-wrap: pretty;
}
h1, h2, h3 { line-height: 1.25; }
h1 { margin: 0; font-size: 1.7rem; letter-spacing: -0.01em; text-wrap: balance; }
header { border-bottom: 3px double var(--rule); padding-bottom: 0.9rem; text-align: center; }
header p { margin: 0.35rem 0 0; }
header p, .when, small, summary span { color: var(--soft); font-size: 0.875rem; }
small { display: block; line-height: 1.4; }
article, section { border-bottom: 1px solid var(--rule); padding: 1.75rem 0 1.25rem; }
article:has(details), section { padding: 0; }
h2 { margin: 0; font-size: 1.3rem; }
summary { cursor: pointer; padding: 0.8rem 0; }
summary h2 { display: inline; font-size: 1rem; }
summary span { display: block; margin-top: 0.1rem; line-height: 1.4; }
details[open] { padding-bottom: 1.25rem; }
details[open] summary span { display: none; }
.when { margin: 0.1rem 0 0; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1.125rem; }
h3 a { color: inherit; text-decoration: none; }
p { margin: 0.25rem 0; }
.said > p:first-child { margin-top: 0; }
.said > p:last-child { margin-top: 1.5rem; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
h3 a:hover, a:hover { text-decoration: underline; text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
ul { margin: 0.3rem 0; padding-inline-start: 1.1rem; }
li { margin: 0.4rem 0; }
section ul { list-style: none; padding: 0; }
section li { margin: 0 0 1rem; }
blockquote { margin: 0.25rem 0; padding-inline-start: 0.8rem; border-inline-start: 2px solid var(--rule); }
@media print { body { max-width: none; padding: 0; } details::details-content { content-visibility: visible; } }
`;

/** The page runs and loads nothing; its only style sheet is allowed by its hash. */
export const contentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style.text).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page with the digests, the newest open, the others folded. */
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

function articleOf(digest: ListedDigest, isOpen: boolean, { texts }: Frame): SafeMarkup {
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

function changesOf({ changes }: Listing, texts: Texts): SafeMarkup {
  const items = changes.map(({ id, at, content }) => {
    const time = texts.f.dayAndClock(at, content.zone);
    return markup`<li id="${id}"><time class="when" datetime="${isoOf(at)}">${time}</time>\n${htmlOf(content)}</li>`;
  });
  return markup`<section><details>
<summary><h2>${texts.digest.feed.changed({ changes: changes.length })}</h2></summary>
<ul>
${items}
</ul>
</details></section>`;
}

function whenOf({ content: { zone, day }, postedAt, correctedAt }: ListedDigest, texts: Texts): SafeMarkup {
  const say = texts.digest.feed;
  const moment = (at: EpochMs) => {
    const shown = localDateAt(at, zone) === day ? texts.f.clock(at, zone) : texts.f.dayAndClock(at, zone);
    return markup`<time datetime="${isoOf(at)}">${shown}</time>`;
  };
  const corrected = correctedAt === undefined ? nothing : markup` · ${say.corrected} ${moment(correctedAt)}`;
  return markup`<p class="when">${say.posted} ${moment(postedAt)}${corrected}</p>`;
}
