import type { Append, AppendOutcome, EventStore } from '@mainstay/event-sourcing';
import { Counter, Histogram, type Registry } from 'prom-client';
import { spanIdOf } from './trace-ids';
import { now, type Tracer } from './tracer';

/** The event store as it is, with appends measured and traced. */
export class ObservedEventStore implements EventStore {
  readonly readStream: EventStore['readStream'];
  readonly findEvent: EventStore['findEvent'];
  readonly readFeed: EventStore['readFeed'];
  readonly head: EventStore['head'];
  readonly onAppended: EventStore['onAppended'];
  readonly close: EventStore['close'];
  private readonly seconds: Histogram;
  private readonly conflicts: Counter;

  constructor(
    private readonly store: EventStore,
    metrics: Registry,
    private readonly tracer: Tracer,
  ) {
    this.readStream = store.readStream.bind(store);
    this.findEvent = store.findEvent.bind(store);
    this.readFeed = store.readFeed.bind(store);
    this.head = store.head.bind(store);
    this.onAppended = store.onAppended.bind(store);
    this.close = store.close.bind(store);
    this.seconds = new Histogram({
      name: 'mainstay_append_seconds',
      help: 'Time until the event store has recorded an append.',
      labelNames: ['outcome'],
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers: [metrics],
    });
    this.conflicts = new Counter({
      name: 'mainstay_append_conflicts_total',
      help: 'Appends that found another version of the record than they expected.',
      registers: [metrics],
    });
  }

  async append(request: Append): Promise<AppendOutcome> {
    const began = now();
    let outcome: AppendOutcome | undefined;
    try {
      outcome = await this.store.append(request);
      if (outcome.status === 'conflict') this.conflicts.inc();
      return outcome;
    } finally {
      const ended = now();
      this.seconds.observe({ outcome: outcome?.status ?? 'failed' }, (ended - began) / 1_000);
      if (this.tracer.enabled) this.trace(request, outcome, began, ended);
    }
  }

  /** One span for each event; its id follows from the event's, so that others can hang theirs below it. */
  private trace({ events }: Append, outcome: AppendOutcome | undefined, began: number, ended: number): void {
    for (const { id, type, metadata } of events) {
      const { correlation } = metadata;
      const recorded = outcome?.status === 'recorded';
      this.tracer.record({
        correlation,
        name: `append ${type}`,
        kind: 'client',
        id: recorded && !outcome.repeated ? spanIdOf(id) : undefined,
        parent: this.tracer.openSpan(correlation),
        began,
        ended,
        error: recorded ? undefined : (outcome?.status ?? 'failed'),
      });
    }
  }
}
