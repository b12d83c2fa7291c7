/** What moves with a decision, held against what moved; by the account's code. */
export interface DemoResource {
  readonly kind: 'hours' | 'people' | 'money';
  /** Hours a month, people, or money a year. */
  readonly amount: number;
  /** The account gains it, or gives it up. */
  readonly way: 'gains' | 'gives';
  /** Code of the other account; the pool where left out. */
  readonly other?: string;
  /** What was found on the day of checking; absent where nobody has looked yet. */
  readonly found?: { readonly moved: number; readonly note?: string };
}

export const resourcesOfMoves: Readonly<Record<string, Readonly<Record<string, readonly DemoResource[]>>>> = {
  aldermoor: {
    'K-1005': [{ kind: 'people', amount: 1, way: 'gains', found: { moved: 1 } }],
    'K-1010': [
      {
        kind: 'hours',
        amount: 60,
        way: 'gives',
        found: { moved: 35, note: 'The two mines that stay still ask for a visit every other week' },
      },
    ],
    'K-2010': [{ kind: 'hours', amount: 40, way: 'gives', other: 'K-2012', found: { moved: 40 } }],
    'K-5004': [
      { kind: 'people', amount: 1, way: 'gains', found: { moved: 1 } },
      {
        kind: 'money',
        amount: 120_000,
        way: 'gains',
        found: { moved: 80_000, note: 'The second part waits for the budget of next year' },
      },
    ],
    'K-6003': [{ kind: 'money', amount: 25_000, way: 'gains' }],
    'K-4009': [{ kind: 'hours', amount: 70, way: 'gains' }],
  },
};

const down = ['tell-customer', 'agree-service', 'honour-promises', 'transfer-actions', 'free-team', 'tell-divisions'];

/** Exits of which something is seen to: so many points of the list, in its order; the rest is left. */
export const exitsSeenTo: Readonly<
  Record<string, readonly { readonly code: string; readonly points: readonly string[] }[]>
> = {
  aldermoor: [
    {
      code: 'K-1010',
      points: down,
    },
    {
      code: 'K-3004',
      points: [
        ...['tell-customer', 'agree-service', 'honour-promises', 'hand-over-contacts', 'transfer-actions'],
        ...['close-plan', 'free-team', 'tell-divisions'],
      ],
    },
    {
      code: 'K-2010',
      points: [
        'tell-customer',
        'honour-promises',
        'hand-over-contacts',
        'transfer-actions',
        'free-team',
        'tell-divisions',
      ],
    },
    { code: 'K-4001', points: down },
    { code: 'K-5007', points: down },
    { code: 'K-6003', points: down },
    { code: 'K-4006', points: down },
    { code: 'K-6001', points: ['tell-customer', 'tell-divisions', 'agree-service', 'honour-promises'] },
    { code: 'K-3006', points: ['tell-customer', 'agree-service', 'tell-divisions', 'transfer-actions'] },
  ],
};

/** What an enterprise says of its categories beyond what is shipped; null frames stay unsaid. */
export interface DemoCategory {
  readonly name?: string;
  readonly meaning?: string;
  readonly capacity?: number;
  readonly investment?: number;
  readonly minSpend?: number;
  readonly reviewsPerYear?: number;
  readonly seniorSponsor?: boolean;
  readonly accountsPerManager?: number;
  readonly teamTime?: number;
}

export const ownCategories: Readonly<
  Record<
    string,
    { readonly months: number; readonly reason: string; readonly by: Readonly<Record<string, DemoCategory>> }
  >
> = {
  aldermoor: {
    months: 19,
    reason: 'The frames of investment and the number of accounts that we can serve, as the Board decided them',
    by: {
      strategic: {
        capacity: 12,
        investment: 100_000,
        minSpend: 1_000_000,
        reviewsPerYear: 2,
        accountsPerManager: 9,
        teamTime: 60,
      },
      star: {
        capacity: 14,
        investment: 60_000,
        reviewsPerYear: 1,
        seniorSponsor: false,
        accountsPerManager: 12,
        teamTime: 40,
      },
      status: { capacity: 14, reviewsPerYear: 1, accountsPerManager: 20, teamTime: 20 },
      streamline: { reviewsPerYear: 1, accountsPerManager: 30 },
    },
  },
  brackwater: {
    months: 8,
    reason: 'Our people say growth and efficient; the shipped words were taken for praise and blame',
    by: {
      star: { name: 'Growth', meaning: 'Small with us today and worth winning: we invest before it pays.' },
      streamline: { name: 'Efficient' },
    },
  },
};
