import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hubOffered } from '../../src/feeds/hub.ts';
import { readFeedDocument } from '../../src/feeds/read.ts';

const url = 'https://harbour.example/feed';
const offered = (link: string | undefined, document: { hubUrl?: string; selfUrl?: string } = {}, at = url) =>
  hubOffered({ url: at, answeredBy: at, link, document });

describe('the hub of a feed', () => {
  test.for([
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/"/><link rel="self" href="/self"/><entry><id>1</id><title>t</title></entry></feed>',
    ],
    [
      'RSS',
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/self"/><item><title>t</title></item></channel></rss>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"t","feed_url":"https://harbour.example/self","hubs":[{"type":"WebSub","url":"https://hub.example/"}],"items":[{"id":"1","title":"t"}]}',
    ],
  ] as const)('is read in %s', async ([, body]) => {
    const document = await readFeedDocument(Buffer.from(body), { url });
    expect(offered(undefined, document)).toEqual({
      hubUrl: 'https://hub.example/',
      topicUrl: 'https://harbour.example/self',
    });
  });

  test('is read in Link headers, which win over the document', () => {
    const document = { hubUrl: 'https://other.example/', selfUrl: 'https://other.example/feed' };
    expect(offered('<https://hub.example/>; rel="hub", </self>; rel=self', document)).toEqual({
      hubUrl: 'https://hub.example/',
      topicUrl: 'https://harbour.example/self',
    });
    expect(offered('<https://hub.example/>; rel=hub', document)?.topicUrl).toBe('https://other.example/feed');
    expect(offered('</header>; rel=self', document)).toEqual({
      hubUrl: 'https://other.example/',
      topicUrl: 'https://other.example/feed',
    });
    expect(offered('<https://hub.example/>; rel=hub')?.topicUrl).toBe(url);
  });

  test.for([
    ['<https://hub.example/>;rel="next hub"', true],
    ['<https://hub.example/?a=1,2;3>; title="a, \\"b\\"; c"; REL=HUB', true],
    ['<https://x.example/>; rel=next, , <https://hub.example/>; rel=hub', true],
    ['<https://hub.example/>; rel=next; rel=hub', false],
    ['<https://hub.example/>; rel=hub; anchor="/other"', false],
    ['https://hub.example/; rel=hub', false],
    ['<https://hub.example/; rel=hub', false],
    ['<ftp://hub.example/>; rel=hub', false],
    ['<https://ada:pass@hub.example/>; rel=hub', false],
    ['<https://hub.example/>; rel', false],
    ['', false],
  ] as const)('%s: %s', ([header, found]) => expect(offered(header) !== undefined).toBe(found));

  test('is asked over https, unless the feed itself is unprotected', () => {
    expect(offered('<http://hub.example/>; rel=hub')?.hubUrl).toBe('https://hub.example/');
    expect(offered('<http://hub.example:8080/>; rel=hub')).toBeUndefined();
    expect(offered('<http://hub.example:8080/>; rel=hub', {}, 'http://harbour.example/feed')?.hubUrl).toBe(
      'http://hub.example:8080/',
    );
  });

  test('no Link header is too strange or too long', () => {
    const sign = fc.constantFrom('<', '>', '"', '\\', ',', ';', '=', ' ', 'rel', 'hub', 'https://a.example', '\u00e4');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        offered(signs.join(''));
      }),
    );
    for (const part of ['<', '"\\', ',<a>;rel=', ';rel= ']) expect(offered(part.repeat(200_000))).toBeUndefined();
  });
});
