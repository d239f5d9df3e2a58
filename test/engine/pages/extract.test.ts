import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/engine/pages/extract.ts';
import { around, asParagraphs, headline, jsonLd, page, paragraphs, read, texts, url } from './page.ts';

describe('paragraphs', () => {
  test('are the article and nothing around it', () => {
    expect(texts()).toEqual(paragraphs);
  });

  test.each(
    Object.entries({
      'a standfirst above': '<h2 class="deck">Islands are cut off as talks break down over pay and rest time</h2>',
      'a standfirst in a p': '<p class="article-standfirst">Islands are cut off as talks over pay break down.</p>',
      'a teaser above the body that repeats its first paragraph': `<div class="story-top"><div class="teaser"><b>${paragraphs[0]}</b></div></div>`,
      'a picture with caption and credit':
        '<figure><img src="/a.jpg" alt="Quay at dawn, empty"><figcaption>The empty quay at dawn. Photo: Per Holm</figcaption></figure>',
      'a caption outside a figure that repeats the alternative text':
        '<img src="/a.jpg" alt="The quay at Ilves at dawn"><p>The quay at Ilves at dawn</p>',
      'a caption in a box of its own':
        '<div><img src="/a.jpg"><div>The quay at Ilves, empty on the first morning of the walkout.</div></div>',
      'a caption with its credit after the sentence':
        '<p>The quay at Ilves was empty on Monday. Jane Holm / Harbour Post</p><p>The ferry lies idle. Photograph: Per Holm</p>',
      'a correction': '<p>Correction: An earlier version of this article misspelled the name of Ida Brandt.</p>',
      'an unseen block': '<div style="display:none"><p>This text is for people who look at the markup.</p></div>',
    }),
  )('leave out %s', (_, above) => {
    expect(texts({ above })).toEqual(paragraphs);
  });

  test.each(
    Object.entries({
      'a list of other articles':
        '<div class="more-from"><h3>More from Harbour Post</h3><ul><li><a href="/a">Moose delays the night train to the north</a></li><li><a href="/b">Chess: Ilves draws with the capital again</a></li></ul></div>',
      'a list of others without a name':
        '<h3>Read more</h3><ul><li><a href="/a">Moose delays the night train to the north</a></li><li><a href="/b">Chess: Ilves draws again</a></li></ul>',
      comments:
        '<section id="comments"><h2>2 comments</h2><div class="comment"><p>I have been saying for years that this would happen, and nobody listened to me.</p></div></section>',
    }),
  )('leave out %s below', (_, below) => {
    expect(texts({ below })).toEqual(paragraphs);
  });

  test('leave out an outlet’s notices between paragraphs and at the end', () => {
    for (const between of [
      '<div><h4>Our letter</h4><p>Get the best of the Harbour Post in your inbox every morning, free of charge.</p></div>',
      '<p>You have read your three free articles this month, and we thank you for your interest in our work.</p>',
      '<p>Testen Sie vier Wochen lang alle Inhalte, jederzeit kündbar, auf allen Ihren Geräten.</p>',
      '<p>Подписывайтесь на наш Telegram-канал, чтобы быть в курсе событий.</p>',
      '<div class="img-x"><p>The quay at Ilves on the first morning of the walkout. (Jane Holm/Harbour Post)</p></div>',
      '<p>Article continues below</p>',
    ])
      expect(texts({ body: around(between) }), between).toEqual(paragraphs);
    for (const below of [
      '</article><article><h1>Museum shows a mammoth</h1><p>A digger driver found the bones of a mammoth in a gravel pit near Ilves, and they are now on show.</p>',
      '<p>© dpa-infocom, dpa:251124-99-213/3</p>',
      '<p>(dpa/ml)</p>',
      '<p>Per Holm</p>',
    ])
      expect(texts({ below }), below).toEqual(paragraphs);
  });

  test('keep what is news about subscriptions, and short sentences that open like a notice', () => {
    const notices = [
      'Watching the sky has become a habit in Ilves.',
      'Related illnesses have been found in the crews.',
    ];
    const found = texts({ body: asParagraphs([...paragraphs, ...notices, `${paragraphs[1]} Again.`]) });
    expect(found).toEqual(expect.arrayContaining(notices));
    const news = 'Subscribers of the paper can cancel anytime and keep three free articles this month, it said.';
    const other = paragraphs[0]?.replace('900', '800') ?? '';
    expect(texts({ body: asParagraphs([...paragraphs, news, other]) })).toContain(news);
  });

  test('keep links, names and places inside sentences, whatever their classes', () => {
    const sentence =
      'The board of <a class="popup tag" href="/x">Sound Line</a> meets in <span class="location">Ilves</span> on Friday to hear the crews.';
    const plain = 'The board of Sound Line meets in Ilves on Friday to hear the crews.';
    expect(texts({ body: asParagraphs([...paragraphs, sentence]) })).toEqual([...paragraphs, plain]);
  });

  test('leave out a card that hovers over a name', () => {
    const card =
      'The mayor, <span class="who"><a href="/ida">Ida Brandt</a><span class="card"><a href="/ida">Ida Brandt</a><a href="/1">Ten other articles on the mayor</a></span></span>, will speak to both sides on Friday evening.';
    const plain = 'The mayor, Ida Brandt, will speak to both sides on Friday evening.';
    expect(texts({ body: asParagraphs([...paragraphs, card]) }).at(-1)).toBe(plain);
  });

  test('are found in a body of div, of br, of sections and of table cells', () => {
    expect(texts({ body: paragraphs.map((text) => `<div>${text}</div>`).join('') })).toEqual(paragraphs);
    expect(texts({ body: paragraphs.join('<br><br>') })).toEqual(paragraphs);
    expect(texts({ body: `<span>${paragraphs.join('<br><br>')}</span>` })).toEqual(paragraphs);
    expect(texts({ body: `<section>${around('</section><section>')}</section>` })).toEqual(paragraphs);
    expect(texts({ body: `<table><tr><td>${asParagraphs(paragraphs)}</td></tr></table>` })).toEqual(paragraphs);
  });

  test('survive misleading names on the elements that hold the body', () => {
    const wrapped = `<div class="sidebar related promo comments">${asParagraphs(paragraphs)}</div>`;
    expect(texts({ body: wrapped })).toEqual(paragraphs);
    const named = page()
      .replace('<body>', '<body class="sidebar widget">')
      .replace('<article>', '<article class="tag-promo category-tips">');
    expect(extractArticle(named, url)?.paragraphs).toEqual(paragraphs);
  });

  test('keep subheads and lists of the body', () => {
    const list = '<h2>What runs</h2><ul><li>Ilves to Skarholm, at four</li><li>Norra to Skarholm, at noon</li></ul>';
    const lines = ['What runs', 'Ilves to Skarholm, at four', 'Norra to Skarholm, at noon'];
    expect(texts({ body: around(list) })).toEqual(paragraphs.toSpliced(2, 0, ...lines));
  });

  test('contain each paragraph once, even if the page joins the first one to the last', () => {
    const glued = [...paragraphs.slice(0, -1), `${paragraphs.at(-1)}${paragraphs[0]}`];
    expect(texts({ body: asParagraphs(glued) })).toEqual(paragraphs);
    expect(texts({ body: asParagraphs([...paragraphs, paragraphs.join(' ')]) })).toEqual(paragraphs);
    expect(texts({ body: asParagraphs([...paragraphs, paragraphs[2] ?? '']) })).toEqual(paragraphs);
  });

  test('are the stated article body when scripts fill the page', () => {
    const articleBody = [...paragraphs, ...paragraphs.map((text) => `Later: ${text}`)].join('\n\n');
    const head = jsonLd({ '@graph': [{ '@type': 'WebPage' }, { '@type': 'NewsArticle', articleBody }] });
    expect(texts({ head, body: '<div id="app">Loading</div>' }).slice(0, 5)).toEqual(paragraphs);
  });

  test('leave out parts that the page forbids quoting', () => {
    const marked = `${asParagraphs(paragraphs.slice(0, 4))}<div data-nosnippet><p>${paragraphs[4]}</p></div>`;
    expect(texts({ body: marked })).toEqual(paragraphs.slice(0, 4));
    expect(read({ body: marked })?.limits).toEqual({ declined: [] });
    const whole = read({ body: `<div data-nosnippet>${asParagraphs(paragraphs)}</div>` });
    expect(whole).toMatchObject({ paragraphs, limits: { declined: ['snippet'] } });
  });

  test('carry no markup, bidi controls or double spaces', () => {
    const odd = 'A  line\n with &lt;b&gt; &amp;amp; \u202eodd\u200b parts, which readers should see as they are.';
    const plain = 'A line with <b> &amp; odd parts, which readers should see as they are.';
    expect(texts({ body: asParagraphs([...paragraphs, odd]) }).at(-1)).toBe(plain);
  });
});

