import { z } from 'zod';
import { type PhaseId, phaseIds } from '../catalogue/catalogue';
import type { Cuts } from './cuts';

const phase = z.enum(phaseIds);

/** Per cent of a period's maximum from which the period counts as reached, unless the enterprise says otherwise. */
export const DEFAULT_THRESHOLD = 80;

export const currentPeriod = z.object({ phase, period: z.int().min(1).max(3) });
export type CurrentPeriod = z.infer<typeof currentPeriod>;

/** The first period in order under the threshold; null when every period has reached it. */
export function currentPeriodOf(
  { periods }: Pick<Cuts, 'periods'>,
  threshold = DEFAULT_THRESHOLD,
): CurrentPeriod | null {
  const first = periods.find(({ score, maximum }) => score * 100 < threshold * maximum);
  return first ? { phase: first.phase, period: first.period } : null;
}

export const road = z.object({
  score: z.int().min(0),
  maximum: z.int().positive(),
  /** Score at which each phase but the last ends. */
  borders: z.array(z.int().positive()),
  /** The phase whose stretch of the road the total falls in, wherever its points were earned. */
  phase,
});
export type Road = z.infer<typeof road>;

/** Where the total stands on the whole road: early work makes up for gaps. A border belongs to the phase it opens. */
export function roadOf({ overall, phases }: Pick<Cuts, 'overall' | 'phases'>): Road {
  let end = 0;
  const ends = phases.map(({ maximum }) => (end += maximum));
  const borders = ends.slice(0, -1);
  const passed = borders.filter((border) => overall.score >= border).length;
  return { score: overall.score, maximum: overall.maximum, borders, phase: phases[passed]!.phase };
}

export const pace = z.object({
  /** Whole months from the start of the programme to the audit. */
  months: z.int().min(0),
  /** Months in the programme between which the phase is typically under way. */
  typical: z.object({ from: z.int(), to: z.int() }),
  verdict: z.enum(['faster', 'typical', 'slower']),
});
export type Pace = z.infer<typeof pace>;

/** Scoping takes up to 12 months, Introducing until about 24; Embedding, often 36 alone, and Optimising until about 60. */
const typicalMonths: Readonly<Record<PhaseId, { from: number; to: number }>> = {
  A: { from: 0, to: 12 },
  B: { from: 12, to: 24 },
  C: { from: 24, to: 60 },
  D: { from: 24, to: 60 },
};

/** The phase that the current period belongs to, held against the time it typically takes to be there. */
export function paceOf(startedOn: string, auditDate: string, phase: PhaseId): Pace {
  const months = wholeMonths(startedOn, auditDate);
  const typical = typicalMonths[phase];
  const verdict = months < typical.from ? 'faster' : months > typical.to ? 'slower' : 'typical';
  return { months, typical, verdict };
}

function wholeMonths(from: string, to: string): number {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number];
  return Math.max(0, (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0));
}
