import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the text of a variable may look like. The sentence that a person reads is the variable's `rule`. */
export const text = z.string().min(1);

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

export const share = z
  .string()
  .regex(/^(0|1|0?\.\d+)$/)
  .transform(Number)
  .pipe(z.number().min(0).max(1));

export const yesOrNo = z.enum(['yes', 'no']).transform((answer) => answer === 'yes');

/** An http or https address without credentials; a slash at its end is left out. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .regex(/^[^@]*$/)
  .transform((address) => address.replace(/\/+$/, ''));

export const origin = webAddress.pipe(z.string().regex(/^https?:\/\/[^/?#]+$/));

export const issuer = webAddress.pipe(z.string().regex(/^https?:\/\/.+\/realms\/[^/]+$/));

export const adminAddress = webAddress.pipe(z.string().regex(/\/admin\/realms\/[^/]+$/));

export const postgresAddress = z.url({ protocol: /^postgres(ql)?$/ });

export const eventStoreAddress = z.url({ protocol: /^(esdb|kurrentdb)(\+discover)?$/ });

export const networks = z
  .string()
  .regex(/^[\da-fA-F.:]+(\/\d{1,3})?(\s*,\s*[\da-fA-F.:]+(\/\d{1,3})?)*$/)
  .transform((list) => list.split(',').map((network) => network.trim()));

export const brokers = z
  .string()
  .regex(/^[^\s,:]+:\d{1,5}(\s*,\s*[^\s,:]+:\d{1,5})*$/)
  .transform((list) => list.split(',').map((broker) => broker.trim()));

/** A file of which at least the first certificate can be read. */
export const certificateFile = text.refine((file) => {
  try {
    return Boolean(new X509Certificate(readFileSync(file)));
  } catch {
    return false;
  }
});

/** 32 bytes. */
export const key = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .transform((base64) => Buffer.from(base64, 'base64'));
