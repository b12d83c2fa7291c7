import { paging } from '@mainstay/http';
import { z } from 'zod';
import { actionStates, source, sourceKinds } from '../action.events';

/** How the list of programme actions is narrowed and sorted, in the page as in the download. */

export const actionView = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  ownerId: z.string(),
  dueOn: z.iso.date(),
  state: z.enum(actionStates),
  /** Neither done nor dropped, and the date has passed. */
  overdue: z.boolean(),
  source,
  divisionId: z.string().nullable(),
  accountId: z.string().nullable(),
  /** What shows that it is done. */
  evidence: z.string().nullable(),
  doneOn: z.iso.date().nullable(),
  /** Given for the last change of state. */
  reason: z.string().nullable(),
  raisedBy: z.string(),
  raisedAt: z.iso.datetime(),
  stateSince: z.iso.datetime(),
  version: z.int(),
});
export type ActionView = z.infer<typeof actionView>;

const columns = ['dueOn', 'title', 'raisedAt', 'stateSince'] as const;
const sorts = [...columns, ...columns.map((name) => `-${name}` as const)];

export const actionOrder = z.object({
  q: z.string().trim().max(100).optional().describe('Part of the title or the description'),
  ownerId: z.string().max(100).optional(),
  state: z
    .enum([...actionStates, 'unfinished'])
    .optional()
    .describe('unfinished: open or under way'),
  source: z.enum(sourceKinds).optional().describe('What kind of finding the action answers'),
  sourceId: z.string().max(100).optional().describe('The audit, assessment or subject that it came from'),
  overdue: z.enum(['true', 'false']).optional(),
  divisionId: z.string().max(100).optional(),
  accountId: z.string().max(100).optional(),
  sort: z
    .enum(sorts)
    .default('dueOn')
    .describe('A leading minus sorts downwards; by dueOn, what is done or dropped comes last'),
});
export type ActionOrder = z.infer<typeof actionOrder>;

export const actionPage = actionOrder.extend({
  ...paging,
});
export type ActionPage = z.infer<typeof actionPage>;

export const actionList = z.object({
  items: z.array(actionView),
  total: z.int(),
  /** Of those that the filters let through. */
  counts: z.object({ open: z.int(), underWay: z.int(), done: z.int(), dropped: z.int(), overdue: z.int() }),
  next: z.string().nullable().describe('Cursor of the next page'),
});
export type ActionList = z.infer<typeof actionList>;

export const actionColumns: Readonly<Record<string, (action: ActionView) => string | number | null>> = {
  'Action id': ({ id }) => id,
  Title: ({ title }) => title,
  Description: ({ description }) => description,
  'Owner (id)': ({ ownerId }) => ownerId,
  'Due on': ({ dueOn }) => dueOn,
  State: ({ state }) => state,
  Overdue: ({ overdue }) => (overdue ? 'yes' : 'no'),
  'Comes from': ({ source }) => source.kind,
  'Source id': ({ source }) =>
    source.kind === 'audit-action'
      ? source.auditId
      : source.kind === 'organisation-cell'
        ? source.assessmentId
        : source.kind === 'litmus'
          ? source.subjectId
          : null,
  'Source part': ({ source }) =>
    source.kind === 'audit-action'
      ? source.actionId
      : source.kind === 'organisation-cell'
        ? `${source.element}/${source.group}`
        : source.kind === 'litmus'
          ? `${source.test}/${source.question}`
          : null,
  'Division id': ({ divisionId }) => divisionId,
  'Account id': ({ accountId }) => accountId,
  Evidence: ({ evidence }) => evidence,
  'Done on': ({ doneOn }) => doneOn,
  'Reason of the last change of state': ({ reason }) => reason,
  'Raised by (id)': ({ raisedBy }) => raisedBy,
  'Raised at': ({ raisedAt }) => raisedAt,
};
