import { dayInWords, counted } from '../../dashboard/words';
import { monthsBefore } from '../../dashboard/calendar';
import { no, nothing, type Says, yes } from './says';

/** What is recorded about an account as far as the manager's test asks about it. */
export interface AccountRecord {
  readonly plan: {
    readonly horizonYears: number;
    /** Day of the last revision or review. */
    readonly touchedOn: string;
    /** Parts of the plan that are empty, in words. */
    readonly emptyParts: readonly string[];
  } | null;
  /** Members of the account team today, and how many of them without a role. */
  readonly team: { readonly members: number; readonly withoutRole: number };
  /** People at the customer who are there today. */
  readonly contacts: {
    readonly known: number;
    /** At Board level. */
    readonly board: number;
    /** At Board level, known by the manager who leads the account. */
    readonly boardOfLead: number;
    /** Last time that we were in touch with one of `boardOfLead`. */
    readonly boardOfLeadOn: string | null;
  };
}

export interface RecordDay {
  readonly today: string;
  /** A plan revised or reviewed within so many days is live. */
  readonly reviewDays: number;
  /** The first day on which a plan touched then is still live. */
  readonly liveFrom: string;
}

/** Years that a plan must reach ahead (transition guide, section 6: “at least 3 years”). */
const HORIZON_YEARS = 3;
/** A relationship without a contact in so many months is not one any more: our ruling. */
const CONTACT_MONTHS = 12;

/** By the id of the question of the manager's test. */
export const recordOfManager = (record: AccountRecord, day: RecordDay): Readonly<Record<string, Says>> => ({
  M1: team(record.team),
  M2: plan(record.plan, day),
  M3: boardContact(record.contacts, day),
  M4: nothing('No alignment review or feedback of the customer is recorded.'),
  M5: nothing('No value added for the customer is recorded.'),
});

function team({ members, withoutRole }: AccountRecord['team']): Says {
  if (members === 0) return nothing('No account team is recorded.', 'team');
  const recorded = `The team has ${counted(members, 'member')}`;
  if (withoutRole > 0)
    return no(`${recorded}; ${withoutRole} of them ${withoutRole === 1 ? 'has' : 'have'} no role.`, 'team');
  return yes(`${recorded}, each with a role.`, 'team');
}

function plan(plan: AccountRecord['plan'], { reviewDays, liveFrom }: RecordDay): Says {
  if (!plan) return no('The account has no plan.', 'plan');
  const { horizonYears, touchedOn, emptyParts } = plan;
  const live = touchedOn >= liveFrom;
  const reach = `The plan reaches ${counted(horizonYears, 'year')} ahead`;
  const touched = `last revised or reviewed on ${dayInWords(touchedOn)}`;
  const faults = [
    horizonYears < HORIZON_YEARS && `${HORIZON_YEARS} are needed`,
    emptyParts.length > 0 && `empty: ${emptyParts.join(', ')}`,
    !live && `${touched}, so it is stale: live is within ${counted(reviewDays, 'day')}`,
  ].filter((fault) => fault !== false);
  if (faults.length > 0) return no(`${reach}; ${faults.join('; ')}.`, 'plan');
  return yes(`${reach}, no part is empty, ${touched}: within ${counted(reviewDays, 'day')}.`, 'plan');
}

function boardContact(
  { known, board, boardOfLead, boardOfLeadOn }: AccountRecord['contacts'],
  { today }: RecordDay,
): Says {
  if (known === 0) return nothing('Nobody at the customer is recorded.', 'contacts');
  if (board === 0)
    return no(`${counted(known, 'person', 'people')} known at the customer, none of them on its Board.`, 'contacts');
  const onBoard = `${counted(board, 'director')} known on the customer’s Board`;
  if (boardOfLead === 0) return no(`${onBoard}, but not by the manager who leads the account.`, 'contacts');
  if (boardOfLeadOn === null) return no(`${onBoard}, but no contact with any of them is recorded.`, 'contacts');
  const last = `last contact on ${dayInWords(boardOfLeadOn)}`;
  return boardOfLeadOn < monthsBefore(today, CONTACT_MONTHS)
    ? no(`${onBoard}, ${last}: more than a year ago.`, 'contacts')
    : yes(`${onBoard}, ${last}.`, 'contacts');
}
