import { randomBytes } from 'node:crypto';
import type { IdGenerator } from '@opentelemetry/sdk-trace-base';

/** Gives the span that is begun next the ids chosen for it. */
export class ChosenIds implements IdGenerator {
  private traceId: string | undefined;
  private spanId: string | undefined;

  next(traceId: string, spanId: string | undefined): void {
    this.traceId = traceId;
    this.spanId = spanId;
  }

  fresh(): string {
    return randomBytes(8).toString('hex');
  }

  generateTraceId(): string {
    return this.traceId ?? randomBytes(16).toString('hex');
  }

  generateSpanId(): string {
    const id = this.spanId ?? this.fresh();
    this.spanId = undefined;
    return id;
  }
}
