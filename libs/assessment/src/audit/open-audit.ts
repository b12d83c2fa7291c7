import { Conflict, NotFound, Refused } from '@mainstay/event-sourcing';
import { phaseAudit } from '../catalogue/phase-audit';
import { type Assignment, wholeAudit } from './assignment';
import { checkAssignments } from './assign';
import type { Audit } from './audit';
import { type AuditEvent, type CarriedAnswer, divisionOf, type Scope } from './audit.events';

/** What is known of the audit that a new one starts from. `answers` are in the terms of the new audit's catalogue. */
export interface EarlierAudit {
  readonly scope: Scope;
  readonly title: string;
  readonly auditDate: string;
  readonly answers: readonly CarriedAnswer[];
}

export interface OpenAuditBody {
  readonly scope: Scope;
  readonly title: string;
  readonly catalogueVersion: number;
  readonly auditDate: string;
  readonly programmeStartedOn?: string;
  readonly assessorIds?: readonly string[];
  readonly assignments?: readonly Assignment[];
  readonly basedOn?: string;
  /** Of the audit named by `basedOn`; absent where there is no such audit. */
  readonly earlier?: EarlierAudit;
}

export function open(state: Audit, body: OpenAuditBody): AuditEvent[] {
  if (state.kind === 'open') throw new Conflict('audit.already-open', 'This audit has been opened already.');
  const { assessorIds = [], assignments = [], earlier, ...facts } = body;
  const catalogue = phaseAudit(facts.catalogueVersion);
  if (!catalogue) {
    throw new Refused(
      'audit.catalogue-unknown',
      `catalogueVersion: there is no version ${facts.catalogueVersion} of the catalogue.`,
    );
  }
  if (facts.programmeStartedOn !== undefined && facts.programmeStartedOn > facts.auditDate) {
    throw new Refused(
      'audit.started-after',
      'programmeStartedOn: the programme cannot have started after the date of the audit.',
    );
  }
  const divisionId = divisionOf(facts.scope);
  const to = checkAssignments([...wholeAudit(assessorIds), ...assignments], catalogue);
  const events: AuditEvent[] = [{ type: 'assessment.AuditOpened', data: facts, effectiveOn: facts.auditDate }];
  if (facts.basedOn !== undefined) {
    const { title: fromTitle, answers } = startingPoint(facts.basedOn, earlier, body);
    const data = { divisionId, fromAuditId: facts.basedOn, fromTitle, answers: [...answers] };
    events.push({ type: 'assessment.AnswersCarriedOver', data });
  }
  if (to.length > 0) events.push({ type: 'assessment.AssignmentsChanged', data: { divisionId, from: [], to } });
  return events;
}

function startingPoint(basedOn: string, earlier: EarlierAudit | undefined, { scope, auditDate }: OpenAuditBody) {
  if (!earlier) throw new NotFound('audit', basedOn);
  if (earlier.scope.kind !== scope.kind || divisionOf(earlier.scope) !== divisionOf(scope)) {
    throw new Refused('audit.other-scope', 'basedOn: an audit can only start from an audit of the same scope.');
  }
  if (earlier.auditDate > auditDate) {
    throw new Refused('audit.based-on-later', 'basedOn: an audit cannot start from one that describes a later day.');
  }
  return earlier;
}
