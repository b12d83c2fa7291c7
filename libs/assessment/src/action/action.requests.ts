import { z } from 'zod';
import { actionStates, source } from './action.events';

const title = z.string().trim().min(1, 'must say what is to be done').max(300, 'must be at most 300 characters');
const words = (longest: number) => z.string().trim().max(longest, `must be at most ${longest} characters`);
/** Words that may be left out; blank counts as left out. */
const optional = (longest: number) =>
  words(longest)
    .optional()
    .transform((text) => text || undefined);
const personId = z.string().trim().min(1, 'must be a person').max(100);
const dueOn = z.iso.date('must be a date such as 2025-03-03');
const recordId = z.string().min(1).max(100);

export const raiseActionRequest = z.strictObject({
  title,
  description: optional(4_000),
  ownerId: personId,
  dueOn,
  source: source.default({ kind: 'own' }),
  divisionId: recordId.optional(),
  accountId: recordId.optional(),
});
export type RaiseActionRequest = z.infer<typeof raiseActionRequest>;

/** What is left out stays as it is; a blank description takes it away. */
export const changeActionRequest = z.strictObject({
  title: title.optional(),
  description: words(4_000)
    .optional()
    .transform((text) => (text === '' ? null : text)),
  ownerId: personId.optional(),
  dueOn: dueOn.optional(),
  reason: optional(2_000),
});

export const moveActionRequest = z.strictObject({
  state: z.enum(actionStates),
  reason: optional(2_000),
  evidence: optional(10_000),
  doneOn: z.iso.date().optional(),
});
