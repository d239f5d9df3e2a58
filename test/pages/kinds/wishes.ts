import { bank, column, comet, court, derby, phone, quarry, storm } from './copy.ts';
import { german, polish, spanish } from './foreignCopy.ts';
import { around, doc, each, type Kind, kindOf, ld, news, og, ps } from './kind.ts';

const letters = [
  [
    'SIR – The quarry has fed this valley for a century. Those who voted against it should say what will.',
    'R. Stone, Orsk',
  ],
  ['SIR – At last a council that listens. I have ordered new windows on the strength of it.', 'Edith Marlow, Orsk'],
] as const;

const talk = [
  'RAMAN: So when did you know that it was not a mistake?',
  'OCHOA: On the third night. The first night you blame the software, the second night you blame the weather.',
  'RAMAN: And on the third you call your mother?',
  'OCHOA: I did, as it happens. She asked whether it was dangerous, and then whether I had eaten.',
];

const forecast = [
  ['Monday', 'Snow on high ground at first, easing by noon, with a cold wind from the north.'],
  ['Tuesday', 'Bright and dry for most, a few showers in the far west.'],
] as const;

/** What stands between, above and below the paragraphs: wishes of publishers of every kind. */
export const wishes: Kind[] = [
  kindOf('letters to the editor', quarry, {
    url: 'https://www.orskpost.example/letters/20-november',
    title: 'Letters: the quarry vote',
    byline: undefined,
    date: '2025-11-20',
    paragraphs: letters.flat(),
    html: doc(
      '<title>Letters: the quarry vote - Orsk Post</title><meta name="date" content="2025-11-20">',
      `<article><h1>Letters: the quarry vote</h1><div class="body">${letters.map(([text, name]) => `<p>${text}</p><p><strong>${name}</strong></p>`).join('')}</div></article>`,
    ),
    either: [letters[1][1]],
  }),
  kindOf('a transcript', comet, {
    url: 'https://www.nprn.example/transcripts/comet',
    title: 'The woman who found the comet',
    byline: undefined,
    date: '2025-12-03T10:00',
    paragraphs: talk,
    either: ['Transcript'],
    html: doc(
      `<title>The woman who found the comet : NPRN</title>${news('The woman who found the comet', '2025-12-03T10:00:00Z')}`,
      `<main><h1>The woman who found the comet</h1><div class="audio-tools"><a>Download</a><a>Embed</a></div><div class="transcript storytext"><h2>Transcript</h2>${ps(talk)}<p class="disclaimer">Copyright © 2025 NPRN. All rights reserved. Visit our website terms of use for further information. NPRN transcripts are created on a rush deadline. Accuracy and availability may vary.</p></div></main>`,
    ),
  }),
  kindOf('a forecast by days', storm, {
    url: 'https://www.northguard.example/weather/forecast',
    title: 'Cold start to the week',
    byline: undefined,
    date: '2025-01-12T17:00',
    paragraphs: [
      'After Storm Petra the north will have a cold but quiet week, the forecasters say.',
      ...forecast.flat(),
    ],
    html: doc(
      `<title>Cold start to the week | The Northguard</title>${news('Cold start to the week', '2025-01-12T17:00:00Z')}`,
      `<article><h1>Cold start to the week</h1><p>After Storm Petra the north will have a cold but quiet week, the forecasters say.</p>${forecast.map(([name, text]) => `<h3>${name}</h3><p>${text}</p>`).join('')}</article>`,
    ),
  }),
  kindOf('a notice of a death', column, {
    url: 'https://www.orskpost.example/obituaries/edith-marlow',
    title: 'Edith Marlow, 1944–2026',
    byline: undefined,
    date: '2026-02-03',
    paragraphs: [
      'Edith Marlow, who taught three generations of Orsk to read and one councillor to listen, died at home on Sunday. She was 81.',
      'She is survived by two daughters, five grandchildren and a parrot.',
      'The funeral will be at St Bride’s on Friday at noon. No flowers, please.',
    ],
    html: doc(
      '<title>Edith Marlow, 1944–2026 | Orsk Post</title><meta name="date" content="2026-02-03">',
      `<main><h1>Edith Marlow, 1944–2026</h1><div class="obit">${ps(['Edith Marlow, who taught three generations of Orsk to read and one councillor to listen, died at home on Sunday. She was 81.', 'She is survived by two daughters, five grandchildren and a parrot.', 'The funeral will be at St Bride’s on Friday at noon. No flowers, please.'])}</div><div class="guestbook"><h3>Guest book</h3><a>Light a candle</a><p>Be the first to share a memory of Edith with her family and her friends.</p></div></main>`,
    ),
  }),
  kindOf('a firm’s blog with anchors at its top', bank, {
    url: 'https://blog.ledgerly.example/why-banks-close-branches',
    title: 'Why banks close branches, and what to do about it',
    byline: 'Nadia Frost',
    date: '2025-10-12',
    paragraphs: [
      'When a bank leaves a village, the bakery is often next.',
      'What the numbers say',
      ...bank.paragraphs.slice(4, 6),
      'What you can do',
      'Ask for a shared counter before the branch is gone: once the lease is up, nobody will come back for you.',
    ],
    html: doc(
      `<title>Why banks close branches, and what to do about it | Ledgerly</title>${ld({ '@type': 'BlogPosting', headline: 'Why banks close branches, and what to do about it', datePublished: '2025-10-12', author: { '@type': 'Person', name: 'Nadia Frost' } })}`,
      `<div class="blog-post"><h1>Why banks close branches, and what to do about it</h1><div class="hs-meta">Written by Nadia Frost | Oct 12, 2025</div><div class="hs_cos_wrapper_type_rich_text"><ul><li><a href="#a">What the numbers say</a></li><li><a href="#b">What you can do</a></li></ul><p>When a bank leaves a village, the bakery is often next.</p><h2 id="a">What the numbers say</h2>${ps(bank.paragraphs.slice(4, 6))}<div class="hs-cta-wrapper"><a href="/demo">Book a demo of Ledgerly</a></div><h2 id="b">What you can do</h2><p>Ask for a shared counter before the branch is gone: once the lease is up, nobody will come back for you.</p></div><div class="post-cta"><h3>Ready to get started with Ledgerly?</h3><p>Join 9,000 firms that close their books in a day. No credit card required.</p><a href="/start">Start free trial</a></div></div>`,
    ),
  }),
  kindOf('a word from the sponsor above the text', phone, {
    url: 'https://www.gadgetyard.example/partner/lumo',
    date: '2025-06-03T12:00',
    html: doc(
      `<title>${phone.title}</title>${news(phone.title, '2025-06-03T12:00:00Z', phone.byline)}`,
      `<article><div class="partner-label">PAID PARTNERSHIP WITH LUMO</div><h1>${phone.title}</h1><div class="dek">${phone.dek}</div><div class="body"><p class="paid-note"><em>This article was paid for by Lumo. Our editors had no part in it.</em></p>${ps(phone.paragraphs)}</div></article>`,
    ),
    either: ['This article was paid for by Lumo. Our editors had no part in it.'],
  }),
  kindOf('gifts, saves and replies above the text', court, {
    url: 'https://www.capitalpost.example/nation/2025/11/17/mayor-trial/',
    date: '2025-11-17T18:30',
    html: doc(
      `<title>${court.title} - Capital Post</title>${news(court.title, '2025-11-17T18:30:00Z', court.byline)}`,
      `<main><header><h1 data-qa="headline">${court.title}</h1><h2 data-qa="subheadline">${court.dek}</h2><div class="flex"><span>3 min</span><span>Make us preferred on your search page</span></div><div class="flex items"><span>Gift</span><span>Save</span><span>212</span></div><figcaption>Viktor Brandl. (Pat Linden/Capital Post)</figcaption></header><div class="date-row"><span data-testid="display-date">November 17, 2025 at 1:30 p.m. EST</span></div><div data-qa="byline">By <a rel="author">${court.byline}</a></div><div class="grid-body">${each(court.paragraphs.slice(0, 3), '<div class="wpds-c-1 article-body" data-qa="article-body"><p data-el="text">', '</p></div>')}<div class="hide-for-print"><div>Follow <a>Crime &amp; Courts</a></div><button>Follow</button></div>${each(court.paragraphs.slice(3), '<div class="wpds-c-1 article-body" data-qa="article-body"><p data-el="text">', '</p></div>')}</div><div class="comments-summary"><h3>What readers are saying</h3><p>The comments express a mixture of outrage and amusement at the gifts, with several readers asking what kind of kitchen it was.</p><p>This summary is AI-generated. AI can make mistakes.</p></div></main>`,
    ),
  }),
  kindOf('a search for stories in tabs above the headline', derby, {
    url: 'https://www.tarnmail.example/sport/football/derby-report-98123',
    date: '2025-10-26T17:20',
    html: doc(
      `<title>${derby.title}</title>${news(derby.title, '2025-10-26T17:20:00Z', derby.byline)}`,
      `<div class="breaking-bar"><b>BREAKING</b> <a href="/b">Police close the ring road after a lorry sheds its load of apples near the stadium</a></div><div class="tabs"><div class="tab">Football</div><div class="tab">Rugby</div></div><div class="promo-strip"><p>Get all the latest Tarn United news, views and transfer gossip by joining our free service, which is read by 30,000 fans.</p></div><main><h1>${derby.title}</h1><p class="sub">${derby.dek}</p><div class="row"><span>${derby.byline}</span><span>17:20, 26 OCT 2025</span></div><div class="article-body">${around('<div class="nl"><p>Stay up to date with the Tarn Mail WhatsApp community</p><p>Join us on our dedicated WhatsApp community, tap here, for the biggest news and live updates</p></div>', 2, derby.paragraphs)}<p><strong>What did you make of the derby? Let us know in the comments below.</strong></p></div></main>`,
    ),
  }),
  kindOf('a Polish portal with its further part', polish, {
    url: 'https://wiadomosci.pomost.example/most-na-brdzie-zamkniety-7121234567a',
    date: '2025-01-23T11:20',
    html: doc(
      `<title>${polish.title} - Pomost Wiadomości</title>${news(polish.title, '2025-01-23T12:20:00+01:00', polish.byline)}`,
      `<article><h1>${polish.title}</h1><div class="lead"><p>${polish.dek}.</p></div><div class="sig"><span>${polish.byline}</span><time>23 stycznia 2025, 12:20</time></div><div class="content">${ps(polish.paragraphs.slice(0, 2))}<div class="video-wrap"><span>Zobacz wideo</span><p>Most na Brdzie z lotu ptaka</p></div><p><strong>Dalsza część artykułu pod materiałem wideo</strong></p>${ps(polish.paragraphs.slice(2))}<p><em>Byłeś świadkiem zdarzenia? Wyślij nam zdjęcie lub film na adres redakcja@pomost.example</em></p></div></article>`,
      'pl',
    ),
    either: ['Most na Brdzie z lotu ptaka'],
  }),
  kindOf('a Latin American daily with links in capitals', spanish, {
    url: 'https://www.elclarin.example/mundo/sequia-obliga-cortar-agua_0_AbCdEf.html',
    date: '2025-10-21T16:20',
    either: [
      'Newsletter Mundo',
      'Lo que pasa en el mundo, explicado cada mañana por nuestros corresponsales.',
      'Recibirlo',
    ],
    html: doc(
      `<title>${spanish.title}</title>${news(spanish.title, '2025-10-21T16:20:00Z', spanish.byline)}`,
      `<main><h1>${spanish.title}</h1><ul class="bajada"><li>Los embalses están al 11%.</li><li>No se espera lluvia hasta diciembre.</li></ul><div class="autor"><span>${spanish.byline}</span><span>21/10/2025 13:20</span></div><div class="StoryTextContainer">${ps(spanish.paragraphs.slice(0, 3))}<p><a href="/a"><strong>MIRÁ TAMBIÉN: Los pueblos que aprendieron a vivir sin agua</strong></a></p><div class="box-nl"><h4>Newsletter Mundo</h4><p>Lo que pasa en el mundo, explicado cada mañana por nuestros corresponsales.</p><span>Recibirlo</span></div>${ps(spanish.paragraphs.slice(3))}</div><div class="tags"><p>Temas Relacionados</p><a>Sequía</a></div><div class="coral"><p>COMENTARIOS</p><p>Comentar las notas es exclusivo para suscriptores.</p></div></main>`,
      'es',
    ),
  }),
  kindOf('a German local with its paywall tags and its survey', german, {
    url: 'https://www.suedkurier.example/region/stadt/schlachthof;art372448,12345678',
    date: '2025-02-12T20:14',
    html: doc(
      `<title>${german.title} | SÜDBOTE</title>${news(german.title, '2025-02-12T21:14:00+01:00', german.byline)}`,
      `<article class="c-article"><header><span class="c-article__badge">Plus</span><h1>${german.title}</h1><p class="c-article__summary">${german.dek}.</p><p class="c-article__author">${german.byline}</p><p>12.02.2025 | Stand: 21:14 Uhr</p></header><div class="c-article__content">${ps(german.paragraphs.slice(0, 4))}<div class="c-inline c-inline--poll"><h4>Umfrage</h4><p>Soll die Stadt den Schlachthof verkaufen? Stimmen Sie ab und sehen Sie, was die anderen denken.</p></div>${ps(german.paragraphs.slice(4))}<p>Lesen Sie auch: <a href="/l">Der Mann, der den Schlachthof retten will</a></p></div><div class="c-article__footer">© Südbote 2025. Kopieren und Weiterverbreiten nur mit Genehmigung.</div></article>`,
      'de',
    ),
  }),
  kindOf('an essay that was read at another place first', column, {
    url: 'https://www.theshelf.example/slow-train/',
    date: '2025-09-20',
    html: doc(
      `<title>${column.title} ‹ The Shelf</title><meta name="author" content="${column.byline}"><meta property="article:published_time" content="2025-09-20">`,
      `<article class="post"><div class="post_header"><h1>${column.title}</h1><h2>${column.dek}</h2><h3 class="author">By <a>${column.byline}</a></h3><hr><span>September 20, 2025</span></div><div class="post_content">${ps(column.paragraphs)}<p>__________________________________</p><p><em>From</em> <a href="/b">The Third Platform: Letters</a> <em>by Agnes Moor. Copyright © 2025. Used with permission of the publisher, Low Press.</em></p><div class="tagz"><a>railways</a><a>essays</a></div><div class="bio-box"><img alt=""><h4>${column.byline}</h4><span>Agnes Moor is the author of six books on things that move slowly. She lives in Lund.</span></div></div></article>`,
    ),
    either: [
      'From The Third Platform: Letters by Agnes Moor. Copyright © 2025. Used with permission of the publisher, Low Press.',
    ],
  }),
  kindOf('a list of products with prices and buttons', phone, {
    url: 'https://www.gadgetyard.example/best/small-phones',
    title: 'The best small phones of 2025',
    byline: 'Theo Grant',
    date: '2025-07-01T10:00',
    paragraphs: [
      'Big phones are for big hands. After three months with eleven small ones we would buy these.',
      'Best for most: Lumo 4',
      'It fits in one hand and lasts three days, and its maker sells the parts.',
      'Best camera: Pico S',
      'The only one that we would take to a concert, though the battery gives up before the band.',
    ],
    either: [
      'Lumo 4 Pico S',
      '5.1 inches',
      '118 g',
      '5.3 inches',
      '131 g',
      'Screen',
      'Weight',
      'Lumo 4',
      'Pico S',
      '$449 at Buyall',
      '$599 at Buyall',
    ],
    html: doc(
      `<title>The best small phones of 2025 | Gadgetyard</title>${news('The best small phones of 2025', '2025-07-01T10:00:00Z', 'Theo Grant')}`,
      `<article><h1>The best small phones of 2025</h1><div class="by">By Theo Grant</div><div class="content"><p>Big phones are for big hands. After three months with eleven small ones we would buy these.</p>${[
        [
          'Best for most: Lumo 4',
          'It fits in one hand and lasts three days, and its maker sells the parts.',
          '$449 at Buyall',
          '5.1 inches',
          '118 g',
        ],
        [
          'Best camera: Pico S',
          'The only one that we would take to a concert, though the battery gives up before the band.',
          '$599 at Buyall',
          '5.3 inches',
          '131 g',
        ],
      ]
        .map(
          ([head, text, price, inches, grams]) =>
            `<h2>${head}</h2><div class="product"><img alt="${head}"><a class="buy" href="https://buy.example" rel="sponsored">${price}</a></div><p>${text}</p><table><tr><th>Screen</th><td>${inches}</td></tr><tr><th>Weight</th><td>${grams}</td></tr></table>`,
        )
        .join('')}</div></article>`,
    ),
  }),
  kindOf('a page that was put together by a table for mail', bank, {
    url: 'https://mail.briefing.example/2025-10-09',
    title: 'Meridian shuts up shop',
    byline: undefined,
    date: '2025-10-09',
    paragraphs: bank.paragraphs,
    html: doc(
      '<title>Meridian shuts up shop</title>',
      `<table width="100%"><tr><td align="center"><table width="600"><tr><td>View this email in your browser</td></tr><tr><td><h1>Meridian shuts up shop</h1><p style="color:#999">October 9, 2025</p></td></tr>${bank.paragraphs.map((text) => `<tr><td style="padding:8px"><p>${text}</p></td></tr>`).join('')}<tr><td><p>You are receiving this email because you signed up at briefing.example. <a href="/u">Unsubscribe</a></p></td></tr></table></td></tr></table>`,
    ),
  }),
  kindOf('a small page of an app for notes', quarry, {
    url: 'https://notes.example/quarry-11-19',
    byline: 'Hanna Voss',
    date: '2025-11-19T07:00',
    html: doc(
      `<title>${quarry.title} – Notes</title>${og(quarry.title)}<meta property="article:published_time" content="2025-11-19T07:00:00+0000"><meta property="article:author" content="Hanna Voss">`,
      `<div class="tl_page_wrap"><div class="tl_page"><main class="tl_article"><header class="tl_article_header"><h1>${quarry.title}</h1><address><a rel="author">Hanna Voss</a><time datetime="2025-11-19T07:00:00+0000">November 19, 2025</time></address></header><article id="_tl_editor" class="tl_article_content"><h1>${quarry.title}<br></h1><address><a rel="author">Hanna Voss</a><br></address>${ps(quarry.paragraphs)}</article></main><div class="tl_popup"><p>Report content on this page</p></div></div></div>`,
    ),
  }),
  kindOf('a text in columns of a page builder, with counters', storm, {
    url: 'https://coastcouncil.example/storm-report',
    byline: undefined,
    date: '2025-01-12',
    html: doc(
      `<title>${storm.title}</title><meta name="date" content="2025-01-12">`,
      `<div class="vc_row"><div class="vc_column"><h1>${storm.title}</h1></div></div><div class="vc_row"><div class="vc_column"><div class="counter"><span>94</span><span>mph</span></div></div><div class="vc_column"><div class="counter"><span>40,000</span><span>homes</span></div></div></div><div class="vc_row"><div class="vc_column"><div class="wpb_text_column">${ps(storm.paragraphs.slice(0, 4))}</div></div><div class="vc_column"><div class="wpb_text_column">${ps(storm.paragraphs.slice(4))}</div></div></div>`,
    ),
    either: ['94mph', '40,000homes', '94', 'mph', '40,000', 'homes'],
  }),
];
