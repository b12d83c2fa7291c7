import fc from 'fast-check';
import { type CellScore, organisationAssessmentCatalogue as catalogue } from '../catalogue/organisation-catalogue';
import { answerBy, anyGiven, settledAt } from './arbitrary-standing';
import { bandOf } from './bands';
import { standingOf } from './standing';
import type { Totals } from './views';

const cell = 'A-key-account-manager';
/** What follows for one cell. */
const about = (said: CellScore[], settled?: CellScore) =>
  standingOf(catalogue, {
    answers: { [cell]: said.map((score, who) => answerBy(`p-${who}`, score)) },
    settled: settled === undefined ? {} : { [cell]: settledAt(settled) },
  });
const first = (said: CellScore[], settled?: CellScore) => about(said, settled).cells[0]!;

describe('scores', () => {
  it('add up over elements as over groups to the total, and never exceed their maxima', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const { overall, elements, groups } = standingOf(catalogue, given);
        for (const cut of [elements, groups] as Totals[][]) {
          for (const figure of ['score', 'maximum', 'cells', 'settled', 'provisional', 'unanswered'] as const) {
            expect(cut.reduce((sum, piece) => sum + piece[figure], 0)).toBe(overall[figure]);
          }
        }
        for (const { score, maximum } of [overall, ...elements, ...groups]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(maximum);
        }
        expect(elements.map(({ maximum }) => maximum)).toEqual(Array(9).fill(15));
        expect(groups.map(({ maximum }) => maximum)).toEqual(Array(5).fill(27));
        expect(overall.maximum).toBe(135);
      }),
    );
  });

  it('of a cell lie within what was said, unless the lead settled otherwise', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        for (const { answers, distribution, lowest, highest, median, score, settled } of standingOf(catalogue, given)
          .cells) {
          expect(distribution.reduce((sum, count) => sum + count, 0)).toBe(answers.length);
          if (median !== null) {
            expect(median).toBeGreaterThanOrEqual(lowest!);
            expect(median).toBeLessThanOrEqual(highest!);
          }
          expect(score).toBe(settled ? settled.score : median);
        }
      }),
    );
  });

  it('are provisional at the median until settled; of two in the middle the lower', () => {
    expect(first([3, 1, 2]).score).toBe(2);
    expect(first([3, 1]).score).toBe(1);
    expect(first([3, 1, 1, 3, 3]).score).toBe(3);
    expect(first([3, 1], 2)).toMatchObject({ median: 1, score: 2 });
    expect(about([3, 1]).overall).toMatchObject({ score: 1, settled: 0, provisional: 1, unanswered: 44 });
    expect(about([3, 1], 2).overall).toMatchObject({ score: 2, settled: 1, provisional: 0, unanswered: 44 });
  });

  it('tell 0 from unanswered', () => {
    expect(first([0])).toMatchObject({ score: 0, agreement: 'one-answer' });
    expect(first([])).toMatchObject({ score: null, agreement: 'unanswered', lowest: null, target: null });
  });
});

describe('agreement', () => {
  it('shows how many said what, the lowest and the highest', () => {
    expect(first([2, 0, 2])).toMatchObject({
      distribution: [1, 0, 2, 0],
      lowest: 0,
      highest: 2,
      agreement: 'differ',
    });
    expect(first([2, 2]).agreement).toBe('agreed');
  });

  it('is counted over the cells that two or more answered', () => {
    const given = {
      answers: {
        'A-kam-unit': [answerBy('a', 1), answerBy('b', 1)],
        'A-kam-team': [answerBy('a', 1), answerBy('b', 2)],
        'B-kam-unit': [answerBy('a', 1)],
      },
      settled: {},
    };
    expect(standingOf(catalogue, given).agreement).toEqual({ compared: 2, agreed: 1 });
  });

  it('says when an answer came after the settling', () => {
    const answers = { [cell]: [answerBy('a', 1, '2026-03-06T09:00:00.000Z')] };
    expect(standingOf(catalogue, { answers, settled: { [cell]: settledAt(1) } }).cells[0]!.answeredSinceSettled).toBe(
      true,
    );
    expect(first([1], 1).answeredSinceSettled).toBe(false);
  });
});

describe('the next state', () => {
  it('is the descriptor one higher than the score, settled before provisional', () => {
    const { descriptors } = catalogue.cell(cell)!;
    expect(first([0]).target).toEqual({ score: 1, descriptor: descriptors[1] });
    expect(first([0, 0], 2).target).toEqual({ score: 3, descriptor: descriptors[3] });
  });

  it('is none at best practice', () => {
    expect(first([3]).target).toBeNull();
  });
});

describe('the bands', () => {
  it.each([
    [0, 'not-ready', 'ready', 20],
    [19, 'not-ready', 'ready', 1],
    [20, 'ready', 'transition', 45],
    [62, 'ready', 'transition', 3],
    [64, 'ready', 'transition', 1],
    [65, 'transition', 'best-practice', 45],
    [109, 'transition', 'best-practice', 1],
  ])('%i points: %s, and how far it is to %s', (score, band, next, points) => {
    expect(bandOf(catalogue, score)).toEqual({ band, next: { band: next, points } });
  });

  it.each([110, 135])('%i points: good or best practice, with nothing above', (score) => {
    expect(bandOf(catalogue, score)).toEqual({ band: 'best-practice', next: null });
  });
});
