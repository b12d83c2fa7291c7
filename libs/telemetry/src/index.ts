export { ObservedCommandRunner } from './observed-command-runner';
export { ObservedEventStore } from './observed-event-store';
export { openTracer, type TracerOptions } from './open-tracer';
export { traceEvents } from './trace-events';
export { correlationFrom, spanIdOf, traceIdOf } from './trace-ids';
export { traceRequests } from './trace-requests';
export { type FinishedSpan, noTracer, type OpenSpan, type SpanKind, type Tracer } from './tracer';
