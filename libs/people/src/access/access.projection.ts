import type { Role } from '@mainstay/event-sourcing';
import { column, projection, readTable } from '@mainstay/read-store';
import { accessEvents } from './access.events';

/** What was decided here about who may sign in; whom nobody decided about here is not in it. */
export const accessTable = readTable('access_decision', {
  key: ['personId'],
  columns: {
    personId: column.text(),
    roles: column.textArray(),
    state: column.text<'active' | 'invited' | 'removed'>(),
    /** The last time the person was removed: tokens given out before then count no longer. */
    endedAt: column.moment().optional(),
  },
  indexes: [['endedAt']],
});

const decided = (roles: readonly Role[], state: 'active' | 'invited' | 'removed') => ({ roles: [...roles], state });

export const accessRegister = projection({
  name: 'people.access-register',
  version: 1,
  events: accessEvents,
  tables: { access: accessTable },
  on: {
    'people.MemberInvited': ({ data: { personId, roles } }, { access }) =>
      access.upsert({ personId }, (row) => ({ ...row, personId, ...decided(roles, 'invited') })),
    'people.MemberRolesChanged': ({ data: { personId, to } }, { access }) =>
      access.upsert({ personId }, (row) => ({ ...row, personId, ...decided(to, row?.state ?? 'active') })),
    'people.MemberRemoved': ({ data: { personId }, recorded }, { access }) =>
      access.put({ personId, ...decided([], 'removed'), endedAt: recorded }),
  },
});
