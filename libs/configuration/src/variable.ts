import type { ZodType } from 'zod';

/** One environment variable: what it is for, what it must be, and what it is when nobody sets it. */
export interface Variable<Value = unknown> {
  readonly name: string;
  readonly description: string;
  /** Completes the sentence that begins with the name: `must be a whole number from 1 to 65535`. */
  readonly rule: string;
  /** From the text of the environment. */
  readonly schema: ZodType<Value>;
  /** Text that stands where none is given. */
  readonly default?: string;
  /** May be left out, with no default. */
  readonly optional?: boolean;
  /** Never printed; may be given as a file: `NAME_FILE`. */
  readonly secret?: boolean;
}

export type Fields = Readonly<Record<string, Variable>>;

export type ValuesOf<Of extends Fields> = {
  readonly [Name in keyof Of]: Of[Name] extends Variable<infer Value> ? Value : never;
};

/** Variables that belong together: a heading of the table, and one member of the configuration. */
export interface Section<Of extends Fields = Fields> {
  readonly title: string;
  readonly fields: Of;
}

type Stated<Value> = Omit<Variable<Value>, 'optional'>;

export const variable = <Value>(stated: Stated<Value>): Variable<Value> => stated;

export const optional = <Value>(stated: Omit<Stated<Value>, 'default'>): Variable<Value | undefined> => ({
  ...stated,
  optional: true,
});
