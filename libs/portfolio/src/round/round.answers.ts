import { z } from 'zod';
import { category, suggestion } from '../account/category';
import { paging, tableFormat } from '@mainstay/http';
import { roundStates } from './round-sql';

const scorer = z.object({
  scorerId: z.string(),
  accounts: z.int().describe('Assigned to the person'),
  given: z.int().describe('Of these, those that the person has scored'),
  remindedAt: z.string().nullable(),
});

const counts = z.object({
  accounts: z.int(),
  unassigned: z.int().describe('Without any scorer'),
  scoring: z.int().describe('Waiting for scorers'),
  'to-settle': z.int().describe('Scored by all assigned, and not settled'),
  move: z.int().describe('Settled, and the scores suggest another category: to be decided'),
  stays: z.int().describe('Settled where they are'),
  accepted: z.int(),
  refused: z.int(),
});
export type RoundCounts = z.infer<typeof counts>;

const line = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['open', 'closed']),
  criteriaVersion: z.int().nullable().describe('Null while the criteria that it was opened under are still a draft'),
  dueOn: z.string(),
  openedBy: z.string(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  counts,
});
export type RoundLine = z.infer<typeof line>;

export const roundsAnswer = z.object({ items: z.array(line) });

export const roundAnswer = line.extend({
  version: z.int().describe('Accounts and events of the round'),
  underDraft: z.boolean().describe('Opened under criteria that were not published yet'),
  criteriaName: z.string(),
  filter: z.record(z.string(), z.string()),
  reason: z.string(),
  closedBy: z.string().nullable(),
  closeReason: z.string().nullable(),
  unplaced: z.int().describe('Settled accounts that the matrix does not show so yet'),
  scorers: z.array(scorer),
  capacity: z.object({
    capacity: z.int().nullable().describe('Key accounts the programme can serve; null where it has not said'),
    before: z.int().describe('Key accounts today'),
    proposed: z.int().describe('Key accounts if every proposal that waits for approval is approved'),
    suggested: z.int().describe('And if every move that the round still suggests is accepted too'),
  }),
});
export type RoundAnswer = z.infer<typeof roundAnswer>;

const roundAccount = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  spend: z.number(),
  divisionIds: z.array(z.string()),
  state: z.enum(roundStates),
  held: category.describe('When the round was opened'),
  category: category.describe('Now'),
  suggested: category.nullable().describe('What the settled scores suggest; null until they are settled'),
  attractiveness: z.number().nullable(),
  standing: z.number().nullable(),
  scorerIds: z.array(z.string()),
  givenBy: z.array(z.string()),
  decidedTo: category.nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
  proposal: z.enum(['open', 'approved', 'refused', 'withdrawn']).nullable().describe('What became of the proposal'),
});
export type RoundAccount = z.infer<typeof roundAccount>;

export const roundAccountsAnswer = z.object({
  items: z.array(roundAccount),
  total: z.int(),
  next: z.string().nullable(),
});

export const roundAccountsFilter = z.object({
  state: z.enum(roundStates).optional(),
  scorerId: z.string().max(100).optional().describe('Only accounts assigned to this person'),
  waitingFor: z.string().max(100).optional().describe('Only accounts that this person has still to score'),
  from: z.string().max(60).optional().describe('Only accounts that were in this category when the round was opened'),
  to: z.string().max(60).optional().describe('Only accounts that end in this category by what was decided'),
  q: z.string().trim().max(100).optional(),
});
export type RoundAccountsFilter = z.infer<typeof roundAccountsFilter>;
export const roundAccountsPage = roundAccountsFilter.extend({
  ...paging,
});
export type RoundAccountsPage = z.infer<typeof roundAccountsPage>;
export const roundAccountsExport = roundAccountsFilter.extend({ format: tableFormat });
export type RoundAccountsExport = z.infer<typeof roundAccountsExport>;

