/** Errors that mean something to the person at the other end. The HTTP layer turns each into problem JSON. */
export abstract class Rejection extends Error {
  abstract readonly status: number;
  constructor(
    /** Stable, dotted: `category.reason-missing`. */
    readonly code: string,
    message: string,
    /** Extra members of the problem document. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** A rule of the field says no. */
export class Refused extends Rejection {
  readonly status = 422;
}

/** Input that does not have the form asked for; `details.errors` lists field and rule. */
export class Malformed extends Rejection {
  readonly status = 400;
}

/** Unknown here; also the answer for what belongs to another tenant. */
export class NotFound extends Rejection {
  readonly status = 404;
  constructor(kind: string, id: string) {
    super(`${kind}.not-found`, `There is no ${kind} with the id ${id}.`);
  }
}

export class Forbidden extends Rejection {
  readonly status = 403;
}

export class Unauthenticated extends Rejection {
  readonly status = 401;
}

/** Someone else changed the record at the same time. */
export class Conflict extends Rejection {
  readonly status = 409;
}

/** The client said which version it had seen (If-Match), and that is no longer the present one. */
export class PreconditionFailed extends Rejection {
  readonly status = 412;
}

/** Not now; the same request may be repeated after `retryAfterSeconds`. */
export class Unavailable extends Rejection {
  readonly status = 503;
  constructor(
    code: string,
    message: string,
    readonly retryAfterSeconds = 1,
  ) {
    super(code, message);
  }
}

/** The store cannot keep this event: NUL, lone surrogate, over the size limit, a bad id. Nothing was written. */
export class InvalidEvent extends Rejection {
  readonly status = 400;
}

/** The store did not answer, or the outcome is unknown: repeat with the same event ids. */
export class StoreUnavailable extends Unavailable {}
