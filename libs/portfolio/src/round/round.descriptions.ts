import type { Descriptions } from '@mainstay/event-sourcing';
import type { RoundEvent } from './round.events';

const of = ({ data }: { data: { roundId: string } }) => ({ subject: { type: 'round', id: data.roundId } });

export const roundDescriptions: Descriptions<RoundEvent> = {
  'portfolio.RoundOpened': (event) => {
    const { name, criteriaVersion, draft, filter, held, dueOn, reason } = event.data;
    const accounts = Object.fromEntries(held.map(({ category, accountIds }) => [category, accountIds.length]));
    const criteria = draft ? { draft: draft.name } : { criteriaVersion };
    return {
      kind: 'round',
      ...of(event),
      detail: 'opened',
      after: { name, ...criteria, filter, accounts, dueOn },
      why: reason,
    };
  },
  'portfolio.ScorersAssigned': (event) => ({
    kind: 'round-scorers',
    ...of(event),
    detail: event.data.spread ? 'spread' : 'by hand',
    before: event.data.changes.map(({ accountIds, from }) => ({ accounts: accountIds.length, scorerIds: from })),
    after: event.data.changes.map(({ accountIds, to }) => ({ accountIds, scorerIds: to })),
  }),
  'portfolio.ScorersReminded': (event) => ({
    kind: 'round-reminder',
    ...of(event),
    after: { scorerIds: event.data.scorerIds },
    why: event.data.note ?? undefined,
  }),
  'portfolio.RoundDueMoved': (event) => ({
    kind: 'round',
    ...of(event),
    detail: 'due',
    before: { dueOn: event.data.from },
    after: { dueOn: event.data.to },
    why: event.data.reason,
  }),
  'portfolio.RoundMovesAccepted': (event) => ({
    kind: 'round-moves',
    ...of(event),
    detail: 'accepted',
    before: event.data.moves.map(({ accountId, from }) => ({ accountId, category: from })),
    after: event.data.moves.map(({ accountId, to }) => ({ accountId, category: to })),
    why: event.data.reason,
  }),
  'portfolio.RoundMovesRefused': (event) => ({
    kind: 'round-moves',
    ...of(event),
    detail: 'refused',
    before: event.data.moves.map(({ accountId, to }) => ({ accountId, suggested: to })),
    after: event.data.moves.map(({ accountId, from }) => ({ accountId, category: from })),
    why: event.data.reason,
  }),
  'portfolio.RoundClosed': (event) => ({
    kind: 'round',
    ...of(event),
    detail: 'closed',
    before: { state: 'open' },
    after: { state: 'closed', ...event.data.open },
    why: event.data.reason ?? undefined,
  }),
  'portfolio.RoundReopened': (event) => ({
    kind: 'round',
    ...of(event),
    detail: 'reopened',
    before: { state: 'closed' },
    after: { state: 'open' },
    why: event.data.reason,
  }),
};
