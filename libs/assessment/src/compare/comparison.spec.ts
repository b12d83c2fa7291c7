import fc from 'fast-check';
import type { Answer } from '../audit/answer';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { anyAnswers, anyUnconfirmed } from '../results/arbitrary-answers';
import type { Answers } from '../results/tally';
import { compare, type Side } from './comparison';

const catalogue = phaseAuditOf(1);
const side = (answers: Answers, unconfirmed: ReadonlySet<string> = new Set()): Side =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, confirmed: !unconfirmed.has(id) }]));
const notRelevant: Answer = { notRelevant: true, because: 'No rival has key accounts.' };

const earlier: Answers = {
  'A1-01': { score: 1, evidence: 'Draft charter' },
  'A1-02': { score: 3 },
  'A1-03': { score: 0 },
  'A1-04': { score: 2 },
};
const later: Answers = {
  'A1-01': { score: 3, evidence: 'Charter signed' },
  'A1-02': { score: 2 },
  'A1-03': notRelevant,
  'A1-04': { score: 2, evidence: 'Only evidence was added' },
};
/** Any audit, with any of its answers still to be confirmed. */
const anySide = fc.tuple(anyAnswers, anyUnconfirmed).map(([answers, unconfirmed]) => side(answers, unconfirmed));

describe('comparing two audits', () => {
  it('lists what moved up and down with the evidence of both sides', () => {
    const scored = { fromState: 'scored', toState: 'scored' };
    expect(compare(catalogue, side(earlier), side(later)).moved).toEqual([
      { actionId: 'A1-01', change: 2, ...scored, from: earlier['A1-01'], to: later['A1-01'] },
      { actionId: 'A1-02', change: -1, ...scored, from: { score: 3 }, to: { score: 2 } },
    ]);
  });

  it('sets apart what was answered otherwise without moving: 0, not relevant and unanswered all count 0', () => {
    const { restated } = compare(catalogue, side(earlier), side(later));
    expect(restated.map(({ actionId }) => actionId)).toEqual(['A1-03']);
    expect(compare(catalogue, {}, side({ 'A1-01': { score: 0 } })).restated).toEqual([
      { actionId: 'A1-01', change: 0, fromState: 'unanswered', toState: 'scored', from: null, to: { score: 0 } },
    ]);
  });

  it('says of a point lost whether it was judged lower, became not relevant, is unanswered or waits to be confirmed', () => {
    const before = side({ 'A1-01': { score: 2 }, 'A1-02': { score: 2 }, 'A1-03': { score: 2 }, 'A1-04': { score: 2 } });
    const after = side({ 'A1-01': { score: 1 }, 'A1-02': notRelevant, 'A1-04': { score: 2 } }, new Set(['A1-04']));
    expect(compare(catalogue, before, after).moved.map(({ change, toState }) => [change, toState])).toEqual([
      [-1, 'scored'],
      [-2, 'notRelevant'],
      [-2, 'unanswered'],
      [-2, 'unconfirmed'],
    ]);
  });

  it('counts nothing for what waits to be confirmed, and shows what was carried over', () => {
    const { moved, restated } = compare(catalogue, {}, side({ 'A1-01': { score: 3 } }, new Set(['A1-01'])));
    expect(moved).toEqual([]);
    expect(restated).toEqual([
      { actionId: 'A1-01', change: 0, fromState: 'unanswered', toState: 'unconfirmed', from: null, to: { score: 3 } },
    ]);
  });

  it('tells the change of the score, of every phase and of every period', () => {
    const { score, phases, periods } = compare(catalogue, side(earlier), side(later));
    expect(score).toEqual({ maximum: 387, from: 6, to: 7, change: 1 });
    expect(phases[0]).toEqual({ phase: 'A', maximum: 78, from: 6, to: 7, change: 1 });
    expect(periods[0]).toEqual({ phase: 'A', period: 1, maximum: 21, from: 6, to: 7, change: 1 });
    expect(periods).toHaveLength(12);
  });

  it('finds nothing between an audit and itself', () => {
    fc.assert(
      fc.property(anySide, (one) => {
        expect(compare(catalogue, one, one)).toMatchObject({ score: { change: 0 }, moved: [], restated: [] });
      }),
    );
  });

  it('finds the opposite the other way round, and explains the whole change', () => {
    fc.assert(
      fc.property(anySide, anySide, (one, other) => {
        const there = compare(catalogue, one, other);
        const back = compare(catalogue, other, one);
        for (const list of ['moved', 'restated'] as const) {
          expect(back[list]).toEqual(
            there[list].map(({ actionId, change, from, to, fromState, toState }) => ({
              actionId,
              change: 0 - change, // never -0
              fromState: toState,
              toState: fromState,
              from: to,
              to: from,
            })),
          );
        }
        for (const cut of [there.moved, there.phases, there.periods]) {
          expect((cut as { change: number }[]).reduce((sum, { change }) => sum + change, 0)).toBe(there.score.change);
        }
      }),
    );
  });
});
