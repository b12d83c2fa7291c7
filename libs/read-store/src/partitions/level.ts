import { type Position, START } from '@mainstay/event-sourcing';

/** Which of so many partitions holds the events of a tenant. The one who sends events and the one who reads agree on it. */
export type PartitionOf = (tenant: string, partitions: number) => number;

/**
 * How far read models have come: one place for each partition of the tenants (one for all where nothing is shared out),
 * and the places of single tenants that stand apart from their partition.
 */
export class Level {
  constructor(
    readonly places: readonly Position[],
    private readonly partitionOf: PartitionOf,
    readonly apart: ReadonlyMap<string, Position> = new Map(),
  ) {}

  /** The same place for every tenant. */
  static all(position: Position): Level {
    return new Level([position], () => 0);
  }

  /** Before every event, shared out like this level. */
  beginning(): Level {
    return new Level(
      this.places.map(() => START),
      this.partitionOf,
    );
  }

  of(tenant: string): Position {
    return this.apart.get(tenant) ?? this.places[this.partitionOf(tenant, this.places.length)]!;
  }
}

/** Where in the feed the events lie that lead from one level to another of the same shape: after, and up to. */
export interface Span {
  readonly after: Position;
  readonly upTo: Position;
}

/** Undefined when nothing is missing. A partition, or a tenant, that has not moved does not widen it. */
export function spanBetween(from: Level, to: Level): Span | undefined {
  if (from.places.length !== to.places.length) throw new Error('The tenants have been shared out anew meanwhile.');
  const moved = to.places.map((place, partition) => [from.places[partition]!, place] as const);
  for (const tenant of new Set([...from.apart.keys(), ...to.apart.keys()]))
    moved.push([from.of(tenant), to.of(tenant)]);
  let span: Span | undefined;
  for (const [before, now] of moved) {
    if (now <= before) continue;
    span = {
      after: span && span.after < before ? span.after : before,
      upTo: span && span.upTo > now ? span.upTo : now,
    };
  }
  return span;
}

/** Whether an event lies between two levels. */
export const isBetween = (from: Level, to: Level, { tenant, position }: { tenant: string; position: Position }) =>
  position > from.of(tenant) && position <= to.of(tenant);
