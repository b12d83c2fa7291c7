import type { Columns } from '@mainstay/tabular';
import type { RoundAccount } from './round.answers';

export const roundAccountColumns: Columns<RoundAccount> = {
  Code: ({ code }) => code,
  Name: ({ name }) => name,
  Spend: ({ spend }) => spend,
  State: ({ state }) => state,
  'Held at opening': ({ held }) => held,
  'Category now': ({ category }) => category,
  Suggested: ({ suggested }) => suggested,
  Attractiveness: ({ attractiveness }) => attractiveness,
  Standing: ({ standing }) => standing,
  Scorers: ({ scorerIds }) => scorerIds.length,
  Scored: ({ givenBy }) => givenBy.length,
  'Decided to': ({ decidedTo }) => decidedTo,
  'Decided by (id)': ({ decidedBy }) => decidedBy,
  Reason: ({ decisionReason }) => decisionReason,
  Proposal: ({ proposal }) => proposal,
  Id: ({ id }) => id,
};
