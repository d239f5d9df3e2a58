import {
  chinese,
  czech,
  dutch,
  greek,
  hebrew,
  hindi,
  indonesian,
  norwegian,
  portuguese,
  turkish,
  ukrainian,
  vietnamese,
} from './farCopy.ts';
import { around, doc, each, type Kind, kindOf, ld, og, ps } from './kind.ts';

/** News sites in other languages than English. */
export const portals: Kind[] = [
  kindOf('a Chinese portal with its source and its editor', chinese, {
    url: 'https://news.jiangnan.example/c/2025-11-24/doc-inhf1234567.shtml',
    byline: undefined,
    date: '2025-11-24T06:10',
    html: doc(
      `<title>${chinese.title}|书店|读者_江南新闻网</title>`,
      `<div class="main-content"><div class="path">新闻中心 > 社会 > 正文</div><h1 class="main-title">${chinese.title}</h1><div class="top-bar-wrap"><div class="top-bar"><div class="date-source"><span class="date">2025年11月24日 06:10</span> <span class="source ent-source">江南晚报</span></div><div class="font-size"><a>小</a><a>中</a><a>大</a></div><div class="page-tool">分享到</div></div></div><div class="article-content-left"><div class="article" id="article">${each(chinese.paragraphs, '<p cms-style="font-L">　　', '</p>')}<p class="show_author">责任编辑：王芳 </p></div><div class="keywords"><label>关键字：</label><a>书店</a></div><div class="wap_special">扫描二维码，关注我们的公众号</div></div></div>`,
      'zh-CN',
    ),
    title: chinese.title,
  }),
  kindOf('a Turkish site with a spot and an app', turkish, {
    url: 'https://www.marmarahaber.example/istanbul/kadikoyde-tarihi-firin-4412345',
    date: '2025-03-08T08:12',
    either: [`${turkish.dek}.`],
    html: doc(
      `<title>${turkish.title} - Marmara Haber</title>${og(turkish.title)}<meta name="datePublished" content="2025-03-08T11:12:00+03:00"><meta name="dateModified" content="2025-03-08T13:00:00+03:00">`,
      `<article class="news-detail"><header><h1>${turkish.title}</h1><h2 class="news-detail-spot">${turkish.dek}.</h2><div class="news-info"><span>Giriş Tarihi: 8.3.2025 11:12</span><span>Son Güncelleme: 8.3.2025 13:00</span><a class="editor" rel="author" href="/e">${turkish.byline}</a></div><div class="social-share"><span>ABONE OL</span></div></header><div class="news-detail-text">${around('<div class="ads"><span>Haberin Devamı</span></div><p><strong>İLGİLİ HABER: </strong><a href="/h"><strong>Moda sahiline yeni iskele</strong></a></p>', 2, turkish.paragraphs)}<p>Marmara Haber’i <a href="https://news.google.example/mh">Google Haberler’den</a> takip edin.</p></div><div class="tags"><a href="/t">#Kadıköy</a></div></article>`,
      'tr',
    ),
  }),
  kindOf('a Greek site with a column of the latest', greek, {
    url: 'https://www.aigaionews.example/politismos/2025/06/05/therino-sinema/',
    date: '2025-06-05T09:40',
    html: doc(
      `<title>${greek.title} - Αιγαίο News</title><meta property="article:published_time" content="2025-06-05T12:40:00+03:00">`,
      `<div class="container"><div class="row"><div class="col-8"><h1 class="title">${greek.title}</h1><div class="under-title"><span class="writer">${greek.byline}</span><span class="dt">05.06.2025 • 12:40</span></div><div class="lead"><strong>${greek.dek}</strong></div><div class="main-text">${around('<p><strong>Διαβάστε επίσης: </strong><a href="/a">Γέμισαν τα πλοία για τις Κυκλάδες</a></p>', 3, greek.paragraphs)}</div><div class="follow"><p>Ακολουθήστε το Αιγαίο News στο Google News και μάθετε πρώτοι όλες τις ειδήσεις</p></div></div><div class="col-4"><h3>Ροή ειδήσεων</h3><ul><li><span>13:01</span><a href="/1">Μελτέμι μέχρι την Κυριακή</a></li><li><span>12:55</span><a href="/2">Έκλεισε ο δρόμος για το λιμάνι</a></li></ul></div></div></div>`,
      'el',
    ),
  }),
  kindOf('a Brazilian portal with one column a paragraph', portuguese, {
    url: 'https://p1.example/rj/rio-de-janeiro/noticia/2025/11/07/moradores-reabrem-biblioteca.ghtml',
    byline: 'Renata Prado',
    date: '2025-11-07T15:03',
    html: doc(
      `<title>${portuguese.title} | Rio de Janeiro | P1</title>${ld({ '@type': 'NewsArticle', headline: portuguese.title, datePublished: '2025-11-07T15:03:12.000Z', dateModified: '2025-11-08T10:00:00.000Z', author: [{ '@type': 'Person', name: 'Renata Prado' }], publisher: { name: 'P1' } })}`,
      `<main class="mc-body theme"><div class="row medium-uncollapse content-head"><div class="title"><h1 class="content-head__title">${portuguese.title}</h1></div><div class="medium-centered subtitle"><h2 class="content-head__subtitle">${portuguese.dek}.</h2></div></div><div class="content__signature"><p class="content-publication-data__from">Por Renata Prado, P1 Rio</p><p class="content-publication-data__updated"><time datetime="2025-11-07T15:03:12.000Z">07/11/2025 12h03</time> Atualizado <span>há 2 horas</span></p></div><div class="mc-article-body"><article>${each(portuguese.paragraphs.slice(0, 2), '<div class="mc-column content-text active-extra-styles"><p class="content-text__container">', '</p></div>')}<div class="mc-column content-media content-video"><div class="content-video__description">Biblioteca reabre no morro da Conceição</div></div><div class="mc-column content-text"><ul class="content-unordered-list"><li><a href="/w">Entre no canal do P1 no WhatsApp</a></li></ul></div>${each(portuguese.paragraphs.slice(2), '<div class="mc-column content-text active-extra-styles"><p class="content-text__container">', '</p></div>')}<div class="mc-column entities"><h2>Veja também</h2><div><a href="/v">Metrô terá horário especial</a></div></div></article></div></main>`,
      'pt-BR',
    ),
  }),
  kindOf('a Dutch broadcaster in hashed classes', dutch, {
    url: 'https://nieuwslicht.example/artikel/2581234-pont-bij-wijk-vaart-weer',
    byline: undefined,
    date: '2025-04-14T05:20',
    html: doc(
      `<title>${dutch.title}</title>${ld({ '@type': 'NewsArticle', headline: dutch.title, datePublished: '2025-04-14T07:20:00+0200' })}`,
      `<main><div class="sc-2b8f"><span class="sc-1">Nieuwslicht Nieuws</span><span>•</span><time datetime="2025-04-14T07:20:00+0200">maandag, 07:20</time></div><h1 class="sc-f75">${dutch.title}</h1><figure class="sc-8"><img alt=""><figcaption>De pont op de Nederrijn</figcaption></figure><div class="sc-2c6">${each(dutch.paragraphs, '<p class="sc-9a270e4f-0 hEKLPu">', '</p>')}</div><div class="sc-share"><span>Deel artikel:</span></div><section><h2>Meer regionaal nieuws</h2><ul><li><a href="/1"><h2>Brand in loods Tiel</h2><span>13:00</span></a></li></ul></section></main>`,
      'nl',
    ),
  }),
  kindOf('a Norwegian paper with an advert amid it', norwegian, {
    url: 'https://www.fjordavisa.example/nyheter/i/8qJ7/bygda-kjoepte-butikken',
    date: '2025-09-02T04:30',
    html: doc(
      `<title>${norwegian.title} – Fjordavisa</title><meta property="article:published_time" content="2025-09-02T06:30:00+02:00"><meta property="og:site_name" content="Fjordavisa">`,
      `<article class="article"><h1>${norwegian.title}</h1><p class="lead">${norwegian.dek}.</p><div class="bylines"><a href="mailto:i@f.example"><span>${norwegian.byline}</span></a><span>Journalist</span></div><div class="dateline"><time datetime="2025-09-02T06:30:00+02:00">Publisert 2. september 2025 kl. 06:30</time></div><div class="body">${ps(norwegian.paragraphs.slice(0, 3))}<div class="ad-wrapper"><p>Artikkelen fortsetter under annonsen</p><p>Annonse</p><p>Artikkelen fortsetter under annonsen</p></div>${ps(norwegian.paragraphs.slice(3))}<p><strong>Les også:</strong> <a href="/l">Postkontoret legges ned</a></p></div></article>`,
      'nb',
    ),
  }),
  kindOf('a Czech portal with a gallery and a debate', czech, {
    url: 'https://www.vysocinadnes.example/domaci/lazne-trebic.A250612_101500_domaci_pdv',
    date: '2025-06-12T08:15',
    html: doc(
      `<title>${czech.title} - Vysočina DNES</title>`,
      `<div id="content"><div class="art-full" itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="name headline">${czech.title}</h1><div class="art-info"><span class="time"><span class="time-date" itemprop="datePublished" content="2025-06-12T10:15CEST">12. června 2025 <span>10:15</span></span></span></div><div class="authors"><span itemprop="author">${czech.byline}</span></div><div class="opener"><div class="opener-foto"><img alt=""></div><div class="foto-desc">Bazén v lázních po opravě | foto: Eva Malá, Vysočina DNES</div></div><div class="bbtext" id="art-text" itemprop="articleBody">${around('<div class="thumb-infos"><h3>Čtěte také</h3><a href="/c">Koupaliště otevře v červenci</a></div>', 2, czech.paragraphs)}</div><div class="art-footer"><a class="disc">Diskuse (14)</a><a>Sdílet</a></div></div></div>`,
      'cs',
    ),
  }),
  kindOf('a Vietnamese paper signed at its end', vietnamese, {
    url: 'https://songcau.example/lang-nghe-giay-do-mo-cua-4823456.html',
    byline: undefined,
    date: '2025-11-22T00:30',
    either: [vietnamese.byline],
    html: doc(
      `<title>${vietnamese.title} - Báo Sông Cầu</title>`,
      `<section class="section page-detail"><div class="header-content"><ul class="breadcrumb"><li><a href="/d">Đời sống</a></li></ul><span class="date">Thứ bảy, 22/11/2025, 07:30 (GMT+7)</span></div><h1 class="title-detail">${vietnamese.title}</h1><p class="description">${vietnamese.dek}.</p><article class="fck_detail">${each(vietnamese.paragraphs, '<p class="Normal">', '</p>')}<p class="Normal" style="text-align:right;"><strong>${vietnamese.byline}</strong></p></article><div class="footer-content"><a>Trở lại Đời sống</a><a>Chia sẻ</a></div></section>`,
      'vi',
    ),
  }),
  kindOf('an Indonesian portal that says how to go on', indonesian, {
    url: 'https://news.nusantara.example/berita/d-8123456/warga-banda-hidupkan-kapal-sekolah',
    date: '2025-08-11T02:15',
    paragraphs: [`Banda - ${indonesian.paragraphs[0]}`, ...indonesian.paragraphs.slice(1)],
    either: ['(rln/fdn)'],
    html: doc(
      `<title>${indonesian.title}</title><meta name="publishdate" content="2025/08/11 09:15:00 +0700"><meta name="author" content="${indonesian.byline}">`,
      `<article class="detail"><div class="detail__header"><h1 class="detail__title">${indonesian.title}</h1><div class="detail__author">${indonesian.byline} - <span>nusantaraNews</span></div><div class="detail__date">Senin, 11 Agu 2025 09:15 WIB</div></div><div class="detail__body"><div class="detail__body-text itp_bodycontent"><p><strong>Banda</strong> - ${indonesian.paragraphs[0]}</p><p>${indonesian.paragraphs[1]}</p><p class="para_caption">ADVERTISEMENT</p><p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p>${ps(indonesian.paragraphs.slice(2, 4))}<table class="linksisip"><tr><td><div class="lihatjg"><strong>Baca juga: </strong><a href="/b">Cuaca Maluku Hari Ini</a></div></td></tr></table><p>${indonesian.paragraphs[4]}</p><p><strong>(rln/fdn)</strong></p></div></div></article>`,
      'id',
    ),
  }),
  kindOf('a Ukrainian site with a card in a frame', ukrainian, {
    url: 'https://kremenets.example/news/2025/10/17/godynnyk/',
    date: '2025-10-17T09:00',
    html: doc(
      `<title>${ukrainian.title} — Кременець Сьогодні</title>${ld({ '@type': 'NewsArticle', headline: ukrainian.title, datePublished: '2025-10-17T12:00:00+03:00', author: { '@type': 'Person', name: ukrainian.byline } })}`,
      `<div class="post"><h1 class="post_title">${ukrainian.title}</h1><div class="post_time">П'ятниця, 17 жовтня 2025, 12:00</div><div class="post_views">312</div><div class="post_text">${around('<blockquote><p>Читайте також: <a href="/p">Ратушу фарбуватимуть у жовтий</a></p></blockquote>', 3, ukrainian.paragraphs)}<p><em>Підписуйтесь на наш <a href="https://t.example">телеграм-канал</a>, щоб нічого не пропустити.</em></p></div><div class="post_tags"><a href="/t">Кременець</a></div></div>`,
      'uk',
    ),
  }),
  kindOf('a Hindi site with its links in bold', hindi, {
    url: 'https://www.pahadsamachar.example/national/pahad-ki-chhoti-rail-3456789.html',
    date: '2025-10-04T03:40',
    html: doc(
      `<title>${hindi.title} | पहाड़ समाचार</title><meta property="article:published_time" content="2025-10-04T09:10:00+05:30"><meta property="article:author" content="${hindi.byline}">`,
      `<div class="story"><h1>${hindi.title}</h1><h2 class="synopsis">${hindi.dek}</h2><div class="authdetails">लेखक: ${hindi.byline} | Updated: Sat, 04 Oct 2025 09:10 AM (IST)</div><div class="story-body">${around('<p><strong>यह भी पढ़ें: <a href="/h">मसूरी में बर्फ़बारी, सड़कें बंद</a></strong></p><div class="ad-label">विज्ञापन</div>', 2, hindi.paragraphs)}</div><div class="appdl"><p>देश-दुनिया की ताज़ा ख़बरें पढ़ने के लिए हमारा ऐप डाउनलोड करें</p><a href="/app">Download</a></div></div>`,
      'hi',
    ),
  }),
  kindOf('a Hebrew site', hebrew, {
    url: 'https://www.karmelpost.example/news/local/article/ry1xk2',
    date: '2025-02-14T08:00',
    html: doc(
      `<title>${hebrew.title}</title>${ld({ '@type': 'NewsArticle', headline: hebrew.title, datePublished: '2025-02-14T10:00:00+02:00', author: { '@type': 'Person', name: hebrew.byline } })}`,
      `<div class="layoutContainer" dir="rtl"><div class="ArticleHeaderComponent"><h1 class="mainTitle">${hebrew.title}</h1><h2 class="subTitle">${hebrew.dek}</h2><div class="authorAndDateContainer"><div class="authors"><span>${hebrew.byline}</span></div><span class="DateDisplay">פורסם: 14.02.25, 10:00</span></div></div><div class="ArticleBodyComponent"><div class="dataText">${each(hebrew.paragraphs, '<div class="text_editor_paragraph rtl"><span data-text="true">', '</span></div>')}</div></div><div class="tags">תגיות: <a href="/t">חיפה</a></div></div>`,
      'he',
    ),
  }),
];
