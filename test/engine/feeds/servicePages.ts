/** Pages and feeds in the shape in which well-known services serve them, with made-up texts. */

const html = (head: string) => `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main></main></body></html>`;

const channelId = 'UCharbourpost0123456789x';
const did = 'did:plc:harbourpost234567abcdef22';

const playlist = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title><entry><id>yt:video:a</id><title>Low tide</title>
<link rel="alternate" href="https://www.youtube.com/watch?v=a"/><published>2026-11-24T06:01:00+00:00</published></entry></feed>`;

/** What each address answers. */
export const answers: Readonly<Record<string, string>> = {
  'https://www.youtube.com/@harbourpost': html(
    `<title>Harbour Post - YouTube</title><link rel="canonical" href="https://www.youtube.com/channel/${channelId}">` +
      `<link rel="alternate" media="handheld" href="https://m.youtube.com/@harbourpost">` +
      `<link rel="alternate" type="application/rss+xml" title="RSS" href="https://www.youtube.com/feeds/videos.xml?channel_id=${channelId}">`,
  ),
  [`https://www.youtube.com/feeds/videos.xml?channel_id=${channelId}`]: `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
 <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id=${channelId}"/>
 <id>yt:channel:harbourpost0123456789x</id><yt:channelId>harbourpost0123456789x</yt:channelId>
 <title>Harbour Post</title>
 <link rel="alternate" href="https://www.youtube.com/channel/${channelId}"/>
 <author><name>Harbour Post</name><uri>https://www.youtube.com/channel/${channelId}</uri></author>
 <published>2019-03-01T10:00:00+00:00</published>
 <entry>
  <id>yt:video:tideTable07</id><yt:videoId>tideTable07</yt:videoId><yt:channelId>${channelId}</yt:channelId>
  <title>How the tide table is made</title>
  <link rel="alternate" href="https://www.youtube.com/watch?v=tideTable07"/>
  <author><name>Harbour Post</name><uri>https://www.youtube.com/channel/${channelId}</uri></author>
  <published>2026-11-24T06:01:00+00:00</published><updated>2026-11-24T06:02:11+00:00</updated>
  <media:group>
   <media:title>How the tide table is made</media:title>
   <media:content url="https://www.youtube.com/v/tideTable07?version=3" type="application/x-shockwave-flash" width="640" height="390"/>
   <media:thumbnail url="https://i1.ytimg.com/vi/tideTable07/hqdefault.jpg" width="480" height="360"/>
   <media:description></media:description>
   <media:community><media:starRating count="12" average="5.00" min="1" max="5"/><media:statistics views="310"/></media:community>
  </media:group>
 </entry>
</feed>`,
  'https://www.youtube.com/feeds/videos.xml?playlist_id=PLtides': playlist,
  [`https://www.youtube.com/feeds/videos.xml?playlist_id=UULF${channelId.slice(2)}`]: playlist,

  'https://www.reddit.com/r/harbourtycoon/new/.rss': `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<category term="harbourtycoon" label="r/harbourtycoon"/><updated>2026-11-24T06:03:00+00:00</updated>
<id>/r/harbourtycoon/new/.rss</id><link rel="self" href="https://www.reddit.com/r/harbourtycoon/new/.rss" type="application/atom+xml"/>
<link rel="alternate" href="https://www.reddit.com/r/harbourtycoon/new/" type="text/html"/><title>newest submissions : harbourtycoon</title>
<entry><author><name>/u/pilot</name><uri>https://www.reddit.com/user/pilot</uri></author><category term="harbourtycoon" label="r/harbourtycoon"/>
<content type="html">&lt;!-- SC_OFF --&gt;&lt;div class=&quot;md&quot;&gt;&lt;p&gt;My cranes turn the right way since this morning.&lt;/p&gt; &lt;/div&gt;&lt;!-- SC_ON --&gt; &amp;#32; submitted by &amp;#32; &lt;a href=&quot;https://www.reddit.com/user/pilot&quot;&gt; /u/pilot &lt;/a&gt; &lt;br/&gt; &lt;span&gt;&lt;a href=&quot;https://www.reddit.com/r/harbourtycoon/comments/1abc/cranes/&quot;&gt;[link]&lt;/a&gt;&lt;/span&gt; &amp;#32; &lt;span&gt;&lt;a href=&quot;https://www.reddit.com/r/harbourtycoon/comments/1abc/cranes/&quot;&gt;[comments]&lt;/a&gt;&lt;/span&gt;</content>
<id>t3_1abc</id><media:thumbnail url="https://b.thumbs.redditmedia.com/crane.jpg"/><link href="https://www.reddit.com/r/harbourtycoon/comments/1abc/cranes/"/>
<updated>2026-11-24T06:01:00+00:00</updated><published>2026-11-24T06:01:00+00:00</published><title>Cranes turn the right way now</title></entry></feed>`,

  'https://social.example/@harbourpost': html(
    '<title>Harbour Post (@harbourpost@social.example)</title><link rel="alternate" type="application/rss+xml" href="https://social.example/@harbourpost.rss">' +
      '<link rel="alternate" type="application/activity+json" href="https://social.example/users/harbourpost">',
  ),
  'https://social.example/@harbourpost.rss': `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Harbour Post</title><description>Public posts from @harbourpost@social.example</description><link>https://social.example/@harbourpost</link>
<image><url>https://files.social.example/avatar.png</url><title>Harbour Post</title><link>https://social.example/@harbourpost</link></image>
<lastBuildDate>Tue, 24 Nov 2026 06:01:00 +0000</lastBuildDate><generator>Mastodon v4.4.0</generator>
<item><guid isPermaLink="true">https://social.example/@harbourpost/115</guid><link>https://social.example/@harbourpost/115</link>
<pubDate>Tue, 24 Nov 2026 06:01:00 +0000</pubDate>
<description>&lt;p&gt;Patch 1.2 is out. Pilots are cheaper, and tugs may wait at the quay.&lt;/p&gt;</description>
<media:content url="https://files.social.example/tug.png" type="image/png" fileSize="90210" medium="image"><media:rating scheme="urn:simple">nonadult</media:rating><media:description type="plain">A tug at the quay</media:description></media:content>
<category>patch</category></item></channel></rss>`,

  'https://bsky.app/profile/harbourpost.example': html(
    `<title>Harbour Post (@harbourpost.example)</title><link rel="alternate" type="application/rss+xml" href="/profile/${did}/rss">` +
      `<link rel="alternate" href="at://${did}/app.bsky.actor.profile/self">`,
  ),
  [`https://bsky.app/profile/${did}/rss`]: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><description>News of the harbour</description><link>https://bsky.app/profile/harbourpost.example</link>
