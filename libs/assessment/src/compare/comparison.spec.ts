import fc from 'fast-check';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { anyAnswers } from '../results/arbitrary-answers';
import type { Answers } from '../results/tally';
import { compare } from './comparison';

const catalogue = phaseAuditOf(1);
const earlier: Answers = {
  'A1-01': { score: 1, evidence: 'Draft charter' },
  'A1-02': { score: 3 },
  'A1-03': { score: 0 },
  'A1-04': { score: 2 },
};
const later: Answers = {
  'A1-01': { score: 3, evidence: 'Charter signed' },
  'A1-02': { score: 2 },
  'A1-03': { notRelevant: true, because: 'No rival has key accounts.' },
  'A1-04': { score: 2, evidence: 'Only evidence was added' },
};

describe('comparing two audits', () => {
  it('lists what moved up and down with the evidence of both sides', () => {
    expect(compare(catalogue, earlier, later).moved).toEqual([
      { actionId: 'A1-01', change: 2, from: earlier['A1-01'], to: later['A1-01'] },
      { actionId: 'A1-02', change: -1, from: { score: 3 }, to: { score: 2 } },
    ]);
  });

  it('sets apart what was answered otherwise without moving', () => {
    expect(compare(catalogue, earlier, later).restated.map(({ actionId }) => actionId)).toEqual(['A1-03']);
    expect(compare(catalogue, {}, { 'A1-01': { score: 0 } }).restated).toEqual([
      { actionId: 'A1-01', change: 0, from: null, to: { score: 0 } },
    ]);
  });

  it('tells the change of the score and of every period', () => {
    const { score, periods } = compare(catalogue, earlier, later);
    expect(score).toEqual({ from: 6, to: 7, change: 1 });
    expect(periods[0]).toEqual({ phase: 'A', period: 1, maximum: 21, from: 6, to: 7, change: 1 });
    expect(periods).toHaveLength(12);
  });

  it('finds nothing between an audit and itself', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(compare(catalogue, answers, answers)).toMatchObject({ score: { change: 0 }, moved: [], restated: [] });
      }),
    );
  });

  it('finds the opposite the other way round, and explains the whole change', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (one, other) => {
        const there = compare(catalogue, one, other);
        const back = compare(catalogue, other, one);
        expect(back.moved).toEqual(
          there.moved.map(({ actionId, change, from, to }) => ({ actionId, change: -change, from: to, to: from })),
        );
        expect(there.moved.reduce((sum, { change }) => sum + change, 0)).toBe(there.score.change);
      }),
    );
  });
});
