/** A part of the audit with what is still open in it. */
interface PartProgress {
  readonly personId: string;
  readonly dueOn?: string;
  readonly unanswered: number;
  readonly unconfirmed: number;
}

/** An assessor who has something left to answer or to confirm. */
export interface Behind {
  readonly personId: string;
  /** Over all parts; a part given out twice counts twice. */
  readonly left: number;
  /** The earliest day by which something of it is due. */
  readonly dueOn?: string;
}

/** Whoever has something left, the earliest due first, then who has no date. */
export function behind(parts: readonly PartProgress[]): Behind[] {
  const people = new Map<string, Behind>();
  for (const { personId, dueOn, unanswered, unconfirmed } of parts) {
    const left = unanswered + unconfirmed;
    if (left === 0) continue;
    const before = people.get(personId);
    const dates = [before?.dueOn, dueOn].filter((date) => date !== undefined).sort();
    people.set(personId, { personId, left: (before?.left ?? 0) + left, ...(dates[0] ? { dueOn: dates[0] } : {}) });
  }
  const last = '9999-12-31';
  return [...people.values()].sort((one, other) => ((one.dueOn ?? last) < (other.dueOn ?? last) ? -1 : 1));
}
