import { counted } from '../../dashboard/words';
import { no, nothing, type Says } from './says';

export interface OrganisationRecord {
  readonly keyAccounts: number;
  /** Key accounts whose plan is live. */
  readonly livePlans: number;
}

/** By the id of the question of the organisation's test. */
export const recordOfOrganisation = (record: OrganisationRecord): Readonly<Record<string, Says>> => ({
  O1: nothing(),
  O2: nothing('No investment in customers is recorded.'),
  O3: plans(record),
  O4: nothing('No profitability of customers is recorded.'),
  O5: nothing(),
});

/** Plans that are not there cannot shape anything; that they are there does not show that they do (our ruling). */
function plans({ keyAccounts, livePlans }: OrganisationRecord): Says {
  if (keyAccounts === 0) return nothing('No account is key yet.', 'plans');
  const share = `${livePlans} of ${counted(keyAccounts, 'key account')} ${livePlans === 1 ? 'has' : 'have'} a live plan`;
  return livePlans * 2 < keyAccounts
    ? no(`${share}: most have none that planning could use.`, 'plans')
    : nothing(`${share}; whether corporate planning uses them is not recorded.`, 'plans');
}
