import { bank, column, court, derby, quarry, storm } from './copy.ts';
import { arabic, german, japanese, korean, polish, russian } from './foreignCopy.ts';
import { around, doc, each, type Kind, kindOf, ld, og, ps } from './kind.ts';

/** Old layouts, small systems, and papers in other scripts. */
export const oldPages: Kind[] = [
  kindOf('tables, fonts and line breaks', quarry, {
    url: 'http://www.orskgazette.example/archive/2025/1119/quarry.htm',
    date: '2025-11-19',
    html: `<HTML><HEAD><TITLE>Orsk Gazette - ${quarry.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="760" BORDER="0"><TR><TD COLSPAN="3"><IMG SRC="logo.gif" ALT="Orsk Gazette"></TD></TR><TR><TD WIDTH="140" VALIGN="top"><FONT SIZE="-1"><A HREF="/">Front page</A><BR><A HREF="/sport">Sport</A><BR><A HREF="/births">Births and deaths</A></FONT></TD><TD WIDTH="470" VALIGN="top"><FONT SIZE="+2"><B>${quarry.title}</B></FONT><BR><FONT SIZE="-1"><I>By ${quarry.byline}</I><BR>Wednesday, November 19, 2025</FONT><BR><BR>${quarry.paragraphs.join('<BR><BR>')}<BR><BR><FONT SIZE="-1"><A HREF="mailto:ed@orskgazette.example">Write to the editor</A> | <A HREF="javascript:print()">Print this page</A></FONT></TD><TD WIDTH="150" VALIGN="top"><FONT SIZE="-1"><B>Also today</B><BR><A HREF="1.htm">Flower show moves indoors</A><BR><A HREF="2.htm">Bypass to open in spring</A></FONT></TD></TR><TR><TD COLSPAN="3" ALIGN="center"><FONT SIZE="-2">Copyright 2025 Orsk Gazette Ltd</FONT></TD></TR></TABLE></BODY></HTML>`,
  }),
  kindOf('Joomla', storm, {
    url: 'https://www.harbourradio.example/index.php/news/812-storm-petra',
    date: '2025-01-12T09:05',
    html: doc(
      `<title>${storm.title}</title><meta name="generator" content="Joomla! - Open Source Content Management" /><meta name="author" content="Super User">`,
      `<div class="body"><div class="container"><main id="content" class="span9"><div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="en-GB" /><div class="page-header"><h2 itemprop="headline">${storm.title}</h2></div><div class="icons"><div class="btn-group pull-right"><ul class="dropdown-menu"><li class="print-icon"><a href="#">Print</a></li><li class="email-icon"><a href="#">Email</a></li></ul></div></div><dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby" itemprop="author" itemscope>Written by <span itemprop="name">${storm.byline}</span></dd><dd class="category-name">Category: <a href="/n">News</a></dd><dd class="published"><time datetime="2025-01-12T09:05:00+00:00" itemprop="datePublished">Published: 12 January 2025</time></dd><dd class="modified"><time datetime="2025-01-13T19:00:00+00:00" itemprop="dateModified">Last Updated: 13 January 2025</time></dd><dd class="hits">Hits: 2210</dd></dl><div itemprop="articleBody">${ps(storm.paragraphs)}</div><ul class="pager pagenav"><li class="previous"><a href="/p">Prev</a></li><li class="next"><a href="/n">Next</a></li></ul></div></main><div id="aside" class="span3"><div class="well"><h3>Latest Articles</h3><ul class="latestnews"><li><a href="/1">Sheep found on roof</a></li></ul></div></div></div></div>`,
      'en-gb',
    ),
  }),
  kindOf('TYPO3 news', german, {
    url: 'https://www.handwerk-sued.example/aktuelles/detail/schlachthof/',
    date: '2025-02-13',
    byline: undefined,
    html: doc(
      `<title>${german.title}: Handwerk Süd</title><meta name="generator" content="TYPO3 CMS">`,
      `<div class="wrapper"><div class="news news-single"><div class="article" itemscope="itemscope" itemtype="http://schema.org/Article"><div class="header"><h1 itemprop="headline">${german.title}</h1></div><div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="2025-02-13">13.02.2025</time></span> <span class="news-list-category">Stadt</span></p></div><div class="teaser-text" itemprop="description"><p>${german.dek}.</p></div><div class="news-img-wrap"><div class="outer"><div class="mediaelement"><img src="/s.jpg" alt=""></div></div><p class="news-img-caption">Halle 3 im Januar (Foto: Stadt)</p></div><div class="news-text-wrap" itemprop="articleBody">${ps(german.paragraphs)}</div><div class="news-backlink-wrap"><a href="/aktuelles">Zurück</a></div><div class="news-related-wrap"><div class="news-related news-related-files"><h4>Dateien</h4><ul><li><a href="/b.pdf">Beschluss.pdf</a><span class="news-related-files-size">112 Ki</span></li></ul></div></div></div></div></div>`,
      'de',
    ),
  }),
  kindOf('bare divs for paragraphs, hashed classes', bank, {
    url: 'https://quickfin.example/a/8841',
    byline: undefined,
    date: '2025-10-09T06:58',
    html: doc(
      `<title>${bank.title}</title>`,
      `<div id="__next"><div class="sc-bdnyFh kqwPsL"><div class="sc-gtssRu">QuickFin</div></div><div class="sc-dlnjPT"><div class="sc-hKFyIo"><div class="sc-iCoHVE fXrw">${bank.title}</div><div class="sc-fujyUd"><div class="sc-pNWdM">${bank.byline}</div><div class="sc-jrsJCI">Oct 9, 2025, 06:58 UTC</div></div><div class="sc-kEqXeH">${each(bank.paragraphs, '<div class="sc-crzoUp hYbNkm">', '</div>')}</div><div class="sc-tag"><div>#banks</div><div>#jobs</div></div></div><div class="sc-side"><div>Trending</div><div><div class="sc-t1">Mortgage rates fall for a third week in a row</div></div><div><div class="sc-t1">Pension age to rise to 68, says minister</div></div></div></div></div>`,
    ),
  }),
  kindOf('a page whose whole text stands in one cell with single breaks', court, {
    url: 'http://wire.example/story.asp?id=55181',
    date: '2025-11-17',
    byline: undefined,
    html: `<html><head><title>${court.title}</title></head><body><center><table width=600><tr><td><a href=/>Wire Home</a> | <a href=/s>Search</a></td></tr><tr><td><b>${court.title}</b><br>11/17/2025<br><br>&nbsp;&nbsp;&nbsp;${court.paragraphs.join('<br>\n&nbsp;&nbsp;&nbsp;')}<br><br><hr><small>Back to <a href=/>the front page</a></small></td></tr></table></center></body></html>`,
  }),
  kindOf('a Russian site with a Telegram plea and tags', russian, {
    url: 'https://vologda24.example/news/2025/11/05/84112/',
    date: '2025-11-05T09:30',
    html: doc(
      `<title>${russian.title} — Вологда 24</title>`,
      `<div class="wrapper"><div class="content"><div class="article"><div class="article__meta"><span class="article__date">5 ноября 2025, 12:30 (МСК)</span><span class="article__views">1 204 просмотра</span></div><h1 class="article__title">${russian.title}</h1><div class="article__author">Автор: ${russian.byline}</div><div class="article__lead">${russian.dek}</div><div class="article__photo"><img src="/v.jpg"><div class="article__copyright">Фото: пресс-служба администрации Вологды</div></div><div class="article__text">${around('<div class="article__incut"><a href="/n/1">Читайте также: Набережную закрыли на ремонт</a></div>', 2, russian.paragraphs)}<p>Самые важные новости — в нашем <a href="https://t.example/v24">Telegram-канале</a>. Подписывайтесь!</p></div><div class="article__tags"><a href="/t">Вологда</a><a href="/t">вокзал</a></div><div class="share">Поделиться</div></div></div></div>`,
      'ru',
    ),
  }),
  kindOf('a Japanese paper', japanese, {
    url: 'https://www.setouchi-shimbun.example/articles/DA3S16012345.html',
    date: '2025-04-12T01:00',
    html: doc(
      `<title>${japanese.title}：瀬戸内新聞デジタル</title>`,
      `<main role="main"><div class="ArticleTitle"><div class="Title"><h1>${japanese.title}</h1></div><p class="UpdateDate"><time datetime="2025-04-12T10:00:00+09:00">2025年4月12日 10時00分</time></p><p class="Author">${japanese.byline}</p></div><div class="SNS"><ul><li>シェア</li><li>ツイート</li><li>list</li><li>ブックマーク</li><li>メールする</li><li>印刷</li></ul></div><div class="ArticleBody"><figure><img src="/s.jpg" alt=""><figcaption>校舎を改修した図書館＝佐藤美咲撮影</figcaption></figure><div class="ArticleText"><div class="cs-inner">${ps(japanese.paragraphs.slice(0, 3))}<p class="RelatedLink"><a href="/2">【写真特集】島の一年</a></p>${ps(japanese.paragraphs.slice(3))}</div></div></div><div class="Tag"><ul><li><a href="/t">図書館</a></li></ul></div><div class="Subscribe"><p>有料会員になると会員限定の有料記事もお読みいただけます。</p></div></main>`,
      'ja',
    ),
  }),
  kindOf('a Korean portal with breaks', korean, {
    url: 'https://news.portal.example/article/015/0005012345',
    date: '2025-05-10T05:12',
    html: doc(
      `<title>${korean.title}</title>${og(korean.title, { 'og:site_name': '동해일보', 'og:article:author': '동해일보 | 포털' })}`,
      `<div id="ct_wrap"><div id="ct"><div class="media_end_head"><div class="media_end_head_top"><a class="media_end_head_top_logo"><img alt="동해일보"></a></div><div class="media_end_head_title"><h2 id="title_area" class="media_end_head_headline"><span>${korean.title}</span></h2></div><div class="media_end_head_info"><div class="media_end_head_info_datestamp"><div class="media_end_head_info_datestamp_bunch"><em class="media_end_head_info_datestamp_term">입력</em><span class="media_end_head_info_datestamp_time _ARTICLE_DATE_TIME" data-date-time="2025-05-10 14:12:00">2025.05.10. 오후 2:12</span></div><div class="media_end_head_info_datestamp_bunch"><em>수정</em><span class="media_end_head_info_datestamp_time" data-modify-date-time="2025-05-10 15:01:00">2025.05.10. 오후 3:01</span></div></div><div class="media_end_head_journalist"><em class="media_end_head_journalist_name">${korean.byline} 기자</em></div></div></div><div id="contents" class="newsct_body"><div id="newsct_article" class="newsct_article _article_body"><article id="dic_area" class="go_trans _article_content"><strong class="media_end_summary">${korean.dek}</strong><span class="end_photo_org"><div class="nbd_im_w"><img src="/g.jpg"></div><em class="img_desc">옛 강릉역 승강장. 동해일보 자료사진</em></span><br><br>${korean.paragraphs.join('<br><br>')}<br><br>${korean.byline} 기자 seoyeon@donghae.example</article><div class="copyright"><p class="c_text">Copyright ⓒ 동해일보. All rights reserved. 무단 전재 및 재배포 금지.</p></div></div></div></div></div>`,
      'ko',
    ).replaceAll('14:12:00"', '14:12:00+09:00"'),
    either: [korean.dek, `${korean.byline} 기자 seoyeon@donghae.example`],
  }),
  kindOf('an Arabic site, right to left', arabic, {
    url: 'https://www.madina-news.example/culture/2025/3/15/السوق-القديم',
    date: '2025-03-15',
    html: doc(
      `<title>${arabic.title} | أخبار المدينة</title>`,
      `<main dir="rtl"><header class="article-header"><h1>${arabic.title}</h1><p class="article__subhead"><em>${arabic.dek}</em></p><div class="article-info-block"><div class="article-b-l">بقلم: ${arabic.byline}</div><div class="date-simple"><span class="screen-reader-text">نشرت في 15 مارس 2025</span><span aria-hidden="true">15/3/2025</span></div></div></header><figure class="article-featured-image"><img alt="السوق بعد الترميم"><figcaption>السوق بعد الترميم (مواقع التواصل)</figcaption></figure><div class="wysiwyg wysiwyg--all-content" dir="rtl">${around('<div class="more-on"><h2 class="more-on__heading">اقرأ أيضا</h2><ul class="more-on__list"><li class="more-on__item"><a href="/1">متحف جديد في قلب المدينة</a></li><li class="more-on__item"><a href="/2">عودة القطار إلى الساحل</a></li></ul></div>', 3, arabic.paragraphs)}<div class="article-source"><span>المصدر</span> : أخبار المدينة</div></div></main>`,
      'ar',
    ),
  }),
  kindOf('a Polish portal with a plug for its app', polish, {
    url: 'https://www.bydgoszcznews.example/most-na-brdzie-zamkniety/ar/c1-18921',
    date: '2025-01-23T11:20',
    html: doc(
      `<title>${polish.title} | Bydgoszcz News</title><meta property="article:published_time" content="2025-01-23T12:20:00+01:00">`,
      `<article class="article"><h1 class="article-title">${polish.title}</h1><div class="article-author">${polish.byline}</div><time class="article-date">23.01.2025 12:20</time><p class="article-lead">${polish.dek}.</p><div class="article-body">${around('<div class="widget-see"><p>Zobacz również:</p><a href="/w"><div>Nowe tramwaje już na torach</div></a></div>', 2, polish.paragraphs)}<p class="app"><b>Bądź na bieżąco! Pobierz naszą aplikację i czytaj wiadomości tam, gdzie chcesz.</b></p></div><p class="source">Źródło: Bydgoszcz News</p></article>`,
      'pl',
    ),
  }),
  kindOf('a magazine printed from Word', column, {
    url: 'https://www.platformmag.example/issue-14/slow-train',
    date: '2025-09-14T00:00',
    html: doc(
      `<title>${column.title}</title><meta name="publish_date" content="2025-09-14"><meta name="author" content="${column.byline}">`,
      `<div class="page"><div class="issue">Issue 14, Autumn</div><h1>${column.title}</h1><div class="WordSection1">${each(column.paragraphs, '<p class="MsoNormal" style="margin-bottom:12.0pt"><span lang="EN-GB" style="font-size:12.0pt;font-family:&quot;Garamond&quot;,serif">', '<o:p></o:p></span></p>\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>')}</div></div>`,
    ),
  }),
  kindOf('a script-filled shell with the text in its state', derby, {
    url: 'https://app.tarnlive.example/match/8812/report',
    date: '2025-10-26T17:20',
    html: doc(
      `<title>${derby.title}</title>${og(derby.title)}${ld({ '@type': ['NewsArticle', 'Report'], headline: derby.title, datePublished: '2025-10-26T17:20:00Z', author: { '@type': 'Person', name: derby.byline }, articleBody: derby.paragraphs.join('\n\n') })}`,
      '<div id="root"><div class="spinner">Loading…</div></div><noscript>You need to enable JavaScript to run this app.</noscript>',
    ),
  }),
];
