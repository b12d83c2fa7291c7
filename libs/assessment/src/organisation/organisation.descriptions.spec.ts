import type { Recorded } from '@mainstay/event-sourcing';
import { organisationDescriptions } from './organisation.descriptions';
import type { OrganisationEvent } from './organisation.events';

type Data<Type extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: Type }>['data'];

const tell = <Type extends OrganisationEvent['type']>(type: Type, data: Data<Type>) => {
  const event = { type, data, tenant: 'acme', stream: 'assessment.organisation-acme_o-1' };
  return organisationDescriptions[type](event as unknown as Recorded<Extract<OrganisationEvent, { type: Type }>>);
};
const subject = { type: 'organisation-assessment', id: 'o-1' };

describe('the history of an organisation assessment tells', () => {
  it('an answer of an assessor, its evidence and its correction, with the cell', () => {
    const of = { cell: 'A-kam-unit', assessorId: 'ann', divisionId: 'north' };
    const answer = { kind: 'organisation-answer', subject, divisionId: 'north', detail: 'A-kam-unit' };
    expect(tell('assessment.CellAnswered', { ...of, from: null, to: { score: 1 } })).toEqual({
      ...answer,
      before: null,
      after: { score: 1 },
    });
    const corrected = { ...of, from: { score: 1 }, to: { score: 2 }, reason: 'Read again' } as const;
    expect(tell('assessment.CellAnswerCorrected', corrected)).toEqual({
      ...answer,
      before: { score: 1 },
      after: { score: 2 },
      why: 'Read again',
    });
    const added = { ...of, from: { score: 1 }, to: { score: 1, note: 'Seen' } } as const;
    expect(tell('assessment.CellEvidenceAdded', added)).toMatchObject({ ...answer, after: { note: 'Seen' } });
  });

  it('the settling: which score, what was said, and why', () => {
    const data = { cell: 'A-kam-unit', from: null, to: 2, said: [1, 3], reason: 'Half of it' } as const;
    expect(tell('assessment.CellSettled', { ...data, said: [...data.said] })).toEqual({
      kind: 'organisation-settling',
      subject,
      divisionId: undefined,
      detail: 'A-kam-unit',
      before: null,
      after: { score: 2, said: [1, 3] },
      why: 'Half of it',
    });
  });

  it('sign-off and reopening as two ends of one thing', () => {
    const signed = tell('assessment.OrganisationSignedOff', { scores: { 'A-kam-unit': 1 }, total: 1, note: 'Seen' });
    expect(signed).toMatchObject({ kind: 'organisation-sign-off', subject, after: { total: 1 }, why: 'Seen' });
    expect(tell('assessment.OrganisationReopened', { reason: 'Late evidence' })).toMatchObject({
      kind: 'organisation-sign-off',
      before: { signedOff: true },
      why: 'Late evidence',
    });
  });

  it('opening, assessors and the mark of element E', () => {
    const opening = {
      scope: { kind: 'division', divisionId: 'north' },
      title: 'First look',
      catalogueVersion: 1,
      assessedOn: '2026-03-01',
      transnational: true,
    } as const;
    expect(tell('assessment.OrganisationAssessmentOpened', opening)).toMatchObject({
      kind: 'organisation-assessment',
      divisionId: 'north',
      after: opening,
    });
    const assigned = tell('assessment.OrganisationAssessorsAssigned', { from: [], to: ['ann'] });
    expect(assigned).toMatchObject({ kind: 'organisation-assessors', before: [], after: ['ann'] });
    const marked = tell('assessment.TransnationalMarked', { from: true, to: false, reason: 'National' });
    expect(marked).toMatchObject({
      kind: 'organisation-transnational',
      after: { transnational: false },
      why: 'National',
    });
  });
});
