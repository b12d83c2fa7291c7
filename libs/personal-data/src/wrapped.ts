import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// A subject's key as it is stored: nonce, key encrypted with the master key (AES-256-GCM, bound to its owner), tag.

/** 32 bytes each. */
export interface MasterKeys {
  /** Wraps the keys of people. Kept outside the database: without it the stored keys open nothing. */
  readonly masterKey: Buffer;
  /** Opens as well, and wraps nothing: while one master key takes the place of another. */
  readonly alsoKey?: Buffer;
}

/** A key cannot be unwrapped, or taken over. */
export class ForeignKey extends Error {}

const ALGORITHM = 'aes-256-gcm';

/** What a key is bound to: moved to another subject or tenant it cannot be unwrapped. */
export const owner = (tenant: string, subject: string) => JSON.stringify([tenant, subject]);

export function wrap(secret: Buffer, aad: string, masterKey: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, masterKey, nonce).setAAD(Buffer.from(aad));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** @throws ForeignKey where none of the master keys wrapped it */
export function unwrap(wrapped: Buffer, aad: string, masterKeys: readonly Buffer[]): Buffer {
  for (const masterKey of masterKeys) {
    const secret = unwrappedWith(wrapped, aad, masterKey);
    if (secret) return secret;
  }
  throw new ForeignKey('The keys of personal data were wrapped with another master key than the one given.');
}

export function unwrappedWith(wrapped: Buffer, aad: string, masterKey: Buffer): Buffer | undefined {
  const decipher = createDecipheriv(ALGORITHM, masterKey, wrapped.subarray(0, 12));
  decipher.setAAD(Buffer.from(aad)).setAuthTag(wrapped.subarray(-16));
  const secret = decipher.update(wrapped.subarray(12, -16));
  try {
    return Buffer.concat([secret, decipher.final()]);
  } catch {
    return undefined; // the tag does not fit
  }
}
