import { paging } from '@mainstay/http';
import { category, upAndDown } from '@mainstay/portfolio';
import { z } from 'zod';
import { cuts } from './groups';

const sums = {
  accounts: z.int(),
  keyAccounts: z.int(),
  spend: z.number().describe("In whole units of the tenant's currency, a year"),
  health: z.int().nullable().describe('Mean of the accounts whose health is known'),
  atRisk: z.int(),
};
const divisionId = z.string().max(100).optional().describe('Only accounts that trade with this division');
export const viewQuery = z.object({ by: z.enum(cuts).default('category'), divisionId });
export type ViewQuery = z.infer<typeof viewQuery>;
export const viewAnswer = z.object({
  groups: z
    .array(z.object({ key: z.string().describe('An id or a value of the cut; `none` where there is none'), ...sums }))
    .describe('An account that crosses divisions or countries is in each of them'),
  total: z.object(sums).describe('Each account once'),
});
export type ViewAnswer = z.infer<typeof viewAnswer>;

export const candidatesFilter = z.object({
  divisionId,
  sort: z
    .enum(upAndDown('name', 'category', 'since', 'raised', 'money', 'hours', 'people', 'lastOn'))
    .default('-money')
    .describe('A leading minus sorts downwards'),
});
export type CandidatesFilter = z.infer<typeof candidatesFilter>;
export const candidatesPage = candidatesFilter.extend(paging);
export type CandidatesPage = z.infer<typeof candidatesPage>;
const candidate = z.object({
  accountId: z.string(),
  code: z.string(),
  name: z.string(),
  category,
  leadId: z.string().nullable(),
  spend: z.number(),
  commoditySince: z.iso.date().describe('From when on it has been at commodity, without a break'),
  everRaised: z.boolean(),
  money: z.number().describe('A year; what came less what left, in twelve months'),
  hours: z.number().describe('A month'),
  people: z.number(),
  lastInvestedOn: z.iso.date(),
});
export type Candidate = z.infer<typeof candidate>;
export const candidatesAnswer = z.object({
  items: z.array(candidate),
  total: z.int(),
  next: z.string().nullable(),
});
export type Candidates = z.infer<typeof candidatesAnswer>;

const day = z.iso.date('must be a date such as 2025-03-03').optional();
export const clocks = ['effective', 'recorded'] as const;
export const movementQuery = z.object({
  divisionId,
  from: day.describe('The first day; a year before the last where it is left out'),
  to: day.describe('The last day; that of the page where it is left out'),
  clock: z
    .enum(clocks)
    .default('effective')
    .describe('effective: by business date, as decisions stand; recorded: as the records said at either end'),
});
export type MovementQuery = z.infer<typeof movementQuery>;
export const movementAnswer = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  flows: z.array(z.object({ from: category, to: category, accounts: z.int(), spend: z.number() })),
});
export const movedQuery = movementQuery.extend({
  before: category,
  after: category,
  sort: z.enum(upAndDown('name', 'spend')).default('name').describe('A leading minus sorts downwards'),
  ...paging,
});
export type MovedQuery = z.infer<typeof movedQuery>;
export const movedAnswer = z.object({
  items: z.array(z.object({ accountId: z.string(), code: z.string(), name: z.string(), spend: z.number() })),
  total: z.int(),
  next: z.string().nullable(),
});
export type MovedAnswer = z.infer<typeof movedAnswer>;
