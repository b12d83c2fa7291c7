import { client } from './client';

/** One GET. The one place where the typed paths of the hooks meet the client's own generics. */
export async function read<T>(path: string, pathParams: object, query: object, signal: AbortSignal): Promise<T> {
  const get = client.GET as (path: string, init: object) => Promise<{ data?: T }>;
  const { data } = await get(path, { params: { path: pathParams, query }, signal });
  return data as T;
}
