import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeLabel, escapeMarkdown, link, oneLine, safeUrl } from '../../src/discord/cards/escape.ts';
import { anyText, anyUrl } from '../anyText.ts';
import { readLink, readMarkdown } from './discordMarkdown.ts';

/** All special characters of Discord's markdown, invisible and bidirectional characters, and complete constructs. */
const signs = [...'*_~|`\\[]()<>#-+. :@\'"…\n\u0000\u202e\u2066\u200b漢字😀', '\ud800', '👩‍👩‍👧', 'Über', 'word'];
const wholes =
  '```|# |-# |1. |10) |>>> |@everyone|<@&1>|<t:1:R>|</cmd:1>|<id:browse>|<:a:1>|:smile:|http://e.example|discord.gg/abc|' +
  'https://discord.gg/abc|discordapp.com/invite/abc|[x](https://evil.example)|](https://evil.example)';
const pieces = [...signs, ...wholes.split('|')];
const hostile = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, anyText(6)), { maxLength: 14 })
  .map((parts) => parts.join(''));
const runs = { numRuns: 1_500, seed: 7 };

describe('text of a feed', () => {
  test('shows its visible characters and nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { shown, marks } = readMarkdown(escapeMarkdown(text));
        expect(marks).toEqual([]);
        expect(shown).toBe(oneLine(text, 2_000));
      }),
      runs,
    );
  });

  test('shows the same if the card continues with a colon', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { shown, marks } = readMarkdown(`${escapeMarkdown(text)}: words`);
        expect(marks).toEqual([]);
        expect(shown).toBe(`${oneLine(text, 2_000)}: words`);
      }),
      { ...runs, examples: [[':skull']] },
    );
  });

  test('as the words of a link it stays inside the link', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const label = escapeLabel(text);
        const read = readLink(`[${label}](https://o.example/a) after`);
        expect(read).toEqual({ label, url: 'https://o.example/a', rest: ' after' });
        const { shown, marks } = readMarkdown(label);
        expect(marks.filter((mark) => mark !== 'link')).toEqual([]);
        expect(shown.replaceAll('［', '[').replaceAll('］', ']')).toBe(oneLine(text, 300));
      }),
      runs,
    );
  });

  test.each(['At 12:30 it was over', 'Café “Été”: 3–2', 'A+B & C (2026)', 'זה כאן'])('reads as before: %s', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  test('loses what reorders or hides text', () => {
    expect(oneLine('a\u202eb\u2066c\u200bd\u00ade\u0007f', 100)).toBe('abcdef');
    expect(oneLine(`z${'\u0301'.repeat(50)}`, 100)).toBe(`z${'\u0301'.repeat(4)}`);
    const emoji = '👩‍👩‍👧 هذا ☎\ufe0f 🏴\u{e0067}\u{e0062}\u{e007f}';
    expect(oneLine(emoji, 100)).toBe(emoji);
  });

  test('loses every character that Unicode calls ignorable, but for those that emoji and scripts are made with', () => {
    const kept = /^[\p{Join_Control}\p{Variation_Selector}\u{e0020}-\u{e007f}]$/u;
    const seen = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const character = String.fromCodePoint(code);
      if (!/\p{Default_Ignorable_Code_Point}/u.test(character) || kept.test(character)) continue;
      if (oneLine(`a${character}b`, 100).length > 2) seen.push(code);
    }
    expect(seen).toEqual([]);
  });

  test('is cut at a word with an ellipsis, also a megabyte', () => {
    expect(oneLine('one two three', 9)).toBe('one two…');
    expect(escapeMarkdown('*['.repeat(500_000), 300).length).toBeLessThan(700);
  });
});

describe('addresses of a feed', () => {
  test.each([
    ['https://o.example/a(b)c', 'https://o.example/a%28b%29c'],
    ['https://o.example/?id=1&utm_source=rss&fbclid=x', 'https://o.example/?id=1'],
    ['https://f.example/index.php?/topic/12-news/&utm_source=rss', 'https://f.example/index.php?/topic/12-news/'],
    ['https://paper.example/show?id-4711&utm_medium=feed&q=a%20b', 'https://paper.example/show?id-4711&q=a%20b'],
    ['https://user:pass@o.example/', 'https://o.example/'],
    ['https://o.example/a b>c', 'https://o.example/a%20b%3Ec'],
    ['https://o.example/?q=](https://evil.example)', 'https://o.example/?q=%5D%28https://evil.example%29'],
    // Too long unless the fragment is removed.
    [`https://o.example/a#${'x'.repeat(600)}`, 'https://o.example/a'],
  ])('%s', (address, safe) => {
    expect(safeUrl(address)).toBe(safe);
  });

  const unsafe = ['javascript:alert(1)', 'discord://x', 'not an address', 'https://[2606:4700::1111]/a.png'];
  test.each([...unsafe, `https://o.example/${'x'.repeat(600)}`])('no link is made of %s', (address) => {
    expect(safeUrl(address)).toBeUndefined();
    expect(link('Words', address)).toBe('Words');
  });

  test.each(['', '\u3164', '\u200b \u2060', '\u2800', '\u0085', '\u200d \ufe0f', '\u{e0041}'])(
    'an invisible label still makes a link that can be clicked: %j',
    (words) => {
      expect(link(words, 'https://o.example/1')).toBe('[…](https://o.example/1)');
      expect(link(words, 'not an address')).toBe('…');
    },
  );

  test('any address makes exactly one link', () => {
    fc.assert(
      fc.property(anyUrl, hostile, (address, text) => {
        const made = link(text, `${address}${encodeURI(text.toWellFormed()).slice(0, 50)}`);
        if (!made.startsWith('[') || !made.endsWith(')')) return;
        expect(readLink(made)?.rest).toBe('');
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
