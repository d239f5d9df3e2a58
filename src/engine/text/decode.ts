import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Thrown when a body unpacks to more than the limit, or not at all. */
export class UnpackError extends Error {
  readonly code: 'too-large' | 'bad-encoding';
  constructor(code: 'too-large' | 'bad-encoding', cause?: unknown) {
    super(code === 'too-large' ? 'The body unpacks to more than the limit' : 'The body can not be unpacked', { cause });
    this.name = 'UnpackError';
    this.code = code;
  }
}

type Unpacker = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush: number }) => Uint8Array;

const hasGzipMagic = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
const hasZlibHeader = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;

function unpackerFor(encoding: string, bytes: Uint8Array): Unpacker | undefined {
  if (encoding === 'br') return brotliDecompressSync;
  if (encoding === 'deflate') return hasZlibHeader(bytes) ? inflateSync : inflateRawSync;
  // Some servers label plain bodies as gzip.
  if (encoding.endsWith('gzip')) return hasGzipMagic(bytes) ? gunzipSync : undefined;
  throw new UnpackError('bad-encoding');
}

/** With these flush modes, zlib returns what it unpacked of a truncated body instead of throwing. */
const flushEarly = { zlib: constants.Z_SYNC_FLUSH, br: constants.BROTLI_OPERATION_FLUSH };

function unpackOnce(unpacker: Unpacker, bytes: Uint8Array, bytesMax: number): Uint8Array {
  const finishFlush = unpacker === brotliDecompressSync ? flushEarly.br : flushEarly.zlib;
  try {
    return unpacker(bytes, { maxOutputLength: bytesMax, finishFlush });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnpackError(isTooLarge ? 'too-large' : 'bad-encoding', error);
  }
}

/**
 * Undoes up to three encodings of a `Content-Encoding` (gzip, br, deflate with or without a zlib header). Then unpacks
 * up to two layers of gzip that the header does not name, such as a `feed.xml.gz`. Throws UnpackError, also if a layer
 * unpacks to more than `bytesMax`.
 */
export function unpack(bytes: Uint8Array, contentEncoding: string, bytesMax: number): Uint8Array {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'identity');
  if (encodings.length > 3) throw new UnpackError('bad-encoding');
  let current = bytes;
  for (const encoding of [...encodings.reverse(), 'gzip', 'gzip']) {
    if (current.length === 0) return current;
    const unpacker = unpackerFor(encoding, current);
    if (unpacker) current = unpackOnce(unpacker, current, bytesMax);
  }
  return current;
}

const gzipHeaderBytes = 10;
/** Flags of a gzip header. */
const gzipHas = { checksum: 2, extra: 4, name: 8, comment: 16 } as const;

/** The gzip body without its header. Some servers write the time into the header, so equal contents would differ. */
export function withoutGzipHeader(bytes: Uint8Array): Uint8Array {
  if (!hasGzipMagic(bytes)) return bytes;
  const [, , , flags = 0] = bytes;
  let at = gzipHeaderBytes;
  if (flags & gzipHas.extra) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const text of [gzipHas.name, gzipHas.comment]) {
    if (flags & text) at = bytes.indexOf(0, at) + 1 || bytes.length;
  }
  if (flags & gzipHas.checksum) at += 2;
  return bytes.subarray(Math.min(at, bytes.length));
}

const declarationBytes = 1024;

function latin1(bytes: Uint8Array, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length)).toString('latin1');
}

/** The charset that an HTTP Content-Type states, lower case. */
function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*(?:["']\s*)?([^"';\s,]{1,40})/i.exec(contentType?.slice(0, 500) ?? '')?.[1]?.toLowerCase();
}

function declaredCharset(head: string): string | undefined {
  const xml = /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  const meta = xml ?? /<meta[^>]{1,300}?\bcharset\s*=\s*(?:["']\s*)?([\w.:-]{1,40})/i.exec(head)?.[1];
  return meta?.toLowerCase();
}

function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isUnicodeLabel(label: string): boolean {
  return /^(?:utf-?8|utf-?16(?:le|be)?|ucs-?2|iso-10646-ucs-2|unicode)$/.test(label);
}

/** Whether a document may start with this character: ASCII from tab on, such as white space, `<` or `{`. */
const isOpening = (code: number | undefined): boolean => code !== undefined && code >= 9 && code < 127;

function byBytes(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  const little = b === 0 && d === 0 && isOpening(a) && isOpening(c);
  const big = a === 0 && c === 0 && isOpening(b) && isOpening(d);
  if ((a === 0xff && b === 0xfe) || little) return decodeAs(bytes, 'utf-16le', false);
  if ((a === 0xfe && b === 0xff) || big) return decodeAs(bytes, 'utf-16be', false);
  return undefined;
}

function byCharset(bytes: Uint8Array, contentType: string | undefined): string {
  const strictUtf8 = decodeAs(bytes, 'utf-8', true);
  const stated = [charsetOf(contentType), declaredCharset(latin1(bytes, declarationBytes))];
  const labels = stated.filter((label) => label !== undefined);
  for (const label of labels) {
    // `byBytes` has found no UTF-16, so a label of UTF-16 is wrong.
    if (isUnicodeLabel(label) || isLatin(label)) {
      if (strictUtf8 !== undefined) return strictUtf8;
      if (isLatin(label)) break;
      continue;
    }
    const text = decodeAs(bytes, label, false);
    if (text !== undefined) return text;
  }
  if (strictUtf8 !== undefined) return strictUtf8;
  // XML and JSON without a declaration are UTF-8.
  const claimsUtf8 = labels.length === 0 || labels.some(isUnicodeLabel);
  return claimsUtf8 && mostlyUtf8(bytes)
    ? new TextDecoder('utf-8').decode(bytes)
    : new TextDecoder('windows-1252').decode(bytes);
}

/** Servers send these labels with text in any encoding, so valid UTF-8 takes precedence. */
function isLatin(label: string): boolean {
  return /^(?:us-ascii|ascii|iso-?8859-1|latin-?1|windows-1252|cp1252)$/.test(label);
}

/** Whether most characters beyond ASCII are valid UTF-8. Reading them as windows-1252 would garble them all. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return whole > broken * 4;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Decodes by the byte order mark, the HTTP charset, the XML declaration or HTML meta, in this order; else as UTF-8 or
 * windows-1252. Valid UTF-8 wins over a Latin label. Removes control characters except tab and line ends.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): string {
  const text = byBytes(bytes) ?? byCharset(bytes, contentType);
  return text.replace(controls, '');
}
