import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '~/api/problem';
import { useCommand } from '~/api/use-command';
import { useTenantAlias } from '~/app/address';
import { AnswerBook, type Entry } from '~/pages/audits/answering/answer-book';
import { problemText } from '~/ui/problem-text';
import type { Score } from '../types';

const assessments = '/api/t/{tenant}/organisation-assessments';
const assessment = `${assessments}/{assessmentId}` as const;

export interface OwnAnswer {
  readonly score: Score;
  readonly evidence?: string;
  readonly note?: string;
}

export interface CellAnswers {
  readonly book: AnswerBook<OwnAnswer>;
  readonly entries: ReadonlyMap<string, Entry<OwnAnswer>>;
  /** Back to what the record says by now. */
  readonly discard: (cell: string) => Promise<void>;
}

/** What the person says about the cells of an assessment, on its way to the record. */
export function useCellAnswers(assessmentId: string): CellAnswers {
  const tenant = useTenantAlias();
  const queries = useQueryClient();
  const refreshes = [assessments, assessment, `${assessments}/compare`];
  const { mutateAsync } = useCommand('put', `${assessment}/answers/{cellId}`, { refreshes });
  const readAnew = useCallback(() => queries.invalidateQueries({ queryKey: [tenant, assessment] }), [queries, tenant]);
  const [book] = useState(
    () =>
      new AnswerBook<OwnAnswer>(async (cellId, answer, reason) => {
        try {
          await mutateAsync({ path: { assessmentId, cellId }, body: { ...answer, ...(reason ? { reason } : {}) } });
          return 'saved';
        } catch (error) {
          if (!(error instanceof ApiProblem)) throw error;
          if (error.code === 'organisation.reason-missing') return 'reason-needed';
          const { title, text } = problemText(error);
          throw new Error(text ? `${title}. ${text}` : title, { cause: error });
        }
      }),
  );
  useEffect(() => {
    const leaving = () => void book.flush();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      void book.flush().then(readAnew);
    };
  }, [book, readAnew]);
  const discard = async (cell: string) => {
    await readAnew();
    book.discard(cell);
  };
  return { book, entries: useSyncExternalStore(book.subscribe, book.snapshot), discard };
}
