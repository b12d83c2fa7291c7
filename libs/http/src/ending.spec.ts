import { EventEmitter, once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { fastify } from 'fastify';
import { refuseWhileClosing } from './ending';

describe('a server that closes', () => {
  it('finishes what it has begun, and refuses what comes then as any other passing trouble', async () => {
    const moments = new EventEmitter();
    const server = fastify({ return503OnClosing: false, forceCloseConnections: 'idle' });
    refuseWhileClosing(server);
    server.get('/slow', async () => {
      moments.emit('begun');
      await once(moments, 'answered');
      return 'done';
    });
    server.get('/quick', () => 'done');
    server.addHook('preClose', async () => void ask('/quick'));
    server.addHook('onSend', async ({ url }) => void (url === '/quick' && moments.emit('answered')));
    await server.listen({ port: 0, host: '127.0.0.1' });

    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: test\r\n\r\n`);
    let heard = '';
    socket.on('data', (text: Buffer) => (heard += text.toString()));
    const begun = once(moments, 'begun');
    ask('/slow');
    await begun;
    await Promise.all([server.close(), once(socket, 'close')]);

    const [finished, refused] = heard.split(/(?=HTTP\/1\.1 )/);
    expect(finished).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*done$/);
    expect(refused).toMatch(/^HTTP\/1\.1 503 Service Unavailable[\s\S]*retry-after: 1\r\n/i);
    expect(refused).toMatch(/content-type: application\/problem\+json[\s\S]*"code":"server\.ending"/i);
  });
});
