import { lastPosition, rememberPosition } from './position';
import { ApiProblem, problemOf, unreachable } from './problem';

/** Where the bearer token comes from. */
export interface Session {
  token(): Promise<string | undefined>;
  /** A fresh token without asking the person; undefined where that is not possible. */
  renew(): Promise<string | undefined>;
  /** Leaves for the sign-in page and comes back to this address. */
  signInAgain(): void;
}

/** How the request goes out, where the page wants to know more of it than `fetch` tells. */
export type Transport = (request: Request) => Promise<Response>;

const attempts = 4;
const longestWaitSeconds = 5;
let session: Session | undefined;

export function connectSession(connected: Session): void {
  session = connected;
}

/**
 * Sends a request with token and Position. Waits and repeats on 503 and where no answer came (commands carry an
 * idempotency key, so a repeat is safe); a 401 renews the token once and then signs in again.
 * @throws ApiProblem for every answer that is not a success
 */
export async function send(request: Request, transport: Transport = (request) => fetch(request)): Promise<Response> {
  let token = await session?.token();
  let renewed = false;
  for (let attempt = 1; ; attempt++) {
    const response = await once(request, token, transport);
    if (response?.ok) {
      if (request.method !== 'GET') rememberPosition(response.headers.get('Position'));
      return response;
    }
    if (response?.status === 401 && session) {
      void response.body?.cancel();
      if (renewed) return signInAgain(session);
      renewed = true;
      token = await session.renew();
      if (!token) return signInAgain(session);
      continue;
    }
    if ((response && response.status !== 503) || attempt === attempts || request.signal.aborted) {
      throw response ? await problemOf(response) : unreachable();
    }
    void response?.body?.cancel();
    await pause(waitSeconds(response, attempt), request.signal);
  }
}

async function once(request: Request, token: string | undefined, transport: Transport): Promise<Response | undefined> {
  const attempt = request.clone();
  const position = request.method === 'GET' ? lastPosition() : undefined;
  if (token) attempt.headers.set('Authorization', `Bearer ${token}`);
  if (position) attempt.headers.set('Position', position);
  try {
    return await transport(attempt);
  } catch (error) {
    if (request.signal.aborted) throw error;
    return undefined;
  }
}

function signInAgain(from: Session): never {
  from.signInAgain();
  throw new ApiProblem(401, 'session.over', 'session.over');
}

function waitSeconds(response: Response | undefined, attempt: number): number {
  const asked = Number(response?.headers.get('Retry-After'));
  return Math.min(asked > 0 ? asked : 0.25 * 2 ** attempt, longestWaitSeconds);
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}
