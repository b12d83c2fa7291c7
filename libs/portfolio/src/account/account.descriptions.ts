import type { Descriptions } from '@mainstay/event-sourcing';
import type { AccountEvent } from './account.events';
import { ofAccount as of } from './account-subject';
import { exitDescriptions } from './exit/exit.descriptions';

export const accountDescriptions: Descriptions<AccountEvent> = {
  ...exitDescriptions,
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
  'portfolio.AccountMerged': (event) => ({
    kind: 'account-merge',
    ...of(event),
    detail: 'merged',
    before: { mergedInto: null },
    after: { mergedInto: event.data.survivor },
    why: event.data.reason,
  }),
  'portfolio.AccountMergeFinished': (event) => ({ kind: 'account-merge', ...of(event), detail: 'finished' }),
  'portfolio.AccountUnmergeStarted': (event) => ({
    kind: 'account-merge',
    ...of(event),
    detail: 'unmerge-started',
    why: event.data.reason,
  }),
  'portfolio.AccountUnmerged': (event) => ({
    kind: 'account-merge',
    ...of(event),
    detail: 'unmerged',
    before: { mergedInto: event.data.survivorId },
    after: { mergedInto: null },
    why: event.data.reason,
  }),
  'portfolio.AccountAbsorbed': (event) => {
    const { absorbed, from, to, scoring, reason } = event.data;
    return {
      kind: 'account-merge',
      ...of(event),
      detail: 'absorbed',
      before: { ...from, ...(scoring ? { scoring: scoring.from } : {}) },
      after: { absorbed, ...to, ...(scoring ? { scoring: scoring.to } : {}) },
      why: reason,
    };
  },
  'portfolio.AccountParted': (event) => {
    const { absorbedId, from, to, scoring, reason } = event.data;
    return {
      kind: 'account-merge',
      ...of(event),
      detail: 'parted',
      before: { absorbed: absorbedId, ...from, ...(scoring ? { scoring: scoring.from } : {}) },
      after: { absorbed: null, ...to, ...(scoring ? { scoring: scoring.to } : {}) },
      why: reason,
    };
  },
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
