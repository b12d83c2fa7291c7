import { type Descriptions, idOfStream } from '@mainstay/event-sourcing';
import type { AccountEvent } from './account.events';

const of = ({ tenant, stream }: { tenant: string; stream: string }) => {
  const id = idOfStream(tenant, stream);
  return { subject: { type: 'account', id }, accountId: id };
};

export const accountDescriptions: Descriptions<AccountEvent> = {
  'portfolio.AccountRegistered': (event) => {
    const { imported: _, ...after } = event.data;
    return { kind: 'account', ...of(event), detail: 'registered', after };
  },
  'portfolio.AccountArchived': (event) => ({
    kind: 'account',
    ...of(event),
    detail: 'archived',
    before: { archived: false },
    after: { archived: true },
    why: event.data.reason,
  }),
  'portfolio.AccountRestored': (event) => ({
    kind: 'account',
    ...of(event),
    detail: 'restored',
    before: { archived: true },
    after: { archived: false },
    why: event.data.reason,
  }),
  'portfolio.AccountDetailsChanged': (event) => ({
    kind: 'account',
    ...of(event),
    detail: Object.keys(event.data.to).join(', '),
    before: event.data.from,
    after: event.data.to,
    why: event.data.reason ?? undefined,
  }),
  'portfolio.AccountScored': (event) => {
    const { from, note, ...after } = event.data;
    return {
      kind: 'account-score',
      ...of(event),
      before: from ?? undefined,
      after,
      why: note ?? undefined,
    };
  },
  'portfolio.AccountCategorised': (event) => {
    const { reason, ...after } = event.data;
    return { kind: 'categorisation', ...of(event), before: { category: 'prospect' }, after, why: reason };
  },
  'portfolio.AccountRecategorised': (event) => {
    const { from, to, reason, ...rest } = event.data;
    return {
      kind: 'recategorisation',
      ...of(event),
      before: { category: from },
      after: { category: to, ...rest },
      why: reason,
    };
  },
  'portfolio.CategoryMoveProposed': (event) => {
    const { moveId: _, from, to, reason, ...rest } = event.data;
    return {
      kind: 'category-move',
      ...of(event),
      detail: 'proposed',
      before: { category: from },
      after: { category: to, ...rest },
      why: reason,
    };
  },
  'portfolio.CategoryMoveRefused': (event) => ({
    kind: 'category-move',
    ...of(event),
    detail: 'refused',
    before: { proposed: event.data.to },
    after: { proposed: null },
    why: event.data.reason,
  }),
  'portfolio.CategoryMoveWithdrawn': (event) => ({
    kind: 'category-move',
    ...of(event),
    detail: 'withdrawn',
    before: { proposed: event.data.to },
    after: { proposed: null },
    why: event.data.reason,
  }),
  'portfolio.CategoryDecisionCorrected': (event) => ({
    kind: 'category-correction',
    ...of(event),
    before: event.data.from,
    after: event.data.to,
    why: event.data.reason,
  }),
  'portfolio.CategoryTookEffect': (event) => {
    const { from, to, effectiveOn } = event.data;
    return {
      kind: 'category-in-force',
      ...of(event),
      before: { category: from },
      after: { category: to, effectiveOn },
    };
  },
};
