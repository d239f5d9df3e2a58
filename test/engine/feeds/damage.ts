/** A seeded random generator with the same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><link>https://harbour.example/</link>${items}</channel></rss>`;

/** One feed of every format, with content that often breaks feed readers. */
const whole = [
  rss(
    '<item><title>a &amp; b</title><link>/a</link><guid>g</guid><description><![CDATA[<p>x</p>]]></description><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate><media:group><media:content url="/a.jpg"/></media:group></item>'.repeat(
      2,
    ),
  ),
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><link href="https://harbour.example/"/><entry><id>1</id><title type="html">a</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x <b>y</b></div></content><link href="/a"/><author><name>I</name></author></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1","title":"t","items":[{"id":"1","title":"a","content_html":"<p>x</p>"}]}',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title><link>https://harbour.example/</link></channel><item rdf:about="f1"><title>a</title><link>ferry</link><dc:date>2026-11-24T08:00:00Z</dc:date></item></rdf:RDF>',
].map((text) => Buffer.from(text));

const pieces = [
  '<',
  '>',
  '&',
  '"',
  '<![CDATA[',
  ']]>',
  '<!--',
  '</item>',
  '<rss>',
  '<title>',
  '&#0;',
  '\0',
  '\ufeff',
  '<entry',
  '{',
  '[',
  '<!DOCTYPE x [',
  '__proto__',
].map((text) => Buffer.from(text));

/** Feeds with up to six random damages each. With `swollen`, every tenth repeats a slice up to about 100 kB. */
export function* damagedFeeds(seed: number, count: number, swollen = false): Generator<Buffer> {
  const next = random(seed);
  const pick = (n: number): number => Math.floor(next() * n);
  for (let n = 0; n < count; n++) {
    let body = Buffer.from(whole[n % whole.length] ?? []);
    for (let changes = pick(6) + 1; changes > 0; changes--) {
      const at = pick(body.length);
      const piece = pieces[pick(pieces.length)] ?? Buffer.alloc(0);
      const kind = pick(3);
      if (kind === 0) body = Buffer.concat([body.subarray(0, at), piece, body.subarray(at)]);
      else if (kind === 1) body = Buffer.concat([body.subarray(0, at), body.subarray(at + pick(30))]);
      else body[at] = pick(256);
    }
    if (swollen && n % 10 === 9) {
      const at = pick(body.length);
      const slice = body.subarray(at, at + 1 + pick(200));
      const times = 1 + pick(Math.ceil(100_000 / slice.length));
      body = Buffer.concat([body.subarray(0, at), ...Array.from({ length: times }, () => slice), body.subarray(at)]);
    }
    yield body;
  }
}
