import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { businessDate, code, country, line, person, prose } from '../fields';
import { account } from './account';
import {
  categoriseAccount,
  changeAccountDetails,
  recategoriseAccount,
  registerAccount,
  scoreAccount,
} from './account.decisions';
import { category } from './category';

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
});
export type RegisterAccountBody = z.infer<typeof registerAccountBody>;
export class RegisterAccount extends Command<RegisterAccountBody> {}

export const changeAccountDetailsBody = z.strictObject({ ...details, reason: prose }).partial();
export type ChangeAccountDetailsBody = z.infer<typeof changeAccountDetailsBody> & OfAccount;
export class ChangeAccountDetails extends Command<ChangeAccountDetailsBody> {}

export const scoreAccountBody = z.strictObject({
  criteriaVersion: z.int().default(1),
  /** 0 to 10 by criterion id; every criterion of the set needs one. */
  scores: z.record(z.string().max(100), z.number()),
  note: prose.optional(),
});
export type ScoreAccountBody = z.infer<typeof scoreAccountBody> & OfAccount;
export class ScoreAccount extends Command<ScoreAccountBody> {}

export const categoriseAccountBody = z.strictObject({
  category,
  effectiveOn: businessDate,
  reason: prose.default(''),
  /** Who decided, where it is not the person who records it. */
  decidedBy: person.optional(),
});
export type CategoriseAccountBody = z.infer<typeof categoriseAccountBody> & OfAccount;
export class CategoriseAccount extends Command<CategoriseAccountBody> {}

export const recategoriseAccountBody = z.strictObject({
  category,
  effectiveOn: businessDate,
  reason: prose.default(''),
  approvedBy: z.string().trim().max(100).default(''),
  resource: prose.optional(),
});
export type RecategoriseAccountBody = z.infer<typeof recategoriseAccountBody> & OfAccount;
export class RecategoriseAccount extends Command<RecategoriseAccountBody> {}

export const accountCommands = bind(account, [
  [RegisterAccount, registerAccount],
  [ChangeAccountDetails, changeAccountDetails],
  [ScoreAccount, scoreAccount],
  [CategoriseAccount, categoriseAccount],
  [RecategoriseAccount, recategoriseAccount],
]);
