/** To whom a person reports and where he or she works, by username. */
export interface DemoPlace {
  readonly lineManager: string;
  /** Code of the division. */
  readonly division: string;
}

type ByPerson<Value> = Readonly<Record<string, Value>>;

const aldermoorPlaces: ByPerson<DemoPlace> = {
  ines: { lineManager: 'marcus', division: 'SEU' },
  jonas: { lineManager: 'marcus', division: 'DAC' },
  mei: { lineManager: 'marcus', division: 'APA' },
  nils: { lineManager: 'marcus', division: 'NOR' },
  carla: { lineManager: 'marcus', division: 'SEU' },
  arjun: { lineManager: 'marcus', division: 'UKI' },
};

const brackwaterPlaces: ByPerson<DemoPlace> = {
  lena: { lineManager: 'owen', division: 'UKI' },
};

/** How a manager's time goes: what it was six months ago, and how much of the way to the profile is made since, 0 to 1. */
export interface DemoTime {
  readonly spent: Readonly<Record<string, number>>;
  readonly progress: number;
  readonly drivers: readonly string[];
  /** The last months that he or she has not got round to. */
  readonly missing?: number;
}

const aldermoorTime: ByPerson<DemoTime> = {
  ines: {
    spent: { relationships: 25, implementation: 26, selling: 30, 'problem-solving': 14, reporting: 5 },
    progress: 0.7,
    drivers: ['bottom-line', 'rewards'],
    missing: 1,
  },
  jonas: {
    spent: { relationships: 20, implementation: 24, selling: 46, 'problem-solving': 6, training: 4 },
    progress: 0.15,
    drivers: ['rewards', 'enjoyment'],
  },
  mei: {
    spent: {
      relationships: 26,
      implementation: 30,
      planning: 4,
      selling: 22,
      'commercial-alignment': 12,
      reporting: 6,
    },
    progress: 0.8,
    drivers: ['bottom-line'],
  },
  nils: {
    spent: { relationships: 24, implementation: 28, selling: 34, 'commercial-alignment': 8, reporting: 6 },
    progress: 0.35,
    drivers: ['rewards', 'familiarity'],
  },
  carla: {
    spent: { relationships: 22, implementation: 20, selling: 40, 'problem-solving': 12, reporting: 6 },
    progress: 0.5,
    drivers: ['bottom-line', 'confidence'],
  },
  arjun: {
    spent: { relationships: 28, implementation: 32, selling: 18, 'problem-solving': 16, team: 6 },
    progress: 0.45,
    drivers: ['rewards'],
  },
};

const brackwaterTime: ByPerson<DemoTime> = {
  lena: {
    spent: { relationships: 26, implementation: 26, selling: 36, 'problem-solving': 12 },
    progress: 0.3,
    drivers: ['rewards'],
  },
};

/** What Aldermoor asks of its managers beyond the recommendation, by activity. */
const aldermoorProfile = {
  changes: { relationships: { from: 20, to: 25 }, other: { from: 5, to: 10 } },
  reason: 'Agreed with the division heads: more time with people at the customer, less that fits nowhere.',
};

interface DemoTimeUse {
  readonly places: ByPerson<DemoPlace>;
  readonly managers: ByPerson<DemoTime>;
  readonly profile?: typeof aldermoorProfile;
}

export const timeUseOf: ByPerson<DemoTimeUse> = {
  aldermoor: { places: aldermoorPlaces, managers: aldermoorTime, profile: aldermoorProfile },
  brackwater: { places: brackwaterPlaces, managers: brackwaterTime },
};
