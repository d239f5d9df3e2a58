import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/engine/pages/extract.ts';
import { bank, comet, court, quarry, storm } from './kinds/copy.ts';
import { german, spanish } from './kinds/foreignCopy.ts';
import { doc, each, ps } from './kinds/kind.ts';

const divs = (texts: readonly string[]) => each(texts, '<div class="par">', '</div>');
const section = (texts: readonly string[]) => `<section class="block">${ps(texts)}</section>`;

/** Ways in which content management systems lay out a body, with an insert between its paragraphs. */
const layouts: readonly ((above: readonly string[], below: readonly string[], insert: string) => string)[] = [
  (above, below, insert) => `<div class="post-text">${ps(above)}${insert}${ps(below)}</div>`,
  (above, below, insert) => `<div class="rt">${divs(above)}${insert}${divs(below)}</div>`,
  (above, below, insert) => `<div class="sections">${section(above)}${insert}${section(below)}</div>`,
  (above, below, insert) => `<div class="copy">${each(above, '', '<br><br>')}${insert}${below.join('<br><br>')}</div>`,
];

const inserts = {
  'a player of sound': '<div class="player-embed"><span>Listen</span><span>5 min</span><span>1x</span></div>',
  'a label of advertising in capitals': '<div class="slot-300"><span>ADVERTISEMENT</span></div>',
  'an advert with its close button': '<div class="mpu"><p>Advertisement</p><p>Hide ad</p></div>',
  'a card with a picture':
    '<div class="linkcard"><a href="/1"><img src="/1.jpg" alt=""><span>Sheep found on roof of the town hall</span></a></div>',
  'a card with a picture and a text':
    '<div class="linkcard"><a href="/1"><img src="/1.jpg" alt=""><h4>Sheep found on roof</h4><p>Firemen took three hours to get it down, and nobody knows how it got there.</p></a></div>',
  'a list of what else there is':
    '<div class="also-box"><b>Also of interest</b><ul><li><a href="/1">Sheep found on roof</a></li><li><a href="/2">Flower show moves indoors</a></li></ul></div>',
  'a letter with a form':
    '<div class="mail-in"><h3>The Tuesday Note</h3><p>One long read a week, chosen by our editors, with no adverts.</p><form><input type="email"><button>OK</button></form><p>By joining you agree to our terms.</p></div>',
  'a row to share': '<div class="tools-row"><a href="#">Facebook</a><a href="#">X</a><a href="#">Print</a></div>',
  'a row of buttons': '<div class="tools-row"><button>Share</button><button>Save</button><span>Copy link</span></div>',
  'a gallery opener': '<div class="gal"><img src="/1.jpg"><a href="/g">View 12 photos</a></div>',
  'a caption in a class':
    '<div class="media"><img src="/1.jpg"><p class="media__text">Lorries wait in a queue at the gate on Tuesday morning</p></div>',
  'a caption with a credit':
    '<div class="media"><img src="/1.jpg"><p>Lorries wait at the gate. Photo: Pat Linden</p></div>',
  'a picture with a credit': '<div class="media"><img src="/1.jpg"><small>Pat Linden / Orsk Post</small></div>',
  'a large quote': '<aside class="big"><p>We will study the decision with care</p></aside>',
  'a large quote that can be shared':
    '<div class="pullquote-wrap"><blockquote>We will study the decision with care</blockquote><a href="#">Tweet this</a></div>',
  'a box of facts': '<aside class="facts"><h4>In numbers</h4><ul><li>Opened in 1921</li><li>64 acres</li></ul></aside>',
  'a film with its name': '<div class="vid"><video></video><p>WATCH: Protesters sing outside the town hall</p></div>',
  'a film with its length':
    '<div class="vid"><span>02:14</span><a href="/v">Protesters sing at the town hall</a></div>',
  'a plea to download': '<p><a href="/app">Download our app</a> for the latest news and alerts.</p>',
  'a plea to follow': '<p><em>Follow us on <a href="/x">X</a> and <a href="/f">Facebook</a> for more.</em></p>',
  'a plea to join a channel': '<p>Join our <a href="https://w.example">WhatsApp channel</a> and never miss any.</p>',
  'a head over a link': '<p><strong>READ MORE</strong></p><p><a href="/1">Sheep found on roof of the town hall</a></p>',
  'a link after an arrow': '<p>» <a href="/1">Sheep found on roof of the town hall</a></p>',
  'a link in brackets': '<p>[<a href="/1">Watch the whole debate here</a>]</p>',
  'three links in paragraphs':
    '<p><a href="/1">Sheep found on roof</a></p><p><a href="/2">Flower show moves indoors</a></p><p><a href="/3">Bypass to open in spring</a></p>',
  'a skip for readers of screens': '<p class="sr-only">Skip past newsletter promotion</p>',
  'a word on where it goes on': '<p>Story continues below the picture</p>',
  'a word on where it goes on, in stars': '<p>*** Article continues below ***</p>',
  'a lost embedded post': '<div class="embed-lost"><p>This post could not be loaded. View it on the network.</p></div>',
  'a frame that wants consent':
    '<div class="consent-embed"><h5>Allow content from Framely?</h5><p>This article has content from Framely. We ask for your leave before anything is loaded, as they may use cookies.</p><button>Allow and continue</button></div>',
  'a map with its source': '<div class="map"><img src="/m.png"><p>Map: Orsk Post. Source: Land Registry</p></div>',
  'a chart with its source':
    '<figure class="chart"><p>Visits to counters, 2019 to 2025</p><img src="/c.png"><p>Source: Bankers’ Union</p></figure>',
  'an ask for tips': '<p><em>Know more? Write to our reporter at <a href="mailto:a@b.example">a@b.example</a></em></p>',
};
const germanInserts = {
  'a German head over a link': '<p><b>Mehr zum Thema:</b> <a href="/1">Wem gehört die Innenstadt?</a></p>',
  'a German label of advertising': '<div class="anz">Anzeige</div>',
  'a German letter':
    '<div class="nl-kasten"><h4>Der Morgenbrief</h4><p>Was heute wichtig wird, jeden Tag um sechs von unserer Redaktion.</p><form><input><button>Bestellen</button></form></div>',
  'a German ask for consent':
    '<div class="ext"><h5>Externer Inhalt</h5><p>Mit dem Laden des Inhalts akzeptieren Sie die Datenschutzerklärung von Framely.</p><button>Laden</button></div>',
};
const spanishInserts = {
  'a Spanish head over a link': '<p><strong>Lee también: </strong><a href="/1">El trasvase divide al Consell</a></p>',
  'a Spanish letter': '<div class="suscr"><p>Suscríbete a nuestro boletín y recibe cada mañana las noticias.</p></div>',
  'a Spanish label of advertising': '<div class="publi"><span>PUBLICIDAD</span></div>',
};

