import request from 'supertest';

export interface Attempt {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends requests of all kinds, good and bad, and counts them by the attack that they belong to. */
export class Attempts {
  private readonly counts = new Map<string, number>();

  constructor(private readonly url: string) {}

  async send(
    attack: string,
    method: string,
    address: string,
    { token, body, headers = {} }: { token?: string; body?: object | string; headers?: Record<string, string> } = {},
  ): Promise<Attempt> {
    this.counts.set(attack, (this.counts.get(attack) ?? 0) + 1);
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head';
    const sent = request(this.url)
      [verb](address)
      .buffer(true)
      .parse(asText)
      .set({
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined
          ? {}
          : { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      });
    const answer = await (body === undefined ? sent : sent.send(body));
    return { status: answer.status, text: (answer.body as string | undefined) ?? '', headers: answer.headers };
  }

  table(routes: number): string {
    const lines = [...this.counts].map(([attack, count]) => `  ${String(count).padStart(6)}  ${attack}`);
    const total = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    return [`Isolation: ${routes} routes x ${this.counts.size} attacks, ${total} requests`, ...lines, ''].join('\n');
  }
}

function asText(response: request.Response, done: (error: Error | null, text: string) => void): void {
  let text = '';
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => (text += part));
  stream.on('end', () => done(null, text));
  stream.on('error', (error) => done(error, text));
}

/** What is left of an answer once the request's own id, and the ids that were asked for, are taken out. */
export function bare({ status, text, headers }: Attempt, ...asked: string[]): object {
  let rest = text.replace(/"requestId":"[^"]*"/, '');
  for (const id of asked) rest = rest.replaceAll(id, '').replaceAll(encodeURIComponent(id), '');
  return { status, text: rest, headers: Object.keys(headers).sort() };
}

/** What of these words stands in the answer, beside what the request itself said. */
export function found({ text, headers }: Attempt, words: readonly string[], ...asked: string[]): string[] {
  let rest = `${text} ${JSON.stringify(headers)}`;
  for (const id of asked) rest = rest.replaceAll(id, '').replaceAll(encodeURIComponent(id), '');
  return words.filter((word) => says(rest, word));
}

/** A figure by itself: ids of traces hold any digits by chance. */
export const says = (text: string, word: string): boolean =>
  /^\d+$/.test(word) ? new RegExp(`(?<![0-9a-f])${word}(?![0-9a-f])`).test(text) : text.includes(word);
