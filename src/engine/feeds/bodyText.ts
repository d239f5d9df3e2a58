import { decodeText, UnpackError, unpack } from '../text/decode.ts';
import { type ReadContext, ReadError } from './document.ts';

const unpackedBytesMax = 5 * 1024 * 1024;

/** Unpacks and decodes a received document. Call it in a worker thread. Throws ReadError. */
export function bodyText(bytes: Uint8Array, { packing, contentType }: Partial<ReadContext> = {}): string {
  return decodeText(unpackedBody(bytes, packing), contentType);
}

/** Unpacks a received document. Call it in a worker thread. Throws ReadError. */
export function unpackedBody(bytes: Uint8Array, packing = ''): Uint8Array {
  try {
    return unpack(bytes, packing, unpackedBytesMax);
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    if (error.code === 'bad-encoding')
      throw new ReadError('broken', 'The feed is packed in a way that can not be read.', error);
    throw new ReadError('too-large', 'The feed is larger than 5 MB, which is more than is read.', error);
  }
}
