import { generateKeyPair, hash, type JsonWebKey, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export type SigningKey = JsonWebKey & { kid: string; alg: 'RS256'; use: 'sig' };

/** Reads the signing key, or makes one that only the owner of the file can read. */
export async function signingKey(file: string): Promise<SigningKey> {
  return (await read(file)) ?? (await make(file));
}

async function read(file: string): Promise<SigningKey | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as SigningKey;
  } catch {
    throw new Error(`${file}: does not hold a signing key; remove it to have a new one made.`);
  }
}

async function make(file: string): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const key: SigningKey = { ...jwk, kid: hash('sha256', jwk.n!, 'base64url'), alg: 'RS256', use: 'sig' };
  // Written beside and then renamed, so that a start that is cut off never leaves half a key.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(key), { mode: 0o600, flag: 'wx' });
  await rename(draft, file);
  return key;
}
