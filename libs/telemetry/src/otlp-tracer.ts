import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer as OtelTracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { TracerOptions } from './open-tracer';
import { OpenSpans } from './open-spans';
import { ChosenIds } from './chosen-ids';
import { traceIdOf } from './trace-ids';
import { type FinishedSpan, noTracer, now, type OpenSpan, type SpanKind as Kind, type Tracer } from './tracer';

const kinds: Readonly<Record<Kind, SpanKind>> = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

const LONGEST_CLOSE_MS = 2_000;

/** Spans through OpenTelemetry to a collector. The ids are ours: they follow from what events carry anyway. */
export class OtlpTracer implements Tracer {
  readonly enabled = true;
  private readonly ids = new ChosenIds();
  private readonly open = new OpenSpans();
  private readonly provider: BasicTracerProvider;
  private readonly tracer: OtelTracer;
  private readonly sampled: number;

  constructor({
    service,
    endpoint,
    headers,
    sampled = 1,
    instance = hostname(),
  }: TracerOptions & { endpoint: string }) {
    const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers: headersFrom(headers) });
    this.sampled = sampled;
    this.provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.instance.id': instance }),
      sampler: new AlwaysOnSampler(),
      idGenerator: this.ids,
      spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000, maxQueueSize: 8_192 })],
    });
    this.tracer = this.provider.getTracer('mainstay');
  }

  begin(correlation: string, name: string, kind: Kind = 'internal', parent?: string): OpenSpan {
    const traceId = traceIdOf(correlation);
    if (!this.isSampled(traceId)) return noTracer.begin(correlation, name);
    const began = now();
    const id = this.ids.fresh();
    const above = parent ?? this.open.latest(traceId);
    this.open.add(traceId, id);
    return {
      id,
      end: ({ name: better = name, attributes, error } = {}) => {
        this.open.remove(traceId, id);
        this.record({ correlation, name: better, kind, id, parent: above, began, ended: now(), attributes, error });
      },
    };
  }

  openSpan(correlation: string): string | undefined {
    return this.open.latest(traceIdOf(correlation));
  }

  record({ correlation, name, kind, id, parent, began, ended, attributes, error }: FinishedSpan): void {
    const traceId = traceIdOf(correlation);
    if (!this.isSampled(traceId)) return;
    const context = parent
      ? trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId: parent, traceFlags: TraceFlags.SAMPLED, isRemote: true })
      : ROOT_CONTEXT;
    this.ids.next(traceId, id);
    const span = this.tracer.startSpan(name, { kind: kinds[kind], startTime: began, attributes }, context);
    if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: error });
    span.end(ended);
  }

  async close(): Promise<void> {
    const sent = this.provider.shutdown().catch(() => undefined);
    // A collector that is gone holds nobody up.
    await Promise.race([sent, delay(LONGEST_CLOSE_MS, undefined, { ref: false })]);
  }

  /** By the trace id, whose end is random: every process decides alike. */
  private isSampled(traceId: string): boolean {
    return this.sampled === 1 || parseInt(traceId.slice(-8), 16) / 2 ** 32 < this.sampled;
  }
}

function headersFrom(text: string | undefined): Record<string, string> {
  const pairs = text?.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]) ?? [];
  return Object.fromEntries(pairs);
}
