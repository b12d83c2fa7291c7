import { createConnection, createServer, type Server, type Socket } from 'node:net';

/** A line between a client and a server that a test cuts and mends: while it is cut, what is open ends and nothing new opens. */
export class CuttableLine {
  private readonly sockets = new Set<Socket>();
  private target: number | undefined;
  private whole = true;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {
    server.on('connection', (client) => this.connect(client));
  }

  static async open(port: number): Promise<CuttableLine> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return new CuttableLine(server, port);
  }

  forwardTo(port: number): void {
    this.target = port;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private connect(client: Socket): void {
    if (!this.whole || this.target === undefined) {
      client.destroy();
      return;
    }
    const server = createConnection(this.target, '127.0.0.1');
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined); // its closing says enough
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    client.pipe(server).pipe(client);
  }
}
