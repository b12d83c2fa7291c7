import { ALDERMOOR, BRACKWATER } from '../people';

export interface DemoDivision {
  readonly code: string;
  readonly name: string;
  /** Username of the division head. */
  readonly head?: string;
}

export interface DemoEnterprise {
  readonly alias: string;
  readonly name: string;
  readonly currency: string;
  /** Key accounts the programme can serve. */
  readonly capacity: number;
  readonly planReviewDays: number;
  /** Yearly spend, in thousands, below which a customer without promise is not key. */
  readonly smallSpend: number;
  /** Codes of accounts on which nothing has been decided yet. */
  readonly undecided: readonly string[];
  /** Months before today at which the programme began. */
  readonly months: number;
  readonly administrator: string;
  readonly lead: string;
  readonly unitHead: string;
  readonly managers: readonly string[];
  /** Who else works in account teams. */
  readonly teamMembers: readonly string[];
  readonly sponsor?: string;
  readonly divisions: readonly DemoDivision[];
}

export const aldermoor: DemoEnterprise = {
  alias: ALDERMOOR.alias,
  name: ALDERMOOR.name,
  currency: 'EUR',
  capacity: 42,
  planReviewDays: 90,
  smallSpend: 5_500,
  undecided: ['K-2011', 'K-4007', 'K-4008', 'K-5010', 'K-6006', 'K-6008'],
  months: 30,
  administrator: 'tessa',
  lead: 'priya',
  unitHead: 'marcus',
  managers: ['ines', 'jonas', 'mei'],
  teamMembers: ['callum'],
  sponsor: 'david',
  divisions: [
    { code: 'NOR', name: 'Nordics', head: 'helga' },
    { code: 'DAC', name: 'Germany, Austria and Switzerland' },
    { code: 'UKI', name: 'United Kingdom and Ireland' },
    { code: 'SEU', name: 'Southern Europe' },
    { code: 'NAM', name: 'North America' },
    { code: 'APA', name: 'Asia Pacific' },
  ],
};

export const brackwater: DemoEnterprise = {
  alias: BRACKWATER.alias,
  name: BRACKWATER.name,
  currency: 'GBP',
  capacity: 8,
  planReviewDays: 120,
  smallSpend: 1_600,
  undecided: ['K-2004'],
  months: 14,
  administrator: 'sam',
  lead: 'ruth',
  unitHead: 'owen',
  managers: ['lena'],
  teamMembers: [],
  divisions: [
    { code: 'UKI', name: 'United Kingdom and Ireland' },
    { code: 'EUR', name: 'Continental Europe' },
  ],
};
