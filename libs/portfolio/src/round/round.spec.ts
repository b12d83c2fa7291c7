import { given, refusal, request } from '../testing/domain';
import {
  acceptMoves,
  assignScorers,
  closeRound,
  moveDue,
  openRound,
  refuseMoves,
  remindScorers,
  reopenRound,
  spreadScorers,
} from './round.decisions';
import { rounds } from './round';

const body = {
  roundId: 'r-1',
  name: 'Spring round',
  criteriaVersion: 1,
  draft: null,
  filter: {},
  held: [
    { category: 'star' as const, accountIds: ['a', 'b'] },
    { category: 'prospect' as const, accountIds: ['c'] },
  ],
  dueOn: '2026-04-01',
  reason: 'New criteria',
};
const [opened] = openRound(rounds.initial, body, request());
const open = given(rounds, opened!);
const accepting = {
  roundId: 'r-1',
  moves: [{ accountId: 'a', from: 'star' as const, to: 'strategic' as const, moveId: 'm-1' }],
  effectiveOn: '2026-04-01',
  reason: 'By the scores',
};
const refusing = {
  roundId: 'r-1',
  moves: [{ accountId: 'b', from: 'star' as const, to: 'status' as const }],
  reason: 'Not yet',
};
const closing = { roundId: 'r-1', reason: '', unsettled: 0, undecided: 0 };

describe('opening a round', () => {
  it('says which accounts, in which category they are, under which criteria and until when', () => {
    expect(opened).toMatchObject({ type: 'portfolio.RoundOpened', data: body });
    expect(open.rounds[0]).toMatchObject({ state: 'open' });
    expect(open.rounds[0]!.accounts.get('a')).toEqual({ held: 'star', scorerIds: [], decision: null });
  });

  it.each([
    ['while another is open', open, { ...body, roundId: 'r-2' }, 'round.one-open'],
    ['under a draft that is not there', rounds.initial, { ...body, draft: undefined }, 'round.draft-missing'],
    ['without a reason', rounds.initial, { ...body, reason: '' }, 'round.reason-missing'],
    ['due before today', rounds.initial, { ...body, dueOn: '2026-03-01' }, 'round.due-past'],
    ['without any account', rounds.initial, { ...body, held: [] }, 'round.no-accounts'],
  ])('is refused %s', (_, state, what, code) => {
    expect(() => openRound(state, what, request())).toThrow(refusal(code));
  });

  it('changes nothing when repeated', () => {
    expect(openRound(open, body, request())).toEqual([]);
  });
});

describe('assigning scorers', () => {
  const byHand = { roundId: 'r-1', accountIds: ['a', 'c'], scorerIds: ['kim'] };

  it('is done by hand, accounts that change alike together', () => {
    expect(assignScorers(open, byHand)).toMatchObject([
      { data: { changes: [{ accountIds: ['a', 'c'], from: [], to: ['kim'] }], spread: null } },
    ]);
  });

  it('spreads over all accounts in place of who was there', () => {
    const scorers = ['kim', 'lee'].map((scorerId) => ({ scorerId, divisionId: null }));
    const accounts = ['a', 'b', 'c'].map((accountId) => ({ accountId, divisionIds: [] }));
    const assigned = given(rounds, opened!, ...assignScorers(open, byHand));
    const spread = spreadScorers(assigned, { roundId: 'r-1', scorers, accounts, perAccount: 2, byDivision: false });
    const now = given(rounds, opened!, ...assignScorers(open, byHand), ...spread).rounds[0]!;
    expect([...now.accounts.values()].map(({ scorerIds }) => scorerIds)).toEqual(Array(3).fill(['kim', 'lee']));
  });

  it('is refused for accounts outside the round, and for more scorers than there are', () => {
    expect(() => assignScorers(open, { ...byHand, accountIds: ['z'] })).toThrow(refusal('round.account-unknown'));
    const few = {
      roundId: 'r-1',
      scorers: [{ scorerId: 'kim', divisionId: null }],
      accounts: [],
      perAccount: 2,
      byDivision: false,
    };
    expect(() => spreadScorers(open, few)).toThrow(refusal('round.too-few-scorers'));
    expect(() => assignScorers(rounds.initial, byHand)).toThrow(refusal('round.not-found'));
  });

  it('changes nothing where they are assigned already', () => {
    expect(assignScorers(given(rounds, opened!, ...assignScorers(open, byHand)), byHand)).toEqual([]);
  });
});

