import { paging } from '@mainstay/http';
import { category, healthWeights, relationshipLevels } from '@mainstay/portfolio';
import { z } from 'zod';
import { healthBands } from './health';

const part = (follows: string) => z.int().nullable().describe(`0 to 100; null where it is not known. ${follows}`);
const band = z.enum(healthBands);
const level = z.enum(relationshipLevels);
const day = z.iso.date().nullable();

export const healthLine = z.object({
  accountId: z.string(),
  code: z.string(),
  name: z.string(),
  category,
  leadId: z.string().nullable(),
  divisionIds: z.array(z.string()),
  countries: z.array(z.string()),
  spend: z.number().describe("In whole units of the tenant's currency, a year"),
  level: level.nullable().describe('Of the relationship, in effect on the day of the page'),
  health: z.int().nullable().describe('0 to 100; null where fewer than two parts that count are known'),
  band: band.nullable().describe('good from 70, watch from 40, at-risk below'),
  parts: z.object({
    plan: part('A live plan 100, a stale one 40, none 0'),
    contact: part('50 for somebody of board or senior level known, 50 for being in touch within 90 days'),
    level: part('commodity 0, enhanced 33, collaborative 67, partner 100'),
    alignment: part("The customer's mean of the latest review of twelve months, times ten"),
    growth: part('-10 % a year or less 0, 10 % or more 100, between them in proportion'),
    readiness: part("Of the questions of the customer's litmus test those answered with a plain yes"),
  }),
});
export type HealthLine = z.infer<typeof healthLine>;

export const accountHealth = healthLine.extend({
  weights: healthWeights,
  follows: z
    .object({
      planTouchedOn: day,
      contacts: z.int(),
      seniors: z.int().describe('Of board or senior level whom somebody of ours knows'),
      lastContactOn: day,
      levelOn: day,
      aligned: z.number().nullable().describe('0 to 10'),
      alignedOn: day,
      growth: z.number().nullable().describe('Per cent a year'),
      ready: z.int().nullable(),
      readyOf: z.int().nullable(),
      readyOn: day,
    })
    .describe('What each part follows from'),
});
export type AccountHealth = z.infer<typeof accountHealth>;

const id = z.string().max(100).optional();
const sorts = ['health', '-health', 'name', '-name', 'spend', '-spend'] as const;
export const healthFilter = z.object({
  q: z.string().trim().max(100).optional().describe('Part of name or code'),
  band: z
    .enum([...healthBands, 'not-known'])
    .optional()
    .describe('not-known: too few parts are known'),
  category: category.optional(),
  leadId: id.describe('`none`: accounts that nobody leads'),
  divisionId: id.describe('`none`: accounts that trade with no division'),
  country: id.describe('`none`: accounts without a country'),
  level: z
    .enum([...relationshipLevels, 'none'])
    .optional()
    .describe('none: no level was ever set'),
  mine: z.enum(['true', 'false']).optional().describe('Led by me, or in whose team I am'),
  sort: z.enum(sorts).default('health').describe('A leading minus sorts downwards; what is not known comes last'),
});
export type HealthFilter = z.infer<typeof healthFilter>;
export const healthPage = healthFilter.extend({
  ...paging,
});
export type HealthPage = z.infer<typeof healthPage>;

export const healthLines = z.object({
  items: z.array(healthLine),
  total: z.int(),
  mean: z.int().nullable().describe('Of the accounts listed whose health is known'),
  atRisk: z.int().describe('Of the accounts listed'),
  next: z.string().nullable(),
});
