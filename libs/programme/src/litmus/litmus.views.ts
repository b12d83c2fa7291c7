import { litmusChoice, litmusQuestion, litmusStandings, litmusTestId } from '@mainstay/assessment';
import { category } from '@mainstay/portfolio';
import { z } from 'zod';
import { says, verdict } from './record/says';

export const standing = z.enum(litmusStandings);

/** One question with the latest answer, and beside it what the record says. */
const heldAnswer = litmusQuestion.extend({
  answer: litmusChoice.nullable().describe('Null before the test was taken'),
  note: z.string().nullable(),
  record: says
    .extend({ verdict: verdict.nullable().describe('Null before the test was taken') })
    .nullable()
    .describe('Null where the product records nothing that the question could be held against'),
});

const taking = z.object({
  takenOn: z.iso.date(),
  answers: z.record(z.string(), z.object({ answer: litmusChoice, note: z.string().optional() })),
  yes: z.int(),
  unmet: z.array(z.string()),
  managerId: z.string().nullable().describe('Who led the account then; only of the manager’s test'),
  takenBy: z.string(),
  takenAt: z.iso.datetime(),
  corrections: z.int(),
  reason: z.string().nullable().describe('Of the last correction'),
});

/** A test of one subject, as it stands and as it stood. */
export const litmusView = z.object({
  id: z.string(),
  test: litmusTestId,
  name: z.string(),
  about: z.string(),
  gate: z.int().nullable(),
  questions: z.array(heldAnswer),
  yes: z.int().nullable(),
  standing,
  takenOn: z.iso.date().nullable(),
  old: z.boolean().describe('The last taking is older than twelve months'),
  formerManagerId: z
    .string()
    .nullable()
    .describe('Set where the last taking is that of another manager than the present'),
  differences: z.int().describe('Answers that the record contradicts'),
  takings: z.array(taking).describe('The latest first'),
  version: z.int(),
});
export type LitmusView = z.infer<typeof litmusView>;

const result = z.object({
  yes: z.int(),
  takenOn: z.iso.date(),
  unmet: z.array(z.string()).describe('Ids of the questions without an unambivalent yes'),
  old: z.boolean(),
});

/** One account of the overview. */
export const litmusLine = z.object({
  accountId: z.string(),
  code: z.string(),
  name: z.string(),
  category,
  leadId: z.string().nullable(),
  customer: result.nullable(),
  manager: result.nullable().describe('Of the manager who leads the account now'),
  standing: standing.describe('Of the manager’s test'),
  differences: z.int().describe('Answers of the manager that the record contradicts'),
  due: z.boolean().describe('A key account of which one of the tests has not been taken within twelve months'),
});
export type LitmusLine = z.infer<typeof litmusLine>;
export const litmusLines = z.object({ items: z.array(litmusLine), total: z.int(), next: z.string().nullable() });

export const managerLine = z.object({
  personId: z.string(),
  mean: z.number().nullable().describe('Of the yes answers over the key accounts led; to one decimal, cut'),
  standing,
  answered: z.int(),
  unanswered: z.int().describe('Key accounts led whose test has not been taken; they do not count as no'),
  oldestOn: z.iso.date().nullable(),
  old: z.boolean().describe('One of the takings is older than twelve months'),
});
export type ManagerLine = z.infer<typeof managerLine>;
export const managerLines = z.object({ items: z.array(managerLine) });

export const litmusOverview = z.object({
  on: z.iso.date(),
  partial: z.boolean().describe('The person sees the accounts of some divisions only'),
  qualification: z.enum(['qualified', 'not-qualified', 'undecided']),
  gate: z.int(),
  organisation: z.object({
    yes: z.int().nullable(),
    questions: z.int(),
    standing,
    takenOn: z.iso.date().nullable(),
    old: z.boolean(),
  }),
  managers: z.object({ all: z.int(), passes: z.int(), oneShort: z.int(), notTaken: z.int() }),
  accounts: z
    .object({ all: z.int(), passes: z.int(), oneShort: z.int(), short: z.int(), notTaken: z.int(), due: z.int() })
    .describe('Key accounts, by the manager’s test'),
  customers: z.object({
    all: z.int(),
    taken: z.int(),
    byYes: z.array(z.int()).describe('How many customers have 0, 1, 2 ... yes answers; the field gives no gate'),
  }),
});
export type LitmusOverview = z.infer<typeof litmusOverview>;

const account = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  category,
  leadId: z.string().nullable(),
});
export const accountLitmus = z.object({ on: z.iso.date(), account, customer: litmusView, manager: litmusView });
export const organisationLitmus = z.object({ on: z.iso.date(), organisation: litmusView });
export const managerLitmus = z.object({
  on: z.iso.date(),
  gate: z.int(),
  manager: managerLine,
  accounts: z.array(litmusLine),
});
