/** How complete each of the twelve periods was at an audit, 0 to 1. */
export interface DemoAudit {
  readonly title: string;
  /** Months before today at which it was held. */
  readonly months: number;
  readonly division?: string;
  /** Version of the catalogue; 1 for audits held before the second was published. */
  readonly catalogueVersion: 1 | 2;
  readonly assessors: readonly string[];
  readonly completeness: readonly number[];
  /** Why an action is not relevant, by its id. */
  readonly notRelevant?: Readonly<Record<string, string>>;
  /** Periods that were left unanswered. */
  readonly unanswered?: readonly string[];
  /** What the lead noted on signing it off; absent while it is under way. */
  readonly signedOff?: { readonly note: string; readonly unansweredBecause?: string };
  /** Streams with who answers them and in how many days from today; absent where everyone answers the whole audit. */
  readonly parts?: readonly { readonly person: string; readonly stream: string; readonly dueInDays: number }[];
  /** Where it starts from the audit of its scope before it: periods of a stream that nobody has looked at again yet. */
  readonly notYet?: { readonly stream: string; readonly periods: readonly string[] };
  /** Scores that no measure of completeness would give, by action id. */
  readonly scores?: Readonly<Record<string, number>>;
  /** Actions answered without evidence, and those that the assessor is not sure of. */
  readonly bare?: readonly string[];
  readonly unsure?: readonly string[];
  /** Pages that show what an answer says, by action id. */
  readonly links?: Readonly<Record<string, readonly { readonly url: string; readonly title: string }[]>>;
}

export const aldermoorAudits: readonly DemoAudit[] = [
  {
    title: 'First audit of the programme',
    months: 27,
    catalogueVersion: 1,
    assessors: ['amara', 'ruth'],
    completeness: [0.9, 0.62, 0.38, 0.1, 0.02, 0, 0.04, 0.02, 0, 0, 0, 0.02],
    signedOff: { note: 'Read out to the sponsors; the gaps in making the case were no surprise.' },
  },
  {
    title: 'Audit at the end of the first year of roll-out',
    months: 14,
    catalogueVersion: 1,
    assessors: ['amara', 'ruth'],
    completeness: [0.96, 0.92, 0.9, 0.84, 0.62, 0.3, 0.2, 0.1, 0.05, 0.06, 0.02, 0.04],
    signedOff: { note: 'Agreed with both assessors after the second round of interviews.' },
  },
  {
    title: 'Nordics, before the redefinition',
    months: 6,
    catalogueVersion: 1,
    division: 'NOR',
    assessors: ['amara'],
    completeness: [0.98, 0.96, 0.92, 0.9, 0.84, 0.7, 0.55, 0.34, 0.16, 0.2, 0.1, 0.06],
    unanswered: ['D3'],
    signedOff: {
      note: 'Agreed with the head of the division.',
      unansweredBecause: 'Revision has not begun in the Nordics, and nobody could be asked about it.',
    },
  },
  {
    title: 'Germany, Austria and Switzerland, first audit',
    months: 5,
    catalogueVersion: 1,
    division: 'DAC',
    assessors: ['ruth'],
    completeness: [0.96, 0.9, 0.86, 0.7, 0.52, 0.34, 0.4, 0.2, 0.1, 0.05, 0.08, 0.02],
    signedOff: { note: 'Read together with the audit of the Nordics.' },
  },
  {
    title: 'North America, first audit',
    months: 4,
    catalogueVersion: 1,
    division: 'NAM',
    assessors: ['amara'],
    completeness: [0.9, 0.74, 0.6, 0.72, 0.66, 0.5, 0.2, 0.3, 0.05, 0.16, 0.04, 0.02],
    notRelevant: { 'D2-06': 'All key accounts of the division buy in one country.' },
    signedOff: { note: 'Strong with its customers, thin on paper: agreed with the sponsor.' },
  },
  {
    title: 'Audit before the recommitment review',
    months: 3,
    catalogueVersion: 2,
    assessors: ['amara', 'ruth'],
    completeness: [0.98, 0.97, 0.95, 0.93, 0.88, 0.82, 0.68, 0.44, 0.22, 0.16, 0.08, 0.06],
    signedOff: { note: 'Goes to the Board with the papers of the recommitment review.' },
  },
  {
    title: 'Check of what has moved since the review',
    months: 0.4,
    catalogueVersion: 2,
    assessors: ['amara', 'ruth'],
    parts: [
      { person: 'amara', stream: 'strategy-planning', dueInDays: 6 },
      { person: 'ruth', stream: 'organisation-culture', dueInDays: -2 },
      { person: 'amara', stream: 'processes', dueInDays: 12 },
    ],
    notYet: { stream: 'organisation-culture', periods: ['C3', 'D1', 'D2', 'D3'] },
    scores: { 'B1-11': 0, 'C1-09': 3, 'C1-06': 3, 'C2-04': 3 },
    bare: ['C1-06'],
    unsure: ['C2-04'],
    links: {
      'C1-03': [{ url: 'https://intranet.aldermoor.example/kam/accounts', title: 'Accounts of the programme' }],
      'C2-01': [
        { url: 'https://intranet.aldermoor.example/kam/portfolio', title: 'Portfolio page' },
        { url: 'https://intranet.aldermoor.example/minutes/steering', title: 'Minutes of the steering group' },
      ],
    },
    completeness: [0.98, 0.98, 0.96, 0.95, 0.92, 0.88, 0.76, 0.52, 0.28, 0.18, 0.1, 0.06],
  },
];

export const brackwaterAudits: readonly DemoAudit[] = [
  {
    title: 'First audit of the programme',
    months: 9,
    catalogueVersion: 1,
    assessors: ['ruth'],
    completeness: [0.85, 0.6, 0.42, 0.22, 0.06, 0, 0.02, 0, 0, 0, 0, 0],
    notRelevant: { 'B3-10': 'Nothing has been rolled out to customers yet, so there is no response to look at.' },
    signedOff: { note: 'Agreed in the first steering group.' },
  },
];

/** What an assessor saw, by contributory stream. The period's name and the month are added. */
export const evidence: Readonly<Record<string, readonly string[]>> = {
  'goals-strategy': [
    'Strategy paper, approved version',
    'Minutes of the executive committee',
    'Programme charter, section 2',
  ],
  'planning-objectives': [
    'Programme plan with owners and dates',
    'Objectives sheet, signed by the divisions',
    'Forecast file of the KAM unit',
  ],
  research: [
    'Interview notes with eleven customers',
    'Competitor file of market intelligence',
    'Survey report, response rate 64 %',
  ],
  'key-account-managers': [
    'Role description in the HR system',
    'Assessment records of nine managers',
    'Reward letter of this year',
  ],
  'kam-teams-community': [
    'Team lists with time shares',
    'Notes of the community day',
    'Terms of reference of four teams',
  ],
  'wider-organisation-senior-management': [
    'Town hall slides and attendance',
    'Interviews with six division directors',
    'Intranet page and its visits',
  ],
  'kamgr-activities': [
    'Sample of eight account plans',
    'Diary analysis over four weeks',
    'Review of three customer meetings',
  ],
  'other-kam-activities': ['Portfolio review minutes', 'Categorisation log', 'Feedback report to the steering group'],
  'core-processes': [
    'Planning calendar of finance',
    'Process map with the KAM steps marked',
    'Quality report of operations',
  ],
};
