import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyReply } from 'fastify';
import { download } from './csv';
import { exported, signedIn, startToy, things, type Toy } from './spec-support/toy';

let toy: Toy;
beforeAll(async () => (toy = await startToy()));
afterAll(() => toy.app.close());

const rows = (...values: (string | number | null)[]) => {
  exported.rows = async function* () {
    yield* values;
  };
};
const downloaded = () => toy.http().get(`${things}/export`).set(signedIn).buffer(true);
const lines = async () => (await downloaded()).text.split('\n').slice(1, -1);

it('is a download that a spreadsheet reads with its accents', async () => {
  rows('Inês Sørensen');
  const { status, headers, text } = await downloaded();
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="things.csv"',
  });
  expect(text).toBe('\uFEFFValue,Same\nInês Sørensen,x\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://evil.example")'])(
  'sets off %j, which a spreadsheet would take for a formula',
  async (text) => {
    rows(text);
    expect((await lines())[0]).toMatch(/^"?'/);
  },
);

it('leaves numbers numbers, below zero too', async () => {
  rows(-5, -0.5, 7, null);
  expect(await lines()).toEqual(['-5,x', '-0.5,x', '7,x', ',x']);
});

it('quotes what would break a line or a cell', async () => {
  rows('a,b', 'say "so"', 'two\nlines');
  expect((await downloaded()).text).toContain('"a,b",x\n"say ""so""",x\n"two\nlines",x\n');
});

it('breaks off where the rows fail, so that half a file never passes for a whole one', async () => {
  exported.rows = async function* () {
    yield 'x'.repeat(100_000);
    throw new Error('the database went away');
  };
  await expect(downloaded()).rejects.toThrow();
});

it('stops reading rows when nobody waits for them any more', async () => {
  let ended: () => void;
  const end = new Promise<void>((resolve) => (ended = resolve));
  exported.rows = async function* () {
    try {
      for (;;) yield 'x'.repeat(10_000);
    } finally {
      ended();
    }
  };
  const { port } = toy.app.getHttpServer().address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1', path: `${things}/export`, headers: signedIn });
  const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream];
  await once(response, 'data');
  request.destroy();
  await end;
});

it.each([
  ['minutes.pdf', 'attachment; filename="minutes.pdf"'],
  [
    'Besuch "März" 木.pdf',
    `attachment; filename="Besuch _M_rz_ _.pdf"; filename*=UTF-8''Besuch%20%22M%C3%A4rz%22%20%E6%9C%A8.pdf`,
  ],
  ["it's (1).txt", `attachment; filename="it's (1).txt"`],
])('says the name of a download so that no header breaks: %s', (name, header) => {
  const set: string[] = [];
  const reply = { header: (...pair: string[]) => (set.push(...pair), reply) } as unknown as FastifyReply;
  download(reply, name, 'application/pdf');
  expect(set).toEqual(['Content-Type', 'application/pdf', 'Content-Disposition', header]);
});
