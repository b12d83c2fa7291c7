import { assessmentProjections } from '@mainstay/assessment';
import type { RequestContext } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { ownOrganisationWork } from './organisation-work';

const opened = (title: string, assessedOn: string, to: string[]) => [
  {
    type: 'assessment.OrganisationAssessmentOpened',
    data: { scope: { kind: 'programme' }, title, catalogueVersion: 1, assessedOn, transnational: true },
  },
  { type: 'assessment.OrganisationAssessorsAssigned', data: { from: [], to } },
];
const says = (assessorId: string, cell: string) => ({
  type: 'assessment.CellAnswered',
  data: { cell, assessorId, from: null, to: { score: 1 } },
});

describe('what waits for a person in assessments of the organisation', () => {
  let db: ReadModelHarness;
  const work = (over: Partial<RequestContext>) => {
    const context = db.context(over);
    return db.read((manager) => ownOrganisationWork(manager, context));
  };

  beforeAll(async () => {
    db = await readModelHarness({ projections: assessmentProjections });
    await db.append('assessment.organisation', 'o-1', [
      ...opened('First look', '2025-03-01', ['ann', 'ben']),
      ...[says('ann', 'A-kam-unit'), says('ben', 'A-kam-unit'), says('ann', 'A-kam-team')],
      ...[says('ann', 'B-kam-unit'), says('ben', 'B-kam-unit')],
      { type: 'assessment.CellSettled', data: { cell: 'B-kam-unit', from: null, to: 1, said: [1, 1] } },
    ]);
    await db.append('assessment.organisation', 'o-2', [
      ...opened('Signed off', '2024-03-01', ['ann']),
      says('ann', 'A-kam-unit'),
      { type: 'assessment.OrganisationSignedOff', data: { scores: {}, total: 0 } },
    ]);
  });
  afterAll(() => db.close());

  it('is every cell that an assessor assigned has not answered, until it is signed off', async () => {
    expect(await work({ actor: 'ann', roles: ['assessor'] })).toEqual({
      answer: [{ id: 'o-1', title: 'First look', count: 42 }],
      settle: [],
    });
    expect((await work({ actor: 'ben', roles: ['assessor'] })).answer).toMatchObject([{ count: 43 }]);
    expect((await work({ actor: 'cleo', roles: ['assessor'] })).answer).toEqual([]);
  });

  it('is for the lead every cell that all assigned have answered and that is not settled', async () => {
    expect(await work({ actor: 'lee', roles: ['programme-lead'] })).toEqual({
      answer: [],
      settle: [{ id: 'o-1', title: 'First look', count: 1 }],
    });
  });

  it('is nothing for anybody else', async () => {
    expect(await work({ actor: 'ann', roles: ['key-account-manager'] })).toEqual({ answer: [], settle: [] });
  });
});
