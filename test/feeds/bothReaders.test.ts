import { expect, test } from 'vitest';
import { readWithFeedsmith } from '../../src/feeds/readers/feedsmith.ts';
import { readWithRssParser } from '../../src/feeds/readers/rssParser.ts';
import { tidied } from '../../src/feeds/tidy.ts';

const atomEntries = `<entry xml:base="deep/"><id> tag:harbour.example,2026:f1 </id><title type="html">Ferry &amp;lt;b&amp;gt;crews&amp;lt;/b&amp;gt;</title>
    <link href="a"/><link rel="enclosure" type="image/png" href="https://harbour.example/a.png"/>
    <published>2026-11-24T08:00:00Z</published><updated>2026-11-24T09:00:00Z</updated>
    <author><name>Ida Brandt</name><email>ida@harbour.example</email></author>
    <summary>Crews walked &lt;out&gt;</summary><content type="html">&lt;p&gt;Crews walked out on Tuesday over pay &amp;amp; rosters.&lt;/p&gt;</content>
    <category term="world" label="World &amp; Nation"/><category term="sea"/></entry>
  <entry><id>f2</id><title>x &lt; y</title><author><name></name><email>desk@harbour.example</email></author>
    <content type="text/html" src="https://harbour.example/f2"/><dc:subject>Ports</dc:subject><dc:date>2026-11-23T08:00:00Z</dc:date></entry>
  <entry><id>f3</id><title>A film</title><link href="https://harbour.example/f3"/><media:group><media:title>A film</media:title>
    <media:thumbnail url="https://harbour.example/f3.jpg" width="480" height="360"/><media:description>What the film shows.</media:description></media:group></entry>
  <entry><id>f4</id><title>From elsewhere</title><source><title>Quay</title><author><name>Lars Holm</name></author></source></entry>`;

test.for([
  [
    'atom',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
      xmlns:a10="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://harbour.example/news/"><title>Harbour &amp; Post</title>
      <link href="https://harbour.example/"/><link rel="self" href="https://harbour.example/atom.xml"/><a10:link rel="hub" href="https://hub.example/"/>
      <author><name>The desk</name></author>${atomEntries}</feed>`,
  ],
  [
    'rdf',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://harbour.example/"><title>Harbour Post</title>
      <link>https://harbour.example/</link><dc:language>en</dc:language></channel>
      <item rdf:about="https://harbour.example/a"><title>Ferry crews walk out</title><link>https://harbour.example/a</link><description>Crews left.</description>
      <content:encoded><![CDATA[<p>Crews left their ferries on <b>Tuesday</b>.</p>]]></content:encoded><dc:creator>Ida Brandt</dc:creator>
      <dc:date>2026-11-24T08:00:00Z</dc:date><dc:subject>World</dc:subject></item>
      <item rdf:about="https://harbour.example/b"><title>Without a link</title></item></rdf:RDF>`,
  ],
] as const)('rss-parser and feedsmith read the same from %s', async ([kind, xml]) => {
  const url = 'https://harbour.example/feed';
  const [byRssParser, byFeedsmith] = [await readWithRssParser(xml, kind), readWithFeedsmith(xml, kind)];
  expect(byFeedsmith.items.length).toBeGreaterThan(1);
  expect(tidied(byRssParser, url)).toEqual(tidied(byFeedsmith, url));
});
