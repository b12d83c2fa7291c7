import type { RequestContext } from './context';
import type { Position } from './event';

/** A command addressed to one aggregate instance. Subclasses add nothing: the class is the name on the command bus. */
export abstract class Command<Body> {
  constructor(
    readonly context: RequestContext,
    /** Id of the aggregate instance. */
    readonly id: string,
    readonly body: Body,
  ) {}
}

export interface CommandResult {
  readonly id: string;
  /** Version of the aggregate's stream after the command. */
  readonly version: number;
  /** Queries that send it back read at least this far; absent when the stream has never been written. */
  readonly position?: Position;
  /** False when nothing needed to change, or when the request had been carried out before. */
  readonly changed: boolean;
}
