import { bank, comet, court, derby, phone, quarry, storm } from './copy.ts';
import { german } from './foreignCopy.ts';
import { doc, each, type Kind, kindOf, ld, og, ps } from './kind.ts';

/** Pages of content management systems and layouts, with the boxes that each puts around a text. */
export const systems: Kind[] = [
  kindOf('Ghost with cards', comet, {
    url: 'https://orbit.example/comet-came-back/',
    either: [
      'Fold-out map of the January sky, to print at home',
      'Editor’s tip: the best night is the 21st of January.',
    ],
    html: doc(
      `<title>${comet.title}</title>${og(comet.title, { 'og:site_name': 'Orbit', 'article:published_time': '2025-12-01T06:30:00.000Z', 'article:modified_time': '2025-12-04T06:30:00.000Z' })}${ld({ '@type': 'Article', publisher: { '@type': 'Organization', name: 'Orbit' }, author: { '@type': 'Person', name: comet.byline }, headline: comet.title, datePublished: '2025-12-01T06:30:00.000Z', dateModified: '2025-12-04T06:30:00.000Z' })}`,
      `<div class="gh-viewport">
<header id="gh-navigation" class="gh-navigation"><a class="gh-navigation-logo" href="/">Orbit</a></header>
<main class="gh-main"><article class="gh-article post tag-comets">
<header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/t">Comets</a>
<h1 class="gh-article-title is-title">${comet.title}</h1><p class="gh-article-excerpt is-body">${comet.dek}</p>
<div class="gh-article-meta"><div class="gh-article-meta-wrapper">
<h4 class="gh-article-author-name"><a href="/pr">${comet.byline}</a></h4>
<div class="gh-article-meta-content"><time datetime="2025-12-01">01 Dec 2025</time><span><span>—</span> 4 min read</span>
</div></div></div></header>
<section class="gh-content gh-canvas is-body">${ps(comet.paragraphs.slice(0, 3))}<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">🔭</div><div class="kg-callout-text">Editor’s tip: the best night is the 21st of January.</div></div>${ps(comet.paragraphs.slice(3, 5))}
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://maps.example"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Fold-out map of the January sky, to print at home</div><div class="kg-bookmark-description">Everything up to magnitude six, with the constellations of twenty cultures and room for your own notes.</div><div class="kg-bookmark-metadata"><span class="kg-bookmark-author">Sky Maps</span></div></div></a></figure>
<div class="kg-card kg-signup-card"><div class="kg-signup-card-text"><h2 class="kg-signup-card-heading">Sign up for Orbit</h2><p class="kg-signup-card-subheading">One letter on Saturdays, nothing else.</p></div></div>${ps(comet.paragraphs.slice(5))}</section></article><div class="gh-comments gh-canvas"></div>
<section class="gh-container is-grid"><h2 class="gh-container-title">Read more</h2><div class="gh-feed"><article class="gh-card"><a class="gh-card-link" href="/q"><div class="gh-card-wrapper"><h3 class="gh-card-title is-title">The telescope that nobody wanted</h3><p class="gh-card-excerpt is-body">It was built for a war that did not happen and stood in a shed in Leeds for thirty years.</p><footer class="gh-card-meta"><span class="gh-card-author">By Lena Fox</span><time class="gh-card-date" datetime="2025-11-20">20 Nov 2025</time></footer></div></a></article></div></section></main></div>`,
    ),
  }),
  kindOf('Medium-like with hashed classes', phone, {
    url: 'https://medium.example/@theogrant/lumo-4-review-9f2c1ab34de7',
    either: ['The Lumo 4 beside a bar of chocolate'],
    html: doc(
      `<title>${phone.title} | by Theo Grant | Jun, 2025 | Medium</title>${og(phone.title, { 'og:site_name': 'Medium', 'article:published_time': '2025-06-04T08:00:00.123Z', 'article:author': 'https://medium.example/@theogrant' })}<meta name="author" content="Theo Grant">`,
      `<div id="root"><div class="a b c">
<div class="d e"><a href="/">Open in app</a><a href="/s">Sign up</a><a href="/i">Sign in</a></div><div class="l m">
<article><div class="l"><section><div><div class="gn go"><div class="ab cb"><div class="ci bh">
<h1 id="93ab" class="pw-post-title">${phone.title}</h1><h2 id="ab1" class="pw-subtitle-paragraph">${phone.dek}</h2>
<div class="speechify-ignore ab cp"><div class="ab q"><a href="/@t"><p class="be b">${phone.byline}</p>
</a><span>·</span><button>Follow</button></div>
<div class="ab"><span class="be b"><span data-testid="storyReadTime">3 min read</span> · <span data-testid="storyPublishDate">Jun 4, 2025</span></span>
</div><div class="pw-multi-vote-count"><p><button>1.2K</button></p></div><p class="be b du">9</p><p>Listen</p>
<p>Share</p></div>
<figure class="nu nv"><div><img src="/1.png" alt=""></div><figcaption class="ob fe">The Lumo 4 beside a bar of chocolate</figcaption></figure>${each(phone.paragraphs, '<p id="8a" class="pw-post-body-paragraph og oh">', '</p>')}</div></div></div></div></section></div></article><div class="ab"><div><a href="/t/phones"><div>Phones</div></a><a href="/t/reviews"><div>Reviews</div></a></div></div><div><h2>Written by ${phone.byline}</h2><p>812 Followers</p><p>I carry four phones and answer none of them. Editor at Pocketworthy.</p></div><div><h2>More from Theo Grant</h2><div><a href="/x"><h2>Six keyboards, one winner</h2><h3>I typed this sentence on all of them, and my neighbours moved out.</h3></a></div></div><div><h2>Recommended from Medium</h2></div></div></div></div>`,
    ),
  }),
  kindOf('WordPress, German, with author box and VG Wort notes', german, {
    url: 'https://stadtblick.example/schlachthof-gestoppt/',
    paragraphs: [`${german.dek}.`, ...german.paragraphs],
    html: doc(
      `<title>${german.title} &ndash; Stadtblick</title>`,
      `<div class="site-container"><div class="content-sidebar-wrap"><main class="content" id="genesis-content">
<article class="post type-post entry"><header class="entry-header"><h1 class="entry-title">${german.title}</h1>
<p class="entry-meta"><time class="entry-time">13. Februar 2025</time> von <span class="entry-author"><a href="/jr" class="entry-author-link"><span class="entry-author-name">${german.byline}</span></a></span> <span class="entry-comments-link"><a href="#respond">Kommentar verfassen</a></span>
</p></header><div class="entry-content"><p><strong>${german.dek}.</strong></p>
${ps(german.paragraphs)}<p><em>Dieser Beitrag ist zuerst in unserem gedruckten Heft erschienen, das Sie am Bahnhof kaufen können.</em>
</p><div class="shariff shariff-align-flex-start"><ul class="shariff-buttons">
<li class="shariff-button"><a href="#"><span class="shariff-text">teilen</span></a></li>
<li class="shariff-button"><a href="#"><span class="shariff-text">E-Mail</span></a></li></ul></div></div></article>
<section class="author-box"><h4 class="author-box-title">Über <span>${german.byline}</span></h4>
<div class="author-box-content">
<p>Jahrgang 1988, schreibt über Bauen und Wohnen. Lebt mit zwei Hühnern in der Südstadt.</p></div></section></main>
</div></div>`,
      'de-DE',
    ),
    either: ['Dieser Beitrag ist zuerst in unserem gedruckten Heft erschienen, das Sie am Bahnhof kaufen können.'],
  }),
  kindOf('a broadcaster with one component a paragraph', bank, {
    url: 'https://www.ebs.example/news/articles/c9q2lx7e3yko',
    html: doc(
      `<title>${bank.title} - EBS News</title>${ld({ '@context': 'http://schema.org', '@type': 'ReportageNewsArticle', headline: bank.title, datePublished: '2025-10-09T07:02:11.000Z', dateModified: '2025-10-09T15:44:00.000Z', author: [{ '@type': 'Person', name: bank.byline }] })}`,
      `<div id="main-wrapper"><main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper e1nh2i2l5">
<header data-component="headline-block" class="ssrcss-1n8y">
<h1 class="ssrcss-15xko80-StyledHeading">${bank.title}</h1></header>
<div data-component="byline-block" class="ssrcss-m5j">
<div class="ssrcss-h3c-MetadataStripContainer"><span><time datetime="2025-10-09T07:02:11.000Z">9 October 2025</time></span><span>8 hours ago</span>
</div><div><span class="ssrcss-name">${bank.byline}</span><div class="ssrcss-role">Business reporter</div></div></div>
<div data-component="image-block">
<figure><img alt="A woman at a cash machine" src="/a.jpg"><span class="ssrcss-credit">Getty Images</span>
<figcaption>Cash can still be had at shops</figcaption></figure></div>
${each(bank.paragraphs.slice(0, 1), '<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph"><b class="ssrcss-hmf8ql-BoldText">', '</b></p></div></div>')}${each(bank.paragraphs.slice(1, 4), '<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph">', '</p></div></div>')}<div data-component="unordered-list-block"><ul role="list"><li><a href="/1">How to find your nearest counter</a></li><li><a href="/2">Why banks are leaving the high street</a></li></ul></div><div data-component="subheadline-block"><h2>‘Lifeline’</h2></div>${each(bank.paragraphs.slice(4), '<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph">', '</p></div></div>')}<div data-component="topic-list"><h2>Related topics</h2><ul><li><a href="/t">Banking</a></li></ul></div></article><div data-component="links-block"><h2>More on this story</h2><ul><li><a href="/3">Post offices to take cheques</a><span>12 September</span></li></ul></div></main></div>`,
    ),
    paragraphs: [...bank.paragraphs.slice(0, 4), '‘Lifeline’', ...bank.paragraphs.slice(4)],
  }),
  kindOf('tables, fonts and line breaks', quarry, {
    url: 'http://www.orskgazette.example/archive/2025/1119/quarry.htm',
    html: `<HTML><HEAD><TITLE>Orsk Gazette - ${quarry.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="760" BORDER="0"><TR><TD COLSPAN="3"><IMG SRC="logo.gif" ALT="Orsk Gazette"></TD></TR><TR><TD WIDTH="140" VALIGN="top"><FONT SIZE="-1"><A HREF="/">Front page</A><BR><A HREF="/sport">Sport</A><BR><A HREF="/births">Births and deaths</A></FONT></TD><TD WIDTH="470" VALIGN="top"><FONT SIZE="+2"><B>${quarry.title}</B></FONT><BR><FONT SIZE="-1"><I>By ${quarry.byline}</I><BR>Wednesday, November 19, 2025</FONT><BR><BR>${quarry.paragraphs.join('<BR><BR>')}<BR><BR><FONT SIZE="-1"><A HREF="mailto:ed@orskgazette.example">Write to the editor</A> | <A HREF="javascript:print()">Print this page</A></FONT></TD><TD WIDTH="150" VALIGN="top"><FONT SIZE="-1"><B>Also today</B><BR><A HREF="1.htm">Flower show moves indoors</A><BR><A HREF="2.htm">Bypass to open in spring</A></FONT></TD></TR><TR><TD COLSPAN="3" ALIGN="center"><FONT SIZE="-2">Copyright 2025 Orsk Gazette Ltd</FONT></TD></TR></TABLE></BODY></HTML>`,
  }),
  kindOf('a page whose whole text stands in one cell with single breaks', court, {
    either: ['Back to the front page'],
    url: 'http://wire.example/story.asp?id=55181',
    html: `<html><head><title>${court.title}</title></head><body><center><table width=600><tr>
<td><a href=/>Wire Home</a> | <a href=/s>Search</a></td></tr><tr>
<td><b>${court.title}</b><br>11/17/2025<br><br>&nbsp;&nbsp;&nbsp;${court.paragraphs.join('<br>\n&nbsp;&nbsp;&nbsp;')}<br><br><hr><small>Back to <a href=/>the front page</a></small>
</td></tr></table></center></body></html>`,
  }),
  kindOf('a script-filled shell with the text in its state', derby, {
    url: 'https://app.tarnlive.example/match/8812/report',
    html: doc(
      `<title>${derby.title}</title>${og(derby.title)}${ld({ '@type': ['NewsArticle', 'Report'], headline: derby.title, datePublished: '2025-10-26T17:20:00Z', author: { '@type': 'Person', name: derby.byline }, articleBody: derby.paragraphs.join('\n\n') })}`,
      '<div id="root"><div class="spinner">Loading…</div></div><noscript>You need to enable JavaScript to run this app.</noscript>',
    ),
  }),
  kindOf('empty paragraphs, spaces and breaks from a clipboard', bank, {
    url: 'https://localbiz.example/news/meridian',
    html: doc(
      `<title>${bank.title}</title>`,
      `<div class="post"><h1>${bank.title}</h1><div class="info">By ${bank.byline} on 9 October 2025</div>
<div class="content"><p>&nbsp;</p>
${each(bank.paragraphs, '<div><span style="font-family: Arial;"><span style="font-size: 12px;">', '</span></span></div><div><br></div><p>&nbsp;</p>')}</div>
</div>`,
    ),
  }),
  kindOf('a component with its own tree', storm, {
    url: 'https://wc.example/storm',
    html: doc(
      `<title>${storm.title}</title><meta property="article:published_time" content="2025-01-12T09:05:00Z">`,
      `<news-page><template shadowrootmode="open"><news-article><template shadowrootmode="open">
<h1>${storm.title}</h1><div part="body">${ps(storm.paragraphs)}</div>
</template></news-article></template></news-page>`,
    ),
  }),
];
