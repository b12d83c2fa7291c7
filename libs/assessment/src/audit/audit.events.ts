import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { answer } from './answer';
import { assignment } from './assignment';
import { evidenceFileEvents } from './evidence-file.events';
import { hint } from './hint';

export const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('programme') }),
  z.strictObject({ kind: z.literal('division'), divisionId: z.string().min(1).max(100) }),
]);
export type Scope = z.infer<typeof scope>;

export const divisionOf = (scope: Scope): string | undefined =>
  scope.kind === 'division' ? scope.divisionId : undefined;

/** The division audited, where it is one: so that the history of a division holds every answer about it. */
const divisionId = z.string().optional();

/** An answer with who gave it and when, in the audit that it comes from. */
export const carriedAnswer = z.strictObject({
  actionId: z.string(),
  /** Where the catalogue of the earlier audit called the action otherwise. */
  fromActionId: z.string().optional(),
  answer,
  answeredBy: z.string(),
  answeredAt: z.iso.datetime(),
});
export type CarriedAnswer = z.infer<typeof carriedAnswer>;

export const auditEvents = eventTypes({
  'assessment.AuditOpened': {
    schema: z.strictObject({
      scope,
      title: z.string(),
      catalogueVersion: z.int(),
      /** The day whose state of affairs the audit describes. */
      auditDate: z.iso.date(),
      programmeStartedOn: z.iso.date().optional(),
      /** The earlier audit whose answers were carried over, to be confirmed or changed. */
      basedOn: z.string().optional(),
    }),
  },
  /** What an earlier audit of the scope ended with: read here, counted only once each is confirmed or changed. */
  'assessment.AnswersCarriedOver': {
    schema: z.strictObject({
      divisionId,
      fromAuditId: z.string(),
      /** What the earlier audit was called. */
      fromTitle: z.string().optional(),
      answers: z.array(carriedAnswer),
    }),
  },
  /** Written for whole audits before parts could be assigned; `AssignmentsChanged` says the same and more. */
  'assessment.AssessorsAssigned': {
    schema: z.strictObject({ divisionId, from: z.array(z.string()), to: z.array(z.string()) }),
  },
  'assessment.AssignmentsChanged': {
    schema: z.strictObject({ divisionId, from: z.array(assignment), to: z.array(assignment) }),
  },
  /** First answer to an action in this audit; `from` is what had been carried over and was changed without being confirmed. */
  'assessment.ActionAnswered': {
    schema: z.strictObject({ divisionId, actionId: z.string(), from: answer.nullable(), to: answer }),
  },
  /** An answer carried over was looked at again and still holds. */
  'assessment.AnswerConfirmed': {
    schema: z.strictObject({ divisionId, actionId: z.string(), answer, carriedFrom: z.string() }),
  },
  /** Evidence filled in where none was given; the judgement stands. */
  'assessment.EvidenceAdded': {
    schema: z.strictObject({ divisionId, actionId: z.string(), from: answer, to: answer }),
  },
  /** Something that had been said was changed. */
  'assessment.AnswerCorrected': {
    schema: z.strictObject({ divisionId, actionId: z.string(), from: answer, to: answer, reason: z.string() }),
  },
  /** The lead stands by exactly these answers; from here nothing changes until the audit is reopened. */
  'assessment.AuditSignedOff': {
    schema: z.strictObject({
      divisionId,
      /** Version of the audit's record whose answers are pinned: the last before the sign-off. */
      pinned: z.int(),
      /** SHA-256 of the answers with their evidence files, in hexadecimal. */
      digest: z.string(),
      score: z.int(),
      maximum: z.int(),
      answered: z.int(),
      notRelevant: z.int(),
      unanswered: z.int(),
      /** Answers given by whoever signs off. */
      ownAnswers: z.int(),
      /** Why actions without an answer were accepted; there where any is unanswered. */
      unansweredBecause: z.string().optional(),
      note: z.string().optional(),
      acceptedHints: z.array(hint),
    }),
  },
  'assessment.AuditReopened': {
    schema: z.strictObject({
      divisionId,
      /** Of the sign-off that no longer holds. */
      pinned: z.int(),
      digest: z.string(),
      reason: z.string(),
    }),
  },
  ...evidenceFileEvents,
});

export type AuditEvent = EventsOf<typeof auditEvents>;
