import type { RecordedEvent } from '@mainstay/event-sourcing';
import { spanIdOf } from './trace-ids';
import { now, type SpanKind, type Tracer } from './tracer';

type Traced = Pick<RecordedEvent, 'id' | 'type'> & {
  readonly metadata: Pick<RecordedEvent['metadata'], 'correlation'>;
};

/** What has just been done with a batch of events, as a span in the trace of each: below the append that recorded it. */
export function traceEvents(
  tracer: Tracer,
  action: string,
  kind: SpanKind,
  events: readonly Traced[],
  began: number,
): void {
  if (!tracer.enabled) return;
  const ended = now();
  for (const { id, type, metadata } of events) {
    const { correlation } = metadata;
    tracer.record({ correlation, name: `${action} ${type}`, kind, parent: spanIdOf(id), began, ended });
  }
}
