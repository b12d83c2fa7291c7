import { z } from 'zod';
import { answer, isNotRelevant, points } from '../audit/answer';
import { type Catalogue, phaseIds } from '../catalogue/catalogue';
import { cutsOf } from '../results/cuts';

/** What an audit says of an action: 0, unanswered, not relevant and not yet confirmed are four different things. */
const state = z.enum(['scored', 'notRelevant', 'unconfirmed', 'unanswered']);
type State = z.infer<typeof state>;

const change = z.object({
  actionId: z.string(),
  /** Points gained; negative where lost. */
  change: z.int(),
  fromState: state,
  toState: state,
  /** Null where the action was unanswered. What is not yet confirmed is shown, and counts nothing. */
  from: answer.nullable(),
  to: answer.nullable(),
});

const figures = { maximum: z.int(), from: z.int(), to: z.int(), change: z.int() };

export const comparison = z.object({
  score: z.object(figures),
  phases: z.array(z.object({ phase: z.enum(phaseIds), ...figures })),
  periods: z.array(z.object({ phase: z.enum(phaseIds), period: z.int(), ...figures })),
  /** Actions whose points went up or down, with the answer and evidence of both sides. */
  moved: z.array(change),
  /** Actions answered otherwise without a point gained or lost: 0, unanswered, not relevant and unconfirmed all count 0. */
  restated: z.array(change),
});
export type Comparison = z.infer<typeof comparison>;

/** The answers of one audit, those that wait to be confirmed among them; by action id. */
export type Side = Readonly<Record<string, { readonly answer: z.infer<typeof answer>; readonly confirmed: boolean }>>;

/** What moved between two audits, told in one catalogue version. */
export function compare(catalogue: Catalogue, from: Side, to: Side): Comparison {
  const before = cutsOf(catalogue, counted(from));
  const after = cutsOf(catalogue, counted(to));
  const changes = catalogue.actions.map(({ id }) => ({
    actionId: id,
    change: pointsOf(to[id]) - pointsOf(from[id]),
    fromState: stateOf(from[id]),
    toState: stateOf(to[id]),
    from: from[id]?.answer ?? null,
    to: to[id]?.answer ?? null,
  }));
  return {
    score: moveOf(before.overall, after.overall),
    phases: before.phases.map((piece, index) => ({ phase: piece.phase, ...moveOf(piece, after.phases[index]!) })),
    periods: before.periods.map((piece, index) => ({
      phase: piece.phase,
      period: piece.period,
      ...moveOf(piece, after.periods[index]!),
    })),
    moved: changes.filter(({ change }) => change !== 0),
    restated: changes.filter(({ change, fromState, toState }) => change === 0 && fromState !== toState),
  };
}

interface Piece {
  readonly score: number;
  readonly maximum: number;
}
const moveOf = ({ score: from, maximum }: Piece, { score: to }: Piece) => ({ maximum, from, to, change: to - from });

const counted = (side: Side) =>
  Object.fromEntries(Object.entries(side).flatMap(([id, { answer, confirmed }]) => (confirmed ? [[id, answer]] : [])));

const pointsOf = (given: Side[string] | undefined): number => (given?.confirmed ? points(given.answer) : 0);

function stateOf(given: Side[string] | undefined): State {
  if (!given) return 'unanswered';
  if (!given.confirmed) return 'unconfirmed';
  return isNotRelevant(given.answer) ? 'notRelevant' : 'scored';
}
