import { type AddressInfo, connect, createServer } from 'node:net';

/** Where the workers of a test run ask for what the run makes for them: a port on 127.0.0.1. */
export interface Desk {
  readonly port: number;
  /** Resolves once what is being made stands. */
  close(): Promise<void>;
}

/** Answers each name with a word, such as an address; what it stands for is made when somebody first asks by that name. */
export async function openDesk(make: (name: string) => Promise<string>): Promise<Desk> {
  const made = new Map<string, Promise<string>>();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (said: Buffer) => {
      const name = said.toString();
      const making = made.get(name) ?? make(name);
      made.set(name, making);
      making.then(
        (word) => socket.end(JSON.stringify({ word })),
        (error: Error) => socket.end(JSON.stringify({ problem: error.message })),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      await Promise.allSettled(made.values());
    },
  };
}

/** Asks a desk of this run, and waits until what has this name is made. */
export function askDesk(port: number, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(name));
    socket.on('error', reject);
    socket.on('data', (text: Buffer) => (answer += text));
    socket.on('end', () => {
      const { word, problem } = JSON.parse(answer) as { word?: string; problem?: string };
      if (word === undefined) reject(new Error(problem));
      else resolve(word);
    });
  });
}
