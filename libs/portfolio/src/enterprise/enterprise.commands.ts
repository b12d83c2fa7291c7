import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { code, line, person } from '../fields';
import { amendDivision, describeEnterprise, enterprise, openDivision } from './enterprise';

export const describeEnterpriseBody = z.strictObject({
  name: line(120),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters, such as EUR'),
  capacity: z.int().min(1, 'must be at least 1').max(100_000).nullable(),
  planReviewDays: z.int().min(1).max(730).default(90),
});
export type DescribeEnterpriseBody = z.infer<typeof describeEnterpriseBody>;
export class DescribeEnterprise extends Command<DescribeEnterpriseBody> {}

export const openDivisionBody = z.strictObject({ code, name: line(120), headId: person.optional() });
export type OpenDivisionBody = z.infer<typeof openDivisionBody> & { divisionId: string };
export class OpenDivision extends Command<OpenDivisionBody> {}

export const amendDivisionBody = z.strictObject({
  name: line(120).optional(),
  /** Null: the division has no head for now. */
  headId: person.nullable().optional(),
});
export type AmendDivisionBody = z.infer<typeof amendDivisionBody> & { divisionId: string };
export class AmendDivision extends Command<AmendDivisionBody> {}

export const enterpriseCommands = bind(enterprise, [
  [DescribeEnterprise, describeEnterprise],
  [OpenDivision, openDivision],
  [AmendDivision, amendDivision],
]);