<title>@harbourpost.example - Harbour Post</title>
<item><link>https://bsky.app/profile/harbourpost.example/post/3mtide</link><description>Patch 1.2 is out. Pilots are cheaper.&#xA;&#xA;Tugs may wait at the quay.</description>
<pubDate>24 Nov 2026 06:01 +0000</pubDate><guid isPermaLink="false">at://${did}/app.bsky.feed.post/3mtide</guid></item></channel></rss>`,

  'https://github.com/harbour/tycoon/releases.atom': `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-US">
<id>tag:github.com,2008:https://github.com/harbour/tycoon/releases</id><link type="text/html" rel="alternate" href="https://github.com/harbour/tycoon/releases"/>
<link type="application/atom+xml" rel="self" href="https://github.com/harbour/tycoon/releases.atom"/><title>Release notes from tycoon</title><updated>2026-11-24T06:01:00Z</updated>
<entry><id>tag:github.com,2008:Repository/4711/v1.2.0</id><updated>2026-11-24T06:01:00Z</updated>
<link rel="alternate" type="text/html" href="https://github.com/harbour/tycoon/releases/tag/v1.2.0"/><title>v1.2.0</title>
<content type="html">&lt;h2&gt;Changes&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;Cranes no longer turn backwards.&lt;/li&gt;&lt;li&gt;Pilots are cheaper.&lt;/li&gt;&lt;/ul&gt;</content>
<author><name>pilot</name></author><media:thumbnail height="30" width="30" url="https://avatars.githubusercontent.com/u/4711?s=60&amp;v=4"/></entry></feed>`,

  'https://store.steampowered.com/feeds/news/app/4711/': `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Harbour Tycoon RSS Feed</title><link><![CDATA[https://store.steampowered.com/news/app/4711]]></link>
<description><![CDATA[All news about Harbour Tycoon on Steam]]></description><language>en-us</language><generator>Steam RSS</generator>
<item><title>Patch 1.2: The tide table</title><description><![CDATA[<div class="bb_h2">Changes</div>Cranes no longer turn backwards.<br><ul class="bb_ul"><li>Pilots are cheaper</li></ul><img src="https://clan.akamai.steamstatic.com/images/1/crane.png">]]></description>
<link><![CDATA[https://store.steampowered.com/news/app/4711/view/1815]]></link><pubDate>Tue, 24 Nov 2026 06:01:00 +0000</pubDate><author>Harbour Games</author>
<guid isPermaLink="true">https://store.steampowered.com/news/app/4711/view/1815</guid><enclosure url="https://clan.akamai.steamstatic.com/images/1/header.png" length="0" type="image/png"/></item></channel></rss>`,

  'https://itunes.apple.com/lookup?entity=podcast&id=1234567890':
    '\n\n\n{\n "resultCount":1,\n "results": [\n{"wrapperType":"track", "kind":"podcast", "collectionId":1234567890, "collectionName":"Tide Talk", "feedUrl":"https://pods.example/tide-talk.xml", "trackCount":7}]\n}\n\n\n',
  'https://tide-talk.example/': html(
    '<title>Tide Talk</title><link rel="alternate" type="application/rss+xml" title="Tide Talk" href="https://pods.example/tide-talk.xml">',
  ),
  'https://pods.example/tide-talk.xml': `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Tide Talk</title><link>https://tide-talk.example/</link><language>en</language><itunes:author>Harbour Post</itunes:author>
<itunes:image href="https://pods.example/cover.jpg"/>
<item><title>Episode 7: The tide table</title><itunes:episode>7</itunes:episode><itunes:duration>1821</itunes:duration>
<guid isPermaLink="false">0b7c-episode-7</guid><pubDate>Tue, 24 Nov 2026 06:01:00 +0000</pubDate><itunes:image href="https://pods.example/7.jpg"/>
<enclosure url="https://pods.example/7.mp3" length="29136000" type="audio/mpeg"/></item></channel></rss>`,
};

