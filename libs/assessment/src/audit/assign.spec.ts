import { answerAction } from './answering';
import { assign, assignParts } from './assign';
import type { Assignment } from './assignment';
import { audit } from './audit';
import { after, ann, assigned, auditId, ben, by, given, lead, opened, openedAudit, opening } from './audit.fixture';
import { open } from './open-audit';
import { signedOff } from './sign-off.fixture';

const whole = (personId: string): Assignment => ({ personId, part: { kind: 'all' } });
const processes: Assignment = { personId: ann, part: { kind: 'stream', stream: 'processes' }, dueOn: '2025-04-01' };
const awareness: Assignment = { personId: ben, part: { kind: 'period', phase: 'A', period: 1 } };

describe('assigning parts of an audit', () => {
  it('records every part with person and due date, before and after', () => {
    expect(assignParts(assigned, { auditId, assignments: [processes, awareness] })).toEqual([
      { type: 'assessment.AssignmentsChanged', data: { from: [whole(ann)], to: [processes, awareness] } },
    ]);
  });

  it('may give one person several parts, and one part to several people', () => {
    const research: Assignment = {
      personId: ann,
      part: { kind: 'contributory-stream', contributoryStream: 'research' },
    };
    const assignments = [processes, research, { ...processes, personId: ben }];
    expect(assignParts(assigned, { auditId, assignments })[0]!.data).toMatchObject({ to: assignments });
  });

  it('tells the division of a division audit', () => {
    const north = given(...open(audit.initial, { ...opening, scope: { kind: 'division', divisionId: 'north' } }));
    expect(assignParts(north, { auditId, assignments: [awareness] })[0]!.data).toMatchObject({ divisionId: 'north' });
  });

  it('is refused with nobody named, and for a part that the catalogue does not have', () => {
    expect(() => assignParts(assigned, { auditId, assignments: [] })).toThrow('at least one assessor');
    const nowhere: Assignment = { personId: ann, part: { kind: 'stream', stream: 'finance' } };
    expect(() => assignParts(assigned, { auditId, assignments: [nowhere] })).toThrow('no part stream:finance');
  });

  it('is refused where one person is given the same part twice, as only one date can hold', () => {
    const twice = [processes, { ...processes, dueOn: '2025-05-01' }];
    expect(() => assignParts(assigned, { auditId, assignments: twice })).toThrow('given to the same person twice');
  });

  it('is refused for an audit that was never opened', () => {
    expect(() => assignParts(audit.initial, { auditId, assignments: [awareness] })).toThrow('There is no audit');
  });

  it('is refused once the audit is signed off', () => {
    expect(() => assignParts(signedOff, { auditId, assignments: [awareness] })).toThrow('signed off');
  });

  it('changes nothing when the same is said in another order', () => {
    const state = after(openedAudit, assignParts(openedAudit, { auditId, assignments: [processes, awareness] }));
    expect(assignParts(state, { auditId, assignments: [awareness, processes] })).toEqual([]);
  });

  it('changes when only a due date does', () => {
    const state = after(openedAudit, assignParts(openedAudit, { auditId, assignments: [processes] }));
    expect(assignParts(state, { auditId, assignments: [{ ...processes, dueOn: '2025-04-02' }] })).toHaveLength(1);
  });
});

describe('assigning the whole audit', () => {
  it('is the same as giving each the whole part with no date', () => {
    expect(assign(assigned, { auditId, assessorIds: [ben, lead] })).toEqual([
      { type: 'assessment.AssignmentsChanged', data: { from: [whole(ann)], to: [whole(ben), whole(lead)] } },
    ]);
  });

  it('is refused with nobody named', () => {
    expect(() => assign(assigned, { auditId, assessorIds: [] })).toThrow('assessorIds: name at least one assessor.');
  });

  it('changes nothing when the same people are named in another order, or twice', () => {
    const both = after(openedAudit, assign(openedAudit, { auditId, assessorIds: [ann, ben] }));
    expect(assign(both, { auditId, assessorIds: [ben, ann, ben] })).toEqual([]);
  });

  it('reads what was recorded before parts could be assigned as the whole audit', () => {
    const old = given(...opened, { type: 'assessment.AssessorsAssigned', data: { from: [], to: [ann, ben] } });
    expect(old).toMatchObject({ assignments: [whole(ann), whole(ben)] });
    expect(answerAction(old, { auditId, actionId: 'C2-03', answer: { score: 1 } }, by(ben))).toHaveLength(1);
  });
});

describe('answering one’s own part', () => {
  const parts = after(openedAudit, assignParts(openedAudit, { auditId, assignments: [processes, awareness] }));
  const answer = (actionId: string, actor: string) =>
    answerAction(parts, { auditId, actionId, answer: { score: 1 } }, by(actor));

  it('is open to whoever is assigned to the period or the stream of the action', () => {
    expect(answer('A1-01', ben)).toHaveLength(1);
    expect(answer('B1-13', ann)).toHaveLength(1);
  });

  it('is refused for an action of another part, naming it', () => {
    expect(() => answer('B1-13', ben)).toThrow('assigned to its part of the audit may answer the action B1-13');
  });

  it('is refused to whoever has no part at all, the programme lead included', () => {
    expect(() => answer('A1-01', lead)).toThrow('Only an assessor assigned to this audit');
  });
});
