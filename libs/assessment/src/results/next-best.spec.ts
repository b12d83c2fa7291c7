import fc from 'fast-check';
import { isNotRelevant, points } from '../audit/answer';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { anyAnswers } from './arbitrary-answers';
import { nextBestOf } from './next-best';
import { resultsOf } from './results';
import type { CurrentPeriod } from './standing';
import type { Answers } from './tally';

const catalogue = phaseAuditOf(2);
const asked = ({ phase, period }: CurrentPeriod) =>
  catalogue.actions.filter((action) => action.phase === phase && action.period === period);
const current = (answers: Answers, threshold: number) =>
  resultsOf({ catalogue, answers, auditDate: '2025-03-01' }, threshold).currentPeriod;
const raised = (answers: Answers, ids: readonly string[]): Answers => ({
  ...answers,
  ...Object.fromEntries(ids.map((id) => [id, { score: 3 } as const])),
});
const reached = (answers: Answers, period: CurrentPeriod, threshold: number) =>
  asked(period).reduce((sum, { id }) => sum + points(answers[id]), 0) * 100 >= threshold * asked(period).length * 3;

/** Any audit with its threshold; one that has a current period. */
const anyCurrent = fc
  .tuple(anyAnswers, fc.integer({ min: 1, max: 100 }))
  .filter(([answers, threshold]) => current(answers, threshold) !== null);

/** All sets of actions, tried one by one. */
function brute(answers: Answers, period: CurrentPeriod, threshold: number): number | undefined {
  const possible = asked(period).filter(({ id }) => !isNotRelevant(answers[id]) && points(answers[id]) < 3);
  let least: number | undefined;
  for (let set = 0; set < 1 << possible.length; set++) {
    const chosen = possible.filter((_, index) => set & (1 << index)).map(({ id }) => id);
    if ((least === undefined || chosen.length < least) && reached(raised(answers, chosen), period, threshold)) {
      least = chosen.length;
    }
  }
  return least;
}

describe('the next best actions', () => {
  it('lift the current period over its threshold with the fewest actions there are', () => {
    fc.assert(
      fc.property(anyCurrent, ([answers, threshold]) => {
        const period = current(answers, threshold)!;
        const next = nextBestOf(catalogue, answers, period, threshold);
        const least = brute(answers, period, threshold);
        expect(next.reachable).toBe(least !== undefined);
        if (least === undefined) return;
        expect(next.actions).toHaveLength(least);
        const after = raised(
          answers,
          next.actions.map(({ actionId }) => actionId),
        );
        expect(reached(after, period, threshold)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('say how many points are lacking, and that one point less would not do', () => {
    fc.assert(
      fc.property(anyCurrent, ([answers, threshold]) => {
        const period = current(answers, threshold)!;
        const { score, needed, target, maximum } = nextBestOf(catalogue, answers, period, threshold);
        expect(score + needed).toBe(target);
        expect(target * 100).toBeGreaterThanOrEqual(threshold * maximum);
        expect((target - 1) * 100).toBeLessThan(threshold * maximum);
      }),
    );
  });

  it('name each with its present score and what is won', () => {
    const answers: Answers = {
      ...Object.fromEntries(asked({ phase: 'A', period: 1 }).map(({ id }) => [id, { score: 3 }])),
      'A1-02': { score: 1 },
      'A1-03': { score: 0 },
      'A1-05': { score: 2 },
    };
    const next = nextBestOf(catalogue, answers, { phase: 'A', period: 1 }, 80);
    expect(next).toMatchObject({ score: 15, target: 17, maximum: 21, needed: 2, reachable: true });
    expect(next.actions).toHaveLength(1);
    expect(next.actions[0]).toMatchObject({ score: expect.any(Number), gain: expect.any(Number) });
  });

  it('prefer, among as few, what most other actions build on', () => {
    const next = nextBestOf(catalogue, {}, { phase: 'A', period: 1 }, 40);
    const supports = (ids: readonly string[]) =>
      ids.reduce((sum, id) => sum + catalogue.actions.filter(({ buildsOn }) => buildsOn?.includes(id)).length, 0);
    const ranked = asked({ phase: 'A', period: 1 })
      .map(({ id }) => supports([id]))
      .sort((one, other) => other - one);
    const chosen = next.actions.map(({ actionId }) => actionId);
    expect(supports(chosen)).toBe(ranked.slice(0, chosen.length).reduce((sum, value) => sum + value, 0));
  });

  it('follow the order of the catalogue where nothing else decides', () => {
    const first = phaseAuditOf(1);
    const next = nextBestOf(first, {}, { phase: 'A', period: 1 }, 40);
    expect(next.actions.map(({ actionId }) => actionId)).toEqual(['A1-01', 'A1-02', 'A1-03']);
  });

  it('say so where what is not relevant keeps the period under its threshold for good', () => {
    const notRelevant = { notRelevant: true, because: 'We have no rivals.' } as const;
    const answers: Answers = { 'A1-01': notRelevant, 'A1-02': notRelevant, 'A1-03': { score: 3 } };
    const next = nextBestOf(catalogue, answers, { phase: 'A', period: 1 }, 80);
    expect(next.reachable).toBe(false);
    expect(next.actions.map(({ actionId }) => actionId)).toEqual(['A1-04', 'A1-05', 'A1-06', 'A1-07']);
  });

  it('are none when every period has reached the threshold', () => {
    const all: Answers = Object.fromEntries(catalogue.actions.map(({ id }) => [id, { score: 3 }]));
    expect(resultsOf({ catalogue, answers: all, auditDate: '2025-03-01' }).next).toBeNull();
  });
});
