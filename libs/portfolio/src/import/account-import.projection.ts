import { idOfStream, type Recorded } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { type AccountDetails, type AccountEvent, accountEvents } from '../account/account.events';
import type { BulkChange } from '../bulk/bulk-change';
import type { ImportState } from './account-import';
import { type AccountImportEvent, accountImportEvents, type Mapping, type Refusal } from './account-import.events';

export const accountImportTable = readTable('account_import', {
  key: ['importId'],
  columns: {
    importId: column.text(),
    version: column.integer(),
    fileName: column.text(),
    sha256: column.text(),
    mapping: column.json<Mapping>(),
    ignoredColumns: column.textArray(),
    rows: column.integer(),
    creates: column.integer(),
    changes: column.integer(),
    unchanged: column.integer(),
    refused: column.integer(),
    refusals: column.json<readonly Refusal[]>(),
    reason: column.text().optional(),
    /** One change of many accounts instead of a file. */
    bulk: column.json<BulkChange>().optional(),
    state: column.text<ImportState>(),
    startedBy: column.text(),
    startedAt: column.moment(),
    finishedAt: column.moment().optional(),
    failed: column.integer().optional(),
    failures: column.json<readonly Refusal[]>().optional(),
    undoneBy: column.text().optional(),
    undoneAt: column.moment().optional(),
    undoReason: column.text().optional(),
    leftCount: column.integer().optional(),
    leftRows: column.json<readonly Refusal[]>().optional(),
  },
  indexes: [['startedAt']],
});

/** What each row of an import made of its account. Rows that changed nothing are not here. */
export const accountImportRowTable = readTable('account_import_row', {
  key: ['importId', 'row'],
  columns: {
    importId: column.text(),
    row: column.integer(),
    accountId: column.text(),
    kind: column.text<'create' | 'change'>(),
    before: column.json<Partial<AccountDetails>>(),
    after: column.json<Partial<AccountDetails>>(),
    takenBackAt: column.moment().optional(),
  },
  indexes: [['accountId']],
});

type Happened = Pick<Recorded<AccountEvent | AccountImportEvent>, 'tenant' | 'stream'>;
const idOf = ({ tenant, stream }: Happened) => idOfStream(tenant, stream);

export const accountImports = projection({
  name: 'portfolio.account-imports',
  version: 2,
  events: { ...accountEvents, ...accountImportEvents },
  tables: { imports: accountImportTable, rows: accountImportRowTable },
  on: {
    'portfolio.AccountImportStarted': (event, { imports }) =>
      imports.insert({
        ...event.data,
        importId: idOf(event),
        version: event.version,
        state: 'running',
        startedBy: event.metadata.actor,
        startedAt: event.recorded,
      }),
    'portfolio.AccountImportFinished': (event, { imports }) =>
      imports.update(
        { importId: idOf(event) },
        { ...event.data, version: event.version, state: 'finished', finishedAt: event.recorded },
      ),
    'portfolio.AccountImportUndoStarted': (event, { imports }) =>
      imports.update(
        { importId: idOf(event) },
        {
          version: event.version,
          state: 'undoing',
          undoneBy: event.metadata.actor,
          undoReason: event.data.reason,
        },
      ),
    'portfolio.AccountImportUndone': (event, { imports }) =>
      imports.update(
        { importId: idOf(event) },
        {
          version: event.version,
          state: 'undone',
          undoneAt: event.recorded,
          leftCount: event.data.left,
          leftRows: event.data.leftRows,
        },
      ),
    'portfolio.AccountRegistered': (event, { rows }) => {
      const { imported, code: _, ...after } = event.data;
      if (imported) rows.insert({ ...imported, accountId: idOf(event), kind: 'create', before: {}, after });
    },
    'portfolio.AccountDetailsChanged': (event, { rows }) => {
      const { imported, takesBack, from, to } = event.data;
      if (imported) rows.insert({ ...imported, accountId: idOf(event), kind: 'change', before: from, after: to });
      if (takesBack) rows.update(takesBack, { takenBackAt: event.recorded });
    },
    'portfolio.AccountArchived': (event, { rows }) => {
      const { takesBack } = event.data;
      if (takesBack) rows.update(takesBack, { takenBackAt: event.recorded });
    },
  },
});
