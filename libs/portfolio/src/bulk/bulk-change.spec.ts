import { noFacts } from '../account/account.events';
import type { PresentAccount } from '../import/plan-import';
import { type BulkChange, planBulk } from './bulk-change';

const present = (id: string, over: Partial<PresentAccount> = {}): PresentAccount => ({
  ...noFacts,
  id,
  code: id.toUpperCase(),
  name: `Account ${id}`,
  industry: 'Food',
  countries: ['DE'],
  divisionIds: ['d1'],
  leadId: 'kim',
  sponsorId: null,
  spend: 1,
  archived: false,
  ...over,
});
const plan = (selected: string[], change: BulkChange, ...accounts: PresentAccount[]) =>
  planBulk(selected, change, new Map(accounts.map((account) => [account.id, account])));

describe('one change of many accounts', () => {
  it('changes what differs, before and after by account, and leaves what has it already', () => {
    const { rows, refusals } = plan(['a', 'b'], { sponsorId: 'sam' }, present('a'), present('b', { sponsorId: 'sam' }));
    expect(rows).toMatchObject([
      { row: 1, accountId: 'a', kind: 'change', before: { sponsorId: null }, facts: { sponsorId: 'sam' } },
      { row: 2, accountId: 'b', kind: 'unchanged', facts: {} },
    ]);
    expect(refusals).toEqual([]);
  });

  it('adds entries to lists and takes them off, whatever else each account has', () => {
    const change = { countries: { add: ['FR'], remove: ['DE'] }, divisionIds: { add: ['d2'] } };
    const { rows } = plan(['a', 'b'], change, present('a'), present('b', { countries: ['DE', 'SE'] }));
    expect(rows.map(({ facts }) => facts)).toEqual([
      { countries: ['FR'], divisionIds: ['d1', 'd2'] },
      { countries: ['FR', 'SE'], divisionIds: ['d1', 'd2'] },
    ]);
  });

  it('clears an owner', () => {
    expect(plan(['a'], { leadId: null }, present('a')).rows).toMatchObject([{ facts: { leadId: null } }]);
  });

  it('refuses, by account, what is archived, unknown, or would stand among its own parents', () => {
    const accounts = [present('a', { archived: true }), present('b'), present('c', { parentId: 'b' })];
    expect(plan(['a', 'x', 'b', 'c'], { parentId: 'c' }, ...accounts)).toMatchObject({
      rows: [],
      refusals: [
        { row: 1, column: 'A', rule: 'the account is archived; restore it first.' },
        { row: 2, column: 'x', rule: 'there is no such account.' },
        { row: 3, column: 'B', rule: 'an account cannot stand among its own parents.' },
        { row: 4, column: 'C', rule: 'an account cannot stand among its own parents.' },
      ],
    });
  });
});
