/** One request of the demo: who sent what, and when it was recorded. */
export interface Step {
  readonly tenant: string;
  readonly at: Date;
  /** Username. */
  readonly as: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  /** Below /api/t/{tenant}/. */
  readonly path: string;
  /** JSON, or the bytes of a file. */
  readonly body: unknown;
  /** Idempotency key, where later steps need the id that follows from it. */
  readonly key?: string;
  /** Where the path depends on what was told before: a list to read first, and the path that follows from its items. */
  readonly from?: {
    readonly list: string;
    readonly path: (items: readonly never[]) => string;
    /** The body too, where it follows from the items. */
    readonly body?: (items: readonly never[]) => unknown;
  };
  /** What it does depends on what pages show: it waits until they show all that was told before. */
  readonly reads?: true;
}

/** The calendar of a demo that ends today. */
export class Calendar {
  constructor(private readonly today: Date) {}

  /** A working day about `months` before today, at an hour; `days` later. */
  moment(months: number, days = 0, hour = 9, minute = 0): Date {
    const at = new Date(this.today);
    at.setUTCMonth(at.getUTCMonth() - Math.floor(months));
    at.setUTCDate(at.getUTCDate() - Math.round((months % 1) * 30) + days);
    at.setUTCHours(hour, minute, 0, 0);
    const weekday = at.getUTCDay();
    if (weekday === 0) at.setUTCDate(at.getUTCDate() + 1);
    if (weekday === 6) at.setUTCDate(at.getUTCDate() + 2);
    const latest = new Date(this.today.getTime() - 60 * 60 * 1000);
    return at < latest ? at : latest;
  }

  /** The day so many days after today; before it where negative. */
  inDays(days: number): string {
    return day(new Date(this.today.getTime() + days * 86_400_000));
  }

  get year(): number {
    return this.today.getUTCFullYear();
  }
}

export const day = (moment: Date): string => moment.toISOString().slice(0, 10);
