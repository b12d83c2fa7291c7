/** What an enterprise does about what its audits found. */
export interface DemoAction {
  readonly title: string;
  readonly description?: string;
  readonly owner: string;
  /** Months before today at which it was raised. */
  readonly months: number;
  /** Days from today; negative where the date has passed. */
  readonly dueInDays: number;
  /** Title of the audit and id of its action that it answers; absent for one raised by itself. */
  readonly finding?: readonly [audit: string, action: string];
  /** Later: the date was moved to so many days from today. */
  readonly postponed?: { readonly months: number; readonly dueInDays: number; readonly reason: string };
  /** What became of it, in order. */
  readonly moves?: readonly DemoMove[];
}

export interface DemoMove {
  readonly months: number;
  readonly state: 'open' | 'under-way' | 'done' | 'dropped';
  readonly evidence?: string;
  readonly reason?: string;
}

const first = 'First audit of the programme';
const rollOut = 'Audit at the end of the first year of roll-out';
const nordics = 'Nordics, before the redefinition';
const review = 'Audit before the recommitment review';

export const aldermoorActions: readonly DemoAction[] = [
  {
    title: 'Put the business case for KAM before the executive committee',
    description: 'Costs and returns over five years, with what happens if we do nothing.',
    owner: 'priya',
    months: 26,
    dueInDays: -660,
    finding: [first, 'A3-02'],
    moves: [
      { months: 25, state: 'under-way' },
      { months: 22, state: 'done', evidence: 'Minutes of the executive committee: case approved with two conditions.' },
    ],
  },
  {
    title: 'Name the members of every KAM team with their share of time',
    owner: 'marcus',
    months: 13,
    dueInDays: -300,
    finding: [rollOut, 'B2-04'],
    postponed: { months: 11, dueInDays: -240, reason: 'Two divisions had to fill posts first.' },
    moves: [
      { months: 12, state: 'under-way' },
      { months: 8, state: 'done', evidence: 'Team lists of all strategic accounts, signed by the division heads.' },
    ],
  },
  {
    title: 'Monthly newsletter on KAM for all staff',
    owner: 'callum',
    months: 13,
    dueInDays: -330,
    finding: [rollOut, 'B2-06'],
    moves: [
      { months: 10, state: 'dropped', reason: 'A survey showed that few read it; team briefings take its place.' },
    ],
  },
  {
    title: 'Agree with the Nordic finance team how KAM steps enter its planning calendar',
    owner: 'helga',
    months: 5.5,
    dueInDays: -12,
    finding: [nordics, 'C1-13'],
    moves: [{ months: 4, state: 'under-way' }],
  },
  {
    title: 'Bring KAMgr pay into line with the conduct that KAM needs',
    description: 'With HR: less weight on volume of the year, more on plan quality and team reward.',
    owner: 'marcus',
    months: 2.5,
    dueInDays: 45,
    finding: [review, 'C1-08'],
    moves: [{ months: 1.5, state: 'under-way' }],
  },
  {
    title: 'State who owns each KAM process, and publish it',
    owner: 'priya',
    months: 2.5,
    dueInDays: 5,
    finding: [review, 'C1-11'],
  },
  {
    title: 'See the key accounts as one portfolio in the quarterly review',
    owner: 'ines',
    months: 2.4,
    dueInDays: -4,
    finding: [review, 'C2-01'],
  },
  {
    title: 'Prepare the recommitment review with the executive sponsors',
    owner: 'priya',
    months: 2,
    dueInDays: 30,
  },
];

export const brackwaterActions: readonly DemoAction[] = [
  {
    title: 'Agree by which criteria accounts become key',
    owner: 'owen',
    months: 8,
    dueInDays: 20,
    finding: [first, 'A2-03'],
    moves: [{ months: 6, state: 'under-way' }],
  },
];
