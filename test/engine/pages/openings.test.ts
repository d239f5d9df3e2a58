import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/engine/pages/extract.ts';
import { court, storm } from './kinds/copy.ts';
import { german } from './kinds/foreignCopy.ts';
import { doc, each } from './kinds/kind.ts';

const bodies: readonly ((texts: readonly string[]) => string)[] = [
  (texts) => `<div class="main-copy">${each(texts, '<p>', '</p>')}</div>`,
  (texts) => each(texts, '<p class="pg">', '</p>'),
  (texts) => `<div class="copy">${each(texts, '<div>', '</div>')}</div>`,
  (texts) => `<div class="wrap">${each(texts, '<div class="cell"><p>', '</p></div>')}</div>`,
];

/** Elements that pages put between the headline and the first paragraph. */
const openings = {
  'a byline, date and time':
    '<div class="x1">Jo Marsh</div><div class="x2">Nov 17, 2025</div><div class="x3">4 min read</div>',
  'a byline in one line with a date': '<p>By Jo Marsh | November 17, 2025 | 2:05 pm</p>',
  'a byline with an agency': '<p>By JO MARSH Associated Press</p>',
  'a byline with a mail address': '<p>Jo Marsh<br><a href="mailto:jm@a.example">jm@a.example</a></p>',
  'a row of counters': '<div class="x1"><span>1.2K Views</span> <span>14 Shares</span> <span>3 Comments</span></div>',
  'a crumb': '<div class="x1"><a href="/">Home</a> / <a href="/l">Local</a> / Court</div>',
  'a picture and its caption':
    '<div class="x1"><img src="/a.jpg" alt=""><div>The pier of Port Ellery at low water in autumn. (Pat Linden)</div></div>',
  'a picture and who took it': '<img src="/a.jpg" alt=""><p>Photo by Pat Linden</p>',
  'a film and how to see it': '<div class="x1"><p>Your browser does not support the video tag.</p></div>',
  'sizes of letters': '<div class="x1"><span>A-</span><span>A</span><span>A+</span></div>',
  'a note of the editor': '<p><i>Editor’s note: this story was updated at 3 p.m. with a statement.</i></p>',
  'a warning': '<p><strong>Warning: this story has details that some readers may find hard.</strong></p>',
  'where it was first printed': '<p><em>This story was first published by The Lantern, a partner of ours.</em></p>',
  'points in short': '<div class="x1"><p>At a glance</p><ul><li>Trial opens</li><li>Mayor denies all</li></ul></div>',
  'points in short without a head': '<ul><li>Trial opens in Port Ellery</li><li>Mayor denies all</li></ul>',
  'a subhead': '<h3>Prosecutors say that the port was for sale to whoever asked, and that nobody looked</h3>',
  'a subhead with a stop': '<h2>Prosecutors say that the port was for sale to all who asked, and nobody looked.</h2>',
  'a listen button': '<div class="x1"><span>▶</span><span>Listen to this story</span><span>3:41</span></div>',
  'a letter it came from': '<p><em>This first ran in our letter on courts. <a href="/s">Sign up here</a>.</em></p>',
  'a saved and gifted row': '<div class="x1"><span>Save article</span><span>Gift this article</span></div>',
  'a place and a day': '<p>PORT ELLERY, Nov 17, 2025</p>',
  'a label of its section': '<p>COURTS</p>',
  'a login': '<div class="x1"><p>Already have an account? <a href="/in">Log in</a></p></div>',
  'an update without a label': '<p>Mon 17 Nov 2025 14:05 EST</p>',
  'an update with a label': '<p>Last updated: 18 November 2025, 09:00</p>',
  'a role': '<div class="x1"><b>Jo Marsh</b><br>Senior Reporter</div>',
  tags: '<p>Tags: courts, harbour, Port Ellery</p>',
};
const germanOpenings = {
  'a German byline': '<p>Von Jana Reuter, 13. Februar 2025, 08:10 Uhr</p>',
  'a German time to read': '<p>Lesezeit: 3 Min.</p>',
  'a German picture': '<p>Halle 3 des Schlachthofs im Januar. Foto: Stadtarchiv</p>',
  'a German subhead': '<h2>Die Kosten sind doppelt so hoch wie geplant, und niemand will es gewesen sein</h2>',
  'a German agency': '<p>Von dpa</p>',
};

test.each([
  ...Object.entries(openings).map((entry) => [...entry, [court, storm]] as const),
  ...Object.entries(germanOpenings).map((entry) => [...entry, [german]] as const),
])('an article begins under %s', (_, opening, copies) => {
  const misses = bodies.flatMap((body, i) => {
    const copy = copies[i % copies.length] ?? court;
    const html = doc(
      `<title>${copy.title} - Ellery Post</title>`,
      `<div class="p"><h1>${copy.title}</h1>${opening}${body(copy.paragraphs)}</div>`,
    );
    const found = extractArticle(html, 'https://www.ellerypost.example/a/1')?.paragraphs ?? [];
    return found[0] === copy.paragraphs[0] ? [] : [`${i}: ${found[0]?.slice(0, 90)}`];
  });
  expect(misses).toEqual([]);
});
