import { describe, expect, test } from 'vitest';
import { paragraphsOf, titleText } from '../../../src/engine/text/plain.ts';

describe('a headline as plain text', () => {
  test('loses tags and is decoded twice', () => {
    expect(titleText('Bank &amp;amp; Sons &lt;b&gt;close&lt;/b&gt; <i>doors</i>')).toBe('Bank & Sons close doors');
    expect(titleText('It&amp;#8217;s caf&eacute; time&nbsp;again')).toBe('It’s café time again');
    expect(titleText('It&#146;s &#x2014; &unknown; &#0;')).toBe('It’s — &unknown; \ufffd');
  });

  test('keeps what only looks like a tag', () => {
    expect(titleText('Why 5 < 6 and Vector<T> matter')).toBe('Why 5 < 6 and Vector<T> matter');
  });

  test('has no control characters, no bidi overrides and single spaces', () => {
    expect(titleText(' Harbour\u0007\n\t opens\u202e again\u200b ')).toBe('Harbour opens again');
    expect(titleText('Harbour opens \ud83d')).toBe('Harbour opens \ufffd');
  });
});

describe('paragraphs of HTML', () => {
  test('end at blocks and at two breaks, while inline tags glue and one break is a space', () => {
    const html = '<p>One<br>line</p>two<br/> <br/>th<b>re</b>e<div>four</div>';
    expect(paragraphsOf(html)).toEqual(['One line', 'two', 'three', 'four']);
  });

  test('leave out scripts, styles, captions, headings and menus', () => {
    const html =
      '<nav><p>Home</p></nav><h2>Heading</h2><p title="a > b">Kept.</p><figure><img src="x"><figcaption><p>Getty</p></figcaption></figure><script>if (a<b) { "<p>no</p>" }</script><style>p{}</style><!-- <p>no</p> --><p>Also &lt;kept&gt;.</p>';
    expect(paragraphsOf(html)).toEqual(['Kept.', 'Also <kept>.']);
  });

  test('of plain text end at blank lines', () => {
    expect(paragraphsOf('One\nline.\n \nTwo &amp; three.')).toEqual(['One line.', 'Two & three.']);
  });

  test('are found even on a page of headings or after a menu that never closes', () => {
    expect(paragraphsOf('<h3>Only this</h3>')).toEqual(['Only this']);
    expect(paragraphsOf('<nav><p>Text</p>')).toEqual(['Text']);
  });

  test.each(['<', '<a "', '<a x="', '<script>', '<figcaption>', '&', '<!--', '<br>', '\n \n', '&#', '<![CDATA['])(
    'come from %j repeated however often',
    (piece) => {
      expect(paragraphsOf(piece.repeat(20_000))).toBeInstanceOf(Array);
      expect(titleText(piece.repeat(20_000))).toBeTypeOf('string');
    },
  );
});
