import { given, refusal, request } from '../testing/domain';
import { account } from '../account/account';
import type { AccountEvent, AccountMerge } from '../account/account.events';
import { details, registered, scored } from '../account/account.fixtures';
import { archiveAccount, changeAccountDetails, restoreAccount } from '../account/account.decisions';
import {
  absorbAccount,
  finishMerge,
  finishUnmerge,
  mergeAccount,
  partAccount,
  reparent,
  unmergeAccount,
} from './merge';

const merge: AccountMerge = {
  mergeId: 'm-1',
  survivor: { accountId: 'b', code: 'BIR', name: 'Birch Oil' },
  facts: { industry: 'Food', crmId: 'C-7' },
  contacts: ['p-1'],
  lines: [],
  cells: [],
  children: ['c'],
  reason: 'One customer',
};
const body = { ...merge, accountId: 'a' };
const merged: AccountEvent = { type: 'portfolio.AccountMerged', data: merge };
const survivor: AccountEvent = {
  type: 'portfolio.AccountRegistered',
  data: { code: 'BIR', ...details, name: 'Birch Oil', industry: 'Oil' },
};
const absorbed = absorbAccount(given(account, survivor), {
  accountId: 'b',
  absorbed: { accountId: 'a', code: 'ALD', name: 'Alder Foods' },
  merge,
})[0]!;

describe('merging an account into another', () => {
  it('takes it out of use and says what goes over', () => {
    expect(mergeAccount(given(account, registered), body)).toEqual([merged]);
    expect(given(account, registered, merged)).toMatchObject({ archived: true, merged: { state: 'merging' } });
  });

  it('again into the same account changes nothing', () => {
    expect(mergeAccount(given(account, registered, merged), body)).toEqual([]);
  });

  it.each([
    ['without a reason', [registered], { ...body, reason: '' }, 'account.reason-missing'],
    ['into itself', [registered], { ...body, survivor: { ...merge.survivor, accountId: 'a' } }, 'merge.same'],
    [
      'into a second account',
      [registered, merged],
      { ...body, survivor: { ...merge.survivor, accountId: 'c' } },
      'account.merged',
    ],
  ])('is refused %s', (_, events, asked, code) => {
    expect(() => mergeAccount(given(account, ...events), asked)).toThrow(refusal(code));
  });

  it('is refused while a move to another category waits for approval', () => {
    const state = { ...given(account, registered), proposed: { moveId: 'm' } } as never;
    expect(() => mergeAccount(state, body)).toThrow(refusal('account.move-open'));
  });

  it('leaves an account that changes only by undoing the merge', () => {
    const state = given(account, registered, merged);
    expect(() => changeAccountDetails(state, { accountId: 'a', name: 'Other' }, request())).toThrow(
      refusal('account.merged'),
    );
    expect(() => restoreAccount(state, { accountId: 'a', reason: 'Back' })).toThrow(refusal('account.merged'));
    expect(archiveAccount(state, { accountId: 'a', reason: 'Off' })).toEqual([]);
  });

  it('is finished once', () => {
    const state = given(account, registered, merged);
    const [finished] = finishMerge(state, { accountId: 'a', mergeId: 'm-1' });
    expect(finished).toEqual({ type: 'portfolio.AccountMergeFinished', data: { mergeId: 'm-1' } });
    expect(finishMerge(given(account, registered, merged, finished!), { accountId: 'a', mergeId: 'm-1' })).toEqual([]);
  });
});