describe('reminding', () => {
  it('reaches those who have accounts left, or those of them who are named', () => {
    const waiting = ['kim', 'lee'];
    expect(remindScorers(open, { roundId: 'r-1', waiting, note: '' })).toMatchObject([
      { data: { scorerIds: waiting } },
    ]);
    const named = { roundId: 'r-1', waiting, scorerIds: ['lee', 'sam'], note: 'Due on Friday' };
    expect(remindScorers(open, named)).toMatchObject([{ data: { scorerIds: ['lee'], note: 'Due on Friday' } }]);
  });

  it('is refused where nobody has anything left', () => {
    expect(() => remindScorers(open, { roundId: 'r-1', waiting: [], note: '' })).toThrow(
      refusal('round.nobody-waiting'),
    );
  });
});

describe('the due day', () => {
  it('moves with a reason; the same day changes nothing', () => {
    const to = { roundId: 'r-1', dueOn: '2026-05-01', reason: 'Two scorers are away' };
    expect(moveDue(open, to)).toMatchObject([{ data: { from: '2026-04-01', to: '2026-05-01' } }]);
    expect(() => moveDue(open, { ...to, reason: '' })).toThrow(refusal('round.reason-missing'));
    expect(moveDue(open, { ...to, dueOn: '2026-04-01' })).toEqual([]);
  });
});

describe('deciding on moves', () => {
  const decided = given(rounds, opened!, ...acceptMoves(open, accepting), ...refuseMoves(open, refusing));

  it('keeps what was accepted and what was refused, with the reason', () => {
    expect(decided.rounds[0]!.accounts.get('a')).toMatchObject({ decision: 'accepted' });
    expect(decided.rounds[0]!.accounts.get('b')).toMatchObject({ decision: 'refused' });
  });

  it('is refused without a reason, outside the round, and against what was accepted', () => {
    expect(() => refuseMoves(open, { ...refusing, reason: '' })).toThrow(refusal('round.reason-missing'));
    const outside = { ...refusing, moves: [{ ...refusing.moves[0]!, accountId: 'z' }] };
    expect(() => refuseMoves(open, outside)).toThrow(refusal('round.account-unknown'));
    const against = { ...refusing, moves: [{ ...refusing.moves[0]!, accountId: 'a' }] };
    expect(() => refuseMoves(decided, against)).toThrow(refusal('round.accepted'));
  });

  it('changes nothing when repeated', () => {
    expect(acceptMoves(decided, accepting)).toEqual([]);
    expect(refuseMoves(decided, refusing)).toEqual([]);
  });
});

describe('closing a round', () => {
  it('needs a reason only where something is open', () => {
    expect(closeRound(open, closing)).toMatchObject([{ type: 'portfolio.RoundClosed', data: { reason: null } }]);
    const left = { ...closing, unsettled: 2, undecided: 1 };
    expect(() => closeRound(open, left)).toThrow(refusal('round.still-open'));
    expect(closeRound(open, { ...left, reason: 'Budget is fixed' })).toMatchObject([
      { data: { open: { unsettled: 2, undecided: 1 }, reason: 'Budget is fixed' } },
    ]);
  });

  it('lets nothing change until it is opened again', () => {
    const closed = given(rounds, opened!, ...closeRound(open, closing));
    expect(() => acceptMoves(closed, accepting)).toThrow(refusal('round.closed'));
    expect(reopenRound(closed, { roundId: 'r-1', reason: 'One was forgotten' })).toHaveLength(1);
    expect(() => reopenRound(closed, { roundId: 'r-1', reason: '' })).toThrow(refusal('round.reason-missing'));
    const [next] = openRound(closed, { ...body, roundId: 'r-2', name: 'Autumn' }, request());
    const later = given(rounds, opened!, ...closeRound(open, closing), next!);
    expect(() => reopenRound(later, { roundId: 'r-1', reason: 'x' })).toThrow(refusal('round.one-open'));
  });

  it('changes nothing when repeated', () => {
    expect(closeRound(given(rounds, opened!, ...closeRound(open, closing)), closing)).toEqual([]);
    expect(reopenRound(open, { roundId: 'r-1', reason: 'x' })).toEqual([]);
  });
});
