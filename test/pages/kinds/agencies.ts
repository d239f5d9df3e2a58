import { bank, comet, court, derby, quarry, storm } from './copy.ts';
import { chinese, hindi } from './farCopy.ts';
import { arabic, french, german, italian, japanese, korean, russian } from './foreignCopy.ts';
import { around, doc, each, type Kind, kindOf, ld, news, og, ps } from './kind.ts';

/** Agencies, broadcasters and dailies of many countries. */
export const agencies: Kind[] = [
  kindOf('a chain of dailies with captions to show and hide', court, {
    url: 'https://www.portelleryledger.example/story/news/2025/11/17/mayor-trial/87311/',
    date: '2025-11-17T19:01',
    html: doc(
      `<title>${court.title}</title>${news(court.title, '2025-11-17T19:01:00Z', court.byline)}`,
      `<main class="gnt_cw"><article class="gnt_pr"><div class="gnt_ar_hd"><a class="gnt_ar_lb">CRIME</a><h1 class="gnt_ar_hl">${court.title}</h1><div class="gnt_ar_by"><a class="gnt_ar_by_a">${court.byline}</a><span class="gnt_ar_pb">Port Ellery Ledger</span></div><div class="gnt_ar_dt" aria-label="Nov. 17, 2025, 2:01 p.m. ET"></div></div><div class="gnt_ar_b"><figure class="gnt_em gnt_em_img"><img alt=""><figcaption><button>Show Caption</button><button>Hide Caption</button><div>Viktor Brandl in court</div></figcaption></figure>${each(court.paragraphs.slice(0, 3), '<p class="gnt_ar_b_p">', '</p>')}<aside class="gnt_em gnt_em_fo"><div>Need a break?</div><a href="/p">Play the daily crossword.</a></aside><p class="gnt_ar_b_p"><strong class="gnt_ar_b_al">More:</strong><a href="/m">How the harbor was dug, and who paid for it</a></p>${each(court.paragraphs.slice(3), '<p class="gnt_ar_b_p">', '</p>')}<p class="gnt_ar_b_p"><em>Reach Marisol Keane at mkeane@ledger.example.</em></p></div></article></main>`,
    ),
  }),
  kindOf('a German broadcaster with its state', german, {
    url: 'https://www.tagesblick.example/inland/regional/schlachthof-stopp-100.html',
    byline: undefined,
    date: '2025-02-12T20:14',
    paragraphs: [...german.paragraphs.slice(0, 4), 'Genossenschaft will übernehmen', ...german.paragraphs.slice(4)],
    either: ['Über dieses Thema berichtete der Stadtfunk am 12. Februar 2025 um 18:00 Uhr.'],
    html: doc(
      `<title>${german.title} | tagesblick.example</title><meta property="article:published_time" content="2025-02-12T21:14:00+01:00">`,
      `<main class="content-wrapper"><div class="seitenkopf"><h1 class="seitenkopf__title"><span class="seitenkopf__topline">Stadtumbau</span> <span class="seitenkopf__headline--text">${german.title}</span></h1></div><article class="container"><p class="metatextline">Stand: 12.02.2025 21:14 Uhr</p><p class="textabsatz columns twelve"><strong>${german.paragraphs[0]}</strong></p>${each(german.paragraphs.slice(1, 4), '<p class="textabsatz columns twelve">', '</p>')}<div class="teaser-xs"><div class="teaser-xs__date">11.02.2025</div><h3><a href="/x"><span class="teaser-xs__topline">Leerstand</span> <span>Wem gehört die Innenstadt?</span></a></h3><a>mehr</a></div><h2 class="meldung__subhead">Genossenschaft will übernehmen</h2>${each(german.paragraphs.slice(4), '<p class="textabsatz columns twelve">', '</p>')}<div class="copytext__footer"><p>Über dieses Thema berichtete der Stadtfunk am 12. Februar 2025 um 18:00 Uhr.</p></div></article></main>`,
      'de',
    ),
    title: german.title,
  }),
  kindOf('a French daily that lets adverts pass', french, {
    url: 'https://www.lefanal.example/culture/cinema/a-brevannes-le-rex-20251107',
    date: '2025-11-07T10:12',
    html: doc(
      `<title>${french.title}</title>${news(french.title, '2025-11-07T11:12:00+01:00', french.byline)}`,
      `<article class="fig-main"><h1 class="fig-headline">${french.title}</h1><div class="fig-content-metas"><span>Par <a class="fig-content-metas__author">${french.byline}</a></span><div>Le 7 novembre 2025 à 11h12</div><ul class="fig-tags"><li><a>cinéma</a></li></ul></div><p class="fig-standfirst">${french.dek}.</p><div class="fig-audio"><span>La lecture de cet article est réservée aux abonnés, mais vous pouvez écouter un extrait.</span></div><div data-component="fig-content-body">${french.paragraphs.map((text) => `<p class="fig-paragraph">${text}</p><span class="fig-skip">Passer la publicité</span>`).join('')}<div class="fig-suggest"><h2>À lire aussi</h2><a href="/l">Les petites salles, grandes gagnantes de l’été</a></div></div><div class="fig-comments"><h2>À Brévannes, le dernier cinéma sauvé par ses spectateurs</h2><a>S’abonner pour commenter</a></div></article>`,
      'fr',
    ),
  }),
  kindOf('an Italian agency that reserves its rights', italian, {
    url: 'https://www.agenziamare.example/sito/notizie/cultura/2025/03/05/il-faro-di-punta-nera_6f1.html',
    byline: undefined,
    date: '2025-03-05T09:20',
    html: doc(
      `<title>${italian.title} - Notizie - Agenzia Mare</title><meta property="article:published_time" content="2025-03-05T10:20:00+01:00">`,
      `<article class="post-single"><header><h1 class="post-single-title">${italian.title}</h1><div class="post-single-summary">${italian.dek}</div><div class="details"><span class="location">CAGLIARI</span><span class="date">05 marzo 2025, 10:20</span><span>Redazione AgenziaMare</span></div></header><div class="post-single-text rich-text">${ps(italian.paragraphs)}<p>&nbsp;</p></div><p class="copyright">Riproduzione riservata © Copyright Agenzia Mare</p><p>RIPRODUZIONE RISERVATA</p></article>`,
      'it',
    ),
  }),
  kindOf('a Korean agency with its brackets', korean, {
    url: 'https://www.donghae-agency.example/view/AKR20250510012300062',
    date: '2025-05-10T05:12',
    paragraphs: [`(강릉=동해통신) ${korean.byline} 기자 = ${korean.paragraphs[0]}`, ...korean.paragraphs.slice(1)],
    either: ['seoyeon@donghae.example', '제보는 카카오톡 donghaejebo'],
    html: doc(
      `<title>${korean.title} | 동해통신</title>${news(korean.title, '2025-05-10T14:12:00+09:00', korean.byline)}`,
      `<div class="content01"><header class="title-article01"><h1 class="tit">${korean.title}</h1><p class="update-time" data-published-time="202505101412"><span class="txt">송고</span>2025-05-10 14:12</p></header><div class="tit-sub"><h2 class="tit">${korean.dek}</h2></div><article class="story-news article"><div class="comp-box photo-group"><figure><img alt=""><figcaption><strong>옛 강릉역</strong></figcaption></figure></div><p>(강릉=동해통신) ${korean.byline} 기자 = ${korean.paragraphs[0]}</p>${ps(korean.paragraphs.slice(1))}<p>seoyeon@donghae.example</p><p class="txt-copyright adrs"><span class="tit-tag">제보는 카카오톡 donghaejebo</span><em>&lt;저작권자(c) 동해통신, 무단 전재-재배포 금지&gt;</em> <span>2025/05/10 14:12 송고</span></p></article></div>`,
      'ko',
    ),
  }),
  kindOf('a Chinese agency with its date in the text', chinese, {
    url: 'https://www.jiangnanshe.example/20251124/8f2c1ab3/c.html',
    byline: undefined,
    date: '2025-11-24',
    paragraphs: [`江南社苏州11月24日电（记者李明）${chinese.paragraphs[0]}`, ...chinese.paragraphs.slice(1)],
    html: doc(
      `<title>${chinese.title}-江南社</title>`,
      `<div class="header domPC"><div class="header-cont"><div class="header-time"><span class="year"><em>2025</em></span><span class="day"><em>11</em>/<em>24</em></span><span class="time">06:10:33</span></div><div class="source">来源：江南社</div><div class="head-line"><h1><span class="title">${chinese.title}</span></h1></div></div></div><div class="main"><div class="main-left"><div id="detail"><span id="detailContent">${each([`江南社苏州11月24日电（记者李明）${chinese.paragraphs[0]}`, ...chinese.paragraphs.slice(1)], '<p>　　', '</p>')}</span></div><div class="footer-cont"><div class="editor">【纠错】【责任编辑:王芳】</div></div></div><div class="main-right"><div class="columBox"><div class="tit">深度观察</div><ul><li><a href="/1">新春走基层：一座山村的变化</a></li></ul></div></div></div>`,
      'zh-CN',
    ),
  }),
  kindOf('a Russian agency with its slashes', russian, {
    url: 'https://rossvest.example/obschestvo/25412345',
    byline: undefined,
    date: '2025-11-05T09:30',
    paragraphs: [`ВОЛОГДА, 5 ноября. /РОСВЕСТ/. ${russian.paragraphs[0]}`, ...russian.paragraphs.slice(1)],
    html: doc(
      `<title>${russian.title} - РОСВЕСТ</title>${og(russian.title)}<meta property="article:published_time" content="2025-11-05T12:30:00+03:00">`,
      `<main><article><div class="NewsHeader_date"><div class="PublishedMark_date">5 ноября 2025, 12:30</div></div><h1 class="NewsHeader_title">${russian.title}</h1><div class="NewsHeader_lead">${russian.dek}</div><div class="Media"><div class="Media_credit">© Пётр Иванов/РОСВЕСТ</div></div>${each([`ВОЛОГДА, 5 ноября. /РОСВЕСТ/. ${russian.paragraphs[0]}`, ...russian.paragraphs.slice(1)], '<div class="Paragraph_wrap"><p class="Paragraph_paragraph">', '</p></div>')}<div class="Tags_list"><a>Вологда</a></div></article></main>`,
      'ru',
    ),
  }),
  kindOf('a station for abroad with players and copied codes', quarry, {
    url: 'https://www.radiofar.example/a/quarry-orsk/33212345.html',
    date: '2025-11-19T07:45',
    html: doc(
      `<title>${quarry.title}</title><meta name="author" content="${quarry.byline}">`,
      `<div id="content"><main class="container"><div class="hdr-container"><div class="category"><a>News</a></div><h1 class="title pg-title">${quarry.title}</h1><div class="media-container"><div class="publishing-details"><div class="published"><span class="date"><time pubdate="pubdate" datetime="2025-11-19T07:45:00+00:00">November 19, 2025</time></span></div><div class="links"><ul class="links__list"><li><a class="links__item-link">${quarry.byline}</a></li></ul></div></div></div></div><div class="body-container"><div class="wsw">${ps(quarry.paragraphs.slice(0, 3))}<div class="wsw__embed"><div class="media-pholder"><div class="c-mmp__poster">No media source currently available</div></div><div class="embed-popup"><span>Embed</span><span>share</span><p>The code has been copied to your clipboard.</p><p>The URL has been copied to your clipboard</p></div></div><div class="wsw__embed"><h2 class="wsw__see-also">See Also:</h2><a href="/s"><h4>Villages that live on stone</h4></a></div>${ps(quarry.paragraphs.slice(3))}</div></div></main></div>`,
    ),
  }),
  kindOf('a broadcaster whose film wants a newer browser', storm, {
    url: 'https://www.dwave.example/en/storm-petra/a-71234567',
    byline: undefined,
    date: '2025-01-12T11:00',
    either: ['Edited by: Jo Marsh', 'jm/sh (AFP, dpa)'],
    html: doc(
      `<title>${storm.title} – DWave – 01/12/2025</title>${news(storm.title, '2025-01-12T11:00:00Z')}`,
      `<main><article><header><a class="kicker">Weather</a><span>United Kingdom</span><h1>${storm.title}</h1><div class="author-details"></div><span class="publication"><time>January 12, 2025</time></span></header><p class="teaser-text">${storm.dek}.</p><a href="https://p.example">https://p.example/4p9xy</a><div class="vjs-wrapper"><p>To view this video please enable JavaScript, and consider upgrading to a web browser that <a>supports HTML5 video</a></p></div><div class="rich-text">${ps(storm.paragraphs)}<p><em>jm/sh (AFP, dpa)</em></p><p><em>Edited by: Jo Marsh</em></p></div></article></main>`,
    ),
  }),
  kindOf('an Australian broadcaster in short', bank, {
    url: 'https://www.austcast.example/news/2025-10-09/meridian-bank-branches/105812345',
    date: '2025-10-09T07:02',
    either: [
      'In short:',
      'Meridian is to close 80 of its 310 branches by April.',
      'What’s next?',
      'The union will hold a ballot.',
    ],
    html: doc(
      `<title>${bank.title} - Austcast News</title><meta property="article:published_time" content="2025-10-09T07:02:00+00:00">`,
      `<main id="content"><div class="ArticleHeader_x1"><h1 class="Heading_y2">${bank.title}</h1><p class="Byline_z3"><span>By </span><a class="Link_a4">${bank.byline}</a></p><div class="Topics"><a>Banking</a></div><span class="Dateline_b5">Posted <time datetime="2025-10-09T07:02:00.000Z"><span>2h ago</span><span>Thu 9 Oct 2025 at 7:02am</span></time></span></div><div class="Layout_c6"><section class="KeyPoints_d7"><h2>In short:</h2><p>Meridian is to close 80 of its 310 branches by April.</p><h2>What’s next?</h2><p>The union will hold a ballot.</p></section>${each(bank.paragraphs, '<p class="paragraph_e8">', '</p>')}<figure class="Figure_f9"><figcaption>A closed branch. <cite>(Austcast News: Lee Wong)</cite></figcaption></figure></div></main>`,
    ),
  }),
  kindOf('an Indian daily dated above and below', storm, {
    url: 'https://www.thepeninsula.example/news/international/storm-petra/article71234567.ece',
    byline: undefined,
    date: '2025-01-12T09:05',
    html: doc(
      `<title>${storm.title} - The Peninsula</title><meta name="publish-date" content="2025-01-12T14:35:00+05:30">`,
      `<div class="article-section"><h1 class="title">${storm.title}</h1><h2 class="sub-title">${storm.dek}</h2><p class="publish-time-new"><span>Published - January 12, 2025 02:35 pm IST</span> <span>- LONDON</span></p><div class="articlebodycontent"><div class="picture-body"><img alt=""><p class="caption">Waves at Wick. | Photo Credit: Reuters</p></div>${around('<p class="also-read"><strong>Also read:</strong> <a href="/a">Cyclone season begins early</a></p>', 2, storm.paragraphs)}</div><p class="publish-time">Published - January 12, 2025 02:35 pm IST</p><div class="related-topics-list"><h4>Related Topics</h4><ul><li><a>storm</a></li></ul></div></div>`,
    ),
  }),
  kindOf('a paper that says in which issue it printed the text', court, {
    url: 'https://www.sunrise.example/news/1951234/former-mayor-on-trial',
    date: '2025-11-18',
    html: doc(
      `<title>${court.title} - Newspaper - SUNRISE.EXAMPLE</title>`,
      `<article class="story"><h2 class="story__title"><a class="story__link" href="/news/1951234">${court.title}</a></h2><div class="story__meta"><span class="story__byline"><a class="story__byline__link">${court.byline}</a></span><span class="story__time">Published <span class="timestamp--date">November 18, 2025</span></span></div><div class="story__content">${ps(court.paragraphs)}<p><em>Published in Sunrise, November 18th, 2025</em></p></div></article><div class="comments"><div class="comments__head">Comments (2) Closed</div></div>`,
    ),
    either: ['Published in Sunrise, November 18th, 2025'],
  }),
  kindOf('a Nigerian paper that asks to be shared', derby, {
    url: 'https://hammerng.example/late-okoro-header-settles-derby/',
    date: '2025-10-26T18:40',
    html: doc(
      `<title>${derby.title} - Hammer Newspapers</title><meta property="article:published_time" content="2025-10-26T18:40:00+00:00">`,
      `<div class="single-article"><div class="post-title"><h1>${derby.title}</h1></div><div class="post-meta"><span class="post-date">26th October 2025</span><span class="post-author">By <a>${derby.byline}</a></span></div><div class="post-image-wrapper"><figure><img alt=""><figcaption>Okoro</figcaption></figure></div><div class="post-content">${ps(derby.paragraphs.slice(0, 5))}<p><strong>READ ALSO:</strong> <a href="/r">Super Eagles name squad</a></p>${ps(derby.paragraphs.slice(5))}<p>Kindly share this story:</p><p>All rights reserved. This material, and other digital content on this website, may not be reproduced, published, broadcast, rewritten or redistributed in whole or in part without prior express written permission from HAMMER.</p><p>Contact: <a href="mailto:desk@hammerng.example">desk@hammerng.example</a></p></div></div>`,
    ),
  }),
  kindOf('a site that signs its last sentence', quarry, {
    url: 'https://www.rattler.example/nation/quarry-orsk/',
    date: '2025-11-19T08:00',
    paragraphs: [
      `ORSK – ${quarry.paragraphs[0]}`,
      ...quarry.paragraphs.slice(1, -1),
      `${quarry.paragraphs.at(-1)} – Rattler.example`,
    ],
    html: doc(
      `<title>${quarry.title}</title>${news(quarry.title, '2025-11-19T08:00:00+00:00', quarry.byline)}`,
      `<div id="primary"><article><h1 class="post-single__title">${quarry.title}</h1><div class="post-single__date"><time>Nov 19, 2025 4:00 PM PHT</time></div><div class="post-single__authors">${quarry.byline}</div><div class="post-single__share"><span>Already have Rattler+?</span><a>Sign in</a> to listen to groundbreaking journalism.</div><div class="post-single__summary"><p>AI Summary</p><p>This is AI generated summarization, which may have errors. For context, always refer to the full article.</p></div><div class="post-single__content entry-content"><p>ORSK – ${quarry.paragraphs[0]}</p>${ps(quarry.paragraphs.slice(1, -1))}<p>${quarry.paragraphs.at(-1)} – <strong><em>Rattler.example</em></strong></p></div></article></div>`,
    ),
  }),
  kindOf('a Japanese broadcaster with its text in sections', japanese, {
    url: 'https://news.hoso.example/news/html/20250412/k10014012345000.html',
    byline: undefined,
    date: '2025-04-12T01:00',
    paragraphs: [...japanese.paragraphs.slice(0, 3), '今後は', ...japanese.paragraphs.slice(3)],
    html: doc(
      `<title>${japanese.title} | 放送ニュース</title>${og(japanese.title)}`,
      `<main><article class="module module--detail"><header><h1 class="content--title">${japanese.title}</h1><div class="content--date"><time datetime="2025-04-12T10:00">2025年4月12日 10時00分</time></div></header><section class="module--content"><div class="content--detail-main"><div class="content--summary"><p>${japanese.paragraphs[0]}</p></div><div class="content--detail-more"><section class="content--body"><div class="body-text"><p>${japanese.paragraphs.slice(1, 3).join('<br><br>')}</p></div></section><section class="content--body"><h2 class="body-title">今後は</h2><div class="body-text"><p>${japanese.paragraphs.slice(3).join('<br><br>')}</p></div></section></div></div></section><ul class="sns"><li>シェアする</li></ul></article></main>`,
      'ja',
    ).replace('datetime="2025-04-12T10:00"', 'datetime="2025-04-12T10:00+09:00"'),
  }),
  kindOf('an Arabic channel with live words around it', arabic, {
    url: 'https://www.qanat.example/culture-and-art/2025/03/15/إعادة-افتتاح-السوق',
    byline: undefined,
    date: '2025-03-15T08:30',
    html: doc(
      `<title>${arabic.title}</title><meta property="article:published_time" content="2025-03-15T08:30:00Z">`,
      `<article dir="rtl"><h1 class="headingInfo_title">${arabic.title}</h1><div class="caption"><span>الرابط المختصر</span></div><div class="timeDate-wrapper"><time>نشر في: 15 مارس ,2025: 11:30 ص GST</time><time>آخر تحديث: 15 مارس ,2025: 01:00 م GST</time></div><div class="readTime">مدة القراءة 2 دقائق</div><div class="paragraph-list">${each(arabic.paragraphs, '<p class="body-1 paragraph">', '</p>')}</div><div class="tags"><h4>الكلمات الدالة:</h4><a>السوق</a></div><div class="follow-us">تابعوا آخر الأخبار عبر Google News</div></article>`,
      'ar',
    ),
  }),
  kindOf('a Hindi daily with numbers of its cities', hindi, {
    url: 'https://www.dainikpahad.example/uttarakhand/news/chhoti-rail-134567890.html',
    byline: undefined,
    either: ['खबरें और भी हैं...'],
    date: '2025-10-04T04:00',
    html: doc(
      `<title>${hindi.title}</title>${news(hindi.title, '2025-10-04T09:30:00+05:30')}`,
      `<div class="page"><ul class="cities"><li><a>देहरादून</a></li><li><a>नैनीताल</a></li></ul><h1>${hindi.title}</h1><div class="a1"><span>देहरादून</span><span>2 महीने पहले</span></div><ul class="cta"><li>कॉपी लिंक</li></ul><div class="b1">${each(hindi.paragraphs, '<div class="ba0"><p style="word-break:break-word">', '</p></div>')}</div><div class="c1"><p>खबरें और भी हैं...</p></div></div>`,
      'hi',
    ),
  }),
  kindOf('scientists’ news with references', comet, {
    url: 'https://www.naturalis.example/articles/d41586-025-03812-4',
    date: '2025-12-02',
    either: [
      'References',
      'Ochoa, L. et al. Preprint at https://doi.org/10.1000/abcd (2025).',
      'doi: https://doi.org/10.1000/d41586-025-03812-4',
    ],
    html: doc(
      `<title>${comet.title}</title><meta name="citation_publication_date" content="2025/12/02">${ld({ '@type': 'NewsArticle', headline: comet.title, datePublished: '2025-12-02', author: [{ '@type': 'Person', name: comet.byline }] })}`,
      `<article><header class="c-article-header"><ul class="c-article-identifiers"><li>NEWS</li><li><time datetime="2025-12-02">02 December 2025</time></li></ul><h1 class="c-article-magazine-title">${comet.title}</h1><div class="c-article-teaser-text">${comet.dek}.</div><ul class="c-article-author-list"><li><a data-test="author-name">${comet.byline}</a></li></ul></header><div class="c-article-body main-content">${ps(comet.paragraphs.slice(0, 3))}<article class="recommended pull pull--left" data-label="Related"><a href="/r"><h1 class="recommended__title">Why comets are green but their tails are not</h1></a></article>${ps(comet.paragraphs.slice(3))}<p class="recommended__doi">doi: https://doi.org/10.1000/d41586-025-03812-4</p><section id="references"><h2>References</h2><ol><li>Ochoa, L. <i>et al.</i> Preprint at https://doi.org/10.1000/abcd (2025).</li></ol></section></div></article>`,
    ),
  }),
];
