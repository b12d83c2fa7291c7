import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { code, country, line, person, prose } from '../fields';
import { account } from './account';
import { changeAccountDetails, registerAccount, scoreAccount } from './account.decisions';

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

export const accountCommands = bind(account, [
  [RegisterAccount, registerAccount],
  [ChangeAccountDetails, changeAccountDetails],
  [ScoreAccount, scoreAccount],
]);
