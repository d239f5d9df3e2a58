import { bank, column, comet, phone, quarry, storm } from './copy.ts';
import { french, german, italian, spanish } from './foreignCopy.ts';
import { around, doc, each, type Kind, kindOf, ld, og, ps } from './kind.ts';

/** Blog systems and the themes of WordPress. */
export const blogs: Kind[] = [
  kindOf('WordPress, classic theme with comments', quarry, {
    url: 'https://orskvoice.example/2025/11/quarry-rejected/',
    date: '2025-11-19T07:45',
    html: doc(
      `<title>${quarry.title} &#8211; The Orsk Voice</title><link rel="https://api.w.org/" href="/wp-json/">`,
      `<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/">The Orsk Voice</a></p><p class="site-description">News from the valley, since 2009</p></div></header>
<div id="content" class="site-content"><div class="wrap"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-812" class="post-812 post type-post status-publish format-standard has-post-thumbnail hentry category-news tag-council">
<header class="entry-header"><div class="entry-meta"><span class="posted-on"><span class="screen-reader-text">Posted on</span> <a href="#" rel="bookmark"><time class="entry-date published" datetime="2025-11-19T07:45:00+00:00">19th November 2025</time><time class="updated" datetime="2025-11-20T10:00:00+00:00">20th November 2025</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/hv">${quarry.byline}</a></span></span></div><h1 class="entry-title">${quarry.title}</h1></header>
<div class="entry-content">${ps(quarry.paragraphs)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#"><span>Click to share on Facebook (Opens in new window)</span></a></li><li><a href="#"><span>Click to email a link to a friend</span></a></li></ul></div>
<div class="sharedaddy sd-block sd-like"><h3 class="sd-title">Like this:</h3><span class="button"><span>Like</span></span> <span class="loading">Loading...</span></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3></div></div>
<footer class="entry-footer"><span class="cat-tags-links"><span class="cat-links">Categories <a href="/c">News</a></span><span class="tags-links">Tags <a href="/t">council</a>, <a href="/t">quarry</a></span></span></footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">2 Replies to &ldquo;${quarry.title}&rdquo;</h2><ol class="comment-list"><li class="comment even"><article class="comment-body"><footer class="comment-meta"><b class="fn">Gwen</b> <span class="says">says:</span> <time datetime="2025-11-19T09:01:00+00:00">19th November 2025 at 9:01 am</time></footer><div class="comment-content"><p>About time somebody listened to us. I have lived beside that hole in the ground for forty years and it has never once been swept.</p></div></article></li></ol>
<div id="respond" class="comment-respond"><h3 class="comment-reply-title">Leave a Reply</h3><form><p class="comment-notes">Your email address will not be published. Required fields are marked *</p></form></div></div>
<nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links"><a href="/p" rel="prev">Previous Post: Flower show moves indoors</a></div></nav></main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul><li><a href="/1">${quarry.title}</a></li><li><a href="/2">Flower show moves indoors</a></li></ul></section></aside></div></div>
<footer class="site-footer"><div class="site-info"><a href="https://wordpress.org/">Proudly powered by WordPress</a></div></footer></div>`,
      'en-GB',
    ),
  }),
  kindOf('Elementor', bank, {
    url: 'https://moneymatters.example/meridian-branches/',
    date: '2025-10-09',
    html: doc(
      `<title>${bank.title} - Money Matters</title>`,
      `<div data-elementor-type="header" class="elementor elementor-11"><section class="elementor-section"><div class="elementor-widget elementor-widget-nav-menu"><ul><li><a href="/">Home</a></li><li><a href="/banks">Banks</a></li></ul></div></section></div>
<div data-elementor-type="single-post" class="elementor elementor-90 elementor-location-single post type-post status-publish"><section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap">
<div class="elementor-element elementor-widget elementor-widget-theme-post-title elementor-page-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title elementor-size-default">${bank.title}</h1></div></div>
<div class="elementor-element elementor-widget elementor-widget-post-info"><div class="elementor-widget-container"><ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-icon-list-item" itemprop="author"><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-author">${bank.byline}</span></li><li class="elementor-icon-list-item" itemprop="datePublished"><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-date"><time>October 9, 2025</time></span></li><li class="elementor-icon-list-item"><span class="elementor-icon-list-text">No Comments</span></li></ul></div></div>
<div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">${ps(bank.paragraphs)}</div></div>
<div class="elementor-element elementor-widget elementor-widget-share-buttons"><div class="elementor-grid"><div class="elementor-share-btn"><span class="elementor-share-btn__title">Facebook</span></div><div class="elementor-share-btn"><span class="elementor-share-btn__title">LinkedIn</span></div></div></div>
<div class="elementor-element elementor-widget elementor-widget-author-box"><div class="elementor-author-box"><div class="elementor-author-box__text"><h4 class="elementor-author-box__name">${bank.byline}</h4><div class="elementor-author-box__bio">Oliver has written about banks for longer than most of them have existed, and keeps his own money in a shoe.</div></div></div></div>
<div class="elementor-element elementor-widget elementor-widget-posts"><div class="elementor-posts-container"><article class="elementor-post"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="/k">Mortgage rates fall for a third week</a></h3><div class="elementor-post__excerpt"><p>Two of the large lenders have cut their five-year deals below four percent, and brokers expect that others will follow soon.</p></div><a class="elementor-post__read-more" href="/k">Read More »</a></div></article></div></div>
</div></div></div></section></div>`,
    ),
  }),
  kindOf('Divi', column, {
    url: 'https://agnesmoor.example/slow-train/',
    date: '2025-09-14',
    html: doc(
      `<title>${column.title} | Letters from the Platform</title>`,
      `<div id="page-container"><header id="main-header"><div class="container"><a href="/"><img src="/l.png" alt="Letters from the Platform" id="logo"></a></div></header><div id="et-main-area"><div id="main-content"><div class="container"><div id="content-area" class="clearfix"><div id="left-area">
<article id="post-5" class="et_pb_post post-5 post type-post hentry"><div class="et_post_meta_wrapper"><h1 class="entry-title">${column.title}</h1><p class="post-meta"> by <span class="author vcard"><a href="/a" rel="author">${column.byline}</a></span> | <span class="published">Sep 14, 2025</span> | <a href="/c" rel="category tag">Essays</a> | <span class="comments-number"><a href="#respond">3 comments</a></span></p></div>
<div class="entry-content"><div class="et_builder_inner_content et_pb_gutters3"><div class="et_pb_section et_pb_section_0 et_section_regular"><div class="et_pb_row et_pb_row_0"><div class="et_pb_column et_pb_column_4_4"><div class="et_pb_module et_pb_text et_pb_text_0"><div class="et_pb_text_inner">${ps(column.paragraphs.slice(0, 3))}</div></div>
<div class="et_pb_module et_pb_image et_pb_image_0"><span class="et_pb_image_wrap"><img src="/h.jpg" alt="A horse in a field"></span></div><div class="et_pb_module et_pb_text et_pb_text_1"><div class="et_pb_text_inner">${ps(column.paragraphs.slice(3))}</div></div>
<div class="et_pb_module et_pb_cta_0 et_pb_promo"><div class="et_pb_promo_description"><h2 class="et_pb_module_header">Buy my book</h2><div><p>Forty of these letters, printed on paper that smells of rain, for eleven pounds.</p></div></div><div class="et_pb_button_wrapper"><a class="et_pb_button" href="/b">Order</a></div></div></div></div></div></div></div>
<div class="et_post_meta_wrapper"><section id="comment-wrap"><h1 id="comments" class="page_title">3 Comments</h1><ol class="commentlist"><li class="comment"><article class="comment-body"><div class="comment_postinfo"><span class="fn">Ulf</span> <span class="comment_date">on September 15, 2025 at 8:12 am</span></div><div class="comment_area"><div class="comment-content"><p>I drive one of those trains and I can tell you that we do not stop for no reason, we stop for the horse.</p></div></div></article></li></ol></section></div></article></div></div></div></div></div></div>`,
    ),
  }),
  kindOf('Newspaper theme with inline adverts and a smart list of cards', storm, {
    url: 'https://northerntimes.example/storm-petra/',
    date: '2025-01-12T09:05',
    html: doc(
      `<title>${storm.title} - Northern Times</title>${ld({ '@context': 'http://schema.org', '@type': 'BreadcrumbList', itemListElement: [] })}`,
      `<div class="td-main-content-wrap td-container-wrap"><div class="td-container td-post-template-default"><div class="td-crumb-container"><div class="entry-crumbs"><span><a href="/">Home</a></span> <span class="td-bred-no-url-last">${storm.title}</span></div></div><div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content">
<article class="post type-post format-standard category-weather" itemscope itemtype="https://schema.org/Article"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/w">Weather</a></li></ul><header class="td-post-title"><h1 class="entry-title">${storm.title}</h1><p class="td-post-sub-title">${storm.dek}</p><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/rc">${storm.byline}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2025-01-12T09:05:00+00:00">January 12, 2025</time></span><div class="td-post-views"><i class="td-icon-views"></i><span>4810</span></div></div></header></div>
<div class="td-post-sharing-top"><div class="td-post-sharing-visible"><a class="td-social-sharing-button"><div class="td-social-but-text">Share</div></a></div></div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><img src="/p.jpg"><figcaption class="wp-caption-text">Waves at Wick harbour. Photo: Jim Bain</figcaption></figure></div>
${around('<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- Advertisement -</span><ins class="adsbygoogle"></ins></div>', 2, storm.paragraphs.slice(0, 5))}
<div class="td_block_wrap td_block_related_posts td_with_ajax_pagination"><h4 class="td-related-title td-block-title"><a class="td-related-left">RELATED ARTICLES</a><a class="td-related-right">MORE FROM AUTHOR</a></h4><div class="td_block_inner"><div class="td_module_related_posts"><div class="item-details"><h3 class="entry-title td-module-title"><a href="/r">Wick harbour to get a new wall</a></h3></div></div></div></div>
${ps(storm.paragraphs.slice(5))}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li><li><a href="/t">storm</a></li></ul></div><div class="td-block-row td-post-next-prev"><div class="td-post-prev-post"><span>Previous article</span><a href="/1">Sheep found on roof</a></div></div><div class="author-box-wrap"><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a href="/rc">${storm.byline}</a></span></div><div class="td-author-description">Weather and farms. Grew up in Thurso.</div></div></div><span class="td-page-meta"><meta itemprop="datePublished" content="2025-01-12T09:05:00+00:00"></span></footer></article></div></div></div></div></div>`,
    ),
  }),
  kindOf('JNews theme, Italian, with inline related post', italian, {
    url: 'https://isoleoggi.example/faro-biblioteca/',
    date: '2025-03-05',
    html: doc(
      `<title>${italian.title} - Isole Oggi</title>`,
      `<div class="jeg_viewport"><div class="post-wrapper"><div class="jeg_main"><div class="jeg_container"><div class="jeg_content jeg_singlepage"><div class="container"><div class="entry-header"><h1 class="jeg_post_title">${italian.title}</h1><h2 class="jeg_post_subtitle">${italian.dek}</h2><div class="jeg_meta_container"><div class="jeg_post_meta jeg_post_meta_1"><div class="meta_left"><div class="jeg_meta_author"><span class="meta_text">di</span> <a href="/mb">${italian.byline}</a></div><div class="jeg_meta_date"><a href="#">5 Marzo 2025</a></div><div class="jeg_meta_category"><span><span class="meta_text">in</span> <a href="/c">Cultura</a></span></div></div></div></div></div>
<div class="row"><div class="jeg_main_content col-md-8"><div class="jeg_inner_content"><div class="jeg_share_top_container"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">312</div><span class="sharetext">CONDIVISIONI</span></div></div></div><div class="entry-content with-share"><div class="content-inner">${around('<div class="jnews_inline_related_post_wrapper left"><div class="jnews_inline_related_post"><div class="jeg_postblock_29"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>Leggi anche</span></h3></div><article class="jeg_post"><div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="/z">Traghetti, il nuovo orario parte da giugno</a></h3></div></article></div></div></div>', 3, italian.paragraphs)}
<div class="jeg_post_tags"><span>Tag:</span> <a href="/t">biblioteche</a><a href="/t">isole</a></div></div></div><div class="jnews_prev_next_container"><a href="/p" class="post prev-post"><span class="caption">Articolo Precedente</span><h3 class="post-title">La sagra del polpo cambia data</h3></a></div></div></div></div></div></div></div></div></div>`,
      'it-IT',
    ),
  }),
  kindOf('Ghost with cards', comet, {
    url: 'https://orbit.example/comet-came-back/',
    date: '2025-12-01T06:30',
    either: [
      'Fold-out map of the January sky, to print at home',
      'Editor’s tip: the best night is the 21st of January.',
    ],
    html: doc(
      `<title>${comet.title}</title>${og(comet.title, { 'og:site_name': 'Orbit', 'article:published_time': '2025-12-01T06:30:00.000Z', 'article:modified_time': '2025-12-04T06:30:00.000Z' })}${ld({ '@type': 'Article', publisher: { '@type': 'Organization', name: 'Orbit' }, author: { '@type': 'Person', name: comet.byline }, headline: comet.title, datePublished: '2025-12-01T06:30:00.000Z', dateModified: '2025-12-04T06:30:00.000Z' })}`,
      `<div class="gh-viewport"><header id="gh-navigation" class="gh-navigation"><a class="gh-navigation-logo" href="/">Orbit</a></header><main class="gh-main"><article class="gh-article post tag-comets"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/t">Comets</a><h1 class="gh-article-title is-title">${comet.title}</h1><p class="gh-article-excerpt is-body">${comet.dek}</p><div class="gh-article-meta"><div class="gh-article-meta-wrapper"><h4 class="gh-article-author-name"><a href="/pr">${comet.byline}</a></h4><div class="gh-article-meta-content"><time datetime="2025-12-01">01 Dec 2025</time><span><span>—</span> 4 min read</span></div></div></div></header>
<section class="gh-content gh-canvas is-body">${ps(comet.paragraphs.slice(0, 3))}<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">🔭</div><div class="kg-callout-text">Editor’s tip: the best night is the 21st of January.</div></div>${ps(comet.paragraphs.slice(3, 5))}
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://maps.example"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Fold-out map of the January sky, to print at home</div><div class="kg-bookmark-description">Everything up to magnitude six, with the constellations of twenty cultures and room for your own notes.</div><div class="kg-bookmark-metadata"><span class="kg-bookmark-author">Sky Maps</span></div></div></a></figure>
<div class="kg-card kg-signup-card"><div class="kg-signup-card-text"><h2 class="kg-signup-card-heading">Sign up for Orbit</h2><p class="kg-signup-card-subheading">One letter on Saturdays, nothing else.</p></div></div>${ps(comet.paragraphs.slice(5))}</section></article><div class="gh-comments gh-canvas"></div>
<section class="gh-container is-grid"><h2 class="gh-container-title">Read more</h2><div class="gh-feed"><article class="gh-card"><a class="gh-card-link" href="/q"><div class="gh-card-wrapper"><h3 class="gh-card-title is-title">The telescope that nobody wanted</h3><p class="gh-card-excerpt is-body">It was built for a war that did not happen and stood in a shed in Leeds for thirty years.</p><footer class="gh-card-meta"><span class="gh-card-author">By Lena Fox</span><time class="gh-card-date" datetime="2025-11-20">20 Nov 2025</time></footer></div></a></article></div></section></main></div>`,
    ),
  }),
  kindOf('Substack', column, {
    url: 'https://agnesmoor.substack.example/p/in-praise-of-the-slow-train',
    date: '2025-09-14T05:00',
    html: doc(
      `<title>${column.title} - by Agnes Moor - Slow Letters</title><meta name="author" content="Agnes Moor">${og(column.title, { 'og:description': column.dek })}${ld({ '@type': 'NewsArticle', headline: column.title, description: column.dek, datePublished: '2025-09-14T05:00:00+00:00', dateModified: '2025-09-14T05:00:00+00:00', isAccessibleForFree: true, author: [{ '@type': 'Person', name: 'Agnes Moor' }], publisher: { '@type': 'Organization', name: 'Slow Letters' } })}`,
      `<div id="entry"><div id="main" class="main typography use-theme-bg"><div class="pencraft main-menu"><a href="/">Slow Letters</a><button>Subscribe</button><button>Sign in</button></div><div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">${column.title}</h1><h3 class="subtitle">${column.dek}</h3><div class="pencraft pc-display-flex"><div class="pencraft"><a href="/@agnes">Agnes Moor</a></div><div class="pencraft meta-EgzBVA">Sep 14, 2025</div></div><div class="post-ufi"><a class="post-ufi-button">41</a><a class="post-ufi-button">7</a><a class="post-ufi-button">Share</a></div></div>
<div class="available-content"><div dir="auto" class="body markup">${ps(column.paragraphs.slice(0, 3))}<div class="subscription-widget-wrap-editor"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Slow Letters is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input type="email"><button>Subscribe</button></form></div></div>${ps(column.paragraphs.slice(3))}<p class="button-wrapper"><a class="button primary" href="/share"><span>Share</span></a></p></div></div>
<div class="post-footer"><div class="post-ufi"><a class="post-ufi-button">41</a></div></div></article><div class="comments-section"><h4>Discussion about this post</h4><div class="comment"><div class="comment-body"><p>Thank you for this one. I have read it aloud to the whole carriage, and even the ticket inspector put down her bag to listen.</p></div></div></div></div></div></div></div></div>`,
    ),
  }),
  kindOf('Squarespace', phone, {
    url: 'https://www.pocketworthy.example/reviews/lumo-4',
    date: '2025-06-03',
    html: doc(
      `<title>${phone.title} — Pocketworthy</title><meta itemprop="datePublished" content="2025-06-03"/>`,
      `<div id="siteWrapper" class="clearfix site-wrapper"><header id="header"><div class="header-title"><a href="/">Pocketworthy</a></div></header><main id="page"><article class="sections"><section class="page-section layout-engine-section"><div class="content-wrapper"><div class="content"><div class="blog-item-wrapper"><article class="h-entry entry hentry post-type-text"><div class="blog-item-inner-wrapper"><div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title entry-title--large p-name" itemprop="headline">${phone.title}</h1></div><div class="blog-meta-item blog-meta-item--author"><span class="blog-author-name">Written By <span>${phone.byline}</span></span></div></div>
<div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 columns-12"><div class="row sqs-row"><div class="col sqs-col-12 span-12"><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><div class="sqs-html-content">${each(phone.paragraphs.slice(0, 4), '<p style="white-space:pre-wrap;" class="">', '</p>')}</div></div></div>
<div class="sqs-block image-block"><div class="sqs-block-content"><figure><img src="/1.jpg"><figcaption class="image-caption-wrapper"><div class="image-caption"><p>The Lumo 4 in a shirt pocket.</p></div></figcaption></figure></div></div><div class="sqs-block html-block"><div class="sqs-block-content"><div class="sqs-html-content">${each(phone.paragraphs.slice(4), '<p style="white-space:pre-wrap;" class="">', '</p>')}</div></div></div></div></div></div></div></div>
<section class="blog-item-author-profile-wrapper"><div class="author-name">${phone.byline}</div><div class="author-bio"><p>Theo carries four phones and answers none of them.</p></div></section></div></article></div><section id="itemPagination" class="item-pagination"><a class="item-pagination-link--prev"><div class="item-pagination-title">Six keyboards, one winner</div></a></section></div></div></section></article></main></div>`,
    ),
  }),
  kindOf('Wix', quarry, {
    url: 'https://www.orskfriends.example/post/council-rejects-plan',
    date: '2025-11-19',
    html: doc(
      `<title>${quarry.title}</title>${og(quarry.title, { 'article:author': 'Hanna Voss' })}`,
      `<div id="SITE_CONTAINER"><header id="SITE_HEADER"><h1 class="font_0"><span>Friends of Orsk</span></h1></header><main id="PAGES_CONTAINER"><div data-hook="post"><article class="blog-post-page-font"><div class="post-header"><ul class="profile"><li><span data-hook="user-name">Hanna Voss</span></li><li><span title="Nov 19, 2025" class="post-metadata__date time-ago" data-hook="time-ago">Nov 19, 2025</span></li><li><span class="post-metadata__readTime" data-hook="time-to-read">2 min read</span></li></ul><h1 class="post-title" data-hook="post-title"><span class="blog-post-title-font">${quarry.title}</span></h1><div data-hook="post-last-updated"><p>Updated: Nov 21, 2025</p></div></div>
<section data-hook="post-description"><div class="rich-content-viewer"><div class="DFLxB fTEXDR"><div id="content-wrapper"><div class="sBC1r">${each(quarry.paragraphs, '<p id="viewer-x1" dir="auto" class="_3NNbT"><span class="uIuV">', '</span></p><div data-hook="rcv-block"></div>')}</div></div></div></div></section><footer><div class="social-buttons"><button aria-label="Share via Facebook"></button></div><div><span>112 views</span><span>0 comments</span></div></footer></article></div><section data-hook="recent-posts"><div><span>Recent Posts</span> <a href="/blog">See All</a></div><div class="gallery"><a href="/2"><h2>Bat walk on Friday</h2></a></div></section><div data-hook="comments-box"><h3>Comments</h3><p>Commenting on this post isn't available anymore. Contact the site owner for more info.</p></div></main></div>`,
    ),
  }),
  kindOf('Blogspot with line breaks', spanish, {
    url: 'https://aguasdelturia.example/2025/10/la-sequia-obliga.html',
    date: '2025-10-21T16:20',
    html: `<html dir='ltr' lang='es' xmlns='http://www.w3.org/1999/xhtml'><head><title>Aguas del Turia: ${spanish.title}</title><meta content='blogger' name='generator'/></head><body class='loading'><div class='body-fauxcolumns'></div><div class='content'><header><div class='header section' id='header'><div class='widget Header'><h1 class='title'><a href='/'>Aguas del Turia</a></h1><p class='description'><span>Cuaderno de un regante</span></p></div></div></header>
<div class='main-outer'><div class='columns'><div class='column-center-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>martes, 21 de octubre de 2025</span></h2><div class="date-posts"><div class='post-outer'><div class='post hentry'><h3 class='post-title entry-title'>${spanish.title}</h3><div class='post-header'></div><div class='post-body entry-content'><div class="separator" style="clear: both;"><a href="/i.jpg"><img src="/i.jpg"/></a></div><br />${spanish.paragraphs.join('<br /><br />')}<div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Publicado por <span class='fn'>${spanish.byline}</span></span> <span class='post-timestamp'>en <a class='timestamp-link' href='#'><abbr class='published' title='2025-10-21T18:20:00+02:00'>18:20</abbr></a></span></div><div class='post-footer-line'><span class='post-labels'>Etiquetas: <a href='/l'>agua</a>, <a href='/l'>Turia</a></span></div></div></div>
<div class='comments' id='comments'><h4>2 comentarios:</h4><dl><dt class='comment-author'>Anónimo dijo...</dt><dd class='comment-body'><p>En mi pueblo llevamos así desde agosto y nadie dice nada, ni el alcalde ni los que vienen los domingos a hacerse fotos.</p></dd></dl></div></div></div></div></div></div></div></div><div class='column-right-outer'><div class='sidebar section'><div class='widget BlogArchive'><h2>Archivo del blog</h2><ul><li>▼ 2025 (12)</li><li>octubre (2)</li></ul></div></div></div></div></div></div></body></html>`,
  }),
  kindOf('Medium-like with hashed classes', phone, {
    url: 'https://medium.example/@theogrant/lumo-4-review-9f2c1ab34de7',
    date: '2025-06-04T08:00',
    either: ['The Lumo 4 beside a bar of chocolate'],
    html: doc(
      `<title>${phone.title} | by Theo Grant | Jun, 2025 | Medium</title>${og(phone.title, { 'og:site_name': 'Medium', 'article:published_time': '2025-06-04T08:00:00.123Z', 'article:author': 'https://medium.example/@theogrant' })}<meta name="author" content="Theo Grant">`,
      `<div id="root"><div class="a b c"><div class="d e"><a href="/">Open in app</a><a href="/s">Sign up</a><a href="/i">Sign in</a></div><div class="l m"><article><div class="l"><section><div><div class="gn go"><div class="ab cb"><div class="ci bh"><h1 id="93ab" class="pw-post-title">${phone.title}</h1><h2 id="ab1" class="pw-subtitle-paragraph">${phone.dek}</h2><div class="speechify-ignore ab cp"><div class="ab q"><a href="/@t"><p class="be b">${phone.byline}</p></a><span>·</span><button>Follow</button></div><div class="ab"><span class="be b"><span data-testid="storyReadTime">3 min read</span> · <span data-testid="storyPublishDate">Jun 4, 2025</span></span></div><div class="pw-multi-vote-count"><p><button>1.2K</button></p></div><p class="be b du">9</p><p>Listen</p><p>Share</p></div>
<figure class="nu nv"><div><img src="/1.png" alt=""></div><figcaption class="ob fe">The Lumo 4 beside a bar of chocolate</figcaption></figure>${each(phone.paragraphs, '<p id="8a" class="pw-post-body-paragraph og oh">', '</p>')}</div></div></div></div></section></div></article><div class="ab"><div><a href="/t/phones"><div>Phones</div></a><a href="/t/reviews"><div>Reviews</div></a></div></div><div><h2>Written by ${phone.byline}</h2><p>812 Followers</p><p>I carry four phones and answer none of them. Editor at Pocketworthy.</p></div><div><h2>More from Theo Grant</h2><div><a href="/x"><h2>Six keyboards, one winner</h2><h3>I typed this sentence on all of them, and my neighbours moved out.</h3></a></div></div><div><h2>Recommended from Medium</h2></div></div></div></div>`,
    ),
  }),
  kindOf('WordPress, German, with author box and VG Wort notes', german, {
    url: 'https://stadtblick.example/schlachthof-gestoppt/',
    date: '2025-02-13',
    paragraphs: [`${german.dek}.`, ...german.paragraphs],
    html: doc(
      `<title>${german.title} &ndash; Stadtblick</title>`,
      `<div class="site-container"><div class="content-sidebar-wrap"><main class="content" id="genesis-content"><article class="post type-post entry"><header class="entry-header"><h1 class="entry-title">${german.title}</h1><p class="entry-meta"><time class="entry-time">13. Februar 2025</time> von <span class="entry-author"><a href="/jr" class="entry-author-link"><span class="entry-author-name">${german.byline}</span></a></span> <span class="entry-comments-link"><a href="#respond">Kommentar verfassen</a></span></p></header><div class="entry-content"><p><strong>${german.dek}.</strong></p>${ps(german.paragraphs)}<p><em>Dieser Beitrag ist zuerst in unserem gedruckten Heft erschienen, das Sie am Bahnhof kaufen können.</em></p><div class="shariff shariff-align-flex-start"><ul class="shariff-buttons"><li class="shariff-button"><a href="#"><span class="shariff-text">teilen</span></a></li><li class="shariff-button"><a href="#"><span class="shariff-text">E-Mail</span></a></li></ul></div></div></article><section class="author-box"><h4 class="author-box-title">Über <span>${german.byline}</span></h4><div class="author-box-content"><p>Jahrgang 1988, schreibt über Bauen und Wohnen. Lebt mit zwei Hühnern in der Südstadt.</p></div></section></main></div></div>`,
      'de-DE',
    ),
    either: ['Dieser Beitrag ist zuerst in unserem gedruckten Heft erschienen, das Sie am Bahnhof kaufen können.'],
  }),
  kindOf('WordPress AMP', french, {
    url: 'https://lecourrierdebrevannes.example/rex-sauve/amp/',
    date: '2025-11-07T10:12',
    html: `<!doctype html><html amp lang="fr-FR"><head><meta charset="utf-8"><title>${french.title} - Le Courrier</title>${ld({ '@context': 'http://schema.org', '@type': 'BlogPosting', headline: french.title, datePublished: '2025-11-07T11:12:00+01:00', dateModified: '2025-11-08T09:00:00+01:00', author: { '@type': 'Person', name: french.byline } })}</head><body class="amp-wp"><header id="top" class="amp-wp-header"><div><a href="/">Le Courrier</a></div></header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${french.title}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">${french.byline}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="2025-11-07T10:12:00+00:00">il y a 3 semaines</time></div></header><figure class="amp-wp-article-featured-image wp-caption"><amp-img src="/rex.jpg" alt="Le Rex" width="640" height="400"></amp-img><p class="wp-caption-text">La façade du Rex, rue de la Paix.</p></figure><div class="amp-wp-article-content">${around('<amp-ad width="300" height="250" type="adsense"><div placeholder>Publicité</div></amp-ad><amp-list src="/r.json"><template type="amp-mustache"><p>{{title}} est à lire dans notre prochain numéro, chez votre marchand de journaux.</p></template></amp-list>', 2, french.paragraphs)}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Catégories : <a href="/c">Culture</a></div><div class="amp-wp-meta amp-wp-comments-link"><a href="#c">Laisser un commentaire</a></div></footer></article><footer class="amp-wp-footer"><div><h2>Le Courrier</h2><a href="#top" class="back-to-top">Retour en haut</a></div></footer><amp-user-notification id="n"><p>Ce site utilise des cookies pour mesurer son audience.</p><button on="tap:n.dismiss">OK</button></amp-user-notification></body></html>`,
  }),
];
