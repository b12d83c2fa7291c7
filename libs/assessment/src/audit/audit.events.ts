import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { answer } from './answer';

export const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('programme') }),
  z.strictObject({ kind: z.literal('division'), divisionId: z.string().min(1).max(100) }),
]);
export type Scope = z.infer<typeof scope>;

export const divisionOf = (scope: Scope): string | undefined =>
  scope.kind === 'division' ? scope.divisionId : undefined;

/** The division audited, where it is one: so that the history of a division holds every answer about it. */
const divisionId = z.string().optional();

export const auditEvents = eventTypes({
  'assessment.AuditOpened': {
    schema: z.strictObject({
      scope,
      title: z.string(),
      catalogueVersion: z.int(),
      /** The day whose state of affairs the audit describes. */
      auditDate: z.iso.date(),
      programmeStartedOn: z.iso.date().optional(),
    }),
  },
  'assessment.AssessorsAssigned': {
    schema: z.strictObject({ divisionId, from: z.array(z.string()), to: z.array(z.string()) }),
  },
  /** First answer to an action. */
  'assessment.ActionAnswered': {
    schema: z.strictObject({ divisionId, actionId: z.string(), from: z.null(), to: answer }),
  },
  /** Evidence filled in where none was given; the judgement stands. */
  'assessment.EvidenceAdded': {
    schema: z.strictObject({ divisionId, actionId: z.string(), from: answer, to: answer }),
  },
  /** Something that had been said was changed. */
  'assessment.AnswerCorrected': {
    schema: z.strictObject({ divisionId, actionId: z.string(), from: answer, to: answer, reason: z.string() }),
  },
});

export type AuditEvent = EventsOf<typeof auditEvents>;
