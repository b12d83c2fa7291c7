import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// A subject's key as it is stored: nonce, key encrypted with the master key (AES-256-GCM, bound to its owner), tag.

const ALGORITHM = 'aes-256-gcm';

/** What a key is bound to: moved to another subject or tenant it cannot be unwrapped. */
export const owner = (tenant: string, subject: string) => JSON.stringify([tenant, subject]);

export function wrap(secret: Buffer, aad: string, masterKey: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, masterKey, nonce).setAAD(Buffer.from(aad));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error where none of the master keys wrapped it */
export function unwrap(wrapped: Buffer, aad: string, masterKeys: readonly Buffer[]): Buffer {
  for (const masterKey of masterKeys) {
    const secret = unwrappedWith(wrapped, aad, masterKey);
    if (secret) return secret;
  }
  throw new Error('The key of a person was wrapped with another master key than the one given.');
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
