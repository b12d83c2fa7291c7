import { noTracer, type Tracer } from './tracer';

export interface TracerOptions {
  /** Name of the process in traces, such as `mainstay-api`. */
  readonly service: string;
  /** Of the collector: OTLP over HTTP. Left out: nothing is traced. */
  readonly endpoint?: string;
  /** `name=value`, separated by commas. */
  readonly headers?: string;
  /** Share of traces that are sent, the same ones in every process; 1. */
  readonly sampled?: number;
  /** Name of this copy; the host's. */
  readonly instance?: string;
}

/** Sends spans to the collector; where none is named, does nothing and loads nothing. */
export async function openTracer({ endpoint, ...options }: TracerOptions): Promise<Tracer> {
  if (endpoint === undefined) return noTracer;
  const { OtlpTracer } = await import('./otlp-tracer.js');
  return new OtlpTracer({ ...options, endpoint });
}
