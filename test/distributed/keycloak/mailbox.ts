import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server that keeps what it is given. */
export class Mailbox {
  private constructor(
    private readonly server: Server,
    private readonly messages: string[],
  ) {}

  static async open(): Promise<Mailbox> {
    const messages: string[] = [];
    const server = createServer((socket) => {
      let body: string | undefined;
      let rest = '';
      socket.write('220 mailbox\r\n');
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        const lines = (rest + chunk.toString('utf8')).split('\r\n');
        rest = lines.pop()!;
        for (const line of lines) {
          if (body === undefined) {
            if (/^DATA/i.test(line)) body = '';
            socket.write(/^DATA/i.test(line) ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
          } else if (line === '.') {
            messages.push(body);
            body = undefined;
            socket.write('250 kept\r\n');
          } else body += `${line}\r\n`;
        }
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return new Mailbox(server, messages);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The link in the latest message to somebody; messages are quoted-printable. */
  linkFor(address: string): string {
    const message = this.messages.filter((one) => one.includes(`To: ${address}`)).at(-1);
    const text = (message ?? '')
      .replaceAll('=\r\n', '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    const link = /https?:\/\/\S+action-token\S+/.exec(text)?.[0];
    if (!link) throw new Error(`No link for ${address} in ${this.messages.length} messages: ${text}`);
    return link.replaceAll('&amp;', '&').replace(/["<>].*$/, '');
  }

  countFor(address: string): number {
    return this.messages.filter((one) => one.includes(`To: ${address}`)).length;
  }

  close(): void {
    this.server.close();
  }
}
