import request from 'supertest';

/** An answer of the API, with the headers that matter. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
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

  /** As when one person tells another that it is done: the other then reads at least as far. */
  tells(...others: Caller[]): void {
    for (const other of others) {
      if ((this.position ?? '') > (other.position ?? '')) other.position = this.position;
    }
  }

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

  /** Sends the bytes of a file. */
  upload(path: string, bytes: Buffer, headers?: Record<string, string>): Promise<Answer<AnyBody>> {
    return this.call('POST', path, bytes, headers);
  }

  /** @param path below /api/, such as `t/aldermoor/accounts` */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<AnyBody>> {
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const sent = request(this.url)
      [verb](`/api/${path}`)
      .set({
        authorization: `Bearer ${this.token}`,
        ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
        ...(this.position ? { position: this.position } : {}),
        ...headers,
      });
    const response = await (body === undefined ? sent : sent.send(body as object));
    const position = response.headers.position as string | undefined;
    if (position && position > (this.position ?? '')) this.position = position;
    return { status: response.status, body: response.body as AnyBody, text: response.text, headers: response.headers };
  }
}
