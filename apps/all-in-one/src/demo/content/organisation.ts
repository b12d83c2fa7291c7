/** How ready the organisation was at an assessment: per element the state of each group, in the order of the catalogue. */
export interface DemoOrganisation {
  readonly title: string;
  /** Months before today at which it was held. */
  readonly months: number;
  readonly division?: string;
  readonly transnational: boolean;
  readonly assessors: readonly string[];
  /** Five figures an element: key account manager, KAM unit, KAM team, associated functions, senior management. */
  readonly states: Readonly<Record<string, string>>;
  /** How much of it the lead has settled: nothing, all but what was left for the workshop, or everything and signed off. */
  readonly settled: 'nothing' | 'mostly' | 'signed-off';
}

export const organisationGroups = [
  'key-account-manager',
  'kam-unit',
  'kam-team',
  'associated-functions',
  'senior-management',
];

export const aldermoorOrganisations: readonly DemoOrganisation[] = [
  {
    title: 'Readiness of the organisation, first look',
    months: 14.5,
    transnational: true,
    assessors: ['amara', 'ruth'],
    states: {
      A: '22111',
      B: '21111',
      C: '11111',
      D: '11101',
      E: '01001',
      F: '11101',
      G: '11011',
      H: '10001',
      I: '11000',
    },
    settled: 'signed-off',
  },
  {
    title: 'Nordics: is the division ready?',
    months: 5.5,
    division: 'NOR',
    transnational: false,
    assessors: ['amara'],
    states: {
      A: '22212',
      B: '22112',
      C: '22212',
      D: '22111',
      E: '01000',
      F: '22111',
      G: '12111',
      H: '21101',
      I: '21101',
    },
    settled: 'nothing',
  },
  {
    title: 'Readiness of the organisation, one year on',
    months: 1.6,
    transnational: true,
    assessors: ['amara', 'ruth', 'priya'],
    states: {
      A: '22212',
      B: '22112',
      C: '22212',
      D: '21211',
      E: '11101',
      F: '22111',
      G: '12101',
      H: '21102',
      I: '21211',
    },
    settled: 'mostly',
  },
];

/** What an assessor saw, by element. */
export const organisationEvidence: Readonly<Record<string, readonly string[]>> = {
  A: [
    'Account plans read against the strategy paper',
    'Interview with the head of the KAM unit',
    'Portfolio review, minutes',
  ],
  B: [
    'Organisation chart and reporting lines',
    'Job descriptions of six managers',
    'Interview with two division heads',
  ],
  C: ['Sponsor diary of the last two quarters', 'Board agenda of the past year', 'Interviews with team members'],
  D: [
    'Survey of people who work on key accounts',
    'Workshop on how teams work',
    'Observed at a joint customer meeting',
  ],
  E: [
    'Two customers asked for one contact across countries',
    'Protocol for work across borders, draft',
    'Interviews in three countries',
  ],
  F: ['Shared workspace of three teams', 'Use of the customer system over a quarter', 'Minutes of the managers’ forum'],
  G: ['Data sheet of ten key accounts', 'Interview with IT on the customer platform', 'Board dashboard, first version'],
  H: ['Margin report by customer', 'Time records of two teams', 'Finance: cost to serve, pilot'],
  I: ['Bonus scheme of the key account managers', 'Appraisal forms, sample of twelve', 'Interview with the head of HR'],
};

export const organisationNotes: readonly string[] = [
  'Differs between the countries; the larger ones are ahead.',
  'Said by the people, not yet seen on paper.',
  'Would be one state higher if it held for every key account.',
];

export const settlingReasons: readonly string[] = [
  'Talked through with both assessors: true in the larger divisions only, so the lower state counts.',
  'The evidence found later carries it; all agreed in the workshop.',
  'The wording of the state is met as it stands; what is missing belongs to the next.',
  'Two of the accounts looked at are exceptions; the rest decides.',
];
