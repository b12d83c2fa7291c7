import { given, refusal, request } from '../testing/domain';
import { account } from './account';
import { defaultMoveRule } from '../category/move-rules';
import {
  approveMove,
  categoriseAccount,
  correctDecision,
  proposeMove,
  recategoriseAccount,
  refuseMove,
  takeEffect,
  withdrawMove,
} from './category.decisions';
import { categorised, recategorised, registered, scored } from './account.fixtures';

const onePerson = {
  ...defaultMoveRule,
  approval: { select: 'one', up: 'one', down: 'one', 'de-select': 'one' },
} as const;
const rule = defaultMoveRule;
const none = given(account);
const prospect = given(account, registered, scored);
const star = given(account, registered, scored, categorised('star', '2025-01-01'));

describe('categorising an account', () => {
  const body = { accountId: 'a1', category: 'star', effectiveOn: '2025-01-01', reason: 'Room to grow', rule } as const;

  it('records the decision beside what the scores suggested, under its effective date', () => {
    expect(categoriseAccount(prospect, body, request())).toEqual([
      {
        type: 'portfolio.AccountCategorised',
        data: {
          category: 'star',
          effectiveOn: '2025-01-01',
          reason: 'Room to grow',
          decidedBy: 'hanna',
          suggested: 'strategic',
          criteriaVersion: 1,
        },
        effectiveOn: '2025-01-01',
      },
    ]);
  });

  it('needs no scores, and may name who decided', () => {
    const [event] = categoriseAccount(given(account, registered), { ...body, decidedBy: 'board' }, request());
    expect(event).toMatchObject({ data: { suggested: null, criteriaVersion: null, decidedBy: 'board' } });
  });

  it.each([
    ['an account that does not exist', none, body, 'account.not-found'],
    ['a second first decision', star, { ...body, category: 'status' as const }, 'category.already-decided'],
    ['a decision without a reason', prospect, { ...body, reason: '  ' }, 'category.reason-missing'],
    ['a date more than a year ahead', prospect, { ...body, effectiveOn: '2027-03-03' }, 'category.effective-too-late'],
    ['a date of another age', prospect, { ...body, effectiveOn: '0205-01-01' }, 'category.effective-too-early'],
  ])('refuses %s', (_, state, what, code) => {
    expect(() => categoriseAccount(state, what, request())).toThrow(refusal(code));
  });

  it('changes nothing when the same decision is recorded again', () => {
    expect(categoriseAccount(star, body, request())).toEqual([]);
  });
});

describe('recategorising an account', () => {
  const body = {
    accountId: 'a1',
    category: 'strategic',
    effectiveOn: '2026-04-01',
    reason: 'They moved two plants to us',
    approvedBy: 'sam',
    resource: 'One more engineer',
    rule: onePerson,
  } as const;

  it('records from, to, why, approver, resource, criteria and suggestion', () => {
    expect(recategoriseAccount(star, body, request())).toEqual([
      {
        type: 'portfolio.AccountRecategorised',
        data: {
          from: 'star',
          to: 'strategic',
          effectiveOn: '2026-04-01',
          reason: 'They moved two plants to us',
          approvedBy: 'sam',
          resource: 'One more engineer',
          suggested: 'strategic',
          criteriaVersion: 1,
          concerned: [],
        },
        effectiveOn: '2026-04-01',
      },
    ]);
  });

  it('may come before a decision recorded earlier: each holds from its day', () => {
    const [event] = recategoriseAccount(star, { ...body, effectiveOn: '2024-12-31' }, request());
    expect(event!.data).toMatchObject({ from: 'prospect', to: 'strategic' });
    expect(given(account, registered, categorised('star', '2025-01-01'), event!)).toMatchObject({ category: 'star' });
  });

  it('lets the person who records it also have approved it, where one person is enough', () => {
    expect(recategoriseAccount(star, { ...body, approvedBy: 'hanna' }, request())).toHaveLength(1);
  });

  it('de-selects by moving to not key', () => {
    const [event] = recategoriseAccount(star, { ...body, category: 'not-key' }, request());
    expect(event).toMatchObject({ data: { from: 'star', to: 'not-key' } });
  });

  it.each([
    ['an account that does not exist', none, body, 'account.not-found'],
    ['an account without a first decision', prospect, body, 'category.not-decided'],
    ['a move without a reason', star, { ...body, reason: '' }, 'category.reason-missing'],
    ['a move without an approver', star, { ...body, approvedBy: '' }, 'category.approver-missing'],
    ['a move to where it already is', star, { ...body, category: 'star' as const }, 'category.unchanged'],
    ['a date more than a year ahead', star, { ...body, effectiveOn: '2027-03-03' }, 'category.effective-too-late'],
    ['a move that takes two people here', star, { ...body, rule: defaultMoveRule }, 'category.approval-needed'],
  ])('refuses %s', (_, state, what, code) => {
    expect(() => recategoriseAccount(state, what, request())).toThrow(refusal(code));
  });

  it('changes nothing when the same move is recorded again', () => {
    const same = { ...body, category: 'star' as const, effectiveOn: '2025-01-01' };
    expect(recategoriseAccount(star, same, request())).toEqual([]);
  });
});

