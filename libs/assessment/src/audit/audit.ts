import { Conflict, decider, NotFound, type Recorded } from '@mainstay/event-sourcing';
import type { Answer } from './answer';
import { type Assignment, wholeAudit } from './assignment';
import { type AuditEvent, auditEvents, type CarriedAnswer, divisionOf } from './audit.events';
import { type EvidenceFiles, withFile } from './evidence-file.events';

/** An answer of this audit with who gave it and when: what was carried over counts here once it was confirmed. */
export interface Given {
  readonly answer: Answer;
  readonly by: string;
  /** ISO moment. */
  readonly at: string;
  /** The earlier audit, where the answer is a carried one that was confirmed as it was. */
  readonly confirmedFrom?: string;
}

export type Audit =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'open';
      /** Absent for an audit of the whole programme. */
      readonly divisionId?: string;
      readonly title: string;
      readonly catalogueVersion: number;
      readonly auditDate: string;
      readonly programmeStartedOn?: string;
      readonly assignments: readonly Assignment[];
      readonly given: Readonly<Record<string, Given>>;
      /** Carried over from an earlier audit, and not yet confirmed or changed. */
      readonly carried: Readonly<Record<string, CarriedAnswer>>;
      readonly basedOn?: string;
      readonly files: EvidenceFiles;
      /** Of the record's stream. */
      readonly version: number;
      readonly signedOff?: { readonly pinned: number; readonly digest: string };
    };
export type OpenAudit = Extract<Audit, { kind: 'open' }>;

export const audit = decider<Audit, AuditEvent>({
  stream: 'assessment.audit',
  initial: { kind: 'unknown' },
  events: auditEvents,
  evolve: (state, event) => ({ ...evolve(state, event), version: event.version }),
});

function evolve(state: Audit, event: Recorded<AuditEvent>): OpenAudit {
  if (event.type === 'assessment.AuditOpened') {
    const { scope, ...facts } = event.data;
    const nothing = { assignments: [], given: {}, carried: {}, files: {}, version: 0 };
    return { kind: 'open', divisionId: divisionOf(scope), ...facts, ...nothing };
  }
  const open = state as OpenAudit;
  switch (event.type) {
    case 'assessment.AnswersCarriedOver':
      return { ...open, carried: Object.fromEntries(event.data.answers.map((one) => [one.actionId, one])) };
    case 'assessment.AssessorsAssigned':
      return { ...open, assignments: wholeAudit(event.data.to) };
    case 'assessment.AssignmentsChanged':
      return { ...open, assignments: event.data.to };
    case 'assessment.ActionAnswered':
    case 'assessment.EvidenceAdded':
    case 'assessment.AnswerCorrected':
      return give(open, event.data.actionId, { answer: event.data.to, ...stamp(event) });
    case 'assessment.AnswerConfirmed': {
      const { actionId, answer, carriedFrom } = event.data;
      return give(open, actionId, { answer, ...stamp(event), confirmedFrom: carriedFrom });
    }
    case 'assessment.AuditSignedOff':
      return { ...open, signedOff: { pinned: event.data.pinned, digest: event.data.digest } };
    case 'assessment.AuditReopened':
      return { ...open, signedOff: undefined };
    case 'assessment.EvidenceFileAttached':
    case 'assessment.EvidenceFileRevised':
    case 'assessment.EvidenceFileWithdrawn':
      return { ...open, files: withFile(open.files, event) };
  }
}

const stamp = (event: Recorded<AuditEvent>) => ({ by: event.metadata.actor, at: event.recorded.toISOString() });

function give(audit: OpenAudit, actionId: string, given: Given): OpenAudit {
  const { [actionId]: _settled, ...carried } = audit.carried;
  return { ...audit, carried, given: { ...audit.given, [actionId]: given } };
}

/** @throws NotFound for an audit that was never opened */
export function existing(state: Audit, auditId: string): OpenAudit {
  if (state.kind === 'unknown') throw new NotFound('audit', auditId);
  return state;
}

/** The audit, for whatever would change it. @throws NotFound; Conflict once it is signed off */
export function changeable(state: Audit, auditId: string): OpenAudit {
  const audit = existing(state, auditId);
  if (audit.signedOff) {
    throw new Conflict(
      'audit.signed-off',
      'This audit is signed off, and nothing in it changes until the programme lead reopens it with a reason.',
    );
  }
  return audit;
}
