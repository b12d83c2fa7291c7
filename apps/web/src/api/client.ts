import createClient from 'openapi-fetch';
import type { paths } from './schema';
import { send } from './send';

/** Typed client of the whole API, for what the hooks do not cover. Tenant pages use `useRead` and `useCommand`. */
export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: (request) => send(request) });
