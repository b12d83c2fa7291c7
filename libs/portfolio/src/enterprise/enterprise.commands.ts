import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { approvals } from '../account/category';
import { code, line, person, prose } from '../fields';
import {
  amendDivision,
  describeEnterprise,
  enterprise,
  openDivision,
  setApprovalRule,
  setHealthWeights,
} from './enterprise';
import { healthWeights } from './health-weights';

export const describeEnterpriseBody = z.strictObject({
  name: line(120),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters, such as EUR'),
  capacity: z.int().min(1, 'must be at least 1').max(100_000).nullable(),
  planReviewDays: z.int().min(1).max(730).default(90),
});
export type DescribeEnterpriseBody = z.infer<typeof describeEnterpriseBody>;
export class DescribeEnterprise extends Command<DescribeEnterpriseBody> {}

const people = z.enum(approvals);
export const setApprovalRuleBody = z.strictObject({
  select: people,
  up: people,
  down: people,
  'de-select': people,
  reason: prose.default(''),
});
export type SetApprovalRuleBody = z.infer<typeof setApprovalRuleBody>;
export class SetApprovalRule extends Command<SetApprovalRuleBody> {}

export const setHealthWeightsBody = z.strictObject({ ...healthWeights.shape, reason: prose.default('') });
export type SetHealthWeightsBody = z.infer<typeof setHealthWeightsBody>;
export class SetHealthWeights extends Command<SetHealthWeightsBody> {}

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
  [SetApprovalRule, setApprovalRule],
  [SetHealthWeights, setHealthWeights],
  [OpenDivision, openDivision],
  [AmendDivision, amendDivision],
]);
