import type { paths } from './schema';

export type CommandMethod = 'post' | 'put' | 'patch';
export type ReadPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
export type CommandPath<M extends CommandMethod> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

export type Operation<P extends keyof paths, M extends string> = paths[P] extends Record<M, infer O> ? O : never;

type PathOf<O> = O extends { parameters: { path: infer X extends object } } ? Omit<X, 'tenant'> : object;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Omit<NonNullable<Q>, 'asAt'> : object;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : never;

type PathPart<O> = keyof PathOf<O> extends never ? { path?: undefined } : { path: PathOf<O> };
type QueryPart<O> = keyof QueryOf<O> extends never
  ? { query?: undefined }
  : object extends QueryOf<O>
    ? { query?: QueryOf<O> }
    : { query: QueryOf<O> };
type BodyPart<O> = [BodyOf<O>] extends [never] ? { body?: undefined } : { body: BodyOf<O> };

/** Path parameters (tenant apart, which the hooks add) and query parameters (`asAt` apart, likewise). */
export type ReadInput<P extends ReadPath> = PathPart<Operation<P, 'get'>> & QueryPart<Operation<P, 'get'>>;

export type CommandInput<M extends CommandMethod, P extends CommandPath<M>> = PathPart<Operation<P, M>> &
  BodyPart<Operation<P, M>> & {
    /** Version of the record as the person saw it; a change in between is then refused with 412. */
    ifMatch?: number;
  };

/** Commands whose body is a file. */
export type UploadPath = {
  [P in CommandPath<'post'>]: Operation<P, 'post'> extends {
    requestBody: { content: { 'application/octet-stream': unknown } };
  }
    ? P
    : never;
}[CommandPath<'post'>];

export type UploadInput<P extends UploadPath> = PathPart<Operation<P, 'post'>> &
  QueryPart<Operation<P, 'post'>> & {
    file: Blob;
    /** Version of the record as the person saw it; a change in between is then refused with 412. */
    ifMatch?: number;
  };

type Success<R> = {
  [S in keyof R]: S extends 200 | 201
    ? R[S] extends { content: { 'application/json': infer J } }
      ? J
      : undefined
    : never;
}[keyof R];

/** What an operation answers. */
export type Answer<O> = O extends { responses: infer R } ? Success<R> : never;
export type ReadAnswer<P extends ReadPath> = Answer<Operation<P, 'get'>>;

/** Lists that come page by page. */
export type PagedPath = {
  [P in ReadPath]: ReadAnswer<P> extends { items: readonly unknown[]; next: string | null } ? P : never;
}[ReadPath];
