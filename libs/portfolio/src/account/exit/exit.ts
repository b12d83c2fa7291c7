import type { ExitPoint, OpenedPoint } from './exit.events';

/** What is seen to as an account leaves its category. */
export interface Exit {
  /** Version of the account that opened it: the one after its decision. */
  readonly exit: number;
  readonly points: readonly ExitPoint[];
}

export const exitOpened = (exit: number, points: readonly OpenedPoint[]): Exit => ({
  exit,
  points: points.map((point) => ({ ...point, state: 'open', note: '' })),
});

export const withPoint = (
  exits: readonly Exit[],
  { exit, point, to }: { readonly exit: number; readonly point: string; readonly to: Partial<ExitPoint> },
): Exit[] =>
  exits.map((one) =>
    one.exit === exit ? { exit, points: one.points.map((p) => (p.id === point ? { ...p, ...to } : p)) } : one,
  );
