import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '~/api/problem';
import { useCommand } from '~/api/use-command';
import { useTenantAlias } from '~/app/address';
import { problemText } from '~/ui/problem-text';
import type { Answer, AuditDetail } from '../audit';
import { AnswerBook, type Entry } from './answer-book';
import { needsReason } from './rules';

const audit = '/api/t/{tenant}/audits/{auditId}';

export interface Answers {
  readonly book: AnswerBook<Answer>;
  readonly entries: ReadonlyMap<string, Entry<Answer>>;
  /** Back to what the record says by now. */
  readonly discard: (actionId: string) => Promise<void>;
}

/** What the person says about the actions of an audit, on its way to the record. */
export function useAnswerBook({ id: auditId, answers }: Pick<AuditDetail, 'id' | 'answers'>): Answers {
  const tenant = useTenantAlias();
  const queries = useQueryClient();
  const refreshes = ['/api/t/{tenant}/audits', `${audit}/results`, '/api/t/{tenant}/audits/compare'];
  const { mutateAsync } = useCommand('put', `${audit}/answers/{actionId}`, { refreshes });
  const readAnew = useCallback(() => queries.invalidateQueries({ queryKey: [tenant, audit] }), [queries, tenant]);
  const [book] = useState(() => {
    return new AnswerBook<Answer>(async (actionId, answer, reason) => {
      try {
        await mutateAsync({ path: { auditId, actionId }, body: { ...answer, ...(reason ? { reason } : {}) } });
        return 'saved';
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (error.code === 'answer.reason-missing') {
          // Shown beside the question; another assessor may have answered meanwhile.
          await readAnew();
          return 'reason-needed';
        }
        const { title, text } = problemText(error);
        throw new Error(text ? `${title}. ${text}` : title, { cause: error });
      }
    }, needsReason);
  });
  // A carried answer is not yet this audit's own: to judge anew needs no reason.
  useEffect(
    () => book.read(answers.flatMap((given) => (given.confirmed ? [[given.actionId, given.answer]] : []))),
    [book, answers],
  );
  // The list shows what was typed; whoever comes next reads the record anew.
  useEffect(() => {
    const leaving = () => void book.flush();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      void book.flush().then(readAnew);
    };
  }, [book, readAnew]);
  const discard = async (actionId: string) => {
    await readAnew();
    book.discard(actionId);
  };
  return { book, entries: useSyncExternalStore(book.subscribe, book.snapshot), discard };
}
