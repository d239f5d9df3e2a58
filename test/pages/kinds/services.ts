import { bank, column, comet, court, derby, phone, quarry, storm } from './copy.ts';
import { german } from './foreignCopy.ts';
import { around, doc, each, type Kind, kindOf, ld, og, ps } from './kind.ts';

/** Wires, stations and magazines, with what each of them adds to a text. */
export const services: Kind[] = [
  kindOf('a wire with its standards and its rights', bank, {
    url: 'https://www.meridianwire.example/business/finance/meridian-bank-close-80-branches-2025-10-09/',
    date: '2025-10-09T06:31',
    paragraphs: [`LONDON, Oct 9 (Wire) - ${bank.paragraphs[0]}`, ...bank.paragraphs.slice(1)],
    either: ['Reporting by Oliver Tan; Editing by Jo Marsh and Sam Hale'],
    html: doc(
      `<title>${bank.title} | Wire</title>${ld({ '@type': 'NewsArticle', headline: bank.title, datePublished: '2025-10-09T06:31:10.000Z', dateModified: '2025-10-09T09:00:00.000Z', author: [{ '@type': 'Person', name: bank.byline }] })}`,
      `<article data-testid="Article"><div class="article-header"><h1 data-testid="Heading">${bank.title}</h1><div class="info-content"><div>By <a rel="author">${bank.byline}</a></div><time><span data-testid="DateLineText">October 9, 2025 6:31 AM UTC</span><span>Updated 3 hours ago</span></time></div></div><ul data-testid="Summary"><li class="summary-item">Summary</li><li><a>Companies</a></li></ul><ul class="summary__list"><li data-testid="Body">A quarter of branches to go by April</li><li data-testid="Body">About 640 jobs affected</li></ul><div class="article-body__content"><div data-testid="paragraph-0" class="text__text__1FZLe">LONDON, Oct 9 (Wire) - ${bank.paragraphs[0]}</div>${bank.paragraphs
        .slice(1)
        .map((text, i) => `<div data-testid="paragraph-${i + 1}" class="text__text__1FZLe">${text}</div>`)
        .join(
          '',
        )}<div data-testid="promo-box"><p>The Wire Daily Briefing newsletter provides all the news you need to start your day. Sign up <a href="/s">here.</a></p></div><p data-testid="SignOff">Reporting by Oliver Tan; Editing by Jo Marsh and Sam Hale</p><p data-testid="TrustBadge">Our Standards: <a href="/t">The Meridian Wire Trust Principles.</a></p><div class="toolbar"><button>Purchase Licensing Rights</button></div></div></article>`,
    ),
  }),
  kindOf('a broadcaster that begins with its name', storm, {
    url: 'https://edition.cnw.example/2025/01/12/uk/storm-petra-intl/index.html',
    date: '2025-01-12T10:15',
    html: doc(
      `<title>${storm.title} | CNW</title>${og(storm.title, { 'og:site_name': 'CNW' })}<meta property="article:published_time" content="2025-01-12T10:15:22.190Z"><meta name="author" content="${storm.byline}">`,
      `<div class="layout__content-wrapper"><section class="layout__top"><div class="headline"><div class="headline__wrapper"><h1 class="headline__text" id="maincontent">${storm.title}</h1></div><div class="headline__footer"><div class="byline"><div class="byline__names">By <span class="byline__name">${storm.byline}</span>, CNW</div></div><div class="timestamp">3 minute read<br>Updated 11:40 AM EST, Sun January 12, 2025</div></div></div></section><main class="article__main"><div class="video-resource"><div class="video-resource__headline">Watch the roof come off a barn</div><div>00:41</div><span>- Source: <a href="/v">CNW</a></span></div><div class="article__content"><cite class="source__cite"><span class="source__location"></span><span class="source__text">CNW</span> &mdash; </cite>${each(storm.paragraphs.slice(0, 3), '<p class="paragraph inline-placeholder vossi-paragraph-primary-core-light">', '</p>')}<div class="related-content related-content--article"><a href="/r"><span>Related article</span><span class="related-content__headline-text">How storms get their names</span></a></div>${each(storm.paragraphs.slice(3), '<p class="paragraph inline-placeholder vossi-paragraph-primary-core-light">', '</p>')}<p class="paragraph inline-placeholder"><em>This story has been updated with additional information.</em></p></div></main></div>`,
    ),
    either: ['This story has been updated with additional information.', 'CNW —'],
  }),
  kindOf('a salmon paper with its digest over the text', bank, {
    url: 'https://www.financial.example/content/6a1c2f3e-77aa',
    date: '2025-10-09T06:00',
    either: ['Rosa Klein, editor-in-chief, picks her favourite stories in this weekly letter.'],
    html: doc(
      `<title>${bank.title}</title>${ld({ '@type': 'NewsArticle', headline: bank.title, datePublished: '2025-10-09T06:00:12.000Z', isAccessibleForFree: false, author: [{ '@type': 'Person', name: bank.byline }] })}`,
      `<article id="site-content" class="article"><div class="topper"><div class="topper__primary-theme"><a href="/b">Banks</a></div><h1 class="topper__headline">${bank.title}</h1><div class="topper__standfirst">${bank.dek}</div></div><div class="article-info"><div class="article-info__byline">${bank.byline} in London</div><time datetime="2025-10-09T06:00:12.000Z">Published OCTOBER 9 2025</time></div><div class="article__content-body n-content-body"><div class="n-content-body__unlock"><h2>Unlock the Chief’s Digest for free</h2><p>Rosa Klein, editor-in-chief, picks her favourite stories in this weekly letter.</p></div>${around('<aside class="n-content-recommended"><h2>Recommended</h2><a href="/x">The Big Read: the last counters of Cornwall</a></aside>', 3, bank.paragraphs)}</div><div class="article__copyright"><a href="/c">Copyright</a> The Financial Limited 2025. All rights reserved.</div><div><h3>Follow the topics in this article</h3><ul><li><a>Banks</a><button>Add to my page</button></li></ul></div></article>`,
    ),
  }),
  kindOf('a station of the state with its messages', comet, {
    url: 'https://www.nprn.example/2025/12/02/nx-s1-5234567/comet-halvorsen',
    date: '2025-12-02T10:00',
    html: doc(
      `<title>${comet.title} : NPRN</title>${ld({ '@type': 'NewsArticle', headline: comet.title, datePublished: '2025-12-02T05:00:35-05:00', author: { '@type': 'Person', name: [comet.byline] } })}`.replace(
        '05:00:35',
        '05:00:00',
      ),
      `<main id="mainContent"><article class="story"><div class="slug-wrap"><h3 class="slug"><a href="/space">Space</a></h3></div><div class="storytitle"><h1>${comet.title}</h1></div><div id="story-meta"><div class="dateblock"><time datetime="2025-12-02T05:00:00-05:00"><span class="date">December 2, 2025</span><span class="time">5:00 AM ET</span></time></div><div class="byline-container"><p class="byline__name byline__name--block">${comet.byline}</p></div></div><div id="res1" class="bucketwrap resaudio primaryaudio"><div class="audio-module"><h4>3-Minute Listen</h4><b class="audio-module-cta">Listen</b><ul><li><a>Transcript</a></li></ul></div></div><div id="storytext" class="storytext storylocation linkLocation"><div id="res2" class="bucketwrap image large"><div class="imagewrap"><img alt="The telescope at dusk"></div><div class="credit-caption"><div class="caption-wrap"><div class="caption"><p>The telescope that found the comet, at dusk. <b class="credit"> Ana Ruiz/NPRN</b> <b class="hide-caption"><b>hide caption</b></b></p></div><b class="toggle-caption"><b>toggle caption</b></b></div><span class="credit">Ana Ruiz/NPRN</span></div></div>${ps(comet.paragraphs.slice(0, 3))}<aside class="ad-wrap"><div class="ad-config"></div><p>Sponsor Message</p></aside>${ps(comet.paragraphs.slice(3))}</div></article></main>`,
    ),
  }),
  kindOf('a local station with its rights and its plea for tips', court, {
    url: 'https://www.wxel.example/news/local/former-mayor-on-trial',
    date: '2025-11-17T19:45',
    paragraphs: [`PORT ELLERY, Conn. (WXEL) — ${court.paragraphs[0]}`, ...court.paragraphs.slice(1)],
    html: doc(
      `<title>${court.title}</title>${ld({ '@type': 'NewsArticle', headline: court.title, datePublished: '2025-11-17T19:45:00Z', author: [{ '@type': 'Person', name: court.byline }] })}`,
      `<main><div class="article-headline"><h1>${court.title}</h1></div><div class="article-meta"><p class="article-byline">by: <a href="/mk">${court.byline}</a></p><p>Posted: <time datetime="2025-11-17T14:45:00-05:00">Nov 17, 2025 / 02:45 PM EST</time></p><p>Updated: <time datetime="2025-11-18T08:00:00-05:00">Nov 18, 2025 / 08:00 AM EST</time></p></div><div class="article-content article-body rich-text"><p>PORT ELLERY, Conn. (WXEL) — ${court.paragraphs[0]}</p><div class="app-box"><p>WXEL News is on the go: <a href="/app">Download our free app</a></p></div>${ps(court.paragraphs.slice(1, 3))}<div class="article-list article-list--related"><ul><li><a href="/1">Dredging company loses second contract</a></li></ul></div>${ps(court.paragraphs.slice(3))}<p><em>Copyright 2025 WXEL. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.</em></p><p><strong>See a spelling or grammar error in our story? Please click here to report it.</strong></p><p><strong>Do you have a photo or video of a breaking news story? Send it to us here with a brief description.</strong></p></div></main>`,
    ),
  }),
  kindOf('brief and bold, with bullets', bank, {
    url: 'https://www.axle.example/2025/10/09/meridian-bank-branches',
    title: 'Meridian to close a quarter of its branches',
    date: '2025-10-09T10:00',
    paragraphs: [
      'Meridian Bank will shut 80 branches by April, its largest cut since the crisis of 2008.',
      'Why it matters: In 60 villages the branch is the last place to get cash without buying something.',
      'The big picture: Visits to counters have fallen by two thirds since 2019.',
      'About 640 people will lose their jobs.',
      'Shares rose 3.1% in early trading.',
      'What’s next: The union will ballot its members before Christmas.',
    ],
    either: ['By the numbers:'],
    html: doc(
      `<title>Meridian to close a quarter of its branches</title><meta property="article:published_time" content="2025-10-09T10:00:00Z"><meta name="author" content="${bank.byline}">`,
      `<main id="main-content"><article data-cy="story"><div class="flex"><a class="topic" href="/b">Business</a><time datetime="2025-10-09T10:00:00Z">Oct 9, 2025 - Business</time></div><h1 class="font-sans">Meridian to close a quarter of its branches</h1><div class="flex items-center"><a data-cy="author" href="/ot">${bank.byline}</a></div><div class="share-bar"><button aria-label="facebook"></button></div><div class="DraftjsBlocks_draftjs__fm3S2 story-paragraph"><p><span>Meridian Bank will shut 80 branches by April, its largest cut since the crisis of 2008.</span></p><p><strong>Why it matters: </strong>In 60 villages the branch is the last place to get cash without buying something.</p><p><strong>The big picture:</strong> Visits to counters have fallen by two thirds since 2019.</p><p><strong>By the numbers:</strong></p><ul><li>About 640 people will lose their jobs.</li><li>Shares rose 3.1% in early trading.</li></ul><p><strong>What’s next:</strong> The union will ballot its members before Christmas.</p></div></article></main>`,
    ),
  }),
  kindOf('a channel that reads its lists aloud', court, {
    url: 'https://www.gulfchannel.example/news/2025/11/17/former-mayor-on-trial',
    byline: undefined,
    date: '2025-11-17T20:00',
    html: doc(
      `<title>${court.title} | Courts News | Gulf Channel</title>${ld({ '@type': 'NewsArticle', headline: court.title, datePublished: '2025-11-17T20:00:00Z', author: [{ '@type': 'Organization', name: 'Gulf Channel' }], publisher: { '@type': 'Organization', name: 'Gulf Channel' } })}`,
      `<main><header class="article-header"><h1>${court.title}</h1><p class="article__subhead">${court.dek}.</p></header><div class="article-info-block"><div class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On 17 Nov 2025</span><span aria-hidden="true">17 Nov 2025</span></div></div><div class="share"><span>Click here to share on social media</span><span>Save articles to read later and create your own reading list.</span></div></div><div class="wysiwyg wysiwyg--all-content">${ps(court.paragraphs.slice(0, 3))}<div class="more-on"><h2 class="screen-reader-text">Recommended Stories</h2><span class="screen-reader-text">list of 2 items</span><ul><li><span class="screen-reader-text">list 1 of 2</span><a href="/1">Harbor of Ellery closed to big ships</a></li><li><span class="screen-reader-text">list 2 of 2</span><a href="/2">Who is Viktor Brandl?</a></li></ul><span class="screen-reader-text">end of list</span></div>${ps(court.paragraphs.slice(3))}</div><div class="article-source"><span>Source</span>: Gulf Channel and news agencies</div></main>`,
    ),
    either: ['Source: Gulf Channel and news agencies'],
  }),
  kindOf('a tabloid with bullets over the text', derby, {
    url: 'https://www.dailymoon.example/sport/football/article-15234567/Late-Okoro-header.html',
    date: '2025-10-26T17:35',
    either: ['Sam Okoro scores in the 93rd minute to win the derby', 'Rovers are without a win since August'],
    html: doc(
      `<title>${derby.title} | Daily Moon Online</title>${ld({ '@type': 'NewsArticle', headline: derby.title, datePublished: '2025-10-26T17:35:00+0000', author: [{ '@type': 'Person', name: derby.byline }] })}`,
      `<div id="js-article-text" class="article-text wide"><h2>${derby.title}</h2><ul class="mol-bullets-with-font"><li class=""><strong>Sam Okoro scores in the 93rd minute to win the derby</strong></li><li><strong>Rovers are without a win since August</strong></li></ul><p class="author-section byline-plain">By <a href="/a" class="author" rel="nofollow">LUKE FENNIMORE</a></p><p class="byline-section"><span class="article-timestamp article-timestamp-published"><span class="article-timestamp-label">Published:</span> <time datetime="2025-10-26T17:35:00+0000">17:35, 26 October 2025</time></span> | <span class="article-timestamp article-timestamp-updated"><span>Updated:</span> <time datetime="2025-10-26T20:10:00+0000">20:10, 26 October 2025</time></span></p><div id="articleIconLinksContainer"><ul class="article-icon-links"><li>e-mail</li><li>14 shares</li></ul><p class="comments-count"><span>8</span> View comments</p></div><div itemprop="articleBody">${each(derby.paragraphs.slice(0, 3), '<p class="mol-para-with-font">', '</p>')}<div class="artSplitter mol-img-group"><div class="mol-img"><div class="image-wrap"><img alt="Okoro celebrates"></div></div><p class="imageCaption">Sam Okoro celebrates in front of the away end at Mill Lane</p></div>${each(derby.paragraphs.slice(3), '<p class="mol-para-with-font">', '</p>')}</div><div class="shareArticles"><h3>Share or comment on this article: ${derby.title}</h3></div></div>`,
    ),
  }),
  kindOf('scholars who disclose', comet, {
    url: 'https://thediscussion.example/the-comet-that-came-back-early-271234',
    date: '2025-12-02T13:12',
    html: doc(
      `<title>${comet.title}</title><meta name="author" content="${comet.byline}, Reader in Astronomy, University of Leeds"><meta property="og:site_name" content="The Discussion">`,
      `<article><div class="content-header-block"><header class="content-header"><h1 class="entry-title" itemprop="name"><strong>${comet.title}</strong></h1><time datetime="2025-12-02T13:12:44Z" itemprop="datePublished">Published: December 2, 2025 1.12pm GMT</time></header></div><div class="main-container"><aside class="content-sidebar"><section class="content-authors"><h2>Author</h2><ol class="content-authors-group"><li class="vcard"><a class="author-name"><span class="fn author-name">${comet.byline}</span></a><p class="role">Reader in Astronomy, University of Leeds</p></li></ol><h2>Disclosure statement</h2><div><p>${comet.byline} does not work for, consult, own shares in or receive funding from any company or organisation that would benefit from this article, and has disclosed no relevant affiliations.</p></div><h2>Partners</h2><p>University of Leeds provides funding as a founding partner of The Discussion UK.</p></section></aside><div class="grid-ten large-grid-nine"><div class="body content-body entry-content instapaper_body" itemprop="articleBody">${ps(comet.paragraphs.slice(0, 4))}<hr><p><strong><em>Read more: <a href="/r">Why comets are green but their tails are not</a></em></strong></p><hr>${ps(comet.paragraphs.slice(4))}</div></div></div><div class="topics"><ul><li><a>Comets</a></li></ul></div><div class="promo"><h3>Want to write?</h3><p>Write an article and join a growing community of more than 210,800 academics and researchers from 5,300 institutions.</p><a href="/reg">Register now</a></div></article>`,
    ).replace('13:12:44Z', '13:12:00Z'),
  }),
  kindOf('a magazine read by a machine', column, {
    url: 'https://www.theocean.example/ideas/archive/2025/09/slow-train/684210/',
    date: '2025-09-14T11:00',
    html: doc(
      `<title>In Praise of the Slow Train - The Ocean</title>${og(column.title, { 'article:published_time': '2025-09-14T11:00:00Z' })}<meta name="author" content="${column.byline}">`,
      `<main><article class="ArticleLayout_article__IRoKi"><header class="ArticleHero_root__S"><div class="ArticleRubric_root__e"><a href="/ideas">Ideas</a></div><h1 class="ArticleTitle_root__v">${column.title}</h1><p class="ArticleDek_root__P">${column.dek}.</p><div class="ArticleBylines_root__C">By <a class="ArticleBylines_link__k" href="/a">${column.byline}</a></div><time class="ArticleTimestamp_root__b" datetime="2025-09-14T11:00:00Z">September 14, 2025, 7 AM ET</time><div class="ArticleTools_root__r"><button>Share</button><button>Save</button></div></header><div class="ArticleAudio_root__x"><div><p>Listen to this article</p><p>00:00</p><p>04:31</p></div><p class="ArticleAudio_terms__i">Produced by ReadBot and Sea Audio using AI narration. Listen to more stories on the Sea app.</p></div><section class="ArticleBody_root__2"><p class="ArticleParagraph_root__4 ArticleParagraph_dropcap__u"><span class="smallcaps">I have a confession</span> to make: I like it when the train stops for no reason in the middle of a field.</p>${each(column.paragraphs.slice(1, 4), '<p class="ArticleParagraph_root__4">', '</p>')}<p class="ArticleRelatedContentLink_root__v" id="injected-recirculation-link-0"><a href="/x">Read: Why Americans hate the bus</a></p>${each(column.paragraphs.slice(4), '<p class="ArticleParagraph_root__4">', '</p>')}</section><div class="ArticleFooter"><h3>About the Author</h3><div class="AuthorBio"><a href="/a">${column.byline}</a><p>${column.byline} is a contributing writer at <i>The Ocean</i>.</p></div></div></article></main>`,
    ),
  }),
  kindOf('a letter of capitals and a first letter apart', comet, {
    url: 'https://longread.example/comet',
    byline: 'Priya Raman',
    date: '2025-12-02',
    html: doc(
      `<title>${comet.title} – Longread</title>`,
      `<header class="hero"><h1>${comet.title}</h1><p class="hero-by">By Priya Raman<br>2 December 2025</p></header><div class="chapters"><div class="chapter"><p><span class="dropcap">C</span>omet Halvorsen was not expected before 2031. Last week it turned up in the sky over the Atacama, faint, green and six years ahead of time.</p>${ps(comet.paragraphs.slice(1, 3))}</div><div class="divider">***</div><div class="chapter">${ps(comet.paragraphs.slice(3))}</div></div><div class="end">∎</div>`,
    ),
  }),
  kindOf('a German magazine that asks for consent to show a post', german, {
    url: 'https://www.dieweile.example/gesellschaft/2025-02/schlachthof-umbau-stopp',
    date: '2025-02-12T20:14',
    either: [
      'Empfohlener redaktioneller Inhalt',
      'An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen lassen.',
    ],
    html: doc(
      `<title>${german.title} | DIE WEILE</title><meta property="article:published" content="2025-02-12T21:14:00+01:00">${ld({ '@type': 'Article', headline: german.title, author: { '@type': 'Person', name: german.byline } })}`,
      `<article class="article article--padded"><header class="article-header"><h1 class="article-heading"><span class="article-heading__kicker">Stadtplanung</span><span class="visually-hidden">: </span><span class="article-heading__title">${german.title}</span></h1><div class="summary">${german.dek}.</div><div class="byline">Von <a href="/jr">${german.byline}</a></div><div class="metadata"><time datetime="2025-02-12T21:14:00+01:00">12. Februar 2025, 21:14 Uhr</time><a class="metadata__commentcount" href="#c">56 Kommentare</a></div></header><div class="article-body article-body--article"><div class="article-page">${each(german.paragraphs.slice(0, 3), '<p class="paragraph article__item">', '</p>')}<div class="embed-wrapper"><div class="embed__headline">Empfohlener redaktioneller Inhalt</div><p>An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen lassen.</p><p>Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.</p></div>${each(german.paragraphs.slice(3), '<p class="paragraph article__item">', '</p>')}</div></div></article>`,
      'de',
    ),
  }),
  kindOf('a review with what is good and what is bad', phone, {
    url: 'https://www.gadgetyard.example/reviews/lumo-4-review',
    paragraphs: [`${phone.dek}.`, ...phone.paragraphs],
    date: '2025-06-03T12:00',
    either: [
      'Pros',
      'Cons',
      'Small and light',
      'Three days of battery',
      'Poor pictures at night',
      'The verdict',
      'Score',
      '8/10',
      '$449 at Buyall',
      'Lumo 4',
    ],
    html: doc(
      `<title>${phone.title} | Gadgetyard</title>${ld({
        '@graph': [
          { '@type': 'Product', name: 'Lumo 4', review: { '@type': 'Review', datePublished: '2025-06-03T12:00:00Z' } },
          {
            '@type': 'NewsArticle',
            headline: phone.title,
            datePublished: '2025-06-03T12:00:00Z',
            author: { '@type': 'Person', name: phone.byline },
          },
        ],
      })}`,
      `<main><article><h1>${phone.title}</h1><p class="text-lg">${phone.dek}.</p><p class="disclaimer">If you buy something using links in our stories, we may earn a commission. Learn more.</p><div class="review-card"><h3>Lumo 4</h3><div class="score">8/10</div><div class="proscons"><div><h4>Pros</h4><ul><li>Small and light</li><li>Three days of battery</li></ul></div><div><h4>Cons</h4><ul><li>Poor pictures at night</li></ul></div></div><a href="https://buy.example" rel="sponsored">$449 at Buyall</a></div><div class="article-content">${ps(phone.paragraphs)}</div></article></main>`,
    ),
  }),
  kindOf('a ministry', quarry, {
    url: 'https://www.gov.example/government/news/quarry-decision',
    byline: undefined,
    date: '2025-11-19',
    html: doc(
      `<title>${quarry.title} - GOV</title><meta name="govuk:first-published-at" content="2025-11-19T00:00:00.000+00:00"><meta name="govuk:updated-at" content="2025-11-21T10:00:00Z">`,
      `<div class="wrapper"><main role="main" class="govuk-main-wrapper"><div class="govuk-grid-row"><span class="govuk-caption-xl">Press release</span><h1 class="govuk-heading-l">${quarry.title}</h1><p class="gem-c-lead-paragraph">${quarry.dek}.</p></div><div class="metadata-logo-wrapper"><dl class="gem-c-metadata"><dt>From:</dt><dd><a href="/d">Department for Quarries</a></dd><dt>Published</dt><dd>19 November 2025</dd><dt>Last updated</dt><dd>21 November 2025 — <a href="#h">See all updates</a></dd></dl></div><div class="govuk-grid-column-two-thirds"><figure class="app-c-figure"><img alt=""></figure><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">${ps(quarry.paragraphs)}</div></div><div class="app-c-published-dates"><h2>Updates to this page</h2><div>Published 19 November 2025<br>Last updated 21 November 2025</div></div></div><div class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div></main></div>`,
    ),
  }),
  kindOf('a laboratory’s news desk', comet, {
    url: 'https://www.newsrelease.example/news-releases/1101234',
    byline: undefined,
    date: '2025-12-02',
    html: doc(
      `<title>${comet.title} | Newsrelease</title>`,
      `<main><article><div class="release_type">News Release <time datetime="2025-12-02">2-Dec-2025</time></div><h1 class="page_title">${comet.title}</h1><h2 class="subtitle">${comet.dek}</h2><div class="meta_institute">Peer-Reviewed Publication<br>University of Leeds</div><div class="entry">${ps(comet.paragraphs)}</div><div class="details"><h4>Journal</h4><p>Icarus Letters</p><h4>DOI</h4><p><a href="https://doi.example/10.1">10.1000/il.2025.1101</a></p><h4>Article Publication Date</h4><p>1-Dec-2025</p></div><div class="contact"><h4>Media Contact</h4><p>Ben Archer<br>University of Leeds<br>b.archer@leeds.example</p></div><div class="disclaimer"><p><b>Disclaimer:</b> Newsrelease is not responsible for the accuracy of news releases posted here by contributing institutions or for the use of any information.</p></div></article></main>`,
    ),
  }),
];
