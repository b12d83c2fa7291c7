import { createHash } from 'node:crypto';

/** A number from 0 (inclusive) to 1 that is always the same for the same words: the demo is one story, told alike each time. */
export function share(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 2 ** 32;
}

export const pick = <T>(from: readonly T[], ...words: (string | number)[]): T =>
  from[Math.floor(share(...words) * from.length)]!;
