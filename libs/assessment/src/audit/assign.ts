import { Refused } from '@mainstay/event-sourcing';
import type { Catalogue } from '../catalogue/catalogue';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { type Assignment, covers, keyOf, nameOf, wholeAudit } from './assignment';
import { type Audit, changeable } from './audit';
import type { AuditEvent } from './audit.events';

export interface AssignBody {
  readonly auditId: string;
  readonly assessorIds: readonly string[];
}

export interface AssignPartsBody {
  readonly auditId: string;
  readonly assignments: readonly Assignment[];
}

/** The simple case: everyone named answers the whole audit, with no date set. */
export function assign(state: Audit, { auditId, assessorIds }: AssignBody): AuditEvent[] {
  if (assessorIds.length === 0) throw new Refused('audit.assessor-missing', 'assessorIds: name at least one assessor.');
  return assignParts(state, { auditId, assignments: wholeAudit(assessorIds) });
}

/** Who answers which part, and by when. Replaces what was said before. */
export function assignParts(state: Audit, { auditId, assignments }: AssignPartsBody): AuditEvent[] {
  const { divisionId, assignments: from, catalogueVersion } = changeable(state, auditId);
  if (assignments.length === 0) {
    throw new Refused('audit.assessor-missing', 'assignments: name at least one assessor.');
  }
  const to = checkAssignments(assignments, phaseAuditOf(catalogueVersion));
  if (sameAssignments(from, to)) return [];
  return [{ type: 'assessment.AssignmentsChanged', data: { divisionId, from: [...from], to } }];
}

/** @throws Refused for a part that the catalogue does not have, and for a part given twice to one person */
export function checkAssignments(assignments: readonly Assignment[], catalogue: Catalogue): Assignment[] {
  const seen = new Set<string>();
  for (const { personId, part } of assignments) {
    if (!catalogue.actions.some((action) => covers(part, action))) {
      throw new Refused('audit.part-unknown', `assignments: the catalogue has no part ${keyOf(part)}.`);
    }
    const key = `${personId} ${keyOf(part)}`;
    if (seen.has(key)) {
      throw new Refused(
        'audit.assigned-twice',
        `assignments: "${nameOf(part, catalogue)}" is given to the same person twice; say it once, with one date.`,
      );
    }
    seen.add(key);
  }
  return [...assignments];
}

const sameAssignments = (one: readonly Assignment[], other: readonly Assignment[]) => {
  const texts = (assignments: readonly Assignment[]) =>
    assignments.map(({ personId, part, dueOn }) => `${personId} ${keyOf(part)} ${dueOn ?? ''}`).sort();
  return JSON.stringify(texts(one)) === JSON.stringify(texts(other));
};
