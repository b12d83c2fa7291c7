import type { Descriptions } from '@mainstay/event-sourcing';
import type { TeamEvent } from './team.events';

const of = ({ accountId, personId }: { accountId: string; personId: string }) => ({
  kind: 'team-member',
  subject: { type: 'account', id: accountId },
  accountId,
  detail: personId,
});

export const teamDescriptions: Descriptions<TeamEvent> = {
  'people.TeamMemberJoined': ({ data }) => {
    const { accountId: _, ...after } = data;
    return { ...of(data), before: null, after };
  },
  'people.TeamMemberChanged': ({ data }) => ({ ...of(data), before: data.from, after: data.to, why: data.reason }),
  'people.TeamMemberLeft': ({ data }) => ({
    ...of(data),
    before: { leftOn: null },
    after: { leftOn: data.leftOn },
    why: data.reason,
  }),
};
