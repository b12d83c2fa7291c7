import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { accountRegister } from '../account/account-register/account-register.projection';
import { enterpriseSettings } from '../enterprise/enterprise-settings/enterprise-settings.projection';
import { register } from '../testing/portfolio';
import type { AccountEvent } from '../account/account.events';
import { accountImports } from './account-import.projection';
import { ImportQueries } from './import.queries';

describe('the record of imports', () => {
  let harness: ReadModelHarness;
  let queries: ImportQueries;
  let beforeUndo: Date;
  const imported = (event: AccountEvent, row: number) =>
    ({ ...event, data: { ...event.data, imported: { importId: 'i1', row } } }) as AccountEvent;

  beforeAll(async () => {
    harness = await readModelHarness({ projections: [enterpriseSettings, accountRegister, accountImports] });
    queries = new ImportQueries(harness.readStore, { everyone: async () => [] });
    const started = { fileName: 'crm.csv', sha256: 'abc', mapping: { code: 'No' }, ignoredColumns: ['Colour'] };
    const counts = { rows: 3, creates: 1, changes: 1, unchanged: 1, refused: 0, refusals: [], reason: 'Year end' };
    await harness.append('portfolio.account', 'b', [register('BIR', { name: 'Birch' })]);
    await harness.append('portfolio.account-import', 'i1', [
      { type: 'portfolio.AccountImportStarted', data: { ...started, ...counts } },
    ]);
    await harness.append('portfolio.account', 'a', [imported(register('ALD', { name: 'Alder' }), 2)]);
    const change = { from: { spend: 1_200_000 }, to: { spend: 5 }, reason: null };
    await harness.append('portfolio.account', 'b', [
      imported({ type: 'portfolio.AccountDetailsChanged', data: change }, 3),
    ]);
    ({ recorded: beforeUndo } = await harness.append('portfolio.account-import', 'i1', [
      { type: 'portfolio.AccountImportFinished', data: { failed: 0, failures: [] } },
    ]));
    const takesBack = { importId: 'i1', row: 2 };
    await harness.append('portfolio.account-import', 'i1', [
      { type: 'portfolio.AccountImportUndoStarted', data: { reason: 'Wrong file' } },
    ]);
    await harness.append('portfolio.account', 'a', [
      { type: 'portfolio.AccountArchived', data: { reason: 'Undone', takesBack } },
    ]);
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('tells how far it is, and what it was before the undo', async () => {
    expect(await queries.one(harness.context(), 'i1')).toMatchObject({ state: 'undoing', done: 2, takenBack: 1 });
    expect(await queries.one(harness.context({ asAt: beforeUndo }), 'i1')).toMatchObject({
      state: 'finished',
      done: 2,
      takenBack: 0,
    });
  });

  it('are listed page by page, the latest first', async () => {
    const bulk = { sponsorId: 'sam' };
    const counts = { rows: 1, creates: 0, changes: 1, unchanged: 0, refused: 0, refusals: [], reason: 'New sponsor' };
    const kept = { fileName: 'Bulk change', sha256: 'def', mapping: {}, ignoredColumns: [] };
    await harness.append('portfolio.account-import', 'i2', [
      { type: 'portfolio.AccountImportStarted', data: { ...kept, ...counts, bulk } },
    ]);
    await harness.whenCaughtUp();
    const first = await queries.page(harness.context(), { limit: 1 });
    expect(first).toMatchObject({ total: 2, items: [{ id: 'i2', bulk }] });
    const second = await queries.page(harness.context(), { limit: 1, cursor: first.next! });
    expect(second).toMatchObject({ next: null, items: [{ id: 'i1', bulk: null }] });
  });

  it('names the rows with what they changed, page by page', async () => {
    const first = await queries.rows(harness.context(), 'i1', { after: 0, limit: 1 });
    expect(first).toMatchObject({ next: 2, items: [{ row: 2, code: 'ALD', kind: 'create' }] });
    const second = await queries.rows(harness.context(), 'i1', { after: 2, limit: 1 });
    expect(second).toMatchObject({
      next: null,
      items: [{ row: 3, code: 'BIR', before: { spend: 1_200_000 }, after: { spend: 5 }, takenBackAt: null }],
    });
  });

  it('knows what is still to be taken back, and how the last file was mapped', async () => {
    expect(await queries.notTakenBack(harness.context(), 'i1', undefined)).toMatchObject([{ row: 3, kind: 'change' }]);
    const around = await queries.surroundings(harness.context());
    expect(around.remembered).toEqual([{ code: 'No' }]);
    expect(around.accounts.map(({ code, archived }) => [code, archived])).toEqual(
      expect.arrayContaining([
        ['ALD', true],
        ['BIR', false],
      ]),
    );
  });

  it('is of one tenant alone', async () => {
    const other = harness.context({ tenant: 'other' });
    expect(await queries.page(other, { limit: 10 })).toEqual({ items: [], total: 0, next: null });
    await expect(queries.one(other, 'i1')).rejects.toThrow('There is no import');
  });

  it('has the same rows and history after a rebuild', () => harness.rebuildGivesSameRows());
});
