import fc from 'fast-check';
import type { Answer } from '../audit/answer';
import { phaseAuditOf } from '../catalogue/phase-audit';
import type { Answers } from './tally';

const anAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom<Answer[]>({ score: 0 }, { score: 1 }, { score: 2 }, { score: 3 }),
  fc.constant<Answer>({ notRelevant: true, because: 'We have no such customers.' }),
);

/** Any state of an audit under catalogue 1, for property tests: each action scored, not relevant or unanswered. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .array(fc.option(anAnswer, { nil: undefined }), { minLength: 129, maxLength: 129 })
  .map((given) =>
    Object.fromEntries(phaseAuditOf(1).actions.flatMap(({ id }, index) => (given[index] ? [[id, given[index]]] : []))),
  );

/** Any actions that may wait to be confirmed; those that are answered as well count as answered. */
export const anyUnconfirmed: fc.Arbitrary<ReadonlySet<string>> = fc
  .subarray(phaseAuditOf(1).actions.map(({ id }) => id))
  .map((ids) => new Set(ids));
