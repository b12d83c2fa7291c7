export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A span that is over. Names and attributes never hold anything of a tenant or a person. */
export interface FinishedSpan {
  /** Whose trace it belongs to. */
  readonly correlation: string;
  readonly name: string;
  readonly kind: SpanKind;
  /** 16 hexadecimal digits. */
  readonly id?: string;
  readonly parent?: string;
  /** Milliseconds since 1970, with fractions. */
  readonly began: number;
  readonly ended: number;
  readonly attributes?: Attributes;
  /** Why it failed. */
  readonly error?: string;
}

export interface OpenSpan {
  /** Undefined where nobody collects. */
  readonly id: string | undefined;
  end(more?: { readonly name?: string; readonly attributes?: Attributes; readonly error?: string }): void;
}

/** Where spans go. */
export interface Tracer {
  /** False where nobody collects: then nothing needs to be prepared. */
  readonly enabled: boolean;
  /** Begins a span below what is open of the same correlation in this process, or below `parent`. */
  begin(correlation: string, name: string, kind?: SpanKind, parent?: string): OpenSpan;
  /** What is going on of the correlation in this process. */
  openSpan(correlation: string): string | undefined;
  record(span: FinishedSpan): void;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

const NO_SPAN: OpenSpan = { id: undefined, end: () => undefined };

export const noTracer: Tracer = {
  enabled: false,
  begin: () => NO_SPAN,
  openSpan: () => undefined,
  record: () => undefined,
  close: async () => undefined,
};

/** Milliseconds since 1970, finer than the wall clock tells. */
export const now = (): number => performance.timeOrigin + performance.now();
