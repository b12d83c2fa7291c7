import { useMemo, useState } from 'react';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useTenantMe } from '~/app/tenant';
import type { Answer, AuditDetail } from '../audit';
import type { Action, Catalogue } from '../catalogue';
import { isAssigned } from './rules';
import type { Answers } from './use-answer-book';

export const filters = ['mine', 'unanswered', 'unconfirmed', 'question'] as const;
export type Filter = (typeof filters)[number];

/** What the page knows of every action: its answer, typed or recorded, whose it is, and what is asked about it. */
export function useActions(audit: AuditDetail, catalogue: Catalogue, { entries }: Answers) {
  const { person } = useTenantMe();
  const path = { auditId: audit.id };
  const { data } = useRead('/api/t/{tenant}/audits/{auditId}/discussion', { path });
  const given = useMemo(() => new Map(audit.answers.map((answer) => [answer.actionId, answer])), [audit.answers]);
  const talk = useMemo(() => new Map(data?.items.map((item) => [item.actionId, item])), [data]);
  const mine = useMemo(
    () => new Set(catalogue.actions.filter((one) => isAssigned(audit.assignments, person.id, one)).map(({ id }) => id)),
    [audit.assignments, catalogue, person.id],
  );
  const answerOf = (actionId: string): Answer | undefined =>
    entries.get(actionId)?.answer ?? given.get(actionId)?.answer;
  /** Carried over, and neither confirmed nor answered anew. */
  const isCarried = (actionId: string): boolean => given.get(actionId)?.confirmed === false && !entries.has(actionId);
  return { given, talk, mine, answerOf, isCarried };
}
export type Actions = ReturnType<typeof useActions>;

/** The actions that the filters in the address let through. */
export function useShown(catalogue: Catalogue, { answerOf, isCarried, mine, talk }: Actions) {
  const [stream] = useAddressState('stream');
  const [show, setShow] = useAddressState('show');
  const chosen = show.split(',').filter((name): name is Filter => (filters as readonly string[]).includes(name));
  const passes: Record<Filter, (actionId: string) => boolean> = {
    mine: (id) => mine.has(id),
    unanswered: (id) => !answerOf(id),
    unconfirmed: isCarried,
    question: (id) => (talk.get(id)?.openQuestions ?? 0) > 0,
  };
  const state = () => ({
    unanswered: new Set(catalogue.actions.flatMap(({ id }) => (passes.unanswered(id) ? [id] : []))),
    unconfirmed: new Set(catalogue.actions.flatMap(({ id }) => (passes.unconfirmed(id) ? [id] : []))),
  });
  // What is answered or confirmed meanwhile stays in the list until the filter is chosen again.
  const [was, setWas] = useState(state);
  const kept = (filter: Filter, id: string) =>
    filter === 'unanswered' || filter === 'unconfirmed' ? was[filter].has(id) : passes[filter](id);
  const ofStream = catalogue.actions.filter(
    (action) => !stream || action.stream === stream || action.contributoryStream === stream,
  );
  const shown: readonly Action[] = ofStream.filter(({ id }) => chosen.every((filter) => kept(filter, id)));
  return {
    shown,
    chosen,
    counts: Object.fromEntries(
      filters.map((filter) => [filter, ofStream.filter(({ id }) => passes[filter](id)).length]),
    ) as Record<Filter, number>,
    toggle: (filter: Filter) => {
      setWas(state());
      setShow((chosen.includes(filter) ? chosen.filter((one) => one !== filter) : [...chosen, filter]).join(','));
    },
  };
}
