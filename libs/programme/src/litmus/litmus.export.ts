import type { LitmusLine, ManagerLine } from './litmus.views';

type Columns<Line> = Readonly<Record<string, (line: Line) => string | number | null | undefined>>;

export const accountColumns: Columns<LitmusLine> = {
  Code: ({ code }) => code,
  Account: ({ name }) => name,
  Category: ({ category }) => category,
  'Lead (id)': ({ leadId }) => leadId,
  'Manager: standing': ({ standing }) => standing,
  'Manager: yes': ({ manager }) => manager?.yes,
  'Manager: no yes to': ({ manager }) => manager?.unmet.join(' '),
  'Manager: taken on': ({ manager }) => manager?.takenOn,
  'Manager: contradicted by the record': ({ manager, differences }) => manager && differences,
  'Customer: yes': ({ customer }) => customer?.yes,
  'Customer: no yes to': ({ customer }) => customer?.unmet.join(' '),
  'Customer: taken on': ({ customer }) => customer?.takenOn,
};

export const managerColumns: Columns<ManagerLine> = {
  'Manager (id)': ({ personId }) => personId,
  Standing: ({ standing }) => standing,
  'Mean of yes': ({ mean }) => mean,
  'Accounts answered': ({ answered }) => answered,
  'Accounts not answered': ({ unanswered }) => unanswered,
  'Oldest taking': ({ oldestOn }) => oldestOn,
};
