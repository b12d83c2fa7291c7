/** One field of a form and the rule it breaks. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
}

/** What the API (or the way to it) refused, in words that can be shown to a person. `status` 0: no answer came. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** Stable, dotted: `category.reason-missing`. */
    readonly code: string,
    readonly title: string,
    readonly detail?: string,
    readonly errors: readonly FieldError[] = [],
    readonly requestId?: string,
  ) {
    super(title);
    this.name = 'ApiProblem';
  }
}

export const unreachable = () => new ApiProblem(0, 'network.unreachable', 'network.unreachable');

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!isProblem(body)) return new ApiProblem(response.status, 'server.failure', 'server.failure');
  return new ApiProblem(response.status, body.code, body.title, body.detail, body.errors, body.requestId);
}

interface ProblemBody {
  code: string;
  title: string;
  detail?: string;
  errors?: FieldError[];
  requestId?: string;
}

const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
