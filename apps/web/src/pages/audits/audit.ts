import { useCallback } from 'react';
import type { ReadAnswer } from '~/api/types';
import { useDivisionNames } from '~/app/use-divisions';
import { t } from './texts';

export type AuditSummary = ReadAnswer<'/api/t/{tenant}/audits'>['items'][number];
export type AuditDetail = ReadAnswer<'/api/t/{tenant}/audits/{auditId}'>;
export type Results = ReadAnswer<'/api/t/{tenant}/audits/{auditId}/results'>;
export type GivenAnswer = AuditDetail['answers'][number];
export type Answer = GivenAnswer['answer'];
export type Scope = AuditSummary['scope'];

/** 0, unanswered, not relevant, and carried over but not confirmed are four different things. */
export type AnswerState = 'answered' | 'zero' | 'unanswered' | 'notRelevant' | 'unconfirmed';

export function stateOf(answer: Answer | undefined | null): AnswerState {
  if (!answer) return 'unanswered';
  if ('notRelevant' in answer) return 'notRelevant';
  return answer.score === 0 ? 'zero' : 'answered';
}

/** What is carried over and not yet confirmed is no answer of this audit, whatever it says. */
export const stateOfGiven = (given: GivenAnswer | undefined): AnswerState =>
  given && !given.confirmed ? 'unconfirmed' : stateOf(given?.answer);

/** Answered in either way: scored, or said to be not relevant. */
export const given = ({ progress }: Pick<AuditSummary, 'progress'>): number => progress.answered + progress.notRelevant;

/** Words for what is audited. */
export function useScopeName(): (scope: Scope) => string {
  const divisions = useDivisionNames();
  return useCallback(
    (scope) =>
      scope.kind === 'programme' ? t('scope.programme') : (divisions.get(scope.divisionId) ?? t('scope.unknown')),
    [divisions],
  );
}
