/** An answer of the API, with the headers that matter. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly headers: Headers;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- bodies of every route pass here; tests look into them
type AnyBody = any;

/**
 * Calls the API as one person. Remembers the highest Position that was answered and sends it along, as the web page does,
 * so that a test reads its own writes without waiting.
 */
export class Caller {
  private position: string | undefined;

  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  get(path: string, headers?: Record<string, string>): Promise<Answer<AnyBody>> {
    return this.call('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<AnyBody>> {
    return this.call('POST', path, body, headers);
  }

  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<AnyBody>> {
    return this.call('PUT', path, body, headers);
  }

  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<AnyBody>> {
    return this.call('PATCH', path, body, headers);
  }

  /** @param path below /api/, such as `t/aldermoor/accounts` */
  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<AnyBody>> {
    const response = await fetch(`${this.url}/api/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(this.position ? { position: this.position } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const position = response.headers.get('position');
    if (position && position > (this.position ?? '')) this.position = position;
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && !response.headers.get('content-type')?.includes('ndjson');
    return { status: response.status, body: json && text ? (JSON.parse(text) as AnyBody) : {}, text, headers: response.headers };
  }
}
