import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { code, country, line, person, prose } from '../fields';
import type { CriteriaSet } from '../criteria/criteria';
import { account } from './account';
import {
  archiveAccount,
  changeAccountDetails,
  registerAccount,
  restoreAccount,
  scoreAccount,
} from './account.decisions';

interface OfAccount {
  readonly accountId: string;
}

const details = {
  name: line(200),
  industry: z.string().trim().max(120),
  countries: z.array(country).max(250).transform(sortedOnce),
  divisionIds: z.array(z.string().min(1).max(100)).max(200).transform(sortedOnce),
  leadId: person.nullable(),
  sponsorId: person.nullable(),
  spend: z.int('must be a whole number').min(0, 'must not be negative').max(1e15),
};

const site = line(120).regex(/^[^;|\r\n]*$/, 'must be one line without ; or |');
const digits = (text: string) => text.replace(/[\s.-]/g, '');

/** Facts that many accounts do without. */
export const furtherFacts = {
  /** The account of the customer's parent. */
  parentId: z.string().trim().min(1, 'must be an account').max(100).nullable().optional(),
  sites: z
    .array(site)
    .max(200)
    .transform((sites) => [...new Set(sites)])
    .optional(),
  crmId: line(100).nullable().optional(),
  duns: z
    .string()
    .transform(digits)
    .pipe(z.string().regex(/^\d{9}$/, 'must be a D-U-N-S number of nine digits'))
    .nullable()
    .optional(),
  vat: z
    .string()
    .transform((text) => digits(text).toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2}[A-Z0-9+*]{2,13}$/, 'must begin with the two letters of its country'))
    .nullable()
    .optional(),
  potential: z.int('must be a whole number').min(0, 'must not be negative').max(1e15).nullable().optional(),
  growth: z.number().min(-100, 'must be -100 or more').max(10_000, 'must be at most 10000').nullable().optional(),
};

/** Lists that are sets, so that their order makes no change. */
function sortedOnce(values: string[]): string[] {
  return [...new Set(values)].sort();
}

export const registerAccountBody = z.strictObject({
  code,
  name: details.name,
  industry: details.industry.default(''),
  countries: details.countries.prefault([]),
  divisionIds: details.divisionIds.prefault([]),
  leadId: details.leadId.default(null),
  sponsorId: details.sponsorId.default(null),
  spend: details.spend.default(0),
  ...furtherFacts,
});
export type RegisterAccountBody = z.infer<typeof registerAccountBody>;
export class RegisterAccount extends Command<RegisterAccountBody> {}

export const changeAccountDetailsBody = z.strictObject({ ...details, ...furtherFacts, reason: prose }).partial();
export type ChangeAccountDetailsBody = z.infer<typeof changeAccountDetailsBody> & OfAccount;
export class ChangeAccountDetails extends Command<ChangeAccountDetailsBody> {}

export const archiveAccountBody = z.strictObject({ reason: prose.default('') });
export type ArchiveAccountBody = z.infer<typeof archiveAccountBody> & OfAccount;
export class ArchiveAccount extends Command<ArchiveAccountBody> {}
export class RestoreAccount extends Command<ArchiveAccountBody> {}

export const criterionNotes = z.record(z.string().max(100), prose);

export const scoreAccountBody = z.strictObject({
  /** The version in force where left out. */
  criteriaVersion: z.int().optional(),
  /** 0 to 10 by criterion id; every criterion of the set needs one. */
  scores: z.record(z.string().max(100), z.number()),
  note: prose.optional(),
  /** By criterion: what supports the score; where it follows from a fact and was typed over, the reason. */
  notes: criterionNotes.optional(),
});
export type ScoreAccountBody = z.infer<typeof scoreAccountBody> &
  OfAccount & {
    /** The enterprise's criteria of that version; undefined where there is no such version. */
    readonly set: CriteriaSet | undefined;
  };
export class ScoreAccount extends Command<ScoreAccountBody> {}

export const accountCommands = bind(account, [
  [RegisterAccount, registerAccount],
  [ChangeAccountDetails, changeAccountDetails],
  [ArchiveAccount, archiveAccount],
  [RestoreAccount, restoreAccount],
  [ScoreAccount, scoreAccount],
]);
