import { brotliDecompress, gunzip, gunzipSync, inflate, inflateRaw } from 'node:zlib';

/** Thrown when a body unpacks to more than the limit, or not at all. */
export class UnpackError extends Error {
  readonly code: 'too-large' | 'bad-encoding';
  constructor(code: 'too-large' | 'bad-encoding', cause?: unknown) {
    super(code === 'too-large' ? 'The body unpacks to more than the limit' : 'The body can not be unpacked', { cause });
    this.name = 'UnpackError';
    this.code = code;
  }
}

type Unpacker = typeof gunzip;

const hasGzipMagic = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
const hasZlibHeader = (bytes: Uint8Array): boolean => {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
};

function unpackerFor(encoding: string, bytes: Uint8Array): Unpacker | undefined {
  if (encoding === 'gzip' || encoding === 'x-gzip') return hasGzipMagic(bytes) ? gunzip : undefined;
  if (encoding === 'br') return brotliDecompress as Unpacker;
  if (encoding === 'deflate') return hasZlibHeader(bytes) ? inflate : (inflateRaw as Unpacker);
  return undefined;
}

const flushEarly = { gzip: 2, br: 1 } as const;
/** Below this the way to another thread costs more than unpacking, which even a bomb ends within some milliseconds. */
const atOnceBytesMax = 64 * 1024;
const chunkBytesMin = 1024;
const chunkBytesMax = 512 * 1024;

/**
 * Its last four bytes tell the unpacked length, so that one buffer takes it all; a file that lies there is only slower.
 */
function chunkSizeFor(gzip: Uint8Array): number {
  if (gzip.byteLength < 4) return chunkBytesMin;
  const told = new DataView(gzip.buffer, gzip.byteOffset, gzip.byteLength).getUint32(gzip.byteLength - 4, true);
  return Math.min(Math.max(told + 1, chunkBytesMin), chunkBytesMax);
}

function gunzipAtOnce(bytes: Uint8Array, bytesMax: number): Uint8Array {
  try {
    const chunkSize = chunkSizeFor(bytes);
    return gunzipSync(bytes, { maxOutputLength: bytesMax, finishFlush: flushEarly.gzip, chunkSize });
  } catch (error) {
    throw new UnpackError(error instanceof Error && isTooLarge(error) ? 'too-large' : 'bad-encoding', error);
  }
}

async function unpackOnce(unpacker: Unpacker, bytes: Uint8Array, bytesMax: number): Promise<Uint8Array> {
  if (unpacker === gunzip && bytes.length <= atOnceBytesMax) return gunzipAtOnce(bytes, bytesMax);
  const finishFlush = unpacker === (brotliDecompress as Unpacker) ? flushEarly.br : flushEarly.gzip;
  return new Promise((resolve, reject) => {
    unpacker(bytes, { maxOutputLength: bytesMax, finishFlush }, (error, result) => {
      if (!error) resolve(result);
      else reject(new UnpackError(isTooLarge(error) ? 'too-large' : 'bad-encoding', error));
    });
  });
}

function isTooLarge(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/**
 * Undoes `Content-Encoding` (gzip, br, deflate with or without its header, several in a row), never holding more than
 * `bytesMax` unpacked. A cut-off body gives what came; one that only claims to be gzip is returned as it is. Throws
 * UnpackError.
 */
export async function unpack(bytes: Uint8Array, contentEncoding: string, bytesMax: number): Promise<Uint8Array> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'identity');
  if (encodings.length > 3) throw new UnpackError('bad-encoding');
  let current = bytes;
  for (const encoding of encodings.reverse()) {
    if (current.length === 0) return current;
    const unpacker = unpackerFor(encoding, current);
    if (unpacker) current = await unpackOnce(unpacker, current, bytesMax);
    else if (!encoding.endsWith('gzip')) throw new UnpackError('bad-encoding');
  }
  return current;
}

const gzipHeaderBytes = 10;
/** Flags of a gzip header: what follows on it. */
const gzipHas = { checksum: 2, extra: 4, name: 8, comment: 16 } as const;

/**
 * Packed bytes without the header of gzip, into which some servers write the time, or a name of random letters against
 * guessing: the rest is the same for the same content.
 */
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

/**
 * A body that is itself a gzip file (`feed.xml.gz`, or a server that forgot the header), unpacked at most twice. Throws
 * UnpackError.
 */
export function unzipped(bytes: Uint8Array, bytesMax: number): Uint8Array {
  let current = bytes;
  for (let depth = 0; depth < 2 && hasGzipMagic(current); depth++) current = gunzipAtOnce(current, bytesMax);
  return current;
}

