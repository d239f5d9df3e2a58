import { createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** The public half of an installation's key, by which everybody can check what it signed. */
export interface PublicKey {
  kty: 'OKP';
  crv: 'Ed25519';
  /** 32 bytes in base64url. */
  x: string;
}

/** What an installation derives from its one secret. All processes of an installation have the same. */
export interface InstallationKey {
  publicKey: PublicKey;
  /** An Ed25519 signature in base64url. */
  sign(text: string): string;
  /** 32 bytes that nobody can compute without the secret; each purpose has its own. */
  derive(purpose: string, text: string): Buffer;
}

/** What precedes the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function createInstallationKey(secret: string): InstallationKey {
  const part = (name: string) => Buffer.from(hkdfSync('sha256', secret, '', `lede ${name}`, 32));
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, part('signing')]), format: 'der', type: 'pkcs8' });
  const deriving = part('deriving');
  return {
    publicKey: createPublicKey(key).export({ format: 'jwk' }) as unknown as PublicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
    derive: (purpose, text) =>
      createHmac('sha256', deriving)
        .update(JSON.stringify([purpose, text]))
        .digest(),
  };
}

/** Whether the owner of the key signed the text. False for a key or signature that isn't one. */
export function isSignedBy(key: PublicKey, text: string, signature: string): boolean {
  let publicKey: KeyObject;
  try {
    publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
  } catch {
    return false;
  }
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'));
}