describe('proposing a move', () => {
  const body = {
    accountId: 'a1',
    moveId: 'm-1',
    category: 'strategic',
    effectiveOn: '2026-04-01',
    reason: 'Two plants',
    resource: 'One engineer',
    rule,
  } as const;
  const proposal = proposeMove(star, body, request());
  const proposed = given(account, registered, scored, categorised('star', '2025-01-01'), ...proposal);
  const approving = { accountId: 'a1', moveId: 'm-1', rule: defaultMoveRule };
  const sam = request({ actor: 'sam' });

  it('records where to, when, why, with what, and changes no category', () => {
    expect(proposal).toMatchObject([
      {
        type: 'portfolio.CategoryMoveProposed',
        data: { moveId: 'm-1', from: 'star', to: 'strategic', direction: 'up', suggested: 'strategic' },
      },
    ]);
    expect(proposed).toMatchObject({ category: 'star', proposed: { moveId: 'm-1', proposedBy: 'hanna' } });
  });

  it('is refused while another move waits, and where nothing would move', () => {
    expect(() => proposeMove(proposed, { ...body, moveId: 'm-2' }, request())).toThrow(refusal('category.move-open'));
    expect(() => proposeMove(star, { ...body, category: 'star' }, request())).toThrow(refusal('category.unchanged'));
    expect(() => proposeMove(star, { ...body, reason: '' }, request())).toThrow(refusal('category.reason-missing'));
  });

  it('is for the manager who leads the account, not for another', () => {
    const manager = (actor: string) => request({ actor, roles: ['key-account-manager'] });
    expect(proposeMove(star, body, manager('kim'))).toHaveLength(1);
    expect(() => proposeMove(star, body, manager('lee'))).toThrow(refusal('account.not-lead'));
  });

  it('changes nothing when repeated', () => {
    expect(proposeMove(proposed, body, request())).toEqual([]);
  });

  it('is approved by somebody else, who is named beside the proposer', () => {
    expect(approveMove(proposed, approving, sam)).toMatchObject([
      {
        type: 'portfolio.AccountRecategorised',
        data: { from: 'star', to: 'strategic', approvedBy: 'sam', proposedBy: 'hanna', moveId: 'm-1' },
        effectiveOn: '2026-04-01',
      },
    ]);
  });

  it('is not approved by whoever proposed it, unless one person is enough for that direction', () => {
    expect(() => approveMove(proposed, approving, request())).toThrow(refusal('category.own-proposal'));
    expect(approveMove(proposed, { ...approving, rule: onePerson }, request())).toHaveLength(1);
  });

  it('is not approved twice, nor once the account has moved since', () => {
    const done = given(
      account,
      registered,
      categorised('star', '2025-01-01'),
      ...proposal,
      ...approveMove(proposed, approving, sam),
    );
    expect(() => approveMove(done, approving, sam)).toThrow(refusal('category.move-ended'));
    expect(() => approveMove(done, { ...approving, moveId: 'never' }, sam)).toThrow(refusal('move.not-found'));
    const moved = given(
      account,
      registered,
      categorised('star', '2025-01-01'),
      ...proposal,
      recategorised('star', 'status', '2026-01-01'),
    );
    expect(() => approveMove(moved, approving, sam)).toThrow(refusal('category.move-outdated'));
  });

  it('is refused or withdrawn with a reason, withdrawn only by whoever proposed it', () => {
    const end = { accountId: 'a1', moveId: 'm-1', reason: 'Not now' };
    expect(refuseMove(proposed, end)).toMatchObject([{ type: 'portfolio.CategoryMoveRefused' }]);
    expect(withdrawMove(proposed, end, request())).toMatchObject([{ type: 'portfolio.CategoryMoveWithdrawn' }]);
    expect(() => withdrawMove(proposed, end, sam)).toThrow(refusal('category.not-proposer'));
    expect(() => refuseMove(proposed, { ...end, reason: ' ' })).toThrow(refusal('category.reason-missing'));
    expect(() => refuseMove(star, end)).toThrow(refusal('move.not-found'));
  });
});

