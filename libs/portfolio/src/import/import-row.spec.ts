import { given, refusal, request } from '../testing/domain';
import { account } from '../account/account';
import { categorised, details, registered } from '../account/account.fixtures';
import type { AccountImportEvent } from './account-import.events';
import type { AccountEvent } from '../account/account.events';
import { accountImport, finishImport, finishUndo, startImport, startUndo } from './account-import';
import { importRow, takeBackRow } from './import-row';

const started = {
  fileName: 'crm.csv',
  sha256: 'abc',
  mapping: { code: 'No' },
  ignoredColumns: [],
  rows: 1,
  creates: 1,
  changes: 0,
  unchanged: 0,
  refused: 0,
  refusals: [],
  reason: null,
};
const begun = { type: 'portfolio.AccountImportStarted', data: started } satisfies AccountImportEvent;
const finished = {
  type: 'portfolio.AccountImportFinished',
  data: { failed: 0, failures: [] },
} satisfies AccountImportEvent;
const undoing = {
  type: 'portfolio.AccountImportUndoStarted',
  data: { reason: 'Wrong file' },
} satisfies AccountImportEvent;
const undone = { type: 'portfolio.AccountImportUndone', data: { left: 0, leftRows: [] } } satisfies AccountImportEvent;

describe('an import as a whole', () => {
  const none = given(accountImport);
  const running = given(accountImport, begun);

  it('begins once, ends once, is undone once', () => {
    expect(startImport(none, started)).toEqual([begun]);
    expect(startImport(running, started)).toEqual([]);
    expect(finishImport(running, { importId: 'i', ...finished.data })).toEqual([finished]);
    expect(finishImport(given(accountImport, begun, finished), { importId: 'i', ...finished.data })).toEqual([]);
    expect(startUndo(given(accountImport, begun, finished), { importId: 'i', reason: 'Wrong file' })).toEqual([
      undoing,
    ]);
    expect(startUndo(given(accountImport, begun, undoing), { importId: 'i', reason: 'Again' })).toEqual([]);
    expect(finishUndo(given(accountImport, begun, undoing), { importId: 'i', ...undone.data })).toEqual([undone]);
    expect(finishUndo(given(accountImport, begun, undoing, undone), { importId: 'i', ...undone.data })).toEqual([]);
  });

  it('can be undone while it is under way, and then does not end as if nothing had been', () => {
    expect(startUndo(running, { importId: 'i', reason: 'Wrong file' })).toEqual([undoing]);
    expect(finishImport(given(accountImport, begun, undoing), { importId: 'i', ...finished.data })).toEqual([]);
  });

  it('is undone only with a reason, and only where it exists', () => {
    expect(() => startUndo(running, { importId: 'i', reason: '' })).toThrow(refusal('import.reason-missing'));
    expect(() => startUndo(none, { importId: 'i', reason: 'x' })).toThrow(refusal('import.not-found'));
  });
});

describe('a row of an import', () => {
  const imported = { importId: 'i1', row: 2 };
  const body = { ...imported, accountId: 'a1', code: 'ALD', reason: null };
  const alder = given(account, registered);

  it('registers or changes by the rules of doing so by hand, and says where it comes from', () => {
    expect(importRow(given(account), { ...body, facts: { name: 'Alder', spend: 5 } }, request())).toEqual([
      {
        type: 'portfolio.AccountRegistered',
        data: {
          code: 'ALD',
          name: 'Alder',
          industry: '',
          countries: [],
          divisionIds: [],
          leadId: null,
          sponsorId: null,
          spend: 5,
          imported,
        },
      },
    ]);
    expect(importRow(alder, { ...body, facts: { spend: 7 } }, request())).toEqual([
      {
        type: 'portfolio.AccountDetailsChanged',
        data: { from: { spend: 1_200_000 }, to: { spend: 7 }, reason: null, imported },
      },
    ]);
  });

  it('is refused to those who may not change the account', () => {
    const stranger = request({ actor: 'lee', roles: ['key-account-manager'] });
    expect(() => importRow(alder, { ...body, facts: { spend: 7 } }, stranger)).toThrow(refusal('account.not-lead'));
  });

  it('changes nothing that is so already', () => {
    expect(importRow(alder, { ...body, facts: { ...details } }, request())).toEqual([]);
  });
});

describe('taking a row back', () => {
  const of = { importId: 'i1', row: 2, accountId: 'a1', reason: 'Undone' };
  const takesBack = { importId: 'i1', row: 2 };
  const created = { ...of, kind: 'create' as const, before: {}, after: details };
  const changed = {
    ...of,
    kind: 'change' as const,
    before: { spend: 1, industry: '' },
    after: { spend: 1_200_000, industry: 'Food' },
  };
  const later = (to: object): AccountEvent => ({
    type: 'portfolio.AccountDetailsChanged',
    data: { from: {}, to, reason: null },
  });

  it('archives what the import created', () => {
    expect(takeBackRow(given(account, registered), created)).toEqual([
      { type: 'portfolio.AccountArchived', data: { reason: 'Undone', takesBack } },
    ]);
  });

  it('changes facts back, but not those that somebody changed since', () => {
    expect(takeBackRow(given(account, registered, later({ spend: 9 })), changed)).toEqual([
      {
        type: 'portfolio.AccountDetailsChanged',
        data: { from: { industry: 'Food' }, to: { industry: '' }, reason: 'Undone', takesBack },
      },
    ]);
  });

  it('leaves what somebody worked on since', () => {
    const refused = refusal('import.worked-on-since');
    expect(() => takeBackRow(given(account, registered, categorised('star', '2025-01-01')), created)).toThrow(refused);
    expect(() => takeBackRow(given(account, registered, later({ spend: 9 })), created)).toThrow(refused);
    const both = given(account, registered, later({ spend: 9, industry: 'Steel' }));
    expect(() => takeBackRow(both, changed)).toThrow(refused);
  });

  it('does nothing to an account that is archived already', () => {
    const archived = given(account, registered, { type: 'portfolio.AccountArchived', data: { reason: 'x' } });
    expect(takeBackRow(archived, created)).toEqual([]);
  });
});
