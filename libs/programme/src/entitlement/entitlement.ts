import { type Category, type CategorySetting, entryOf, type EntryRule, isKey } from '@mainstay/portfolio';

/** What an account receives of key account management, as the records of the contexts say. */
export interface Received {
  readonly category: Category;
  readonly spend: number;
  readonly attractiveness: number | null;
  readonly standing: number | null;
  readonly divisions: number;
  /** Reviews of its plan in the last twelve months. */
  readonly reviews: number;
  readonly planTouchedOn: string | null;
  readonly sponsorId: string | null;
  /** In per cent of one person's full time, of those whose share is known; null where nobody's is. */
  readonly teamTime: number | null;
  readonly team: number;
  readonly contacts: number;
  /** Money a year that decisions brought, in whole units of the tenant's currency, as checked; null where none was named. */
  readonly investment: number | null;
  /** What the accounts of its manager take together, in per cent of one manager's work; null without a manager. */
  readonly managerLoad: number | null;
}

export const measures = ['reviews', 'plan', 'sponsor', 'teamTime', 'investment', 'managerLoad', 'contacts'] as const;
export type MeasureId = (typeof measures)[number];
export const verdicts = ['under', 'as-entitled', 'over', 'not-said', 'not-known'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Measure {
  readonly id: MeasureId;
  /** Null where the category says nothing of it. A sponsor, and a live plan, are 1. */
  readonly entitled: number | null;
  /** Null where nothing is recorded of it. */
  readonly received: number | null;
  readonly verdict: Verdict;
}

export interface Held {
  readonly measures: readonly Measure[];
  /** Rules of entry of its category that can be checked, and whether the account meets them today. */
  readonly entry: readonly EntryRule[];
  readonly under: number;
  readonly over: number;
  readonly verdict: 'under' | 'as-entitled' | 'over';
}

/** So much more or less still counts as what is entitled. */
const TOLERANCE = 0.25;

/** Holds what an account receives against what its category is entitled to. */
export function held(setting: CategorySetting | undefined, got: Received, liveFrom: string): Held {
  const to = setting?.entitlement;
  const key = isKey(got.category);
  const live = got.planTouchedOn !== null && got.planTouchedOn >= liveFrom;
  // Outside the key accounts nobody is entitled to any of it: what is spent there is missing elsewhere.
  const said = (value: number | null | undefined) => (got.category === 'not-key' ? (value ?? 0) : (value ?? null));
  const list = [
    measure('reviews', said(to?.reviewsPerYear), got.reviews),
    measure('plan', key ? 1 : null, Number(live)),
    measure(
      'sponsor',
      key || got.category === 'not-key' ? Number(to?.seniorSponsor ?? false) : null,
      Number(got.sponsorId !== null),
    ),
    measure('teamTime', said(to?.teamTime), got.teamTime),
    measure('investment', to?.investment ?? null, got.investment),
    loadOf(key, got.managerLoad),
    { id: 'contacts', entitled: null, received: got.contacts, verdict: 'not-said' } as const,
  ];
  const under = list.filter(({ verdict }) => verdict === 'under').length;
  const over = list.filter(({ verdict }) => verdict === 'over').length;
  const verdict = under > 0 && under >= over ? 'under' : over > 0 ? 'over' : 'as-entitled';
  return { measures: list, entry: entryOf(setting, got), under, over, verdict };
}

function measure(id: MeasureId, entitled: number | null, received: number | null): Measure {
  return { id, entitled, received, verdict: verdictOf(entitled, received) };
}

function verdictOf(entitled: number | null, received: number | null): Verdict {
  if (entitled === null) return 'not-said';
  if (received === null) return 'not-known';
  if (received < entitled * (1 - TOLERANCE)) return 'under';
  return received > entitled * (1 + TOLERANCE) ? 'over' : 'as-entitled';
}

/** A manager with more than one manager's work has too little time for each account; with less there is nothing to warn of. */
function loadOf(key: boolean, load: number | null): Measure {
  if (!key) return { id: 'managerLoad', entitled: null, received: load, verdict: 'not-said' };
  if (load === null) return { id: 'managerLoad', entitled: 100, received: null, verdict: 'under' };
  return { id: 'managerLoad', entitled: 100, received: load, verdict: load > 100 ? 'under' : 'as-entitled' };
}
