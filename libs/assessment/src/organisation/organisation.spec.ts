import { Conflict, Forbidden, NotFound, type Recorded, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { type Organisation, organisation } from './organisation';
import type { OrganisationEvent } from './organisation.events';
import { answerCell, assignAssessors, markTransnational, openAssessment, type OpenBody } from './organisation.rules';

const assessmentId = 'o-1';
const cell = 'A-kam-unit';
const opening: OpenBody = {
  scope: { kind: 'division', divisionId: 'north' },
  title: 'How ready are we?',
  catalogueVersion: 1,
  assessedOn: '2026-03-01',
  transnational: true,
  assessorIds: ['ann', 'ben', 'ann'],
};
const as = (actor: string) => ({ actor }) as RequestContext;
const given = (...events: OrganisationEvent[]): Organisation =>
  events.reduce(
    (state, event) => organisation.evolve(state, event as Recorded<OrganisationEvent>),
    organisation.initial,
  );

const opened = openAssessment(organisation.initial, opening);
const open = given(...opened);
const answered = {
  divisionId: 'north',
  cell,
  assessorId: 'ann',
  from: null,
  to: { score: 1, evidence: 'Plan' },
} as const;
const annAnswered = given(...opened, { type: 'assessment.CellAnswered', data: answered });
const signedOff = given(...opened, {
  type: 'assessment.OrganisationSignedOff',
  data: { divisionId: 'north', scores: {}, total: 0 },
});

describe('opening an assessment of the organisation', () => {
  it('states scope, date, catalogue and whether customers cross borders, and names each assessor once', () => {
    const { assessorIds: _, ...facts } = opening;
    expect(opened).toEqual([
      { type: 'assessment.OrganisationAssessmentOpened', data: facts, effectiveOn: '2026-03-01' },
      {
        type: 'assessment.OrganisationAssessorsAssigned',
        data: { divisionId: 'north', from: [], to: ['ann', 'ben'] },
      },
    ]);
    expect(openAssessment(organisation.initial, { ...opening, assessorIds: [] })).toHaveLength(1);
  });

  it('is refused a second time, and under a catalogue that was never published', () => {
    expect(() => openAssessment(open, opening)).toThrow(Conflict);
    expect(() => openAssessment(organisation.initial, { ...opening, catalogueVersion: 9 })).toThrow(
      'catalogueVersion: there is no version 9 of the organisation catalogue.',
    );
  });
});

describe('choosing assessors', () => {
  const assign = (assessorIds: string[], state = open) => assignAssessors(state, { assessmentId, assessorIds });

  it('says who answered before and who answers now', () => {
    expect(assign(['ben', 'cleo'])).toEqual([
      {
        type: 'assessment.OrganisationAssessorsAssigned',
        data: { divisionId: 'north', from: ['ann', 'ben'], to: ['ben', 'cleo'] },
      },
    ]);
  });

  it('is refused without anyone, after sign-off and for what was never opened', () => {
    expect(() => assign([])).toThrow('assessorIds: name at least one assessor.');
    expect(() => assign(['cleo'], signedOff)).toThrow('signed off');
    expect(() => assign(['cleo'], organisation.initial)).toThrow(NotFound);
  });

  it('changes nothing when it is the same people', () => {
    expect(assign(['ben', 'ann'])).toEqual([]);
  });
});

describe('answering a cell', () => {
  const answer = (answer: { score: 0 | 1 | 2 | 3; evidence?: string; note?: string }, reason?: string, by = 'ann') =>
    answerCell(annAnswered, { assessmentId, cell, answer, reason }, as(by));

  it('is each assessor’s own: what another said stays', () => {
    expect(answer({ score: 3 }, undefined, 'ben')).toEqual([
      {
        type: 'assessment.CellAnswered',
        data: { divisionId: 'north', cell, assessorId: 'ben', from: null, to: { score: 3 } },
      },
    ]);
  });

  it('that has been given is corrected with a reason, before and after', () => {
    expect(answer({ score: 2, evidence: 'Plan' }, 'Read again')).toEqual([
      {
        type: 'assessment.CellAnswerCorrected',
        data: { ...answered, from: answered.to, to: { score: 2, evidence: 'Plan' }, reason: 'Read again' },
      },
    ]);
    expect(() => answer({ score: 2 })).toThrow('reason: say why the answer changes.');
    expect(() => answer({ score: 1 })).toThrow('reason: say why the answer changes.');
  });

  it('takes evidence or a note that was left blank without a reason', () => {
    expect(answer({ score: 1, evidence: 'Plan', note: 'In two countries' })).toMatchObject([
      { type: 'assessment.CellEvidenceAdded', data: { from: answered.to, to: { note: 'In two countries' } } },
    ]);
  });

  it('changes nothing when the same is said again', () => {
    expect(answer({ score: 1, evidence: 'Plan' })).toEqual([]);
  });

  it('is refused to whoever is not assigned, for a cell that is not asked about, and after sign-off', () => {
    expect(() => answer({ score: 1 }, undefined, 'priya')).toThrow(Forbidden);
    const body = { assessmentId, cell: 'J-kam-unit', answer: { score: 1 } as const };
    expect(() => answerCell(open, body, as('ann'))).toThrow(NotFound);
    expect(() => answerCell(signedOff, { ...body, cell }, as('ann'))).toThrow(Refused);
  });
});

describe('an organisation that works in one country', () => {
  const mark = (transnational: boolean, state = open) =>
    markTransnational(state, { assessmentId, transnational, reason: 'Customers are national' });

  it('is marked as not transnational with a reason, and back again', () => {
    const [event] = mark(false);
    expect(event).toEqual({
      type: 'assessment.TransnationalMarked',
      data: { divisionId: 'north', from: true, to: false, reason: 'Customers are national' },
    });
    expect(mark(true, given(...opened, event!))).toHaveLength(1);
  });

  it('can still answer element E', () => {
    const state = given(...opened, ...mark(false));
    const body = { assessmentId, cell: 'E-kam-unit', answer: { score: 2 } as const };
    expect(answerCell(state, body, as('ann'))).toHaveLength(1);
  });

  it('is not marked twice, nor after sign-off', () => {
    expect(mark(true)).toEqual([]);
    expect(() => mark(false, signedOff)).toThrow('signed off');
  });
});
