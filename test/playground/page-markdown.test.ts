import { expect, test } from 'vitest';

interface Part {
  kind: string;
  [key: string]: unknown;
}

// The browser's files are JavaScript that tsc checks on its own, with the browser's types.
const file: string = new URL('../../playground/page/browser/markdown.js', import.meta.url).href;
const { parseMarkdown, parseInline } = (await import(file)) as {
  parseMarkdown(source: string): Part[];
  parseInline(source: string): Part[];
};

const text = (words: string) => ({ kind: 'text', text: words });

test('a digest’s place is a heading, a bold link, sentences with breaks, and small print', () => {
  const source =
    '## Tuesday\n**1 · [Ferry \\[late\\]](https://a.example/x)**\nIt sails. — Courier\n-# Post · 2 outlets · first reported <t:60:t>';
  expect(parseMarkdown(source)).toEqual([
    { kind: 'heading', level: 2, children: [text('Tuesday')] },
    {
      kind: 'paragraph',
      children: [
        {
          kind: 'strong',
          children: [text('1 · '), { kind: 'link', url: 'https://a.example/x', children: [text('Ferry [late]')] }],
        },
        { kind: 'break' },
        text('It sails. — Courier'),
      ],
    },
    { kind: 'small', children: [text('Post · 2 outlets · first reported '), { kind: 'time', at: 60_000, style: 't' }] },
  ]);
});

test('lists and quotes are separate blocks', () => {
  expect(parseMarkdown('- one\n- two\n3. three\n> said').map((block) => block.kind)).toEqual(['list', 'quote']);
});

test.each([
  ['<#12>', { kind: 'channel', id: '12' }],
  ['<@34>', { kind: 'user', id: '34' }],
  ['</digest settings:6>', { kind: 'command', name: 'digest settings' }],
  ['<t:1700000000>', { kind: 'time', at: 1_700_000_000_000, style: 'f' }],
  ['`a*b*`', { kind: 'code', text: 'a*b*' }],
])('%s is a single element', (source, part) => expect(parseInline(source)).toEqual([part]));

test.each(['\\*not\\*', 'snake_case_name', '2 * 3 * 4', '[x](javascript:alert(1))', '<script>', 'a ** b'])(
  '%s is plain text',
  (source) => expect(parseInline(source)).toEqual([text(source.replaceAll('\\', ''))]),
);

test('a bare address is a link without the full stop after it', () => {
  expect(parseInline('see https://a.example/b.')).toEqual([
    text('see '),
    { kind: 'link', url: 'https://a.example/b', children: [text('https://a.example/b')] },
    text('.'),
  ]);
});

test.each(['*'.repeat(4_000), '['.repeat(4_000), '**a'.repeat(1_300), '||_'.repeat(1_300)])(
  'four thousand marks are read to their end',
  (source) => expect(parseMarkdown(source)).not.toEqual([]),
);
