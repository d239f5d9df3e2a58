import { court, derby } from './copy.ts';
import { french, german, japanese } from './foreignCopy.ts';
import { doc, each, type Kind, kindOf, ld, og, ps } from './kind.ts';

/** Pages of broadcasters, dailies and magazines, with the extra lines that each adds to a text. */
export const outlets: Kind[] = [
  kindOf('a tabloid with bullets over the text', derby, {
    url: 'https://www.dailymoon.example/sport/football/article-15234567/Late-Okoro-header.html',
    either: ['Sam Okoro scores in the 93rd minute to win the derby', 'Rovers are without a win since August'],
    html: doc(
      `<title>${derby.title} | Daily Moon Online</title>${ld({ '@type': 'NewsArticle', headline: derby.title, datePublished: '2025-10-26T17:35:00+0000', author: [{ '@type': 'Person', name: derby.byline }] })}`,
      `<div id="js-article-text" class="article-text wide"><h2>${derby.title}</h2><ul class="mol-bullets-with-font">
<li class=""><strong>Sam Okoro scores in the 93rd minute to win the derby</strong></li>
<li><strong>Rovers are without a win since August</strong></li></ul>
<p class="author-section byline-plain">By <a href="/a" class="author" rel="nofollow">LUKE FENNIMORE</a></p>
<p class="byline-section"><span class="article-timestamp article-timestamp-published"><span class="article-timestamp-label">Published:</span> <time datetime="2025-10-26T17:35:00+0000">17:35, 26 October 2025</time></span> | <span class="article-timestamp article-timestamp-updated"><span>Updated:</span> <time datetime="2025-10-26T20:10:00+0000">20:10, 26 October 2025</time></span>
</p><div id="articleIconLinksContainer"><ul class="article-icon-links"><li>e-mail</li><li>14 shares</li></ul>
<p class="comments-count"><span>8</span> View comments</p></div>
<div itemprop="articleBody">${each(derby.paragraphs.slice(0, 3), '<p class="mol-para-with-font">', '</p>')}<div class="artSplitter mol-img-group">
<div class="mol-img"><div class="image-wrap"><img alt="Okoro celebrates"></div></div>
<p class="imageCaption">Sam Okoro celebrates in front of the away end at Mill Lane</p></div>
${each(derby.paragraphs.slice(3), '<p class="mol-para-with-font">', '</p>')}</div><div class="shareArticles">
<h3>Share or comment on this article: ${derby.title}</h3></div></div>`,
    ),
  }),
  kindOf('a German magazine that asks for consent to show a post', german, {
    url: 'https://www.dieweile.example/gesellschaft/2025-02/schlachthof-umbau-stopp',
    either: [
      'Empfohlener redaktioneller Inhalt',
      'An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen lassen.',
    ],
    html: doc(
      `<title>${german.title} | DIE WEILE</title>
<meta property="article:published" content="2025-02-12T21:14:00+01:00">${ld({ '@type': 'Article', headline: german.title, author: { '@type': 'Person', name: german.byline } })}`,
      `<article class="article article--padded"><header class="article-header">
<h1 class="article-heading"><span class="article-heading__kicker">Stadtplanung</span><span class="visually-hidden">: </span><span class="article-heading__title">${german.title}</span>
</h1><div class="summary">${german.dek}.</div><div class="byline">Von <a href="/jr">${german.byline}</a></div>
<div class="metadata"><time datetime="2025-02-12T21:14:00+01:00">12. Februar 2025, 21:14 Uhr</time><a class="metadata__commentcount" href="#c">56 Kommentare</a>
</div></header><div class="article-body article-body--article">
<div class="article-page">${each(german.paragraphs.slice(0, 3), '<p class="paragraph article__item">', '</p>')}<div class="embed-wrapper">
<div class="embed__headline">Empfohlener redaktioneller Inhalt</div>
<p>An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen lassen.</p>
<p>Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.</p></div>
${each(german.paragraphs.slice(3), '<p class="paragraph article__item">', '</p>')}</div></div></article>`,
      'de',
    ),
  }),
  kindOf('a German broadcaster with its state', german, {
    url: 'https://www.tagesblick.example/inland/regional/schlachthof-stopp-100.html',
    paragraphs: [...german.paragraphs.slice(0, 4), 'Genossenschaft will übernehmen', ...german.paragraphs.slice(4)],
    either: ['Über dieses Thema berichtete der Stadtfunk am 12. Februar 2025 um 18:00 Uhr.'],
    html: doc(
      `<title>${german.title} | tagesblick.example</title>
<meta property="article:published_time" content="2025-02-12T21:14:00+01:00">`,
      `<main class="content-wrapper"><div class="seitenkopf">
<h1 class="seitenkopf__title"><span class="seitenkopf__topline">Stadtumbau</span> <span class="seitenkopf__headline--text">${german.title}</span>
</h1></div><article class="container"><p class="metatextline">Stand: 12.02.2025 21:14 Uhr</p>
<p class="textabsatz columns twelve"><strong>${german.paragraphs[0]}</strong></p>
${each(german.paragraphs.slice(1, 4), '<p class="textabsatz columns twelve">', '</p>')}<div class="teaser-xs">
<div class="teaser-xs__date">11.02.2025</div>
<h3><a href="/x"><span class="teaser-xs__topline">Leerstand</span> <span>Wem gehört die Innenstadt?</span></a></h3>
<a>mehr</a></div><h2 class="meldung__subhead">Genossenschaft will übernehmen</h2>
${each(german.paragraphs.slice(4), '<p class="textabsatz columns twelve">', '</p>')}<div class="copytext__footer">
<p>Über dieses Thema berichtete der Stadtfunk am 12. Februar 2025 um 18:00 Uhr.</p></div></article></main>`,
      'de',
    ),
    title: german.title,
  }),
  kindOf('a German local with its paywall tags and its survey', german, {
    url: 'https://www.suedkurier.example/region/stadt/schlachthof;art372448,12345678',
    html: doc(
      `<title>${german.title} | SÜDBOTE</title>${ld({ '@type': 'NewsArticle', headline: german.title, datePublished: '2025-02-12T21:14:00+01:00', author: { '@type': 'Person', name: german.byline } })}`,
      `<article class="c-article"><header><span class="c-article__badge">Plus</span><h1>${german.title}</h1>
<p class="c-article__summary">${german.dek}.</p><p class="c-article__author">${german.byline}</p>
<p>12.02.2025 | Stand: 21:14 Uhr</p></header>
<div class="c-article__content">${ps(german.paragraphs.slice(0, 4))}<div class="c-inline c-inline--poll">
<h4>Umfrage</h4><p>Soll die Stadt den Schlachthof verkaufen? Stimmen Sie ab und sehen Sie, was die anderen denken.</p>
</div>${ps(german.paragraphs.slice(4))}<p>Lesen Sie auch: <a href="/l">Der Mann, der den Schlachthof retten will</a>
</p></div><div class="c-article__footer">© Südbote 2025. Kopieren und Weiterverbreiten nur mit Genehmigung.</div>
</article>`,
      'de',
    ),
  }),
  kindOf('a French daily behind a meter, with a call to subscribe', french, {
    url: 'https://www.lejour.example/culture/article/2025/11/07/a-brevannes-le-rex_6651_3246.html',
    html: doc(
      `<title>${french.title}</title>${og(french.title, { 'og:site_name': 'Le Jour.fr', 'og:article:published_time': '2025-11-07T10:12:08+00:00', 'og:article:author': 'Camille Perrin' })}`,
      `<main id="main"><article class="article article--single article--iso old__article">
<header class="article__header"><ul class="breadcrumb"><li><a href="/c">Culture</a></li></ul>
<h1 class="article__title">${french.title}</h1><p class="article__desc">${french.dek}.</p>
<section class="meta__authors"><span class="meta__author">Par <a class="article__author-link" href="/cp">${french.byline}</a></span>
</section>
<p class="meta__publisher"><span class="meta__date">Publié le 07 novembre 2025 à 11h12, modifié le 08 novembre 2025 à 09h00</span>
</p><div class="meta__reading-time">Temps de Lecture 2 min.</div><ul class="meta__social">
<li><a>Ajouter à vos sélections</a></li></ul></header>
<section class="article__content old__article-content-single"><figure class="article__media"><img alt=""><figcaption class="article__legend">La façade du Rex, à Brévannes, le 5 novembre. <span class="article__credit">ANNE VILLARD POUR « LE JOUR »</span></figcaption></figure>${each(french.paragraphs.slice(0, 3), '<p class="article__paragraph ">', '</p>')}<section class="catcher catcher--inread"><h3><span class="catcher__kicker">Lire aussi :</span> <a href="/l"><span class="catcher__title">Les petites salles, grandes gagnantes de l’été</span></a> <span class="icon__premium">Article réservé à nos abonnés</span></h3></section>${each(french.paragraphs.slice(3), '<p class="article__paragraph ">', '</p>')}<p class="article__reactions"><a href="#r">Contribuer</a></p></section><section class="article__wrapper"><section class="author__detail"><span class="author__name">${french.byline}</span></section></section></article></main>`,
      'fr',
    ),
  }),
  kindOf('a Japanese paper', japanese, {
    url: 'https://www.setouchi-shimbun.example/articles/DA3S16012345.html',
    html: doc(
      `<title>${japanese.title}：瀬戸内新聞デジタル</title>`,
      `<main role="main"><div class="ArticleTitle"><div class="Title"><h1>${japanese.title}</h1></div>
<p class="UpdateDate"><time datetime="2025-04-12T10:00:00+09:00">2025年4月12日 10時00分</time></p>
<p class="Author">${japanese.byline}</p></div><div class="SNS"><ul><li>シェア</li><li>ツイート</li><li>list</li>
<li>ブックマーク</li><li>メールする</li><li>印刷</li></ul></div><div class="ArticleBody"><figure><img src="/s.jpg" alt="">
<figcaption>校舎を改修した図書館＝佐藤美咲撮影</figcaption></figure><div class="ArticleText">
<div class="cs-inner">${ps(japanese.paragraphs.slice(0, 3))}<p class="RelatedLink"><a href="/2">【写真特集】島の一年</a></p>
${ps(japanese.paragraphs.slice(3))}</div></div></div><div class="Tag"><ul><li><a href="/t">図書館</a></li></ul></div>
<div class="Subscribe"><p>有料会員になると会員限定の有料記事もお読みいただけます。</p></div></main>`,
      'ja',
    ),
  }),
  kindOf('a paper that says in which issue it printed the text', court, {
    url: 'https://www.sunrise.example/news/1951234/former-mayor-on-trial',
    html: doc(
      `<title>${court.title} - Newspaper - SUNRISE.EXAMPLE</title>`,
      `<article class="story"><h2 class="story__title"><a class="story__link" href="/news/1951234">${court.title}</a>
</h2>
<div class="story__meta"><span class="story__byline"><a class="story__byline__link">${court.byline}</a></span><span class="story__time">Published <span class="timestamp--date">November 18, 2025</span></span>
</div><div class="story__content">${ps(court.paragraphs)}<p><em>Published in Sunrise, November 18th, 2025</em></p>
</div></article><div class="comments"><div class="comments__head">Comments (2) Closed</div></div>`,
    ),
    either: ['Published in Sunrise, November 18th, 2025'],
  }),
];
