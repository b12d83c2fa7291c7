import { NotFound, type Recorded } from '@mainstay/event-sourcing';
import { type CellScore, organisationAssessmentCatalogue } from './catalogue/organisation-catalogue';
import { type Organisation, organisation } from './organisation';
import type { OrganisationEvent } from './organisation.events';
import { openAssessment } from './organisation.rules';
import { reopen, settleAgreed, settleCell, signOff } from './settling';

const assessmentId = 'o-1';
const cell = 'A-kam-unit';
const given = (...events: OrganisationEvent[]): Organisation =>
  events.reduce(
    (state, event) => organisation.evolve(state, event as Recorded<OrganisationEvent>),
    organisation.initial,
  );
const opened = openAssessment(organisation.initial, {
  scope: { kind: 'programme' },
  title: 'How ready are we?',
  catalogueVersion: 1,
  assessedOn: '2026-03-01',
  transnational: true,
  assessorIds: ['ann', 'ben'],
});
const says = (assessorId: string, cell: string, score: CellScore): OrganisationEvent => ({
  type: 'assessment.CellAnswered',
  data: { cell, assessorId, from: null, to: { score } },
});
const agreed = given(...opened, says('ann', cell, 2), says('ben', cell, 2));
const differ = given(...opened, says('ann', cell, 3), says('ben', cell, 1));
const settle = (state: Organisation, score: CellScore, reason?: string) =>
  settleCell(state, { assessmentId, cell, score, reason });
const settledAs = (to: CellScore, said: CellScore[], from: CellScore | null = null, reason?: string) => [
  { type: 'assessment.CellSettled', data: { divisionId: undefined, cell, from, to, said, reason } },
];

describe('settling a cell', () => {
  it('needs no reason where the assessors say just that', () => {
    expect(settle(agreed, 2)).toEqual(settledAs(2, [2, 2]));
  });

  it('needs a reason where they differ, and keeps what was said', () => {
    expect(() => settle(differ, 2)).toThrow('reason: the assessors differ; say why this score counts.');
    expect(settle(differ, 2, 'Half of the divisions')).toEqual(settledAs(2, [1, 3], null, 'Half of the divisions'));
  });

  it('needs a reason to count other than all assessors said, or to change what was settled', () => {
    expect(() => settle(agreed, 3)).toThrow('reason:');
    const settled = given(...opened, says('ann', cell, 2), ...(settledAs(1, [2]) as OrganisationEvent[]));
    expect(() => settle(settled, 2)).toThrow('reason: say why the settled score changes.');
    expect(settle(settled, 2, 'Seen at last')).toEqual(settledAs(2, [2], 1, 'Seen at last'));
  });

  it('changes nothing when it is settled so already', () => {
    expect(settle(given(...opened, says('ann', cell, 2), ...(settledAs(2, [2]) as OrganisationEvent[])), 2)).toEqual(
      [],
    );
  });

  it('is refused for a cell that nobody answered, and for one that is not asked about', () => {
    expect(() => settle(given(...opened), 2, 'So be it')).toThrow('no assessor has answered this cell');
    expect(() => settleCell(agreed, { assessmentId, cell: 'A-board', score: 1 })).toThrow(NotFound);
  });
});

describe('settling all that is agreed', () => {
  it('takes the cells that every assigned assessor answered alike, and no others', () => {
    const state = given(
      ...opened,
      ...[says('ann', 'A-kam-unit', 1), says('ben', 'A-kam-unit', 1)],
      ...[says('ann', 'A-kam-team', 1), says('ben', 'A-kam-team', 2)],
      says('ann', 'B-kam-unit', 3),
      ...[says('ann', 'C-kam-unit', 0), says('ben', 'C-kam-unit', 0)],
    );
    expect(settleAgreed(state, { assessmentId }).map(({ data }) => data)).toEqual([
      { cell: 'A-kam-unit', from: null, to: 1, said: [1, 1] },
      { cell: 'C-kam-unit', from: null, to: 0, said: [0, 0] },
    ]);
  });

  it('leaves what is settled, and changes nothing when nothing is left', () => {
    const state = given(...opened, says('ann', cell, 2), says('ben', cell, 2), ...(settledAs(1, [2]) as never[]));
    expect(settleAgreed(state, { assessmentId })).toEqual([]);
  });

  it('is refused for what was never opened', () => {
    expect(() => settleAgreed(organisation.initial, { assessmentId })).toThrow(NotFound);
  });
});

describe('signing off', () => {
  const all = organisationAssessmentCatalogue.cells.flatMap(({ id }): OrganisationEvent[] => [
    says('ann', id, 1),
    { type: 'assessment.CellSettled', data: { cell: id, from: null, to: 1, said: [1] } },
  ]);
  const settled = given(...opened, ...all);
  const [signed] = signOff(settled, { assessmentId, note: 'Seen by the Board' });
  const pinned = given(...opened, ...all, signed!);

  it('pins every settled score and their total', () => {
    expect(signed).toMatchObject({
      type: 'assessment.OrganisationSignedOff',
      data: { total: 45, note: 'Seen by the Board', scores: { 'A-kam-unit': 1 } },
    });
    expect(Object.keys((signed!.data as { scores: object }).scores)).toHaveLength(45);
  });

  it('is refused while a cell is not settled: what is provisional is no result', () => {
    expect(() => signOff(given(...opened, ...all.slice(0, -1)), { assessmentId })).toThrow('1 cell is not settled yet');
    expect(() => signOff(given(...opened), { assessmentId })).toThrow('45 cells are not settled yet');
  });

  it('changes nothing the second time', () => {
    expect(signOff(pinned, { assessmentId })).toEqual([]);
  });

  it('lets nothing change until it is reopened with a reason', () => {
    expect(() => settle(pinned, 2, 'Late evidence')).toThrow('signed off');
    expect(() => settleAgreed(pinned, { assessmentId })).toThrow('signed off');
    const reopened = reopen(pinned, { assessmentId, reason: 'Late evidence' });
    expect(reopened).toEqual([
      { type: 'assessment.OrganisationReopened', data: { divisionId: undefined, reason: 'Late evidence' } },
    ]);
    expect(settle(given(...opened, ...all, signed!, ...reopened), 2, 'Late evidence')).toHaveLength(1);
  });

  it('is not reopened when it is open, nor when it was never there', () => {
    expect(reopen(settled, { assessmentId, reason: 'Why not' })).toEqual([]);
    expect(() => reopen(organisation.initial, { assessmentId, reason: 'Why not' })).toThrow(NotFound);
  });
});
