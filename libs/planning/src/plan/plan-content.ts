import { z } from 'zod';

const id = z.string().regex(/^[\w-]{1,60}$/, 'must be 1 to 60 letters, digits, dashes or underscores');
const line = z.string().trim().min(1, 'must not be empty').max(300, 'must be at most 300 characters');
const prose = z.string().trim().max(10_000, 'must be at most 10000 characters');
const day = z.iso.date('must be a date such as 2025-03-03');
const person = z.string().trim().min(1, 'must be a person').max(100);
const amount = z.number().min(-1e12, 'is too small').max(1e12, 'is too large');
/** Whole units of the tenant's currency. */
const money = z.int('must be a whole number').min(-1e12, 'is too small').max(1e12, 'is too large');
const year = z.int().min(2000, 'must be from 2000').max(2100, 'must be to 2100');

export const actionStates = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** An account plan as a whole document: relationship plan, revenue plan, action plan, and what they rest on. */
export const planContent = z.strictObject({
  /** Years that the plan looks ahead, the present one included. */
  horizonYears: z.int().min(1).max(10, 'must be at most 10'),
  /** Whom we know, whom we should know, how we get there. Paragraphs are set apart by an empty line. */
  relationshipPlan: prose,
  /** What the account is to bring, and from where. */
  revenuePlan: prose,
  criticalSuccessFactors: z.array(z.strictObject({ id, text: line })).max(20),
  objectives: z
    .array(
      z.strictObject({
        id,
        title: line,
        /** What is counted. */
        measure: line,
        baseline: amount.nullable().default(null),
        target: amount,
        unit: z.string().trim().max(40),
        dueOn: day,
      }),
    )
    .max(50),
  actions: z
    .array(
      z.strictObject({
        id,
        title: line,
        ownerId: person,
        dueOn: day,
        state: z.enum(actionStates),
        /** The objective it serves. */
        objectiveId: id.nullable().default(null),
      }),
    )
    .max(200),
  forecast: z
    .array(z.strictObject({ year, divisionId: z.string().min(1).max(100), revenue: money, margin: money }))
    .max(500),
});
export type PlanContent = z.infer<typeof planContent>;