describe('facts', () => {
  test('the title comes without the name of the outlet or the section', () => {
    for (const title of [
      `${headline} | Harbour Post`,
      `${headline} - World - Harbour Post`,
      `Harbour Post: ${headline}`,
      `${headline} — harbourpost.example`,
      `Opinion | ${headline}`,
    ])
      expect(read({ title })?.title).toBe(headline);
    const bare = (title: string, heads = '') =>
      extractArticle(`<title>${title}</title>${heads}${asParagraphs(paragraphs)}`, url)?.title;
    const subhead = `<h2>${headline}</h2>`;
    expect(bare(`${headline} | Harbour Post`)).toBe(headline);
    expect(bare(`${headline} - World - The Sea`, subhead)).toBe(headline);
    expect(bare(`Harbourpost: ${headline}`)).toBe(headline);
    expect(bare(`The Northern Sea: ${headline}`, subhead)).toBe(headline);
    expect(bare('Chess – Ilves draws with the capital')).toBe('Chess – Ilves draws with the capital');
    const heads = `<h1>Harbourpost</h1><h1>${headline}</h1><h1>Next story</h1>`;
    expect(bare('Harbour Post', heads)).toBe(headline);
  });

  test('the language is the stated one unless a long text says otherwise', () => {
    expect(read()?.language).toBe('en');
    expect(read({ lang: 'de' })?.language).toBe('en');
    expect(read({ lang: '' })?.language).toBe('en');
    expect(extractArticle('<html lang="pt-BR"><p>Curto.</p>', url)?.language).toBe('pt');
  });

  test('the picture is an https address with its description', () => {
    const head = '<meta property="og:image" content="/i/quay-1200x630.jpg">';
    const above = '<img src="https://www.harbourpost.example/i/quay.jpg" alt="Empty quay">';
    const imageUrl = 'https://www.harbourpost.example/i/quay-1200x630.jpg';
    expect(read({ head, above })).toMatchObject({ imageUrl, imageAlt: 'Empty quay' });
    for (const address of ['https://x.example/logo.png', 'javascript:alert(1)'])
      expect(read({ head: `<meta property="og:image" content="${address}">` })?.imageUrl).toBeUndefined();
  });

  test.each([
    ['', []],
    ['<meta name="robots" content="index, max-snippet:-1, max-image-preview:large">', []],
    ['<meta name="robots" content="noindex, noarchive, max-image-preview:standard">', []],
    ['<meta name="robots" content="NOSNIPPET">', ['snippet']],
    ['<meta name="robots" content="max-snippet:0">', ['snippet'], 0],
    ['<meta name="robots" content="max-snippet: 250"><meta name="googlebot" content="max-snippet:120">', [], 120],
    ['<meta name="robots" content="max-image-preview: None">', ['picture']],
    ['<meta name="googlebot" content="noimageindex"><meta name="robots" content="nosnippet">', ['snippet', 'picture']],
    ['<meta name="tdm-reservation" content="1">', ['mining']],
    ['<meta name="tdm-reservation" content="0">', []],
  ])('how much of it may be shown follows %s', (head, declined, charactersMax?: number) => {
    expect(read({ head })?.limits).toEqual({ declined, charactersMax });
  });

  test('a paywall is distinguished from a complete article', () => {
    const head = jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: false });
    expect(read({ head, body: asParagraphs(paragraphs.slice(0, 2)) })?.wall).toBe('paywall');
    expect(read()?.wall).toBeUndefined();
  });

  test('a consent wall gives no paragraphs', () => {
    const text = 'We and our partners store cookies on your device. Give or manage your consent and privacy here.';
    const html = `<title>Before you continue</title><main><p>${text}</p><p>${text} Now.</p></main>`;
    expect(extractArticle(html, url)).toMatchObject({ wall: 'consent', paragraphs: [] });
  });

  test('an empty page gives nothing', () => {
    for (const empty of ['', '<html><body><script>let a</script></body></html>'])
      expect(extractArticle(empty, url)).toBeUndefined();
  });
});

const seed = '/work/shared/seed/article.html';
test.skipIf(!existsSync(seed))(
  'the seed page gives exactly what is expected (left out where the shared folder is missing)',
  () => {
    const expected = JSON.parse(readFileSync('/work/shared/seed/expected.json', 'utf8'));
    const article = extractArticle(readFileSync(seed, 'utf8'), 'https://www.thenews.com.pk/latest/1');
    expect(article?.paragraphs).toEqual(expected.paragraphs);
    expect(article?.title).toBe(expected.title);
  },
);