interface Read {
  title: string;
  url: string;
  picture?: string;
}

const video: Read = {
  title: 'How the tide table is made',
  url: 'https://www.youtube.com/watch?v=tideTable07',
  picture: 'https://i1.ytimg.com/vi/tideTable07/hqdefault.jpg',
};
const release: Read = {
  title: 'v1.2.0',
  url: 'https://github.com/harbour/tycoon/releases/tag/v1.2.0',
  picture: 'https://avatars.githubusercontent.com/u/4711?s=60&v=4',
};
const episode: Read = {
  title: 'Episode 7: The tide table',
  url: 'https://pods.example/7.mp3',
  picture: 'https://pods.example/7.jpg',
};

/** Addresses as people paste them, the feed behind each, and its item as Lede reads it. */
export const pasted: readonly [given: string, feed: string, item: Read][] = [
  ['https://www.youtube.com/@harbourpost', `https://www.youtube.com/feeds/videos.xml?channel_id=${channelId}`, video],
  [`m.youtube.com/channel/${channelId}`, `https://www.youtube.com/feeds/videos.xml?channel_id=${channelId}`, video],
  [
    `https://www.youtube.com/channel/${channelId}/videos`,
    `https://www.youtube.com/feeds/videos.xml?playlist_id=UULF${channelId.slice(2)}`,
    { title: 'Low tide', url: 'https://www.youtube.com/watch?v=a' },
  ],
  [
    'https://www.youtube.com/playlist?list=PLtides',
    'https://www.youtube.com/feeds/videos.xml?playlist_id=PLtides',
    { title: 'Low tide', url: 'https://www.youtube.com/watch?v=a' },
  ],
  [
    'https://old.reddit.com/r/harbourtycoon/',
    'https://www.reddit.com/r/harbourtycoon/new/.rss',
    {
      title: 'Cranes turn the right way now',
      url: 'https://www.reddit.com/r/harbourtycoon/comments/1abc/cranes/',
      picture: 'https://b.thumbs.redditmedia.com/crane.jpg',
    },
  ],
  [
    'https://social.example/@harbourpost',
    'https://social.example/@harbourpost.rss',
    {
      title: 'Patch 1.2 is out. Pilots are cheaper, and tugs may wait at the quay.',
      url: 'https://social.example/@harbourpost/115',
      picture: 'https://files.social.example/tug.png',
    },
  ],
  [
    'https://bsky.app/profile/harbourpost.example',
    `https://bsky.app/profile/${did}/rss`,
    {
      title: 'Patch 1.2 is out. Pilots are cheaper. Tugs may wait at the quay.',
      url: 'https://bsky.app/profile/harbourpost.example/post/3mtide',
    },
  ],
  ['https://github.com/harbour/tycoon', 'https://github.com/harbour/tycoon/releases.atom', release],
  ['github.com/harbour/tycoon/releases/tag/v1.2.0', 'https://github.com/harbour/tycoon/releases.atom', release],
  [
    'https://store.steampowered.com/app/4711/Harbour_Tycoon/',
    'https://store.steampowered.com/feeds/news/app/4711/',
    {
      title: 'Patch 1.2: The tide table',
      url: 'https://store.steampowered.com/news/app/4711/view/1815',
      picture: 'https://clan.akamai.steamstatic.com/images/1/header.png',
    },
  ],
  [
    'https://podcasts.apple.com/us/podcast/tide-talk/id1234567890?i=1000',
    'https://pods.example/tide-talk.xml',
    episode,
  ],
  ['https://tide-talk.example/', 'https://pods.example/tide-talk.xml', episode],
];
