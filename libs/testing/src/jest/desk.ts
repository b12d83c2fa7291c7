import { type AddressInfo, connect, createServer } from 'node:net';

/** Where the workers of a test run ask for what the run shares: a port on 127.0.0.1. */
export interface Desk {
  readonly port: number;
  /** No more is made from now on; resolves once what is being made stands. */
  close(): Promise<void>;
}

/** Offers one word to all workers of a run, such as an address; what it names is made when the first of them asks. */
export async function openDesk(make: () => Promise<string>): Promise<Desk> {
  let making: Promise<string> | undefined;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    making ??= make();
    making.then(
      (word) => socket.end(JSON.stringify({ word })),
      (error: Error) => socket.end(JSON.stringify({ problem: error.message })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      await making?.catch(() => undefined);
    },
  };
}

/** Asks a desk of this run, and waits until what it offers is made. */
export function askDesk(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.on('error', reject);
    socket.on('data', (text: Buffer) => (answer += text));
    socket.on('end', () => {
      const { word, problem } = JSON.parse(answer) as { word?: string; problem?: string };
      if (word === undefined) reject(new Error(problem));
      else resolve(word);
    });
  });
}