export const movementAnswer = z.object({
  flows: z.array(
    z.object({
      from: category,
      to: category,
      accounts: z.int(),
      spend: z.number(),
      pending: z.int().describe('Of these, proposals that still wait for approval'),
    }),
  ),
  capacity: roundAnswer.shape.capacity,
});
export type MovementAnswer = z.infer<typeof movementAnswer>;

export const leftOutReasons = [
  'not-in-round',
  'unsettled',
  'no-move',
  'decided',
  'move-open',
  'over-capacity',
  'refused',
] as const;
export const movesPlanAnswer = z.object({
  moves: z.array(
    z.object({ accountId: z.string(), name: z.string(), from: category, to: category, first: z.boolean() }),
  ),
  leftOut: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      why: z.enum(leftOutReasons),
      rule: z.string().nullable().describe('What the account itself refused'),
    }),
  ),
  capacity: z.object({ capacity: z.int().nullable(), before: z.int(), after: z.int() }),
});
export type MovesPlan = z.infer<typeof movesPlanAnswer>;

const givenBy = z.array(z.object({ scorerId: z.string(), givenAt: z.string() }));

const givenScores = z.object({
  scorerId: z.string(),
  givenAt: z.string(),
  scores: z.record(z.string(), z.number()),
  notes: z.record(z.string(), z.string()),
  attractiveness: z.number(),
  standing: z.number(),
  suggested: suggestion,
});

const settledScores = z.object({
  scores: z.record(z.string(), z.number()),
  reasons: z.record(z.string(), z.string()),
  attractiveness: z.number(),
  standing: z.number(),
  suggested: suggestion,
  without: z.array(z.string()),
  reason: z.string().nullable(),
  settledBy: z.string(),
  settledAt: z.string(),
});

const mergedScoring = z.object({
  saidAt: z.object({ id: z.string(), code: z.string(), name: z.string() }).describe('The account that was merged'),
  occasion: z.string(),
  round: z.object({ id: z.string(), name: z.string() }).nullable(),
  criteriaVersion: z.int().nullable().describe('Null while the criteria are a draft'),
  givenBy,
  given: z.array(givenScores).describe('Empty to whoever does not see yet what others say, unless it was settled'),
  settled: settledScores.nullable(),
});
export type MergedScoring = z.infer<typeof mergedScoring>;

/** What scorers and settlers see of one account on one occasion. */
export const sheetAnswer = z.object({
  accountId: z.string(),
  name: z.string(),
  category,
  spend: z.number(),
  occasion: z.string(),
  round: z
    .object({ id: z.string(), name: z.string(), state: z.enum(['open', 'closed']), dueOn: z.string() })
    .nullable(),
  criteria: z.object({
    version: z.int().nullable().describe('Null while the criteria are a draft'),
    name: z.string(),
    criteria: z.array(
      z.object({
        id: z.string(),
        axis: z.enum(['attractiveness', 'standing']),
        label: z.string(),
        help: z.string(),
        weight: z.number(),
        anchors: z.object({ '0': z.string(), '5': z.string(), '10': z.string() }),
        fed: z
          .object({
            field: z.string(),
            value: z.number(),
            from: z.number().nullable(),
            to: z.number().nullable(),
            score: z.number(),
          })
          .nullable()
          .describe('The fact of the account that the score follows from, and its band'),
      }),
    ),
  }),
  assigned: z.array(z.string()).nullable().describe('Who is to score it in the round; null outside of rounds'),
  givenBy,
  own: z.object({ scores: z.record(z.string(), z.number()), notes: z.record(z.string(), z.string()) }).nullable(),
  blind: z.boolean().describe('The scores of others are not shown before the own ones are given'),
  given: z.array(givenScores),
  spread: z.array(
    z.object({
      id: z.string(),
      least: z.number(),
      most: z.number(),
      wide: z.boolean().describe('Three points or more between scorers'),
      middle: z.number(),
    }),
  ),
  settled: settledScores.nullable(),
  merged: z
    .array(mergedScoring)
    .describe('What scorers said of accounts that were merged into this one; it counts in no spread and no settlement'),
});
export type Sheet = z.infer<typeof sheetAnswer>;
