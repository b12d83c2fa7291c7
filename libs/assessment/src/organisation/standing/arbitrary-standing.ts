import fc from 'fast-check';
import { type CellScore, organisationAssessmentCatalogue } from '../catalogue/organisation-catalogue';
import type { Given } from './standing';
import type { AssessorAnswer, SettledScore } from './views';

export const answerBy = (assessorId: string, score: CellScore, at = '2026-03-02T09:00:00.000Z'): AssessorAnswer => ({
  assessorId,
  own: false,
  score,
  evidence: null,
  note: null,
  answeredAt: at,
  corrections: 0,
  reason: null,
});

export const settledAt = (score: CellScore, at = '2026-03-05T09:00:00.000Z'): SettledScore => ({
  score,
  reason: null,
  settledBy: 'priya',
  settledAt: at,
});

const score = fc.constantFrom<CellScore>(0, 1, 2, 3);
const oneCell = fc.record({ said: fc.array(score, { maxLength: 5 }), settled: fc.option(score, { nil: undefined }) });

/** Any state of an assessment under catalogue 1: each cell answered by up to five, settled or not where answered. */
export const anyGiven: fc.Arbitrary<Given> = fc.array(oneCell, { minLength: 45, maxLength: 45 }).map((cells) => {
  const told = organisationAssessmentCatalogue.cells.map(({ id }, index) => ({ id, ...cells[index]! }));
  const answered = told.filter(({ said }) => said.length > 0);
  return {
    answers: Object.fromEntries(answered.map(({ id, said }) => [id, said.map((to, who) => answerBy(`p-${who}`, to))])),
    settled: Object.fromEntries(
      answered.flatMap(({ id, settled }) => (settled === undefined ? [] : [[id, settledAt(settled)]])),
    ),
  };
});
