import { column, projection, readTable } from '@mainstay/read-store';
import { type lines, type memberKinds, teamEvents } from './team.events';

/** One row per time that a person spent in the team of an account. */
export const teamMemberTable = readTable('team_member', {
  key: ['accountId', 'personId', 'joinedOn'],
  columns: {
    accountId: column.text(),
    personId: column.text(),
    joinedOn: column.date(),
    leftOn: column.date().optional(),
    kind: column.text<(typeof memberKinds)[number]>(),
    role: column.text(),
    function: column.text(),
    divisionId: column.text().optional(),
    location: column.text(),
    dedicated: column.boolean(),
    share: column.integer().optional(),
    line: column.text<(typeof lines)[number]>(),
    /** Of the team, not of the member. */
    version: column.integer(),
  },
  indexes: [['personId']],
});

export const teamRegister = projection({
  name: 'people.team-register',
  version: 1,
  events: teamEvents,
  tables: { members: teamMemberTable },
  on: {
    // Someone who leaves and comes back on the same day goes on where he or she left off.
    'people.TeamMemberJoined': ({ data, version }, { members }) => members.put({ ...data, leftOn: null, version }),
    'people.TeamMemberChanged': ({ data: { accountId, personId, joinedOn, to }, version }, { members }) =>
      members.update({ accountId, personId, joinedOn }, { ...to, version }),
    'people.TeamMemberLeft': ({ data: { accountId, personId, joinedOn, leftOn }, version }, { members }) =>
      members.update({ accountId, personId, joinedOn }, { leftOn, version }),
  },
});