describe('a decision made ahead', () => {
  const ahead = given(
    account,
    registered,
    categorised('star', '2025-01-01'),
    recategorised('star', 'strategic', '2026-03-10'),
  );
  const on = (day: string) => takeEffect(ahead, { accountId: 'a1' }, request({ now: new Date(`${day}T00:00:00Z`) }));

  it('leaves the category as it is until its day', () => {
    expect(ahead).toMatchObject({ category: 'star', effectiveOn: '2025-01-01' });
    expect(on('2026-03-09')).toEqual([]);
  });

  it('takes effect by itself when its day has come', () => {
    expect(on('2026-03-10')).toEqual([
      {
        type: 'portfolio.CategoryTookEffect',
        data: { decision: 3, from: 'star', to: 'strategic', effectiveOn: '2026-03-10' },
        effectiveOn: '2026-03-10',
      },
    ]);
  });

  it('takes effect of an unknown account never', () => {
    expect(() => takeEffect(none, { accountId: 'a1' }, request())).toThrow(refusal('account.not-found'));
  });
});

describe('correcting a decision', () => {
  const body = {
    accountId: 'a1',
    decision: 3,
    to: { category: 'status', effectiveOn: '2025-02-01' },
    reason: 'Typo',
    rule,
  } as const;

  it('keeps what was recorded and says what holds instead', () => {
    const [event] = correctDecision(star, body, request());
    expect(event!.data).toEqual({
      decision: 3,
      concerned: [],
      from: { category: 'star', effectiveOn: '2025-01-01' },
      to: { category: 'status', effectiveOn: '2025-02-01' },
      reason: 'Typo',
    });
    const corrected = given(account, registered, scored, categorised('star', '2025-01-01'), event!);
    expect(corrected).toMatchObject({ category: 'status', effectiveOn: '2025-02-01' });
  });

  it('may say that there was no such decision: what came before holds again', () => {
    const [event] = correctDecision(star, { ...body, to: null }, request());
    const corrected = given(account, registered, scored, categorised('star', '2025-01-01'), event!);
    expect(corrected).toMatchObject({ category: 'prospect', effectiveOn: null });
  });

  it('mends a correction too: what was said never to have been decided stands again', () => {
    const [struck] = correctDecision(star, { ...body, to: null }, request());
    const decided = [registered, scored, categorised('star', '2025-01-01'), struck!] as const;
    const without = given(account, ...decided);
    const again = { category: 'star', effectiveOn: '2025-01-01' } as const;
    const [event] = correctDecision(without, { ...body, to: again }, request());
    expect(event!.data).toMatchObject({ decision: 3, from: again, to: again });
    expect(given(account, ...decided, event!)).toMatchObject({ category: 'star', struckOut: [] });
    expect(correctDecision(without, { ...body, to: null }, request())).toEqual([]);
  });

  it('is no way round the second person: it does not put another category where a move to it takes two', () => {
    const effectiveOn = '2025-02-01';
    const decided = [categorised('star', '2025-01-01'), recategorised('star', 'status', effectiveOn)];
    const moved = given(account, registered, scored, ...decided);
    const decision = 4;
    const to = (category: 'strategic' | 'status', on: string) => ({
      ...body,
      decision,
      to: { category, effectiveOn: on },
    });
    expect(() => correctDecision(moved, to('strategic', effectiveOn), request())).toThrow(
      refusal('category.approval-needed'),
    );
    expect(correctDecision(moved, { ...to('strategic', effectiveOn), rule: onePerson }, request())).toHaveLength(1);
    expect(correctDecision(moved, to('status', '2025-02-20'), request())).toHaveLength(1);
    expect(correctDecision(moved, { ...body, decision, to: null }, request())).toHaveLength(1);
  });

  it('is refused without a reason, and for a decision that was never made', () => {
    expect(() => correctDecision(star, { ...body, reason: '' }, request())).toThrow(refusal('category.reason-missing'));
    expect(() => correctDecision(star, { ...body, decision: 9 }, request())).toThrow(refusal('decision.not-found'));
  });

  it('changes nothing where it says the same', () => {
    const same = { category: 'star', effectiveOn: '2025-01-01' } as const;
    expect(correctDecision(star, { ...body, to: same }, request())).toEqual([]);
  });
});
