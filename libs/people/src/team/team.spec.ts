import type { Recorded, RequestContext } from '@mainstay/event-sourcing';
import { changeMember, type Join, joinTeam, leaveTeam, type Team, team } from './team';
import type { TeamEvent } from './team.events';

const by = (actor: string, ...roles: RequestContext['roles']): RequestContext => ({
  tenant: 'acme',
  actor,
  roles,
  correlation: 'request-1',
  now: new Date('2026-03-10T12:00:00Z'),
});
const ines = by('ines', 'key-account-manager');
const jonas = by('jonas', 'key-account-manager');
const of = { accountId: 'a-1', leadId: 'ines', personId: 'callum' };
const joining: Join = {
  ...of,
  joinedOn: '2026-01-01',
  kind: 'core',
  role: 'Delivery',
  function: 'Logistics',
  divisionId: null,
  location: 'Malmö',
  dedicated: false,
  share: 40,
  line: 'dotted',
};
const given = (...events: TeamEvent[]): Team =>
  events.reduce((state, event) => team.evolve(state, event as Recorded<TeamEvent>), team.initial);
const joined = given(...joinTeam(team.initial, joining, ines));
const leave = (state: Team, leftOn: string, reason = 'New task') => leaveTeam(state, { ...of, leftOn, reason }, ines);

describe('joining the team of an account', () => {
  it('is recorded with function, part and share of time, effective on the day', () => {
    const { leadId: _, ...data } = joining;
    const event = { type: 'people.TeamMemberJoined', data, effectiveOn: '2026-01-01' };
    expect(joinTeam(team.initial, joining, ines)).toEqual([event]);
  });

  it('is for the manager who leads the account, and for those who answer for all', () => {
    expect(() => joinTeam(team.initial, joining, jonas)).toThrow('only the teams of the accounts that he or she leads');
    expect(joinTeam(team.initial, joining, by('marcus', 'kam-unit-head'))).toHaveLength(1);
  });

  it('is refused for someone present with another part, and for the future', () => {
    expect(() => joinTeam(joined, { ...joining, role: 'Finance' }, ines)).toThrow('in the team already');
    expect(() => joinTeam(team.initial, { ...joining, joinedOn: '2026-03-12' }, ines)).toThrow('in the future');
  });

  it('is refused to a second leader', () => {
    const led = given(...joinTeam(team.initial, { ...joining, kind: 'leader' }, ines));
    expect(() => joinTeam(led, { ...joining, personId: 'mei', kind: 'leader' }, ines)).toThrow('the team has a leader');
  });

  it('is possible again after leaving, not before', () => {
    const left = given(...joinTeam(team.initial, joining, ines), ...leave(joined, '2026-02-01'));
    expect(joinTeam(left, { ...joining, joinedOn: '2026-02-15' }, ines)).toHaveLength(1);
    expect(() => joinTeam(left, { ...joining, joinedOn: '2026-01-15' }, ines)).toThrow('until 2026-02-01');
  });

  it('changes nothing when told twice', () => {
    expect(joinTeam(joined, joining, ines)).toEqual([]);
  });
});

describe('changing the part of a team member', () => {
  const change = (changes: object, state = joined) => changeMember(state, { ...of, changes, reason: 'Agreed' }, ines);

  it('records only what changed, before and after', () => {
    expect(change({ share: 60, role: 'Delivery' })[0]!.data).toEqual({
      accountId: 'a-1',
      personId: 'callum',
      joinedOn: '2026-01-01',
      from: { share: 40 },
      to: { share: 60 },
      reason: 'Agreed',
    });
  });

  it('is refused for somebody who is not in the team', () => {
    expect(() => change({ share: 60 }, team.initial)).toThrow('There is no team-member');
  });

  it('changes nothing where all is as it was', () => {
    expect(change({ share: 40, line: 'dotted' })).toEqual([]);
  });
});

describe('leaving the team', () => {
  it('is recorded with day and reason', () => {
    expect(leave(joined, '2026-02-01')).toMatchObject([
      { type: 'people.TeamMemberLeft', data: { joinedOn: '2026-01-01', leftOn: '2026-02-01', reason: 'New task' } },
    ]);
  });

  it('is refused before joining, in the future, and without a reason', () => {
    expect(() => leave(joined, '2025-12-31')).toThrow('joined the team on 2026-01-01');
    expect(() => leave(joined, '2026-03-12')).toThrow('in the future');
    expect(() => leave(joined, '2026-02-01', '')).toThrow('reason: say why');
  });

  it('changes nothing when told twice', () => {
    expect(
      leave(given(...joinTeam(team.initial, joining, ines), ...leave(joined, '2026-02-01')), '2026-02-01'),
    ).toEqual([]);
  });
});