describe('the survivor', () => {
  it('takes over what differs, and keeps what it replaced', () => {
    expect(absorbed).toMatchObject({
      type: 'portfolio.AccountAbsorbed',
      data: { from: { industry: 'Oil', crmId: null }, to: { industry: 'Food', crmId: 'C-7' } },
    });
    expect(given(account, survivor, absorbed)).toMatchObject({ industry: 'Food', crmId: 'C-7', name: 'Birch Oil' });
  });

  it('takes the same account over once', () => {
    const again = { accountId: 'b', absorbed: { accountId: 'a', code: 'ALD', name: 'Alder Foods' }, merge };
    expect(absorbAccount(given(account, survivor, absorbed), again)).toEqual([]);
  });

  it('must be in use', () => {
    const archived: AccountEvent = { type: 'portfolio.AccountArchived', data: { reason: 'Gone' } };
    const asked = { accountId: 'b', absorbed: { accountId: 'a', code: 'ALD', name: 'Alder Foods' }, merge };
    expect(() => absorbAccount(given(account, survivor, archived), asked)).toThrow(refusal('account.archived'));
  });

  it('takes the scores over only where that was chosen', () => {
    const { type: _, data } = scored as Extract<AccountEvent, { type: 'portfolio.AccountScored' }>;
    const { from: _from, ...scoring } = data;
    const asked = { accountId: 'b', absorbed: { accountId: 'a', code: 'ALD', name: 'Alder Foods' } };
    const [event] = absorbAccount(given(account, survivor), { ...asked, merge: { ...merge, scoring } });
    expect(event).toMatchObject({ data: { scoring: { from: null, to: scoring } } });
    expect(given(account, survivor, event!)).toMatchObject({ scoring });
    expect(absorbed.data).not.toHaveProperty('scoring');
  });

  it('gives back what nobody changed since, and keeps the rest', () => {
    const changed: AccountEvent = {
      type: 'portfolio.AccountDetailsChanged',
      data: { from: { industry: 'Food' }, to: { industry: 'Drinks' }, reason: null },
    };
    const part = { accountId: 'b', mergeId: 'm-1', reason: 'Two after all' };
    const [event] = partAccount(given(account, survivor, absorbed, changed), part);
    expect(event).toMatchObject({ data: { from: { crmId: 'C-7' }, to: { crmId: null } } });
    expect(partAccount(given(account, survivor, absorbed, event!), part)).toEqual([]);
  });
});

describe('undoing a merge', () => {
  const unmerging = unmergeAccount(given(account, registered, merged), { accountId: 'a', reason: 'Two after all' })[0]!;
  const finish = { accountId: 'a', mergeId: 'm-1', left: [], reason: 'Two after all' };

  it('puts the account back in use in the end', () => {
    expect(unmerging).toEqual({
      type: 'portfolio.AccountUnmergeStarted',
      data: { mergeId: 'm-1', reason: 'Two after all' },
    });
    const [unmerged] = finishUnmerge(given(account, registered, merged, unmerging), finish);
    expect(given(account, registered, merged, unmerging, unmerged!)).toEqual(given(account, registered));
  });

  it('asks for a reason, and for a merge', () => {
    const state = given(account, registered, merged);
    expect(() => unmergeAccount(state, { accountId: 'a', reason: '' })).toThrow(refusal('account.reason-missing'));
    expect(() => unmergeAccount(given(account, registered), { accountId: 'a', reason: 'x' })).toThrow(
      refusal('merge.none'),
    );
  });

  it('twice changes nothing', () => {
    const state = given(account, registered, merged, unmerging);
    expect(unmergeAccount(state, { accountId: 'a', reason: 'Two after all' })).toEqual([]);
    expect(finishUnmerge(given(account, registered), finish)).toEqual([]);
  });
});

describe('a child of the account that goes', () => {
  const way = { accountId: 'c', from: 'a', to: 'b', mergeId: 'm-1', reason: 'Merged' };
  const child = (parentId: string): AccountEvent => ({
    type: 'portfolio.AccountRegistered',
    data: { code: 'CHI', ...details, parentId },
  });

  it('is a child of the survivor', () => {
    expect(reparent(given(account, child('a')), way, request())).toEqual([
      {
        type: 'portfolio.AccountDetailsChanged',
        data: { from: { parentId: 'a' }, to: { parentId: 'b' }, reason: 'Merged', mergeId: 'm-1' },
      },
    ]);
  });

  it('stays where somebody has put it meanwhile', () => {
    expect(reparent(given(account, child('z')), way, request())).toEqual([]);
  });
});
