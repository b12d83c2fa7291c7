import { z } from 'zod';

/** Fields that several requests share, with the rule each states to the person who fills it in. */

/** One line of text. */
export const line = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must be at most ${most} characters`);

/** Several lines of text; empty is allowed, so that the domain can say why it is needed. */
export const prose = z.string().trim().max(4_000, 'must be at most 4000 characters');

/** A person's stable id. */
export const person = z.string().trim().min(1, 'must be a person').max(100);

export const businessDate = z.iso.date('must be a date such as 2025-03-03');

const codeRule = 'must be 1 to 20 letters, digits, dots, dashes or underscores';
export const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9._-]{0,19}$/, codeRule);

export const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'must be a country code of two letters, such as DE');
