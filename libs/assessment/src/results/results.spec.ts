import fc from 'fast-check';
import type { Answer } from '../audit/answer';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { anyAnswers, anyUnconfirmed } from './arbitrary-answers';
import { type Results, resultsOf } from './results';
import { currentPeriodOf, paceOf } from './standing';
import type { Answers, Tally } from './tally';

const catalogue = phaseAuditOf(1);
const notRelevant: Answer = { notRelevant: true, because: 'One country only.' };

/** The same answer to every action of the periods named, such as 'A1 A2'. */
const all = (periods: string, answer: Answer): Answers =>
  Object.fromEntries(
    catalogue.actions.filter(({ id }) => periods.includes(id.slice(0, 2))).map(({ id }) => [id, answer]),
  );
const results = (answers: Answers, threshold?: number) =>
  resultsOf({ catalogue, answers, auditDate: '2025-03-01' }, threshold);

const everyCut: (keyof Pick<Results, 'phases' | 'periods' | 'streams' | 'contributoryStreams' | 'cells'>)[] = [
  'phases',
  'periods',
  'streams',
  'contributoryStreams',
  'cells',
];

describe('scores', () => {
  it('never exceed their maxima, in any cut', () => {
    fc.assert(
      fc.property(anyAnswers, anyUnconfirmed, (answers, unconfirmed) => {
        const found = resultsOf({ catalogue, answers, unconfirmed, auditDate: '2025-03-01' });
        for (const piece of [found.overall, ...everyCut.flatMap((cut): Tally[] => found[cut])]) {
          expect(piece.score).toBeLessThanOrEqual(piece.maximum);
          expect(piece.score).toBeLessThanOrEqual(piece.answered * 3);
          expect(piece.answered + piece.notRelevant + piece.unconfirmed + piece.unanswered).toBe(piece.actions);
        }
      }),
    );
  });

  it('add up to the whole, in every cut', () => {
    fc.assert(
      fc.property(anyAnswers, anyUnconfirmed, (answers, unconfirmed) => {
        const found = resultsOf({ catalogue, answers, unconfirmed, auditDate: '2025-03-01' });
        for (const cut of everyCut) {
          for (const figure of [
            'score',
            'maximum',
            'actions',
            'answered',
            'notRelevant',
            'unconfirmed',
            'unanswered',
          ] as const) {
            const sum = (found[cut] as Tally[]).reduce((total, piece) => total + piece[figure], 0);
            expect(sum).toBe(found.overall[figure]);
          }
        }
      }),
    );
  });

  it('count 0 for what is not relevant and keep it in the maximum', () => {
    expect(results(all('A1', notRelevant)).periods[0]).toEqual({
      phase: 'A',
      period: 1,
      score: 0,
      maximum: 21,
      percent: 0,
      actions: 7,
      answered: 0,
      notRelevant: 7,
      unconfirmed: 0,
      unanswered: 0,
    });
  });

  it('tell 0, unanswered, not relevant and not yet confirmed apart', () => {
    const answers: Answers = { 'A1-01': { score: 0 }, 'A1-02': notRelevant };
    const unconfirmed = new Set(['A1-03', 'A1-04']);
    const { overall, missing, ...found } = resultsOf({ catalogue, answers, unconfirmed, auditDate: '2025-03-01' });
    expect(overall).toMatchObject({ score: 0, answered: 1, notRelevant: 1, unconfirmed: 2, unanswered: 125 });
    expect(found.unconfirmed).toEqual([{ actionId: 'A1-03' }, { actionId: 'A1-04' }]);
    expect(missing).toEqual([]);
  });

  it('count nothing for what was carried over until it is confirmed, and list it as neither missing nor unanswered', () => {
    const unconfirmed = new Set(['A1-02']);
    const found = resultsOf({ catalogue, answers: { 'A1-01': { score: 3 } }, unconfirmed, auditDate: '2025-03-01' });
    expect(found.overall.score).toBe(3);
    expect(found.missing.map(({ actionId }) => actionId)).not.toContain('A1-02');
    const confirmed = resultsOf({
      catalogue,
      answers: { 'A1-01': { score: 3 }, 'A1-02': { score: 2 } },
      auditDate: '2025-03-01',
    });
    expect(confirmed.overall).toMatchObject({ score: 5, unconfirmed: 0 });
  });
});

describe('the current period', () => {
  it('is the first in order under 80 % of its maximum', () => {
    expect(results(all('A1 A2 B1', { score: 3 })).currentPeriod).toEqual({ phase: 'A', period: 3 });
  });

  it('is passed at exactly the threshold: 17 of 21 is over, 16 is under', () => {
    const seventeen = { ...all('A1', { score: 3 }), 'A1-01': { score: 1 }, 'A1-02': { score: 1 } } as const;
    expect(results(seventeen).currentPeriod).toEqual({ phase: 'A', period: 2 });
    expect(results({ ...seventeen, 'A1-01': { score: 0 } }).currentPeriod).toEqual({ phase: 'A', period: 1 });
    const periods = [{ ...results({}).periods[0]!, score: 4, maximum: 5 }];
    expect(currentPeriodOf({ periods })).toBeNull();
  });

  it('follows the threshold that the enterprise sets', () => {
    expect(results(all('A1', { score: 2 }), 66).currentPeriod).toEqual({ phase: 'A', period: 2 });
    expect(results(all('A1', { score: 2 }), 67).threshold).toBe(67);
    expect(results(all('A1', { score: 2 }), 67).currentPeriod).toEqual({ phase: 'A', period: 1 });
  });

  it('is none when every period has reached the threshold', () => {
    expect(results(all('A1A2A3B1B2B3C1C2C3D1D2D3', { score: 3 })).currentPeriod).toBeNull();
  });
});

