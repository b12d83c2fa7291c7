import type { Recorded } from '@mainstay/event-sourcing';
import { auditDescriptions } from './audit.descriptions';
import type { AuditEvent } from './audit.events';

type Data<Type extends AuditEvent['type']> = Extract<AuditEvent, { type: Type }>['data'];

const tell = <Type extends AuditEvent['type']>(type: Type, data: Data<Type>) => {
  const event = { type, data, tenant: 'acme', stream: 'assessment.audit-acme_a-1' };
  return auditDescriptions[type](event as unknown as Recorded<Extract<AuditEvent, { type: Type }>>);
};

const subject = { type: 'audit', id: 'a-1' };

describe('the history of an audit tells', () => {
  it('who may answer, before and after', () => {
    expect(tell('assessment.AssessorsAssigned', { divisionId: 'north', from: [], to: ['ann'] })).toEqual({
      kind: 'audit-assessors',
      subject,
      divisionId: 'north',
      before: [],
      after: ['ann'],
    });
  });

  it('the opening, under the division audited', () => {
    const data = {
      scope: { kind: 'division', divisionId: 'north' },
      title: 'Audit',
      catalogueVersion: 1,
      auditDate: '2025-03-01',
    } as const;
    expect(tell('assessment.AuditOpened', data)).toEqual({
      kind: 'audit',
      subject,
      divisionId: 'north',
      before: null,
      after: data,
    });
  });

  it('a correction: which action, before, after and why', () => {
    const data = { actionId: 'A1-01', from: { score: 1 }, to: { score: 2 }, reason: 'Seen in use' } as const;
    expect(tell('assessment.AnswerCorrected', data)).toEqual({
      kind: 'audit-answer',
      subject,
      divisionId: undefined,
      detail: 'A1-01',
      before: { score: 1 },
      after: { score: 2 },
      why: 'Seen in use',
    });
  });

  it('a first answer and evidence added later as answers too', () => {
    const first = tell('assessment.ActionAnswered', { actionId: 'A1-01', from: null, to: { score: 1 } });
    expect(first).toMatchObject({ kind: 'audit-answer', detail: 'A1-01', before: null, after: { score: 1 } });
    const added = tell('assessment.EvidenceAdded', {
      actionId: 'A1-01',
      from: { score: 1 },
      to: { score: 1, evidence: 'Charter' },
    });
    expect(added).toMatchObject({
      kind: 'audit-answer',
      before: { score: 1 },
      after: { score: 1, evidence: 'Charter' },
    });
  });

  it('who answers which part and by when, by the names of the catalogue', () => {
    const from = [{ personId: 'ann', part: { kind: 'all' } }] as const;
    const to = [
      { personId: 'ann', part: { kind: 'stream', stream: 'processes' }, dueOn: '2025-04-01' },
      { personId: 'ben', part: { kind: 'period', phase: 'A', period: 1 } },
    ] as const;
    expect(tell('assessment.AssignmentsChanged', { from: [...from], to: [...to] })).toMatchObject({
      kind: 'audit-assessors',
      before: [{ person: 'ann', part: 'Whole audit' }],
      after: [
        { person: 'ann', part: 'Processes', dueOn: '2025-04-01' },
        { person: 'ben', part: 'A1 Awareness' },
      ],
    });
  });

  it('what was carried over, what was confirmed, and what was judged anew', () => {
    const answer = { score: 2 } as const;
    const carried = { actionId: 'A1-01', answer, answeredBy: 'ben', answeredAt: '2024-03-01T09:00:00Z' };
    expect(
      tell('assessment.AnswersCarriedOver', { fromAuditId: 'a-0', fromTitle: 'First audit', answers: [carried] }),
    ).toMatchObject({
      kind: 'audit-carried-over',
      after: { fromAudit: 'First audit', answers: 1 },
    });
    expect(tell('assessment.AnswerConfirmed', { actionId: 'A1-01', answer, carriedFrom: 'a-0' })).toMatchObject({
      kind: 'audit-answer-confirmed',
      detail: 'A1-01',
      before: { score: 2, confirmed: false },
      after: { score: 2, confirmed: true },
    });
    expect(tell('assessment.ActionAnswered', { actionId: 'A1-01', from: answer, to: { score: 3 } })).toMatchObject({
      kind: 'audit-answer',
      before: answer,
      after: { score: 3 },
    });
  });

  it('a sign-off with what it pins, and its end with the reason', () => {
    const counts = { score: 214, maximum: 387, answered: 129, notRelevant: 0, unanswered: 0, ownAnswers: 0 };
    const pinned = { pinned: 131, digest: 'ab' };
    const data = { ...pinned, ...counts, note: 'Agreed', acceptedHints: [] };
    expect(tell('assessment.AuditSignedOff', data)).toMatchObject({
      kind: 'audit-sign-off',
      before: null,
      after: { ...pinned, ...counts, hintsAccepted: 0 },
      why: 'Agreed',
    });
    expect(tell('assessment.AuditReopened', { ...pinned, reason: 'A file was missed' })).toMatchObject({
      kind: 'audit-reopened',
      before: pinned,
      after: null,
      why: 'A file was missed',
    });
  });
});
