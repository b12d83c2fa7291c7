import { createHash } from 'node:crypto';
import { type Answer, linksOf } from './answer';

/** A file that counts as evidence of an action, by what is in it. */
export interface KeptFile {
  readonly actionId: string;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** Date of what the file shows. */
  readonly evidenceOn?: string;
}

/**
 * SHA-256, in hexadecimal, of everything that was said and shown: two audits have the same only when every answer, its
 * evidence and the bytes of every file are the same. Who said it and when is not part of it.
 */
export function digestOf(
  catalogueVersion: number,
  answers: Readonly<Record<string, Answer>>,
  files: readonly KeptFile[],
): string {
  const lines = Object.entries(answers)
    .map(([actionId, answer]) => [actionId, ...partsOf(answer)] as const)
    .sort(([one], [other]) => order(one, other));
  const kept = files.map(({ actionId, sha256 }) => `${actionId} ${sha256}`).sort(order);
  return createHash('sha256')
    .update(JSON.stringify([catalogueVersion, lines, kept]))
    .digest('hex');
}

const partsOf = (answer: Answer) => [
  'score' in answer ? answer.score : null,
  'notRelevant' in answer ? answer.because : null,
  answer.evidence ?? null,
  answer.evidenceOn ?? null,
  answer.confidence ?? null,
  linksOf(answer).map(({ url, title }) => [url, title ?? null]),
];

/** By code point, the same on every machine. */
const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
