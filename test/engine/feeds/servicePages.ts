/** Pages and feeds in the shape in which well-known services serve them, with made-up texts. */

const html = (head: string) => `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main></main></body></html>`;
/** A page that names its feed. */
const pageOf = (title: string, feed: string, more = '') =>
  html(`<title>${title}</title>${more}<link rel="alternate" type="application/rss+xml" title="RSS" href="${feed}">`);
const xml = (document: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
const atom = (inside: string, more = '') =>
  xml(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" ${more}>${inside}</feed>`);
const rss = (inside: string, more = '') => xml(`<rss version="2.0" ${more}><channel>${inside}</channel></rss>`);

const channelId = 'UCharbourpost0123456789x';
const youtube = 'https://www.youtube.com';
const videosBy = (query: string) => `${youtube}/feeds/videos.xml?${query}`;
const channel = videosBy(`channel_id=${channelId}`);
const uploads = videosBy(`playlist_id=UULF${channelId.slice(2)}`);
const playlist = videosBy('playlist_id=PLtides');
const subreddit = 'https://www.reddit.com/r/harbourtycoon';
const mastodon = 'https://social.example/@harbourpost';
const bluesky = 'https://bsky.app/profile/harbourpost.example';
const did = 'did:plc:harbourpost234567abcdef22';
const blueskyFeed = `https://bsky.app/profile/${did}/rss`;
const github = 'https://github.com/harbour/tycoon';
const steam = 'https://store.steampowered.com/feeds/news/app/4711/';
const podcast = 'https://pods.example/tide-talk.xml';

const tides = atom(`<title>Tides</title><entry><id>yt:video:a</id><title>Low tide</title>
<link rel="alternate" href="${youtube}/watch?v=a"/><published>2026-11-24T06:01:00+00:00</published></entry>`);

/** What each address answers. */
export const answers: Readonly<Record<string, string>> = {
  [`${youtube}/@harbourpost`]: pageOf(
    'Harbour Post - YouTube',
    channel,
    `<link rel="canonical" href="${youtube}/channel/${channelId}"><link rel="alternate" media="handheld" href="/">`,
  ),
  [channel]: atom(
    `<link rel="self" href="${channel}"/><id>yt:channel:harbourpost0123456789x</id><title>Harbour Post</title>
<link rel="alternate" href="${youtube}/channel/${channelId}"/><published>2019-03-01T10:00:00+00:00</published>
<entry><id>yt:video:tideTable07</id><yt:videoId>tideTable07</yt:videoId><title>How the tide table is made</title>
<link rel="alternate" href="${youtube}/watch?v=tideTable07"/>
<published>2026-11-24T06:01:00+00:00</published><updated>2026-11-24T06:02:11+00:00</updated>
<media:group><media:title>How the tide table is made</media:title>
<media:content url="${youtube}/v/tideTable07?version=3" type="application/x-shockwave-flash" width="640"/>
<media:thumbnail url="https://i1.ytimg.com/vi/tideTable07/hqdefault.jpg" width="480" height="360"/>
<media:description></media:description></media:group></entry>`,
    'xmlns:yt="http://www.youtube.com/xml/schemas/2015"',
  ),
  [playlist]: tides,
  [uploads]: tides,
  [`${subreddit}/new/.rss`]: atom(`<category term="harbourtycoon" label="r/harbourtycoon"/>
<id>/r/harbourtycoon/new/.rss</id><link rel="self" href="${subreddit}/new/.rss" type="application/atom+xml"/>
<link rel="alternate" href="${subreddit}/new/" type="text/html"/><title>newest submissions : harbourtycoon</title>
<entry><author><name>/u/pilot</name></author><category term="harbourtycoon" label="r/harbourtycoon"/>
<content type="html">&lt;!-- SC_OFF --&gt;&lt;div&gt;&lt;p&gt;My cranes turn.&lt;/p&gt; &lt;/div&gt;</content>
<id>t3_1abc</id><media:thumbnail url="https://b.thumbs.redditmedia.com/crane.jpg"/>
<link href="${subreddit}/comments/1abc/cranes/"/><updated>2026-11-24T06:01:00+00:00</updated>
<published>2026-11-24T06:01:00+00:00</published><title>Cranes turn the right way now</title></entry>`),
  [mastodon]: pageOf('Harbour Post (@harbourpost@social.example)', `${mastodon}.rss`),
  [`${mastodon}.rss`]: rss(
    `<title>Harbour Post</title><link>${mastodon}</link>
<image><url>https://files.social.example/avatar.png</url><title>Harbour Post</title><link>${mastodon}</link></image>
<item><guid isPermaLink="true">${mastodon}/115</guid><link>${mastodon}/115</link>
<pubDate>Tue, 24 Nov 2026 06:01:00 +0000</pubDate>
<description>&lt;p&gt;Patch 1.2 is out. Pilots are cheaper, and tugs may wait at the quay.&lt;/p&gt;</description>
<media:content url="https://files.social.example/tug.png" type="image/png" fileSize="90210" medium="image">
<media:rating scheme="urn:simple">nonadult</media:rating></media:content></item>`,
    'xmlns:media="http://search.yahoo.com/mrss/"',
  ),
  [bluesky]: pageOf('Harbour Post (@harbourpost.example)', `/profile/${did}/rss`),
  [blueskyFeed]: rss(`<description>News of the harbour</description><link>${bluesky}</link>
<title>@harbourpost.example - Harbour Post</title><item><link>${bluesky}/post/3mtide</link>
<description>Patch 1.2 is out. Pilots are cheaper.&#xA;&#xA;Tugs may wait at the quay.</description>
<pubDate>24 Nov 2026 06:01 +0000</pubDate>
<guid isPermaLink="false">at://${did}/app.bsky.feed.post/3mtide</guid></item>`),
  [`${github}/releases.atom`]: atom(`<id>tag:github.com,2008:${github}/releases</id>
<link type="text/html" rel="alternate" href="${github}/releases"/><title>Release notes from tycoon</title>
<entry><id>tag:github.com,2008:Repository/4711/v1.2.0</id><updated>2026-11-24T06:01:00Z</updated>
<link rel="alternate" type="text/html" href="${github}/releases/tag/v1.2.0"/><title>v1.2.0</title>
<content type="html">&lt;ul&gt;&lt;li&gt;Cranes no longer turn backwards.&lt;/li&gt;&lt;/ul&gt;</content>
<media:thumbnail height="30" width="30" url="https://avatars.githubusercontent.com/u/4711?s=60&amp;v=4"/></entry>`),
  [steam]: rss(`<title>Harbour Tycoon RSS Feed</title>
<link><![CDATA[https://store.steampowered.com/news/app/4711]]></link>
<item><title>Patch 1.2: The tide table</title><description><![CDATA[Cranes no longer turn backwards.<br>
<img src="https://clan.akamai.steamstatic.com/images/1/crane.png">]]></description>
<link><![CDATA[https://store.steampowered.com/news/app/4711/view/1815]]></link>
<pubDate>Tue, 24 Nov 2026 06:01:00 +0000</pubDate>
<enclosure url="https://clan.akamai.steamstatic.com/images/1/header.png" length="0" type="image/png"/></item>`),
  'https://itunes.apple.com/lookup?entity=podcast&id=1234567890': `\n\n\n{\n "resultCount":1,\n "results": [
{"wrapperType":"track", "kind":"podcast", "collectionName":"Tide Talk", "feedUrl":"${podcast}"}]\n}\n\n\n`,
  'https://tide-talk.example/': pageOf('Tide Talk', podcast),
  [podcast]: rss(
    `<title>Tide Talk</title><link>https://tide-talk.example/</link><language>en</language>
<itunes:image href="https://pods.example/cover.jpg"/><item><title>Episode 7: The tide table</title>
<guid isPermaLink="false">0b7c-episode-7</guid><pubDate>Tue, 24 Nov 2026 06:01:00 +0000</pubDate>
<itunes:image href="https://pods.example/7.jpg"/>
<enclosure url="https://pods.example/7.mp3" length="29136000" type="audio/mpeg"/></item>`,
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  ),
};

const video = {
  title: 'How the tide table is made',
  url: `${youtube}/watch?v=tideTable07`,
  picture: 'https://i1.ytimg.com/vi/tideTable07/hqdefault.jpg',
};
const lowTide = { title: 'Low tide', url: `${youtube}/watch?v=a` };
const cranes = {
  title: 'Cranes turn the right way now',
  url: `${subreddit}/comments/1abc/cranes/`,
  picture: 'https://b.thumbs.redditmedia.com/crane.jpg',
};
const tugs = {
  title: 'Patch 1.2 is out. Pilots are cheaper, and tugs may wait at the quay.',
  url: `${mastodon}/115`,
  picture: 'https://files.social.example/tug.png',
};
const quay = {
  title: 'Patch 1.2 is out. Pilots are cheaper. Tugs may wait at the quay.',
  url: `${bluesky}/post/3mtide`,
};
const release = {
  title: 'v1.2.0',
  url: `${github}/releases/tag/v1.2.0`,
  picture: 'https://avatars.githubusercontent.com/u/4711?s=60&v=4',
};
const patch = {
  title: 'Patch 1.2: The tide table',
  url: 'https://store.steampowered.com/news/app/4711/view/1815',
  picture: 'https://clan.akamai.steamstatic.com/images/1/header.png',
};
const episode = {
  title: 'Episode 7: The tide table',
  url: 'https://pods.example/7.mp3',
  picture: 'https://pods.example/7.jpg',
};

/** Addresses as people paste them, the feed behind each, and its item as Lede reads it. */
export const pasted: readonly [given: string, feed: string, item: { title: string; url: string; picture?: string }][] =
  [
    [`${youtube}/@harbourpost`, channel, video],
    [`m.youtube.com/channel/${channelId}`, channel, video],
    [`${youtube}/channel/${channelId}/videos`, uploads, lowTide],
    [`${youtube}/playlist?list=PLtides`, playlist, lowTide],
    ['https://old.reddit.com/r/harbourtycoon/', `${subreddit}/new/.rss`, cranes],
    [mastodon, `${mastodon}.rss`, tugs],
    [bluesky, blueskyFeed, quay],
    [github, `${github}/releases.atom`, release],
    ['github.com/harbour/tycoon/releases/tag/v1.2.0', `${github}/releases.atom`, release],
    ['https://store.steampowered.com/app/4711/Harbour_Tycoon/', steam, patch],
    ['https://podcasts.apple.com/us/podcast/tide-talk/id1234567890?i=1000', podcast, episode],
    ['https://tide-talk.example/', podcast, episode],
  ];