describe('the road', () => {
  it('runs to 387 with borders at 78, 183 and 288', () => {
    expect(results({}).road).toEqual({ score: 0, maximum: 387, borders: [78, 183, 288], phase: 'A' });
  });

  it('lets early work make up for gaps', () => {
    expect(results(all('D1 D2 D3', { score: 3 })).road).toMatchObject({ score: 99, phase: 'B' });
  });

  it('gives a border score to the phase that the border opens', () => {
    expect(results(all('A1 A2 A3', { score: 3 })).road).toMatchObject({ score: 78, phase: 'B' });
    expect(results({ ...all('A1 A2 A3', { score: 3 }), 'A1-01': { score: 2 } }).road).toMatchObject({
      score: 77,
      phase: 'A',
    });
  });
});

describe('what is missing', () => {
  it('is 0 or unanswered in a period otherwise under way', () => {
    const { missing } = results({ ...all('A1', { score: 2 }), 'A1-02': { score: 0 }, 'A1-03': notRelevant });
    expect(missing).toEqual([{ actionId: 'A1-02', answer: 'zero' }]);
    expect(results({ 'A1-01': { score: 1 } }).missing).toHaveLength(6);
    expect(results({ 'A1-01': { score: 1 } }).missing[0]).toEqual({ actionId: 'A1-02', answer: 'unanswered' });
  });

  it('is nothing in a period that has not begun', () => {
    expect(results(all('A1', { score: 0 })).missing).toEqual([]);
  });
});

describe('what lags', () => {
  it('is an action one whole point or more under the mean of its period', () => {
    const answers = { ...all('A1', { score: 3 }), 'A1-01': { score: 1 } } as const;
    expect(results(answers).lagging).toEqual([{ actionId: 'A1-01', score: 1, mean: 2.71 }]);
    expect(results({ 'A1-01': { score: 3 }, 'A1-02': { score: 1 } }).lagging).toHaveLength(1);
  });

  it('is nothing less than a whole point under', () => {
    expect(results({ ...all('A1', { score: 3 }), 'A1-01': { score: 2 } }).lagging).toEqual([]);
  });

  it('is not measured against what nobody has scored yet', () => {
    expect(results({ 'A1-01': { score: 2 }, 'A1-02': { score: 2 }, 'A1-03': notRelevant }).lagging).toEqual([]);
  });
});

describe('what is ahead of its time', () => {
  it('is work done in periods after the current one', () => {
    const { ahead } = results({ 'A1-01': { score: 1 }, 'C2-01': { score: 2 }, 'D1-01': { score: 0 } });
    expect(ahead).toEqual([{ actionId: 'C2-01', score: 2 }]);
  });

  it('is nothing when no period is current', () => {
    expect(results(all('A1A2A3B1B2B3C1C2C3D1D2D3', { score: 3 })).ahead).toEqual([]);
  });
});

describe('what is not relevant', () => {
  it('is listed with the reason given', () => {
    expect(results({ 'B2-03': notRelevant }).notRelevant).toEqual([
      { actionId: 'B2-03', because: 'One country only.' },
    ]);
  });
});

describe('the pace', () => {
  it('is typical in Scoping up to 12 months, in Introducing until 24, later until 60', () => {
    expect(paceOf('2024-01-15', '2025-01-20', 'A')).toEqual({
      months: 12,
      typical: { from: 0, to: 12 },
      verdict: 'typical',
    });
    expect(paceOf('2024-01-15', '2026-01-15', 'B')).toMatchObject({ months: 24, verdict: 'typical' });
    expect(paceOf('2024-01-15', '2029-01-14', 'C')).toMatchObject({ months: 59, verdict: 'typical' });
  });

  it('is slower past that and faster before it', () => {
    expect(paceOf('2024-01-15', '2025-02-15', 'A').verdict).toBe('slower');
    expect(paceOf('2024-01-15', '2026-02-15', 'B').verdict).toBe('slower');
    expect(paceOf('2024-01-15', '2024-12-14', 'B')).toMatchObject({ months: 10, verdict: 'faster' });
    expect(paceOf('2024-01-15', '2025-06-15', 'C').verdict).toBe('faster');
  });

  it('is unknown where nobody said when the programme started', () => {
    expect(results({}).pace).toBeNull();
    const audited = { catalogue, answers: {}, auditDate: '2025-03-01', programmeStartedOn: '2024-09-01' };
    expect(resultsOf(audited).pace).toEqual({ months: 6, typical: { from: 0, to: 12 }, verdict: 'typical' });
  });
});
