import { answer, type Answer } from './answer';
import { answerAction } from './answering';
import { assign } from './assign';
import { type Audit, audit } from './audit';
import { after, ann, assigned, auditId, ben, by, lead, opened, openedAudit, opening } from './audit.fixture';
import { open } from './open-audit';

const whole = (personId: string) => ({ personId, part: { kind: 'all' } });

const say = (state: Audit, to: Answer, reason?: string, actor = ann, actionId = 'A1-01') =>
  answerAction(state, { auditId, actionId, answer: to, reason }, by(actor));
const afterSaying = (to: Answer) => after(assigned, say(assigned, to));

describe('opening an audit', () => {
  it('records scope, title, catalogue version and the date it describes', () => {
    expect(opened).toEqual([
      {
        type: 'assessment.AuditOpened',
        data: { scope: { kind: 'programme' }, title: 'Spring audit', catalogueVersion: 1, auditDate: '2025-03-01' },
        effectiveOn: '2025-03-01',
      },
    ]);
  });

  it('assigns the assessors named at once, each only once', () => {
    const events = open(audit.initial, { ...opening, assessorIds: [ann, ben, ann] });
    expect(events[1]).toEqual({
      type: 'assessment.AssignmentsChanged',
      data: { from: [], to: [whole(ann), whole(ben)] },
    });
  });

  it('is refused a second time', () => {
    expect(() => open(openedAudit, opening)).toThrow('opened already');
  });

  it('is refused for a catalogue version that does not exist', () => {
    expect(() => open(audit.initial, { ...opening, catalogueVersion: 9 })).toThrow('version 9');
  });

  it('is refused where the programme would have started after the audit', () => {
    expect(() => open(audit.initial, { ...opening, programmeStartedOn: '2025-03-02' })).toThrow('programmeStartedOn');
  });

  it('accepts a programme that started on the day of the audit', () => {
    expect(open(audit.initial, { ...opening, programmeStartedOn: '2025-03-01' })).toHaveLength(1);
  });
});

describe('answering an action', () => {
  it('records the first answer with its evidence, effective when the evidence is dated', () => {
    expect(say(assigned, { score: 2, evidence: 'Charter', evidenceOn: '2025-02-20' })).toEqual([
      {
        type: 'assessment.ActionAnswered',
        data: { actionId: 'A1-01', from: null, to: { score: 2, evidence: 'Charter', evidenceOn: '2025-02-20' } },
        effectiveOn: '2025-02-20',
      },
    ]);
  });

  it('keeps 0 apart from unanswered', () => {
    expect(say(assigned, { score: 0 })).toHaveLength(1);
    expect(afterSaying({ score: 0 })).toMatchObject({ given: { 'A1-01': { answer: { score: 0 }, by: ann } } });
  });

  it('is refused to someone not assigned, the programme lead included', () => {
    expect(() => say(assigned, { score: 1 }, undefined, lead)).toThrow('Only an assessor assigned');
  });

  it('is open to the programme lead once assigned', () => {
    const withLead = after(openedAudit, assign(openedAudit, { auditId, assessorIds: [lead] }));
    expect(say(withLead, { score: 1 }, undefined, lead)).toHaveLength(1);
  });

  it('is refused for an action that the catalogue does not ask about', () => {
    expect(() => say(assigned, { score: 1 }, undefined, ann, 'A1-99')).toThrow('There is no action with the id A1-99.');
  });

  it('is refused for an audit that was never opened', () => {
    expect(() => say(audit.initial, { score: 1 })).toThrow('There is no audit');
  });

  it('changes nothing when the same is said again', () => {
    expect(say(afterSaying({ score: 2, evidence: 'Charter' }), { score: 2, evidence: 'Charter' })).toEqual([]);
  });

  it.each([4, -1, 1.5, '2', null])('has no score %p', (score) => {
    expect(answer.safeParse({ score }).success).toBe(false);
  });
});

describe('dating evidence', () => {
  it('allows the day that has already begun furthest east', () => {
    const evening = { ...by(ann), now: new Date('2025-03-10T12:00:00Z') };
    const body = { auditId, actionId: 'A1-01', answer: { score: 1, evidenceOn: '2025-03-11' } as const };
    expect(answerAction(assigned, body, evening)).toHaveLength(1);
  });

  it('is refused in the future', () => {
    expect(() => say(assigned, { score: 1, evidenceOn: '2025-03-12' })).toThrow('evidenceOn');
  });
});

describe('saying that an action is not relevant', () => {
  const notRelevant = { notRelevant: true, because: 'We sell in one country only.' } as const;

  it('is an answer of its own, with its reason', () => {
    expect(say(assigned, notRelevant)).toEqual([
      { type: 'assessment.ActionAnswered', data: { actionId: 'A1-01', from: null, to: notRelevant } },
    ]);
  });

  it('is refused without saying why', () => {
    expect(() => say(assigned, { notRelevant: true, because: '  ' })).toThrow('because');
  });

  it('changes nothing when said again', () => {
    expect(say(afterSaying(notRelevant), { ...notRelevant })).toEqual([]);
  });

  it('corrects a score of 0, although both count 0', () => {
    expect(say(afterSaying({ score: 0 }), notRelevant, 'Agreed with the Board')[0]!.type).toBe(
      'assessment.AnswerCorrected',
    );
  });
});

describe('correcting an answer', () => {
  it('records before, after and why', () => {
    expect(say(afterSaying({ score: 2 }), { score: 3 }, ' Seen in use ')).toEqual([
      {
        type: 'assessment.AnswerCorrected',
        data: { actionId: 'A1-01', from: { score: 2 }, to: { score: 3 }, reason: 'Seen in use' },
      },
    ]);
  });

  it('is refused without a reason', () => {
    expect(() => say(afterSaying({ score: 2 }), { score: 3 })).toThrow('reason: say why the answer changes.');
  });

  it('is refused without a reason when evidence given before is changed or withdrawn', () => {
    const evidenced = afterSaying({ score: 2, evidence: 'Charter' });
    expect(() => say(evidenced, { score: 2, evidence: 'Minutes' })).toThrow('reason');
    expect(() => say(evidenced, { score: 2 })).toThrow('reason');
  });

  it('needs no reason, and changes nothing, where the answer stays the same', () => {
    expect(say(afterSaying({ score: 2 }), { score: 2 }, 'For no reason')).toEqual([]);
  });
});

describe('adding evidence', () => {
  it('needs no reason where none was given: the judgement stands', () => {
    const events = say(afterSaying({ score: 2 }), { score: 2, evidence: 'Charter', evidenceOn: '2025-02-20' });
    expect(events).toEqual([
      {
        type: 'assessment.EvidenceAdded',
        data: {
          actionId: 'A1-01',
          from: { score: 2 },
          to: { score: 2, evidence: 'Charter', evidenceOn: '2025-02-20' },
        },
        effectiveOn: '2025-02-20',
      },
    ]);
  });

  it('is refused in the place of what stood there, unless a reason is given', () => {
    const evidenced = afterSaying({ score: 2, evidence: 'Charter' });
    expect(() => say(evidenced, { score: 2, evidence: 'Charter and minutes' })).toThrow('reason');
  });

  it('changes nothing when it was given before', () => {
    const evidenced = afterSaying({ score: 2, evidence: 'Charter' });
    expect(say(evidenced, { score: 2, evidence: 'Charter' })).toEqual([]);
  });
});
