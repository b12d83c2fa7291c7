import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue';
import { cuts, cutsOf } from './cuts';
import { findings, findingsOf } from './findings';
import { currentPeriod, currentPeriodOf, DEFAULT_THRESHOLD, pace, paceOf, road, roadOf } from './standing';
import { nextBest, nextBestOf } from './next-best';
import { type Answers, NONE_UNCONFIRMED, type Unconfirmed } from './tally';

export const results = cuts.extend({
  /** Per cent of its maximum from which a period counted as reached. */
  threshold: z.number(),
  /** Null when every period has reached the threshold. */
  currentPeriod: currentPeriod.nullable(),
  road,
  /** Null where the audit does not say when the programme started. */
  pace: pace.nullable(),
  ...findings.shape,
  /** Null when every period has reached the threshold. */
  next: nextBest.nullable(),
});
export type Results = z.infer<typeof results>;

export interface Audited {
  readonly catalogue: Catalogue;
  readonly answers: Answers;
  readonly unconfirmed?: Unconfirmed;
  readonly auditDate: string;
  readonly programmeStartedOn?: string | null;
}

/** Everything that follows from the answers of one audit. */
export function resultsOf(audited: Audited, threshold = DEFAULT_THRESHOLD): Results {
  const { catalogue, answers, unconfirmed = NONE_UNCONFIRMED, auditDate, programmeStartedOn } = audited;
  const cut = cutsOf(catalogue, answers, unconfirmed);
  const current = currentPeriodOf(cut, threshold);
  return {
    ...cut,
    threshold,
    currentPeriod: current,
    road: roadOf(cut),
    pace: programmeStartedOn ? paceOf(programmeStartedOn, auditDate, current?.phase ?? 'D') : null,
    ...findingsOf(catalogue, answers, current, unconfirmed),
    next: current && nextBestOf(catalogue, answers, current, threshold),
  };
}
