import { randomInt, scryptSync, timingSafeEqual, randomBytes } from 'node:crypto';

/** Without letters and digits that are taken for one another when read out. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four, about 79 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join(
    '-',
  );

export function hashOf(password: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${scryptSync(password, salt, 32).toString('base64url')}`;
}

export function matches(password: string, hash: string): boolean {
  const [salt, expected] = hash.split('.').map((part) => Buffer.from(part, 'base64url'));
  return timingSafeEqual(scryptSync(password, salt!, 32), expected!);
}
