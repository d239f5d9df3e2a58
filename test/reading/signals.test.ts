import { describe, expect, test } from 'vitest';
import { type DeskOptions, minute } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf, rss, type Site } from '../desk/newsstand.ts';
import { morning, openPost } from './onePost.ts';

const [ferry] = events.ferry;
const [first, second, third] = ferry.paragraphs;
const picture = 'https://pictures.example/quay.jpg';
/** What the feed gives: the whole text, but with a mark that it goes on. */
const html = `<img src="${picture}">${htmlOf([first ?? '', second ?? '', `${third} …`])}`;
const listing = (text: string) => [{ title: ferry.title, link: '/ferry', at: morning, html: text }];
const onPage = [...ferry.paragraphs, 'The mayor of Skarrow sent soup to the pickets at noon and asked for patience.'];

/** A desk that reads one article of one outlet, which has given its signals. */
async function openWith(signal: (post: Site) => void, settings: DeskOptions['settings'] = {}) {
  const { at, post } = await openPost({
    settings,
    before: (site) => {
      site.page('/ferry', onPage);
      site.feed('/world.xml', listing(html));
      signal(site);
    },
  });
  await at.change.subscribe(at.by, at.channelId, ['world']);
  await at.drain();
  await at.to(0, '08:00');
  const [message] = at.messages();
  const posted = JSON.stringify(message);
  return {
    at,
    post,
    declined: (await at.ask.status(at.serverId)).declined,
    shown: {
      headline: posted.includes(ferry.title) && posted.includes('/ferry'),
      sentence: posted.includes('stopped work at four') || posted.includes('The union said'),
      picture: posted.includes(picture),
      page: post.count('/ferry') > 0,
    },
  };
}

const robots = (lines: string) => (post: Site) => post.put('/robots.txt', { body: lines });
const rsl = (usage: string) =>
  `<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><prohibits type="usage">${usage}</prohibits></license></content></rsl>`;
const head = (content: string) => (post: Site) => post.page('/ferry', onPage, { head: content });
const header = (name: string, value: string) => (post: Site) =>
  post.page('/ferry', onPage, { headers: { [name]: value } });

const unsearched = { page: false, sentence: false, picture: false };
const all = { headline: true, sentence: true, picture: true, page: true };

describe('what an outlet declines is not shown', () => {
  test.each<[string, (post: Site) => void, Partial<typeof all>, object]>([
    ['nothing', () => {}, {}, {}],
    ['pages, by robots.txt', robots('User-agent: *\nDisallow: /'), { page: false }, { robots: 1 }],
    ['search, by Content-Signal', robots('User-agent: *\nContent-Signal: search=no'), unsearched, { search: 1 }],
    [
      'search, by RSL',
      (post) => {
        robots(`License: ${post.origin}/license.xml`)(post);
        post.put('/license.xml', { body: rsl('all') });
      },
      unsearched,
      { licence: 1 },
    ],
    [
      'search, by RSL in its feed',
      (post) => {
        const listed = rss(post.origin, listing(html));
        const licence = rsl('search')
          .slice(41, -6)
          .replaceAll(/<(\/?)(?=[a-z])/g, '<$1rsl:');
        const body = listed
          .replace('<rss ', '<rss xmlns:rsl="https://rslstandard.org/rsl" ')
          .replace('</item>', `${licence}</item>`);
        post.put('/world.xml', { headers: { 'content-type': 'application/rss+xml' }, body });
      },
      unsearched,
      { licence: 1 },
    ],
    [
      'text mining, by tdmrep.json',
      (post) => post.put('/.well-known/tdmrep.json', { body: '[{"location": "/", "tdm-reservation": 1}]' }),
      { page: false, sentence: false },
      { mining: 1 },
    ],
    ['text mining, by a header', header('tdm-reservation', '1'), { sentence: false }, { mining: 1 }],
    ['snippets, by a header', header('x-robots-tag', 'nosnippet'), { sentence: false }, { snippet: 1 }],
    ['pictures', head('<meta name="robots" content="max-image-preview:none">'), { picture: false }, { picture: 1 }],
  ])('%s', async (_, signal, lacks, declined) => {
    const seen = await openWith(signal);
    expect(seen.shown).toEqual({ ...all, ...lacks });
    expect(seen.declined).toEqual(declined);
  });

  test('a page whose text is reserved from mining is not kept', async () => {
    const { at } = await openWith(head('<meta name="tdm-reservation" content="1">'));
    const [article] = at.rows('select text_from, page_state from articles');
    expect(article).toEqual({ text_from: 'snippet', page_state: 'given-up' });
  });

  test('a sentence longer than the page’s limit is left out for a shorter one', async () => {
    const { at } = await openWith(head('<meta name="robots" content="max-snippet:120">'));
    expect(at.posted()[0]).not.toContain('stopped work at four');
    expect(at.posted()[0]).toContain('The union said that the strike would last');
    const { at: other } = await openWith(head('<meta name="robots" content="max-snippet:10">'));
    expect(other.posted()[0]).toContain(ferry.title);
    expect(other.posted()[0]).not.toContain('The union said');
  });

  test('its correction is shown without the wording', async () => {
    const { at, post } = await openWith(robots('User-agent: *\nContent-Signal: search=no'));
    const corrected = `${html}<p>Correction: an earlier version said that five hundred deckhands had stopped work.</p>`;
    post.feed('/world.xml', listing(corrected));
    await at.skip(25 * minute);
    expect(at.posted()[0]).toContain('**Corrected** by');
    expect(at.posted()[0]).not.toContain('five hundred');
  });

  test('is counted only for servers that may read it', async () => {
    const { at, courier: blog } = await openPost({ sites: ['Harbour Post', 'Blog'] });
    robots('User-agent: *\nDisallow: /')(blog);
    blog.feed('/own.xml', listing(html));
    await at.change.addFeed(at.by, { url: `${blog.origin}/own.xml`, title: 'Blog', items: [] }, 'world');
    await at.drain();
    expect((await at.ask.status(at.serverId)).declined).toEqual({ robots: 1 });
    expect((await at.ask.status('another')).declined).toEqual({});
  });
});

describe('the operator may lower what is shown', () => {
  test('to fewer sentences, also of articles that are stored', async () => {
    const { at, shown } = await openWith(() => {}, { quoting: { sentencesMax: 0 } });
    expect(shown).toEqual({ ...all, sentence: false });
    const quoted = async () =>
      (await at.ask.previewDigest(at.channelId, at.serverId)).places.flatMap((place) => place.sentences);
    expect(await quoted()).toEqual([]);
    await at.restart({ quoting: {} });
    expect(await quoted()).toHaveLength(1);
  });

  test('to fewer characters', async () => {
    const { at, shown } = await openWith(() => {}, { quoting: { charactersMax: 120 } });
    expect(shown).toEqual(all);
    expect(at.posted()[0]).not.toContain('stopped work at four');
  });

  test('to feeds alone: neither a page nor its robots.txt is requested', async () => {
    const { post, shown, declined } = await openWith(() => {}, { pages: false });
    expect(shown).toEqual({ ...all, page: false });
    expect(declined).toEqual({});
    expect(post.asked.filter(({ path }) => !path.endsWith('.xml'))).toEqual([]);
  });
});
