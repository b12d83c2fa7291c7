import type { DomainEvent } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { answersTo } from '../litmus.fixture';
import { litmusRegister } from './litmus-register.projection';
import { litmusTakingTable, litmusTestTable } from './litmus-tables';

const about = { test: 'manager', accountId: 'a1', managerId: 'kim', catalogueVersion: 1 };
const taken = (takenOn: string, letters: string): DomainEvent => ({
  type: 'assessment.LitmusTaken',
  data: { ...about, takenOn, from: null, answers: answersTo('manager', letters) },
});
const corrected = (takenOn: string, letters: string): DomainEvent => ({
  type: 'assessment.LitmusTakingCorrected',
  data: {
    ...about,
    takenOn,
    from: answersTo('manager', 'nnnnn'),
    answers: answersTo('manager', letters),
    reason: 'Again',
  },
});

describe('litmus register', () => {
  let db: ReadModelHarness;
  beforeAll(async () => {
    db = await readModelHarness({ projections: [litmusRegister] });
  });
  afterAll(() => db.close());

  const latest = (litmusId: string, asAt?: Date) =>
    db.read((manager) => manager.findOneBy(litmusTestTable.entity, { litmusId }), { asAt });

  it('holds the taking of the latest day, also when an earlier one is recorded after it', async () => {
    await db.append('assessment.litmus', 'l1', [taken('2025-12-01', 'yyyya'), taken('2025-06-01', 'ynnnn')]);
    expect(await latest('l1')).toMatchObject({ takenOn: '2025-12-01', yes: 4, unmet: ['M5'], gate: 4, version: 2 });
    const takings = await db.read((manager) => manager.findBy(litmusTakingTable.entity, { litmusId: 'l1' }));
    expect(takings.map(({ yes }) => yes).sort()).toEqual([1, 4]);
  });

  it('reads as at before a later taking', async () => {
    const { recorded } = await db.append('assessment.litmus', 'l2', [taken('2025-06-01', 'yyynn')]);
    await db.append('assessment.litmus', 'l2', [taken('2025-12-01', 'yyyyy')]);
    expect((await latest('l2', recorded))?.yes).toBe(3);
    expect((await latest('l2'))?.yes).toBe(5);
  });

  it('puts a correction where it belongs: on the latest taking, or on an earlier one alone', async () => {
    await db.append('assessment.litmus', 'l3', [taken('2025-06-01', 'nnnnn'), taken('2025-12-01', 'yynnn')]);
    await db.append('assessment.litmus', 'l3', [corrected('2025-06-01', 'ynnnn')]);
    expect(await latest('l3')).toMatchObject({ yes: 2, corrections: 0, reason: null, version: 3 });
    await db.append('assessment.litmus', 'l3', [corrected('2025-12-01', 'yyynn')]);
    expect(await latest('l3')).toMatchObject({ yes: 3, corrections: 1, reason: 'Again', version: 4 });
    const [earlier] = await db.read((manager) =>
      manager.findBy(litmusTakingTable.entity, { litmusId: 'l3', takenOn: '2025-06-01' }),
    );
    expect(earlier).toMatchObject({ yes: 1, corrections: 1 });
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
