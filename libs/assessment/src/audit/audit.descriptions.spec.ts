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
});
