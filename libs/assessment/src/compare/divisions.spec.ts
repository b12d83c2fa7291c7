import fc from 'fast-check';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { anyAnswers, anyUnconfirmed } from '../results/arbitrary-answers';
import { gapsBetween, type Judged, standingsOf } from './divisions';

const catalogue = phaseAuditOf(1);
const of = (auditId: string, answers: Judged['answers'], unconfirmed = new Set<string>()): Judged => ({
  auditId,
  answers,
  unconfirmed,
});
const anyJudged = fc
  .tuple(anyAnswers, anyUnconfirmed)
  .map(([answers, unconfirmed]): Omit<Judged, 'auditId'> => ({ answers, unconfirmed }));

describe('divisions side by side', () => {
  it('differ most where their scores lie furthest apart, then in the order of the catalogue', () => {
    const north = of('north', { 'A1-01': { score: 3 }, 'A1-02': { score: 2 }, 'A1-03': { score: 3 } });
    const south = of('south', { 'A1-01': { score: 2 }, 'A1-02': { score: 1 }, 'A1-03': { score: 0 } });
    expect(gapsBetween(catalogue, [north, south]).map(({ actionId, spread }) => [actionId, spread])).toEqual([
      ['A1-03', 3],
      ['A1-01', 1],
      ['A1-02', 1],
    ]);
  });

  it('do not differ where one has not answered, finds it not relevant or has not confirmed it', () => {
    const north = of('north', { 'A1-01': { score: 3 }, 'A1-02': { score: 3 }, 'A1-03': { score: 3 } });
    const south = of('south', { 'A1-02': { notRelevant: true, because: 'No rivals.' } }, new Set(['A1-03']));
    expect(gapsBetween(catalogue, [north, south])).toEqual([]);
    const west = of('west', { 'A1-02': { score: 1 } });
    expect(gapsBetween(catalogue, [north, south, west])).toEqual([
      {
        actionId: 'A1-02',
        spread: 2,
        judgements: [
          { auditId: 'north', state: 'scored', score: 3 },
          { auditId: 'south', state: 'notRelevant', score: null },
          { auditId: 'west', state: 'scored', score: 1 },
        ],
      },
    ]);
  });

  it('never differ from themselves, whoever else stands beside them', () => {
    fc.assert(
      fc.property(anyJudged, (one) => {
        expect(
          gapsBetween(catalogue, [
            { auditId: 'a', ...one },
            { auditId: 'b', ...one },
          ]),
        ).toEqual([]);
      }),
    );
  });

  it('differ by the same whichever of them stands first, and by no more than 3', () => {
    fc.assert(
      fc.property(anyJudged, anyJudged, (one, other) => {
        const [a, b] = [
          { auditId: 'a', ...one },
          { auditId: 'b', ...other },
        ];
        const spreads = (audits: Judged[]) =>
          gapsBetween(catalogue, audits).map(({ actionId, spread }) => [actionId, spread]);
        expect(spreads([a, b])).toEqual(spreads([b, a]));
        for (const [, spread] of spreads([a, b])) expect(spread).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('stand each with its scores, four counts that add up, and its current period', () => {
    const all = Object.fromEntries(catalogue.actions.map(({ id }) => [id, { score: 3 } as const]));
    const standings = standingsOf(catalogue, [of('north', all), of('south', {}, new Set(['A1-01']))], 80);
    expect(standings[0]).toMatchObject({
      auditId: 'north',
      overall: { score: 387, percent: 100 },
      currentPeriod: null,
    });
    expect(standings[1]).toMatchObject({
      overall: { score: 0, unconfirmed: 1, unanswered: 128 },
      currentPeriod: { phase: 'A', period: 1 },
    });
  });
});
