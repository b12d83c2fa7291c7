import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** Personal data as an event or a row keeps it: `1.<key id>.<nonce>.<tag>.<ciphertext>`, each part base64url. */
export const sealed = z.object({ enc: z.string().regex(/^1(\.[\w-]*){4}$/) });
export type Sealed = z.infer<typeof sealed>;

/** The bytes are not what was sealed for this subject: somebody changed or moved them. */
export class Tampered extends Error {
  constructor() {
    super('Sealed personal data cannot be opened: it is not what was sealed for this subject.');
    this.name = 'Tampered';
  }
}

export interface SubjectKey {
  /** Tells a key from one made for the same subject after an erasure. */
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Buffer;
}

export const newSubjectKey = (): SubjectKey => ({ id: randomBytes(9).toString('base64url'), secret: randomBytes(32) });

/**
 * AES-256-GCM. The nonce follows from key and text, so that the same text of the same subject seals to the same bytes:
 * a repeated request is recognised as such, and a change to the same value as no change.
 */
export function encrypt(key: SubjectKey, owner: string, text: string): Sealed {
  const nonce = createHmac('sha256', key.secret).update(`nonce\0${owner}\0${text}`).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(Buffer.from(owner));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = [nonce, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'));
  return { enc: ['1', key.id, ...parts].join('.') };
}

/** @throws Tampered */
export function decrypt(key: SubjectKey, owner: string, { enc }: Sealed): string {
  const [, , nonce, tag, ciphertext] = enc.split('.').map((part) => Buffer.from(part, 'base64url'));
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.secret, nonce!, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag!);
    return Buffer.concat([decipher.update(ciphertext!), decipher.final()]).toString('utf8');
  } catch {
    throw new Tampered();
  }
}

export const keyIdOf = ({ enc }: Sealed): string => enc.split('.')[1]!;
