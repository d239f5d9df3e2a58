import { createHash, createHmac, randomBytes } from 'node:crypto';

/** The secret part of a new address: 192 bits, shown once and stored as a hash. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** The hash that is stored instead of the secret, and by which a request finds its channel. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A random seed for the ids that readers see, so that these ids don't reveal Discord's. */
export const newSeed = (): string => randomBytes(16).toString('base64url');

/** A permanent id of `text` for readers of this channel: a UUID of version 8 (RFC 9562). */
export function permanentId(seed: string, text: string): string {
  const bytes = createHmac('sha256', seed).update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The path below the public URL. */
export const routeName = 'digest';

/** The three addresses of a channel's digests. */
export function digestAddressesOf(publicUrl: string, secret: string) {
  const page = `${publicUrl}/${routeName}/${secret}`;
  return { page, atom: `${page}.atom`, json: `${page}.json` };
}
