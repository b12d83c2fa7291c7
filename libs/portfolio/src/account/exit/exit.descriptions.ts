import type { Descriptions } from '@mainstay/event-sourcing';
import type { AccountEvent } from '../account.events';
import { ofAccount as of } from '../account-subject';

type Told =
  'portfolio.ExitOpened' | 'portfolio.ExitPointAssigned' | 'portfolio.ExitPointSettled' | 'portfolio.ResourceChecked';

/** How the history tells what is seen to when an account leaves its category, and what became of the resource named. */
export const exitDescriptions: Pick<Descriptions<AccountEvent>, Told> = {
  'portfolio.ExitOpened': (event) => {
    const { from, to, effectiveOn, points } = event.data;
    return {
      kind: 'exit',
      ...of(event),
      detail: 'opened',
      before: { category: from },
      after: { category: to, effectiveOn, points: points.map(({ text }) => text) },
    };
  },
  'portfolio.ExitPointAssigned': (event) => {
    const { text, from, to, reason } = event.data;
    return { kind: 'exit', ...of(event), detail: text, before: from, after: to, why: reason };
  },
  'portfolio.ExitPointSettled': (event) => {
    const { text, from, to } = event.data;
    const why = to.note || undefined;
    return { kind: 'exit', ...of(event), detail: text, before: { state: from.state }, after: { state: to.state }, why };
  },
  'portfolio.ResourceChecked': (event) => {
    const { promised, from, to } = event.data;
    return {
      kind: 'resource-check',
      ...of(event),
      detail: promised.kind,
      before: { promised: promised.amount, moved: from?.moved ?? null },
      after: { promised: promised.amount, moved: to.moved },
      why: to.note || undefined,
    };
  },
};
