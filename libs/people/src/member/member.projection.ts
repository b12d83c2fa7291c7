import type { Role } from '@mainstay/event-sourcing';
import type { Sealed } from '@mainstay/personal-data';
import { column, projection, readTable } from '@mainstay/read-store';
import { memberEvents } from './member';

/** People of the tenant. Name and address stay sealed here too, history included: the vault opens them when read. */
export const memberTable = readTable('member', {
  key: ['personId'],
  columns: {
    personId: column.text(),
    name: column.json<Sealed>().optional(),
    email: column.json<Sealed>().optional(),
    role: column.text<Role>(),
    lineManagerId: column.text().optional(),
    divisionId: column.text().optional(),
    erased: column.boolean(),
    version: column.integer(),
  },
  indexes: [['lineManagerId']],
});

export const memberRegister = projection({
  name: 'people.member-register',
  version: 2,
  events: memberEvents,
  tables: { members: memberTable },
  on: {
    'people.MemberAdded': ({ data, version }, { members }) => members.insert({ ...data, erased: false, version }),
    'people.MemberChanged': ({ data: { personId, to }, version }, { members }) =>
      members.update(
        { personId },
        { ...to, lineManagerId: to.lineManagerId ?? null, divisionId: to.divisionId ?? null, version },
      ),
    'people.MemberErased': ({ data: { personId }, version }, { members }) =>
      members.update({ personId }, { name: null, email: null, erased: true, lineManagerId: null, version }),
  },
});
