import { type AccountRecord, recordOfManager } from './account-record';
import { recordOfOrganisation } from './organisation-record';
import { no, nothing, verdictOf, yes } from './says';

const day = { today: '2026-03-10', reviewDays: 90, liveFrom: '2025-12-10' };
const record: AccountRecord = {
  plan: { horizonYears: 3, touchedOn: '2026-02-01', emptyParts: [] },
  team: { members: 5, withoutRole: 0 },
  contacts: { known: 4, board: 1, boardOfLead: 1, boardOfLeadOn: '2026-01-20' },
};
const said = (over: Partial<AccountRecord>) => recordOfManager({ ...record, ...over }, day);
const plan = (over: Partial<NonNullable<AccountRecord['plan']>>) => said({ plan: { ...record.plan!, ...over } })['M2']!;
const contacts = (over: Partial<AccountRecord['contacts']>) =>
  said({ contacts: { ...record.contacts, ...over } })['M3']!;

describe('an answer beside the record', () => {
  it('is supported, contradicted, or met by nothing', () => {
    expect(verdictOf('yes', yes('', null))).toBe('supports');
    expect(verdictOf('yes', no('', null))).toBe('contradicts');
    expect(verdictOf('no', yes('', null))).toBe('contradicts');
    expect(verdictOf('no', nothing())).toBe('nothing-recorded');
  });

  it('that is ambivalent is held against it as the no that it counts as', () => {
    expect(verdictOf('ambivalent', no('', null))).toBe('supports');
    expect(verdictOf('ambivalent', yes('', null))).toBe('contradicts');
  });
});

describe('what the record says of the plan', () => {
  it('is yes for three years, no empty part, and a review within the interval', () => {
    expect(plan({})).toEqual({
      says: 'yes',
      sentence:
        'The plan reaches 3 years ahead, no part is empty, last revised or reviewed on 1 February 2026: within 90 days.',
      see: 'plan',
    });
  });

  it('is yes on the last day of the interval and no on the day after', () => {
    expect(plan({ touchedOn: '2025-12-10' }).says).toBe('yes');
    expect(plan({ touchedOn: '2025-12-09' }).says).toBe('no');
  });

  it('is no without a plan, and names every fault of one', () => {
    expect(said({ plan: null })['M2']).toEqual(no('The account has no plan.', 'plan'));
    expect(plan({ horizonYears: 1, touchedOn: '2025-06-01', emptyParts: ['forecast', 'objectives'] }).sentence).toBe(
      'The plan reaches 1 year ahead; 3 are needed; empty: forecast, objectives; last revised or reviewed on 1 June 2025, so it is stale: live is within 90 days.',
    );
  });
});

describe('what the record says of the team', () => {
  it('is yes when every member has a role, no when one has none, nothing without a team', () => {
    expect(said({})['M1']).toEqual(yes('The team has 5 members, each with a role.', 'team'));
    expect(said({ team: { members: 5, withoutRole: 1 } })['M1']).toEqual(
      no('The team has 5 members; 1 of them has no role.', 'team'),
    );
    expect(said({ team: { members: 0, withoutRole: 0 } })['M1']!.says).toBe('nothing');
  });
});

describe('what the record says of the Board', () => {
  it('is yes for a director whom the manager knows and was in touch with within a year', () => {
    expect(contacts({})).toEqual(
      yes('1 director known on the customer’s Board, last contact on 20 January 2026.', 'contacts'),
    );
    expect(contacts({ boardOfLeadOn: '2025-03-10' }).says).toBe('yes');
    expect(contacts({ boardOfLeadOn: '2025-03-09' }).says).toBe('no');
    expect(contacts({ boardOfLeadOn: null }).says).toBe('no');
  });

  it('is no when the directors are known to others only, or none is known', () => {
    expect(contacts({ boardOfLead: 0, boardOfLeadOn: null }).sentence).toContain('not by the manager');
    expect(contacts({ board: 0, boardOfLead: 0 }).sentence).toBe(
      '4 people known at the customer, none of them on its Board.',
    );
  });

  it('is nothing where nobody at the customer is recorded', () => {
    expect(contacts({ known: 0, board: 0, boardOfLead: 0 }).says).toBe('nothing');
  });
});

describe('what the record says of the organisation', () => {
  const plans = (keyAccounts: number, livePlans: number) => recordOfOrganisation({ keyAccounts, livePlans })['O3']!;

  it('contradicts that plans shape planning where most key accounts have no live one', () => {
    expect(plans(42, 20)).toEqual(
      no('20 of 42 key accounts have a live plan: most have none that planning could use.', 'plans'),
    );
  });

  it('does not take live plans for proof', () => {
    expect(plans(42, 21).says).toBe('nothing');
    expect(plans(0, 0).says).toBe('nothing');
  });

  it('has a word on each of the questions', () => {
    expect(Object.keys(recordOfOrganisation({ keyAccounts: 1, livePlans: 1 }))).toEqual(['O1', 'O2', 'O3', 'O4', 'O5']);
    expect(Object.keys(said({}))).toEqual(['M1', 'M2', 'M3', 'M4', 'M5']);
  });
});
