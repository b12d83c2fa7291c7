import { idOfStream } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { accountEvents } from '../account/account.events';
import { duplicateRulingEvents } from './duplicate-ruling';
import { nameKey } from './name-key';

/** The names of accounts as they are compared. */
export const accountNameTable = readTable('account_name', {
  key: ['accountId'],
  columns: {
    accountId: column.text(),
    nameKey: column.text(),
  },
});

export const duplicateRulingTable = readTable('duplicate_ruling', {
  key: ['oneId', 'otherId'],
  columns: {
    /** The smaller id of the pair. */
    oneId: column.text(),
    otherId: column.text(),
    ruledOut: column.boolean(),
    reason: column.text(),
    ruledBy: column.text(),
    ruledAt: column.moment(),
  },
});

export const duplicates = projection({
  name: 'portfolio.duplicates',
  version: 2,
  events: { ...accountEvents, ...duplicateRulingEvents },
  tables: { names: accountNameTable, rulings: duplicateRulingTable },
  on: {
    'portfolio.AccountRegistered': ({ tenant, stream, data }, { names }) =>
      names.insert(compared(idOfStream(tenant, stream), data.name)),
    'portfolio.AccountDetailsChanged': ({ tenant, stream, data }, { names }) => {
      if (data.to.name !== undefined) names.put(compared(idOfStream(tenant, stream), data.to.name));
    },
    'portfolio.AccountAbsorbed': ({ tenant, stream, data }, { names }) => {
      if (data.to.name !== undefined) names.put(compared(idOfStream(tenant, stream), data.to.name));
    },
    'portfolio.AccountParted': ({ tenant, stream, data }, { names }) => {
      if (data.to.name !== undefined) names.put(compared(idOfStream(tenant, stream), data.to.name));
    },
    'portfolio.DuplicateRuledOut': (event, { rulings }) => rulings.put(ruled(event, true)),
    'portfolio.DuplicateRulingWithdrawn': (event, { rulings }) => rulings.put(ruled(event, false)),
  },
});

const compared = (accountId: string, name: string) => ({ accountId, nameKey: nameKey(name) });

interface Ruled {
  readonly data: { readonly accountIds: [string, string]; readonly reason: string };
  readonly metadata: { readonly actor: string };
  readonly recorded: Date;
}
const ruled = ({ data, metadata, recorded }: Ruled, ruledOut: boolean) => ({
  oneId: data.accountIds[0],
  otherId: data.accountIds[1],
  ruledOut,
  reason: data.reason,
  ruledBy: metadata.actor,
  ruledAt: recorded,
});
