import { brotliCompressSync, deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeText, unpack, withoutGzipHeader } from '../../../src/engine/text/decode.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  test.for([
    ['UTF-8 by default', utf8('<a>Café</a>'), undefined],
    ['a byte order mark before all else', utf8('\ufeff<a>Café</a>'), 'text/xml; charset=koi8-r'],
    ['UTF-16 with a mark, little end first', Buffer.from('\ufeff<a>Café</a>', 'utf16le'), 'text/xml; charset=utf-8'],
    ['UTF-16 with a mark, big end first', utf16be('\ufeff<a>Café</a>'), undefined],
    ['UTF-16 without a mark', utf16be('<a>Café</a>'), undefined],
    ['the HTTP charset', latin('<a>Caf\xe9</a>'), 'text/xml; charset=iso-8859-1'],
    ['a quoted HTTP charset', latin('<a>Caf\xe9</a>'), 'text/xml; boundary=x; Charset="ISO-8859-15"'],
    ['windows-1252 where nothing is said and UTF-8 fails', latin('<a>Caf\xe9</a>'), undefined],
    ['windows-1252 where UTF-8 is said but fails', latin('<a>Caf\xe9</a>'), 'text/xml; charset=utf-8'],
    ['UTF-8 where latin-1 is said but the bytes are UTF-8', utf8('<a>Café</a>'), 'text/xml; charset=iso-8859-1'],
    ['what comes next where a label is unknown', utf8('<a>Café</a>'), 'text/xml; charset=klingon'],
  ] as const)('takes %s', ([, bytes, contentType]) => expect(decodeText(bytes, contentType)).toBe('<a>Café</a>'));

  test('reads UTF-16 without a mark in any script', () => {
    for (const text of ['\n<a>Пр</a>', '{"a":"Пр"}'])
      for (const bytes of [Buffer.from(text, 'utf16le'), utf16be(text)]) expect(decodeText(bytes)).toBe(text);
  });

  test('obeys the XML declaration, and before it the HTTP charset', () => {
    const declared = latin('<?xml version="1.0" encoding="windows-1251"?><a>\xcf\xf0</a>');
    expect(decodeText(declared)).toContain('<a>Пр</a>');
    expect(decodeText(declared, 'text/xml; charset=koi8-r')).not.toContain('Пр');
  });

  test('obeys an HTML meta element, old or new', () => {
    for (const meta of ['charset="shift_jis"', 'http-equiv="Content-Type" content="text/html; charset=Shift_JIS"'])
      expect(decodeText(latin(`<html><head><meta ${meta}>\x93\xfa`))).toContain('日');
  });

  test('ignores a declaration of UTF-16 that is itself in single bytes', () => {
    expect(decodeText(utf8('<?xml version="1.0" encoding="utf-16"?><a>Café</a>'))).toContain('Café');
  });

  test('decodes UTF-8 despite one broken character', () => {
    const bytes = Buffer.concat([utf8('<?xml version="1.0" encoding="utf-8"?>äöüäöü'), latin('\xff')]);
    expect(decodeText(bytes)).toContain('äöüäöü\ufffd');
  });

  test('decodes UTF-8 cut within a character like the complete text, declared or not', () => {
    for (const head of ['', '<?xml version="1.0"?>'])
      expect(decodeText(utf8(`${head}äöüäöü€`).subarray(0, -1))).toBe(`${head}äöüäöü\ufffd`);
  });

  test('reads the C1 range as windows-1252', () => expect(decodeText(Buffer.from([0x93, 0x41, 0x94]))).toBe('“A”'));

  test('removes control characters', () =>
    expect(decodeText(utf8('<a>He\0llo\u0008\t\n\ufffe</a>'))).toBe('<a>Hello\t\n</a>'));
});

describe('unpacking', () => {
  test('the same content compressed twice is equal except for the header, which may contain a time, names and more', () => {
    const [plain, data] = [gzipSync('feed'), gzipSync('feed').subarray(10)];
    const dated = Buffer.concat([plain.subarray(0, 4), Buffer.from('time'), plain.subarray(8)]);
    const full = Buffer.from('1f8b081e000000000003 0200 4142 6e616d6500 6e6f746500 0102'.replaceAll(' ', ''), 'hex');
    const named = Buffer.from('1f8b080c000000000003020041426e616d6500', 'hex');
    expect(gunzipSync(Buffer.concat([named, data])).toString()).toBe('feed');
    for (const packed of [plain, dated, Buffer.concat([full, data])])
      expect(Buffer.from(withoutGzipHeader(packed))).toEqual(data);
    for (const other of [utf8('feed'), new Uint8Array(), brotliCompressSync('feed')])
      expect(withoutGzipHeader(other)).toBe(other);
    expect(withoutGzipHeader(full.subarray(0, 15))).toHaveLength(0);
  });

  const textOf = (bytes: Uint8Array, encoding: string) => Buffer.from(unpack(bytes, encoding, 1_000_000)).toString();

  test.for([
    ['gzip', 'gzip', gzipSync('feed')],
    ['br', 'br', brotliCompressSync('feed')],
    ['deflate', 'deflate', deflateSync('feed')],
    ['deflate without its header', 'deflate', deflateRawSync('feed')],
    ['several in a row', 'gzip, br', brotliCompressSync(gzipSync('feed'))],
    ['plain text that claims to be gzip', 'gzip', utf8('feed')],
    ['a gzip file', '', gzipSync(gzipSync('feed'))],
    ['a gzip file packed once more', 'br', brotliCompressSync(gzipSync('feed'))],
  ] as const)('takes %s', ([, encoding, packed]) => expect(textOf(packed, encoding)).toBe('feed'));

  test('a body that was cut off gives its received part', () => {
    const text = 'feed '.repeat(1_000);
    const cut = textOf(gzipSync(text, { level: 0 }).subarray(0, -100), 'gzip');
    expect(cut.length).toBeGreaterThan(1_000);
    expect(text.startsWith(cut)).toBe(true);
  });

  test.for([
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(10_000_000)), 'too-large'],
    ['a bomb in a bomb', 'gzip, gzip', gzipSync(gzipSync(Buffer.alloc(10_000_000))), 'too-large'],
    ['more layers than anyone sends', 'gzip, gzip, gzip, gzip', utf8('x'), 'bad-encoding'],
    ['an encoding that nobody asked for', 'snappy', utf8('x'), 'bad-encoding'],
  ] as const)('refuses %s', ([, encoding, packed, code]) => {
    expect(() => textOf(packed, encoding)).toThrow(expect.objectContaining({ code }));
  });
});
