/** One operation of the OpenAPI document. */
export interface Route {
  readonly method: string;
  /** As the document has it, with `{names}`. */
  readonly path: string;
  readonly operationId: string;
  /** What the document says about who may call it. */
  readonly access: string | undefined;
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly isTenant: boolean;
  readonly isCommand: boolean;
  /** The body is a file's raw bytes, not JSON. */
  readonly takesFile: boolean;
}

interface Operation {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace'];

export async function routesOf(url: string): Promise<Route[]> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, { operationId, description, parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        operationId,
        access: /^Access: (\S+)\.$/.exec(description ?? '')?.[1],
        pathParameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
        queryParameters: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
        isTenant: path.startsWith('/api/t/{tenant}'),
        isCommand: method !== 'get',
        takesFile: requestBody?.content?.['application/octet-stream'] !== undefined,
      })),
  );
}

/** The least that can be sent to a command. */
export const emptyBody = ({ isCommand, takesFile }: Route): object | undefined =>
  takesFile ? Buffer.from('x') : isCommand ? {} : undefined;

export const nameOf = ({ method, path }: Route) => `${method} ${path}`;

/** @throws Error for a part of the address that nobody has said how to fill */
export function addressOf(
  { path }: Route,
  parts: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(parts, name)) {
      throw new Error(`${path}: say in test/isolation/estate.ts what {${name}} is, so that it can be attacked.`);
    }
    return encodeURIComponent(parts[name]!);
  });
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}