const declarationBytes = 1024;

function latin1(bytes: Uint8Array, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length)).toString('latin1');
}

/** The charset that an HTTP Content-Type states, lower case. */
function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([^"';\s,]{1,40})/i.exec(contentType?.slice(0, 500) ?? '')?.[1]?.toLowerCase();
}

function declaredCharset(head: string): string | undefined {
  const xml = /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  const meta = xml ?? /<meta[^>]{1,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  return meta?.toLowerCase();
}

function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

const easternPages = new Map([
  ['932', 'shift_jis'],
  ['936', 'gbk'],
  ['949', 'euc-kr'],
  ['950', 'big5'],
]);

/** What the Encoding Standard calls the encodings that Windows, Java and Python know by labels of their own. */
function standardLabel(label: string): string {
  const page = /^(?:cp|ms|win|windows)[-_]?(\d{3,5})$/.exec(label)?.[1];
  return page ? (easternPages.get(page) ?? `windows-${page}`) : label.replaceAll('_', '-');
}

/** The label as stated where it is known, so that what is said of Latin and Unicode labels holds for every spelling. */
function knownLabel(stated: string): string {
  if (isUnicodeLabel(stated) || isLatin(stated)) return stated;
  try {
    new TextDecoder(stated);
    return stated;
  } catch {
    return standardLabel(stated);
  }
}

function isUnicodeLabel(label: string): boolean {
  return /^(?:utf-?8|utf-?16(?:le|be)?|ucs-?2|iso-10646-ucs-2|unicode)$/.test(label);
}

function utf32(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  const little = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0x3c && b === 0 && c === 0 && d === 0);
  const big = (a === 0 && b === 0 && c === 0xfe && d === 0xff) || (a === 0 && b === 0 && c === 0 && d === 0x3c);
  if (!little && !big) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    parts.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts.join('').replace(/^\ufeff/, '');
}

/** As a document without a mark begins: white space, `<` or `{`. */
const isOpening = (code: number | undefined): boolean => code !== undefined && code >= 9 && code < 127;

function byBytes(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  const wide = utf32(bytes);
  if (wide !== undefined) return wide;
  const little = b === 0 && d === 0 && isOpening(a) && isOpening(c);
  const big = a === 0 && c === 0 && isOpening(b) && isOpening(d);
  if ((a === 0xff && b === 0xfe) || little) return decodeAs(bytes, 'utf-16le', false);
  if ((a === 0xfe && b === 0xff) || big) return decodeAs(bytes, 'utf-16be', false);
  return undefined;
}

function byCharset(bytes: Uint8Array, contentType: string | undefined): string {
  const strictUtf8 = decodeAs(bytes, 'utf-8', true);
  const stated = [charsetOf(contentType), declaredCharset(latin1(bytes, declarationBytes))];
  const labels = stated.map((label) => (label === undefined ? undefined : knownLabel(label)));
  for (const label of labels) {
    if (label === undefined) continue;
    // A document that we could search for its declaration is not UTF-16, whatever it declares.
    if (isUnicodeLabel(label) || isLatin(label)) {
      if (strictUtf8 !== undefined) return strictUtf8;
      if (isLatin(label)) break;
      continue;
    }
    const text = decodeAs(bytes, label, false);
    if (text !== undefined) return text;
  }
  if (strictUtf8 !== undefined) return strictUtf8;
  // What declares nothing is UTF-8 to XML and JSON.
  const declared = labels.filter((label) => label !== undefined);
  const claimsUtf8 = declared.length === 0 || declared.some(isUnicodeLabel);
  return claimsUtf8 && mostlyUtf8(bytes)
    ? new TextDecoder('utf-8').decode(bytes)
    : new TextDecoder('windows-1252').decode(bytes);
}

/** Labels that servers send for anything; text that happens to be valid UTF-8 beyond ASCII is UTF-8. */
function isLatin(label: string): boolean {
  return /^(?:us-ascii|ascii|iso-?8859-1|latin-?1|windows-1252|cp1252)$/.test(label);
}

/** One broken character in a long document should not turn all others into mojibake. */
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
 * Bytes to text: byte order mark, then the HTTP charset, then the XML declaration or HTML meta, then UTF-8, then
 * windows-1252. A declared UTF-8 that is none, and an unknown label, are passed over. Control characters (C0 but tab
 * and line ends) are removed.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): string {
  const text = byBytes(bytes) ?? byCharset(bytes, contentType);
  return text.replace(controls, '');
}
