import type { ResourceFound, ResourceLine } from './resource.events';

/** One line of what was to move with a decision, and what has. */
export interface ResourcePromise {
  /** Version of the account that recorded the decision. */
  readonly decision: number;
  readonly line: number;
  readonly effectiveOn: string;
  readonly promised: ResourceLine;
  /** Null until it was checked. */
  readonly found: ResourceFound | null;
}

export const promisedBy = (
  decision: number,
  { resources = [], effectiveOn }: { readonly resources?: readonly ResourceLine[]; readonly effectiveOn: string },
): ResourcePromise[] => resources.map((promised, line) => ({ decision, line, effectiveOn, promised, found: null }));

export const withFound = (
  promises: readonly ResourcePromise[],
  { decision, line, to }: { readonly decision: number; readonly line: number; readonly to: ResourceFound },
): ResourcePromise[] =>
  promises.map((one) => (one.decision === decision && one.line === line ? { ...one, found: to } : one));
