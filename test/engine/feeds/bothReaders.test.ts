import { expect, test } from 'vitest';
import { readWithFeedsmith } from '../../../src/engine/feeds/readers/feedsmith.ts';
import { readWithRssParser } from '../../../src/engine/feeds/readers/rssParser.ts';
import { tidied } from '../../../src/engine/feeds/tidy.ts';

const documents = {
  rss: `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>
      <link>https://harbour.example/</link><language>en-GB</language><ttl>60</ttl>
      <item><title>Ferry crews walk out</title><link>/a</link><guid isPermaLink="false">f1</guid><description>Crews left.</description>
      <content:encoded><![CDATA[<p>Crews left their ferries.</p>]]></content:encoded><enclosure url="/a.png" type="image/png"/>
      <pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate><category>World</category><source url="https://courier.example">Courier</source></item>
      <item><title>x</title><guid>https://harbour.example/b</guid></item></channel></rss>`,
  atom: `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://harbour.example/news/"><title>Harbour &amp; Post</title>
      <link href="https://harbour.example/"/><link rel="self" href="https://harbour.example/atom.xml"/><link rel="hub" href="https://hub.example/"/>
      <entry xml:base="deep/"><id> tag:harbour.example,2026:f1 </id><title type="html">Ferry &amp;lt;b&amp;gt;crews&amp;lt;/b&amp;gt;</title>
      <link href="a"/><link rel="enclosure" type="image/png" href="https://harbour.example/a.png"/>
      <published>2026-11-24T08:00:00Z</published><updated>2026-11-24T09:00:00Z</updated>
      <summary>Crews walked &lt;out&gt;</summary><content type="html">&lt;p&gt;Crews walked out over pay &amp;amp; rosters.&lt;/p&gt;</content>
      <category term="world" label="World &amp; Nation"/><category term="sea"/></entry>
      <entry><id>f2</id><title>x &lt; y</title><content type="text/html" src="https://harbour.example/f2"/></entry></feed>`,
  rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://harbour.example/"><title>Harbour Post</title>
      <link>https://harbour.example/</link><dc:language>en</dc:language></channel>
      <item rdf:about="https://harbour.example/a"><title>Ferry crews walk out</title><link>https://harbour.example/a</link><description>Crews left.</description>
      <content:encoded><![CDATA[<p>Crews left their ferries on <b>Tuesday</b>.</p>]]></content:encoded>
      <dc:date>2026-11-24T08:00:00Z</dc:date><dc:subject>World</dc:subject></item>
      <item rdf:about="https://harbour.example/b"><title>Without a link</title></item></rdf:RDF>`,
};

test.for(['rss', 'atom', 'rdf'] as const)('rss-parser and feedsmith read the same from %s', async (kind) => {
  const xml = documents[kind];
  const url = 'https://harbour.example/feed';
  const [byRssParser, byFeedsmith] = [await readWithRssParser(xml, kind), readWithFeedsmith(xml, kind)];
  expect(byFeedsmith.items).toHaveLength(2);
  expect(tidied(byRssParser, url)).toEqual(tidied(byFeedsmith, url));
});