const copies = [quarry, storm, bank, court, comet];

test.each([
  ...Object.entries(inserts).map((entry) => [...entry, copies] as const),
  ...Object.entries(germanInserts).map((entry) => [...entry, [german]] as const),
  ...Object.entries(spanishInserts).map((entry) => [...entry, [spanish]] as const),
])('an article with %s above, in and under its text is given without it', (_, insert, ofLanguage) => {
  const misses: string[] = [];
  for (const [i, layout] of layouts.entries())
    for (const at of [0, 3, 7]) {
      const copy = ofLanguage[(i + at) % ofLanguage.length] ?? quarry;
      const html = doc(
        `<title>${copy.title} | Orsk Post</title><meta property="article:published_time" content="2025-11-19T07:00:00Z">`,
        `<main><h1>${copy.title}</h1><div class="meta-line">By ${copy.byline}</div>${layout(copy.paragraphs.slice(0, at), copy.paragraphs.slice(at), insert)}</main>`,
      );
      const found = extractArticle(html, 'https://www.orskpost.example/news/a')?.paragraphs ?? [];
      const lost = copy.paragraphs.filter((text) => !found.includes(text));
      const extra = found.filter((text) => !copy.paragraphs.includes(text));
      if (lost.length > 0) misses.push(`layout ${i} at ${at} lost: ${lost.join(' | ').slice(0, 120)}`);
      if (extra.length > 0) misses.push(`layout ${i} at ${at} extra: ${extra.join(' | ').slice(0, 120)}`);
    }
  expect(misses).toEqual([]);
});
