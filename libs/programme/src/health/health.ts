import { type HealthPart, healthParts, type HealthWeights, type RelationshipLevel } from '@mainstay/portfolio';

/** What the records say about an account, as far as its health follows from it. Days are 'YYYY-MM-DD'. */
export interface HealthFacts {
  readonly key: boolean;
  readonly planTouchedOn: string | null;
  /** People at the customer who are there and neither left nor erased. */
  readonly contacts: number;
  /** Those among them of board or senior level whom somebody of ours knows. */
  readonly seniors: number;
  readonly lastContactOn: string | null;
  readonly level: RelationshipLevel | null;
  readonly levelOn: string | null;
  /** The customer's mean of the latest alignment review of the last twelve months, 0 to 10. */
  readonly aligned: number | null;
  readonly alignedOn: string | null;
  /** Of the customer, in per cent a year. */
  readonly growth: number | null;
  readonly ready: number | null;
  readonly readyOf: number | null;
  readonly readyOn: string | null;
}

export interface HealthDays {
  /** A plan touched from this day on is live. */
  readonly planLiveFrom: string;
  /** In touch from this day on is in touch. */
  readonly inTouchFrom: string;
}

export const healthBands = ['good', 'watch', 'at-risk'] as const;
export type HealthBand = (typeof healthBands)[number];

/** Each 0 to 100; null where it is not known. */
export type HealthParts = Readonly<Record<HealthPart, number | null>>;

const ofLevel: Readonly<Record<RelationshipLevel, number>> = {
  commodity: 0,
  enhanced: 33,
  collaborative: 67,
  partner: 100,
};

/** Growth that is worth nothing, and all, in per cent a year; between them in proportion. */
const SHRINKING = -10;
const GROWING = 10;

/** The parts of an account's health. A key account without plan or contacts lacks them; of others nobody expects either. */
export function partsOf(facts: HealthFacts, { planLiveFrom, inTouchFrom }: HealthDays): HealthParts {
  const { key, planTouchedOn, contacts, seniors, lastContactOn, level, aligned, growth, ready, readyOf } = facts;
  const inTouch = lastContactOn !== null && lastContactOn >= inTouchFrom;
  return {
    plan: planTouchedOn === null ? (key ? 0 : null) : planTouchedOn >= planLiveFrom ? 100 : 40,
    contact: contacts === 0 && !key ? null : (seniors > 0 ? 50 : 0) + (inTouch ? 50 : 0),
    level: level && ofLevel[level],
    alignment: aligned === null ? null : Math.round(aligned * 10),
    growth: growth === null ? null : Math.round(within((100 * (growth - SHRINKING)) / (GROWING - SHRINKING))),
    readiness: ready === null || !readyOf ? null : Math.round((100 * ready) / readyOf),
  };
}

const within = (value: number) => Math.min(100, Math.max(0, value));

/** Mean of the known parts by the enterprise's weights, 0 to 100; one part alone says too little: null. */
export function scoreOf(parts: HealthParts, weights: HealthWeights): number | null {
  let [known, total, sum] = [0, 0, 0];
  for (const part of healthParts) {
    const value = parts[part];
    if (value === null || weights[part] === 0) continue;
    known += 1;
    total += weights[part];
    sum += value * weights[part];
  }
  return known < 2 ? null : Math.round(sum / total);
}

export function bandOf(score: number | null): HealthBand | null {
  if (score === null) return null;
  return score >= 70 ? 'good' : score >= 40 ? 'watch' : 'at-risk';
}
