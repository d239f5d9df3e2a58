import { UnpackError, unpack } from '../web/decode.ts';
import { ReadError } from './document.ts';

/** No feed is read that unpacks to more. */
export const unpackedBytesMax = 5 * 1024 * 1024;

/** Why a feed is not read whose bytes can't be unpacked; any other error as it is. */
export function unpackingFailed(error: unknown): unknown {
  if (!(error instanceof UnpackError)) return error;
  if (error.code === 'bad-encoding')
    return new ReadError('broken', 'The feed is packed in a way that can not be read.', error);
  return new ReadError('too-large', 'The feed is larger than 5 MB, which is more than is read.', error);
}

/** Undoes the Content-Encoding of a feed's body. Throws ReadError. */
export async function unpackedFeed(bytes: Uint8Array, packing: string): Promise<Uint8Array> {
  try {
    return await unpack(bytes, packing, unpackedBytesMax);
  } catch (error) {
    throw unpackingFailed(error);
  }
}
