import fc from 'fast-check';
import { organisationAssessmentCatalogue as catalogue } from '../catalogue/organisation-catalogue';
import { answerBy, anyGiven, settledAt } from './arbitrary-standing';
import { movementBetween } from './movement';
import { type Given, standingOf } from './standing';

const between = (from: Given, to: Given) => movementBetween(standingOf(catalogue, from), standingOf(catalogue, to));
const nothing: Given = { answers: {}, settled: {} };

describe('movement between two assessments', () => {
  it('lists what went up and down with what was said on both sides', () => {
    const before = { answers: { 'A-kam-unit': [answerBy('a', 1)], 'B-kam-unit': [answerBy('a', 3)] }, settled: {} };
    const after = {
      answers: { 'A-kam-unit': [answerBy('b', 3)], 'B-kam-unit': [answerBy('b', 3)] },
      settled: { 'B-kam-unit': settledAt(2) },
    };
    const { moved, score, elements, groups } = between(before, after);
    expect(moved).toMatchObject([
      { cell: 'A-kam-unit', change: 2, from: { score: 1, settled: null }, to: { score: 3 } },
      { cell: 'B-kam-unit', change: -1, from: { score: 3 }, to: { score: 2, settled: { score: 2 } } },
    ]);
    expect(moved[0]!.from.answers).toEqual(before.answers['A-kam-unit']);
    expect(score).toEqual({ from: 4, to: 5, change: 1 });
    expect(elements[0]).toEqual({ element: 'A', maximum: 15, from: 1, to: 3, change: 2 });
    expect(groups[1]).toEqual({ group: 'kam-unit', maximum: 27, from: 4, to: 5, change: 1 });
  });

  it('sets apart a cell that was not answered before and is 0 now', () => {
    const { moved, restated } = between(nothing, { answers: { 'A-kam-unit': [answerBy('a', 0)] }, settled: {} });
    expect(moved).toEqual([]);
    expect(restated).toMatchObject([{ cell: 'A-kam-unit', change: 0, from: { score: null }, to: { score: 0 } }]);
  });

  it('finds nothing between an assessment and itself', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        expect(between(given, given)).toMatchObject({ score: { change: 0 }, moved: [], restated: [] });
      }),
    );
  });

  it('finds the opposite the other way round, and explains the whole change', () => {
    fc.assert(
      fc.property(anyGiven, anyGiven, (one, other) => {
        const there = between(one, other);
        const back = between(other, one);
        const turned = <Move extends { change: number; from: unknown; to: unknown }>(moves: Move[]) =>
          moves.map((move) => ({ ...move, change: 0 - move.change, from: move.to, to: move.from }));
        expect(back.moved).toEqual(turned(there.moved));
        expect(back.restated).toEqual(turned(there.restated));
        expect(back.elements).toEqual(turned(there.elements));
        for (const cut of [there.moved, there.elements, there.groups] as { change: number }[][]) {
          expect(cut.reduce((sum, { change }) => sum + change, 0)).toBe(there.score.change);
        }
      }),
    );
  });
});
