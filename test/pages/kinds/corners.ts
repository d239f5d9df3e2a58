import { bank, column, comet, court, derby, phone, quarry, storm } from './copy.ts';
import { german, swedish } from './foreignCopy.ts';
import { doc, each, type Kind, kindOf, ld, og, ps } from './kind.ts';

const signs = [
  ['Aries', 'You will find a coin in an old coat, and the coat will be worth more than the coin.'],
  ['Taurus', 'Somebody asks you for the way. Do not send them past the bakery.'],
  ['Gemini', 'Both of you should go to bed earlier this week.'],
] as const;

const chapters = [
  ['12 March 2019', 'The company asks for leave to dig under the beech wood, and 2,000 people sign against it.'],
  ['4 June 2022', 'A first vote ends in a tie, and the mayor, who has the last word, is on holiday.'],
  ['18 November 2025', 'The council votes seven to four against the plan.'],
] as const;

const notes = [
  'The tests were made on a single unit that we bought ourselves.',
  'Prices are those of the maker on the day of writing.',
];

/** Corners of markup: what frameworks, generators and hands of the last thirty years leave behind. */
export const corners: Kind[] = [
  kindOf('utility classes and no others', quarry, {
    url: 'https://hilltop.example/p/quarry',
    byline: undefined,
    date: '2025-11-19T07:00',
    either: [
      'The Hilltop Brief',
      'Five stories, five minutes, every weekday at six. Read by 4,000 of your neighbours.',
    ],
    html: doc(
      `<title>${quarry.title} — Hilltop</title>${og(quarry.title, { 'article:published_time': '2025-11-19T07:00:00Z' })}`,
      `<div class="min-h-screen bg-white"><div class="flex justify-between px-4 py-2 border-b"><a class="font-bold" href="/">Hilltop</a><div class="space-x-4 text-sm"><a href="/l">Local</a><a href="/s">Sport</a></div></div><div class="max-w-3xl mx-auto px-4"><div class="text-xs uppercase tracking-wide text-red-600">Council</div><h1 class="text-4xl font-extrabold">${quarry.title}</h1><div class="mt-2 text-xl text-gray-600">${quarry.dek}</div><div class="flex mt-4 text-sm text-gray-500"><div>3 min read</div><div class="mx-2">·</div><div>Nov 19, 2025</div></div><div class="mt-8 prose">${ps(quarry.paragraphs.slice(0, 3))}<div class="my-8 p-6 bg-blue-50 rounded-lg"><div class="font-bold text-lg">The Hilltop Brief</div><div class="text-gray-700">Five stories, five minutes, every weekday at six. Read by 4,000 of your neighbours.</div><button class="mt-4 px-4 py-2 bg-blue-600 text-white">Get it</button></div>${ps(quarry.paragraphs.slice(3))}</div><div class="mt-12 grid grid-cols-2 gap-6"><a class="block" href="/1"><div class="font-semibold">Flower show moves indoors</div><div class="text-sm text-gray-500">It has rained on the tents for nine years in a row, and the committee has had enough of it.</div></a><a class="block" href="/2"><div class="font-semibold">Bypass to open in spring</div><div class="text-sm text-gray-500">Two years late and four million over, the road around the village is nearly there.</div></a></div></div></div>`,
    ),
  }),
  kindOf('a static blog', column, {
    url: 'https://agnes.example/2025/slow-train.html',
    byline: undefined,
    date: '2025-09-14',
    html: doc(
      `<title>${column.title}</title><meta name="generator" content="Hugo 0.140">`,
      `<header><a href="/">agnes.example</a> <a href="/about">about</a></header><main><h1>${column.title}</h1><p><time>2025-09-14</time></p>${ps(column.paragraphs)}<hr><p>← <a href="/a">A bridge I know</a> · <a href="/b">On umbrellas</a> →</p></main><footer>CC BY-SA</footer>`,
    ),
  }),
  kindOf('a wiki of news', court, {
    url: 'https://en.wikireport.example/wiki/Former_mayor_on_trial_over_harbour_contracts',
    byline: undefined,
    date: '2025-11-17',
    html: doc(
      `<title>${court.title} - Wikireport, the free news source</title>`,
      `<div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading"><span class="mw-page-title-main">${court.title}</span></h1><div id="bodyContent" class="vector-body"><div id="siteSub">From Wikireport, the free news source you can write!</div><div id="jump-to-nav"><a class="mw-jump-link">Jump to navigation</a></div><div id="mw-content-text"><div class="mw-content-ltr mw-parser-output"><p id="mwDate"><strong class="published"><span id="publishDate" class="value-title" title="2025-11-17">Monday, November 17, 2025</span></strong></p><div class="infobox noprint"><p><b>Crime and law</b></p><ul><li><a>Port of Ellery dredged, fish return</a></li></ul></div>${ps(court.paragraphs)}<h2><span class="mw-headline" id="Sources">Sources</span><span class="mw-editsection">[<a>edit</a>]</span></h2><ul><li><span class="sourceTemplate"><a href="https://x.example">"Ex-mayor in court"</a> — <i>Ellery Globe</i>, November 17, 2025</span></li></ul></div></div></div></div>`,
    ),
    either: ['Sources', 'Sources[edit]', '"Ex-mayor in court" — Ellery Globe, November 17, 2025'],
  }),
  kindOf('a bulletin in fixed type', storm, {
    url: 'http://www.metoffice.example/bulletins/20250112.html',
    byline: undefined,
    date: '2025-01-12',
    html: `<html><head><title>${storm.title}</title></head><body><h1>${storm.title}</h1><pre>${storm.paragraphs.join('\n\n')}</pre><a href="/">Home</a></body></html>`,
  }),
  kindOf('empty paragraphs, spaces and breaks from a clipboard', bank, {
    url: 'https://localbiz.example/news/meridian',
    date: '2025-10-09',
    html: doc(
      `<title>${bank.title}</title>`,
      `<div class="post"><h1>${bank.title}</h1><div class="info">By ${bank.byline} on 9 October 2025</div><div class="content"><p>&nbsp;</p>${each(bank.paragraphs, '<div><span style="font-family: Arial;"><span style="font-size: 12px;">', '</span></span></div><div><br></div><p>&nbsp;</p>')}</div></div>`,
    ),
  }),
  kindOf('a body whose paragraphs are list items and headings by mistake', storm, {
    url: 'https://villagenews.example/storm',
    byline: undefined,
    date: '2025-01-12',
    html: doc(
      `<title>${storm.title}</title>`,
      `<main><h1>${storm.title}</h1><h6>12 January 2025</h6><div class="c">${each(storm.paragraphs, '<h4 style="font-weight:normal">', '</h4>')}</div></main>`,
    ),
  }),
  kindOf('a brief of two sentences beside forty links', swedish, {
    url: 'https://www.sundsbladet.example/kort/hven',
    byline: undefined,
    date: '2025-10-31T11:40',
    paragraphs: swedish.paragraphs.slice(0, 2),
    html: doc(
      `<title>${swedish.title}</title><meta property="article:published_time" content="2025-10-31T12:40:00+01:00">`,
      `<div class="g"><div class="l"><article class="brief"><h1>${swedish.title}</h1>${ps(swedish.paragraphs.slice(0, 2))}</article></div><div class="r"><h3>Senaste nytt</h3>${Array.from({ length: 40 }, (_, i) => `<div class="n"><span>1${i % 10}:0${i % 6}</span> <a href="/n/${i}">Kommunen vill bygga ${i + 3} nya bostäder vid hamnen</a></div>`).join('')}</div></div>`,
      'sv',
    ),
  }),
  kindOf('horoscopes', column, {
    url: 'https://starcorner.example/this-week',
    title: 'Your stars this week',
    byline: 'Madame Odile',
    date: '2025-11-24',
    paragraphs: signs.flat().slice(1),
    html: doc(
      '<title>Your stars this week | Star Corner</title>',
      `<main><h1>Your stars this week</h1><div class="by">By Madame Odile</div><div class="d">November 24, 2025</div>${signs.map(([name, text]) => `<section class="sign"><h3>${name}</h3><p>${text}</p></section>`).join('')}</main>`,
    ),
    either: ['Aries'],
  }),
  kindOf('a chronicle', quarry, {
    url: 'https://www.orskpost.example/timeline/quarry',
    title: 'Six years of quarrel over a hole',
    byline: undefined,
    date: '2025-11-19T09:00',
    paragraphs: ['How a plan to dig under a beech wood divided a valley, in three dates.', ...chapters.flat()],
    html: doc(
      `<title>Six years of quarrel over a hole - Orsk Post</title>${ld({ '@type': 'NewsArticle', headline: 'Six years of quarrel over a hole', datePublished: '2025-11-19T09:00:00Z' })}`,
      `<article><h1>Six years of quarrel over a hole</h1><p>How a plan to dig under a beech wood divided a valley, in three dates.</p><div class="timeline">${chapters.map(([day, text]) => `<div class="event"><h3 class="event-date">${day}</h3><p>${text}</p></div>`).join('')}</div></article>`,
    ),
  }),
  kindOf('answers that unfold', phone, {
    url: 'https://www.pocketworthy.example/faq/lumo-4',
    title: 'Lumo 4: your questions answered',
    byline: undefined,
    date: '2025-06-10',
    paragraphs: [
      'Readers sent us more than 200 questions about our review of the Lumo 4. These came up most often.',
      'Is it waterproof?',
      'Up to a metre and a half for half an hour, says the maker, and ours survived a bath.',
      'Can I change the battery?',
      'Yes, with a coin and ten minutes of your time. A new one costs 29 euros.',
    ],
    html: doc(
      '<title>Lumo 4: your questions answered — Pocketworthy</title><meta name="date" content="2025-06-10">',
      '<main><article><h1>Lumo 4: your questions answered</h1><p>Readers sent us more than 200 questions about our review of the Lumo 4. These came up most often.</p><details><summary>Is it waterproof?</summary><p>Up to a metre and a half for half an hour, says the maker, and ours survived a bath.</p></details><details><summary>Can I change the battery?</summary><p>Yes, with a coin and ten minutes of your time. A new one costs 29 euros.</p></details></article></main>',
    ),
  }),
  kindOf('a claim and a verdict', court, {
    url: 'https://factdesk.example/brandl-boat',
    title: 'No, the mayor’s boat was not sold for charity',
    byline: 'Marisol Keane',
    date: '2025-11-20',
    paragraphs: [
      'A post that has been shared 40,000 times says that Viktor Brandl sold his boat and gave the money to a hospital. He did not.',
      'The boat lies in the harbour of Port Ellery, where our reporter saw it on Wednesday, and the hospital has no record of a gift.',
    ],
    either: ['Claim', 'The mayor gave the price of his boat to a hospital.', 'Our verdict', 'False'],
    html: doc(
      `<title>No, the mayor’s boat was not sold for charity | Fact Desk</title>${ld({ '@type': 'ClaimReview', datePublished: '2025-11-20', claimReviewed: 'The mayor gave the price of his boat to a hospital.', author: { '@type': 'Organization', name: 'Fact Desk' } })}<meta name="author" content="Marisol Keane">`,
      `<article><h1>No, the mayor’s boat was not sold for charity</h1><div class="claim"><h4>Claim</h4><p>The mayor gave the price of his boat to a hospital.</p><h4>Our verdict</h4><p>False</p></div><div class="text">${ps(['A post that has been shared 40,000 times says that Viktor Brandl sold his boat and gave the money to a hospital. He did not.', 'The boat lies in the harbour of Port Ellery, where our reporter saw it on Wednesday, and the hospital has no record of a gift.'])}</div></article>`,
    ),
  }),
  kindOf('a film and what it shows', derby, {
    url: 'https://www.tarnside.example/video/okoro-header',
    title: 'Watch: Okoro’s header from behind the goal',
    byline: undefined,
    date: '2025-10-26T20:00',
    paragraphs: [
      'A fan in the second row filmed the goal that settled the derby, and the face of the keeper who saw it coming a moment too late.',
    ],
    html: doc(
      `<title>Watch: Okoro’s header from behind the goal | Tarnside</title>${ld({ '@type': 'VideoObject', name: 'Watch: Okoro’s header from behind the goal', uploadDate: '2025-10-26T20:00:00Z', description: 'A fan filmed the goal.' })}`,
      `<main><div class="player"><video></video><div class="controls"><span>0:00</span><span>0:41</span></div></div><h1>Watch: Okoro’s header from behind the goal</h1><div class="desc"><p>A fan in the second row filmed the goal that settled the derby, and the face of the keeper who saw it coming a moment too late.</p></div><section class="more-videos"><h2>More videos</h2>${['Lamb: we never stop', 'The best saves of the month', 'Inside the new stand'].map((text, i) => `<a class="v" href="/v/${i}"><span class="dur">1:1${i}</span><h3>${text}</h3><p>Our pick of the week from Mill Lane and elsewhere, with sound.</p></a>`).join('')}</section></main>`,
    ),
  }),
  kindOf('a story on three pages', comet, {
    url: 'https://oldmag.example/comet?page=1',
    byline: undefined,
    date: '2025-12-02',
    html: doc(
      `<title>${comet.title}</title>`,
      `<div id="wrap"><h1>${comet.title}</h1><div class="posted">Posted December 2, 2025</div><div class="story">${ps(comet.paragraphs)}<p class="pages">Page 1 of 3 <a href="?page=2">Next page »</a></p></div><div class="tools"><a href="?print">View as one page</a></div></div>`,
    ),
  }),
  kindOf('notes under a text, marked in it', phone, {
    url: 'https://slowtech.example/lumo',
    byline: 'Theo Grant',
    date: '2025-06-05',
    paragraphs: phone.paragraphs,
    either: [...notes, ...notes.map((note) => `${note} ↩`), 'Notes', 'Footnotes'],
    html: doc(
      `<title>${phone.title} · Slow Tech</title><meta name="author" content="Theo Grant"><meta name="date" content="2025-06-05">`,
      `<article><h1>${phone.title}</h1>${ps(phone.paragraphs)}<section class="footnotes"><h4>Notes</h4><ol>${each(notes, '<li>', ' <a href="#r">↩</a></li>')}</ol></section></article>`,
    ),
  }),
  kindOf('a forum that is also a paper', quarry, {
    url: 'https://talk.orsk.example/t/council-rejects-plan/812',
    byline: 'hannavoss',
    date: '2025-11-19T07:12',
    html: doc(
      `<title>${quarry.title} - News - Orsk Talk</title>${ld({ '@type': 'DiscussionForumPosting', headline: quarry.title, datePublished: '2025-11-19T07:12:00Z', author: { '@type': 'Person', name: 'hannavoss' } })}`,
      `<div id="main-outlet" class="wrap"><div id="topic-title"><h1><a href="/t/812">${quarry.title}</a></h1></div><div itemscope itemtype="http://schema.org/DiscussionForumPosting" id="post_1" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a><span itemprop="name">hannavoss</span></a></span><span class="crawler-post-infos"><time datetime="2025-11-19T07:12:00Z" class="post-time">November 19, 2025, 7:12am</time><span itemprop="position">1</span></span></div><div class="post" itemprop="text">${ps(quarry.paragraphs)}</div><div><span class="post-likes">31 Likes</span></div></div>${['gwen', 'oldtom', 'maris'].map((name, i) => `<div itemprop="comment" id="post_${i + 2}" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a><span itemprop="name">${name}</span></a></span><span class="crawler-post-infos"><time datetime="2025-11-19T0${i + 8}:00:00Z" class="post-time">November 19, 2025, ${i + 8}:00am</time><span itemprop="position">${i + 2}</span></span></div><div class="post" itemprop="text"><p>I was there and it was the best evening in the town hall since the night the lights went out, number ${i}.</p></div></div>`).join('')}</div>`,
    ),
  }),
  kindOf('the rest unfolded by a button', german, {
    url: 'https://stadtkurier.example/lokales/schlachthof',
    byline: undefined,
    date: '2025-02-13',
    html: doc(
      `<title>${german.title} | Stadtkurier</title><meta name="date" content="2025-02-13">`,
      `<main><h1>${german.title}</h1><div class="txt">${ps(german.paragraphs.slice(0, 3))}<div id="rest" style="display:none">${ps(german.paragraphs.slice(3))}</div><button>Weiterlesen</button></div></main>`,
      'de',
    ),
  }),
  kindOf('what a script left when it was switched off', bank, {
    url: 'https://spa.example/bank',
    byline: undefined,
    date: '2025-10-09',
    html: doc(
      `<title>${bank.title}</title><meta name="date" content="2025-10-09">`,
      `<div id="app"><p>Loading the story…</p></div><noscript><h1>${bank.title}</h1>${ps(bank.paragraphs)}</noscript>`,
    ),
  }),
  kindOf('a component with its own tree', storm, {
    url: 'https://wc.example/storm',
    byline: undefined,
    date: '2025-01-12T09:05',
    html: doc(
      `<title>${storm.title}</title><meta property="article:published_time" content="2025-01-12T09:05:00Z">`,
      `<news-page><template shadowrootmode="open"><news-article><template shadowrootmode="open"><h1>${storm.title}</h1><div part="body">${ps(storm.paragraphs)}</div></template></news-article></template></news-page>`,
    ),
  }),
  kindOf('paragraphs of custom elements', court, {
    url: 'https://ce.example/trial',
    byline: undefined,
    date: '2025-11-17',
    html: doc(
      `<title>${court.title}</title><meta name="date" content="2025-11-17">`,
      `<app-root><app-article><h1>${court.title}</h1><app-body>${each(court.paragraphs, '<app-paragraph>', '</app-paragraph>')}</app-body></app-article></app-root>`,
    ),
  }),
];
