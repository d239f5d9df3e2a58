import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headlinesOf, htmlOf } from '../../../../commands/digest/feed/html.ts';
import { escapeMarkdown, link, oneLine } from '../../../../src/discord/cards/escape.ts';
import { decodeEntities } from '../../../../src/engine/text/entities.ts';
import { markup } from '../../../../src/engine/text/safeMarkup.ts';
import { anyText } from '../../../anyText.ts';

const drawn = (...texts: string[]) => htmlOf({ texts, zone: 'Europe/Berlin', language: 'en-GB' }).text;

test('a digest’s texts become headings, paragraphs, small print and lists, its day is left out', () => {
  const texts = [
    '## Tuesday 24 November\n-# 2 stories',
    `**1 · ${link('A *bold* [claim]', 'https://a.example/x?a=1&b=2')}**\nSaid so. — B (paywall)\n-# World · A · first reported <t:1795503600:t>`,
    `**In brief**\n${link('Short', 'https://a.example/s')} · A`,
  ];
  expect(drawn(...texts)).toBe(
    [
      '<p><small>2 stories</small></p>',
      '<h3 dir="auto">1 · <a href="https://a.example/x?a=1&amp;b=2">A *bold* [claim]</a></h3>',
      '<p dir="auto">Said so. — B (paywall)</p>',
      '<p><small>World · A · first reported <time datetime="2026-11-24T07:00:00Z">08:00</time></small></p>',
      '<h3>In brief</h3>',
      '<ul>',
      '<li dir="auto"><a href="https://a.example/s">Short</a> · A</li>',
      '</ul>',
    ].join('\n'),
  );
  expect(headlinesOf({ texts })).toEqual(['1 · A *bold* [claim]']);
});

test('bold and italic text is closed where it was opened, or else at the end of the line', () => {
  expect(drawn('a **b *c* d** e')).toBe('<p dir="auto">a <strong>b <em>c</em> d</strong> e</p>');
  expect(drawn('> a \\> b')).toBe('<blockquote dir="auto">a &gt; b</blockquote>');
  expect(drawn('a **b *c')).toBe('<p dir="auto">a <strong>b <em>c</em></strong></p>');
});

test('a feed’s words are only text: they add no element and lose no visible character', () => {
  const hostile = fc.oneof(
    anyText(10),
    fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '[a](javascript:alert(1))'),
    fc.constantFrom('](https://evil.example)', '&lt;b&gt;', '</div></article>', '<t:1:t>', '\u202e\u0000\ud800'),
    fc.constantFrom('**', '## x', '-# y', '\\'),
  );
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 6 }), (parts) => {
      const said = parts.join('');
      const html = drawn(`**1 · ${link(said, 'https://a.example/')}**\nx ${escapeMarkdown(said)}\n-# y`);
      const tags = html.replace(/<a href="https:\/\/a\.example\/">/, '<a>').match(/<[^>]*>/g);
      expect(tags?.join('')).toBe('<h3 dir="auto"><a></a></h3><p dir="auto"></p><p><small></small></p>');
      const [, words = ''] = html.replace(/<[^>]*>/g, '').split('\n');
      expect(decodeEntities(words)).toBe(`x ${oneLine(said, 2_000)}`);
    }),
  );
});

test('a template escapes all but markup, and leaves out what XML can’t hold', () => {
  const part = markup`<b title="${'"<&>\''}">${'a\u0000\u000b\ufffe\ud800'}</b>`;
  expect(markup`<i>${part}${[part]}</i>`.text).toBe(
    `<i>${'<b title="&quot;&lt;&amp;&gt;&#39;">a\ufffd</b>'.repeat(2)}</i>`,
  );
});
