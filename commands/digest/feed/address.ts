import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ChannelId } from '../../../src/ids.ts';
import type { InstallationKey } from '../../../src/installationKey.ts';

/**
 * The secret part of a channel's address. It is derived from the installation's key and the stored seed, so it can be
 * shown again, but the database or the key alone doesn't reveal it.
 */
export const secretOf = (key: InstallationKey, seed: string): string =>
  key.derive('digest address', seed).subarray(0, 24).toString('base64url');

/** What is stored to find the channel by its secret. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function newAddress(key: InstallationKey): { seed: string; address: string } {
  const seed = randomBytes(16).toString('base64url');
  return { seed, address: hashOfSecret(secretOf(key, seed)) };
}

/** Compares in a time that does not tell where the two differ. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(hashOfSecret(one)), Buffer.from(hashOfSecret(other)));

/** A permanent id that doesn't reveal Discord's ids: a UUID of version 8 (RFC 9562). */
function idOf(key: InstallationKey, purpose: string, text: string): string {
  const bytes = key.derive(purpose, text).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const chainIdOf = (key: InstallationKey, channelId: ChannelId): string => idOf(key, 'digest chain', channelId);
export const changeIdOf = (key: InstallationKey, change: string): string => idOf(key, 'change', change);
export const digestIdOf = (key: InstallationKey, deliveryId: string): string => idOf(key, 'digest', deliveryId);

/** The paths below the public URL. */
export const routeNames = { digest: 'digest', key: 'key' } as const;

/** The three addresses of a channel's digests. */
export function addressesOf(publicUrl: string, secret: string) {
  const page = `${publicUrl}/${routeNames.digest}/${secret}`;
  return { page, atom: `${page}.atom`, json: `${page}.json` };
}
