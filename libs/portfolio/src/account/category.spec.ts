import { given, refusal, request } from '../testing/domain';
import { account } from './account';
import { categoriseAccount, recategoriseAccount } from './account.decisions';
import { categorised, registered, scored } from './account.fixtures';

const none = given(account);
const prospect = given(account, registered, scored);
const star = given(account, registered, scored, categorised('star', '2025-01-01'));

describe('categorising an account', () => {
  const body = { accountId: 'a1', category: 'star', effectiveOn: '2025-01-01', reason: 'Room to grow' } as const;

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
        },
        effectiveOn: '2026-04-01',
      },
    ]);
  });

  it('lets the person who proposes it also approve it, and records both', () => {
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
    [
      'a date before the decision it follows',
      star,
      { ...body, effectiveOn: '2024-12-31' },
      'category.effective-before-previous',
    ],
  ])('refuses %s', (_, state, what, code) => {
    expect(() => recategoriseAccount(state, what, request())).toThrow(refusal(code));
  });

  it('changes nothing when the same move is recorded again', () => {
    const same = { ...body, category: 'star' as const, effectiveOn: '2025-01-01' };
    expect(recategoriseAccount(star, same, request())).toEqual([]);
  });
});
