import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue';
import { type Assignment, assignment, covers, unassigned } from './assignment';
import type { GivenAnswer } from './audit.views';

/** How far each assessor is with each part. */
export const auditProgress = z.object({
  parts: z.array(
    assignment.extend({
      actions: z.int(),
      /** Scored, or said to be not relevant, by whoever shares the part. */
      settled: z.int(),
      /** Carried over, and waiting to be confirmed or changed. */
      unconfirmed: z.int(),
      unanswered: z.int(),
      /** Of those settled, the ones that stand as this person left them. */
      own: z.int(),
      /** The due day has passed and something is still unconfirmed or unanswered. */
      overdue: z.boolean(),
    }),
  ),
  /** Actions that nobody is assigned to. */
  gaps: z.array(z.string()),
});
export type AuditProgress = z.infer<typeof auditProgress>;

/** `today`: ISO date from which a part due the day before is overdue. */
export function progressOf(
  catalogue: Catalogue,
  assignments: readonly Assignment[],
  answers: readonly Pick<GivenAnswer, 'actionId' | 'confirmed' | 'answeredBy'>[],
  today: string,
): AuditProgress {
  const byAction = new Map(answers.map((given) => [given.actionId, given]));
  const parts = assignments.map((assigned) => {
    const actions = catalogue.actions.filter((action) => covers(assigned.part, action));
    const given = actions.flatMap(({ id }) => byAction.get(id) ?? []);
    const settled = given.filter(({ confirmed }) => confirmed);
    const open = actions.length - settled.length;
    return {
      ...assigned,
      actions: actions.length,
      settled: settled.length,
      unconfirmed: given.length - settled.length,
      unanswered: actions.length - given.length,
      own: settled.filter(({ answeredBy }) => answeredBy === assigned.personId).length,
      overdue: open > 0 && assigned.dueOn !== undefined && assigned.dueOn < today,
    };
  });
  return { parts, gaps: unassigned(catalogue.actions, assignments).map(({ id }) => id) };
}
