import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiProblem } from './problem';
import { connectSession, send } from './send';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answers: Answer[] = [];
const seen: IncomingMessage['headers'][] = [];
const server = createServer((request, response) => {
  seen.push(request.headers);
  request.resume().on('end', () => answers.shift()!(request, response));
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const session = {
  token: async () => 'first',
  renew: jest.fn<Promise<string | undefined>, []>(),
  signInAgain: jest.fn(),
};
beforeEach(() => {
  seen.length = 0;
  jest.resetAllMocks();
  connectSession(session);
});

const ok: Answer = (_request, response) => response.end('{}');
const with_ =
  (status: number, headers: Record<string, string>, body: object = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(JSON.stringify(body));
const get = () => send(new Request(`${origin}/api/t/acme/accounts`));
const post = () => send(new Request(`${origin}/api/t/acme/accounts`, { method: 'POST', body: '{}' }));

test('a query after commands carries the highest position they were answered with', async () => {
  answers = [with_(200, { Position: '2.1' }), with_(200, { Position: '1.9' }), ok];
  await post();
  await post();
  await get();
  expect(seen.map(({ position }) => position)).toEqual([undefined, undefined, '2.1']);
  expect(seen[2]!.authorization).toBe('Bearer first');
});

test('a read model that is behind is waited for, and a command is repeated with its body', async () => {
  const bodies: string[] = [];
  const keep: Answer = (request, response) => {
    bodies.push(String(request.headers['content-length']));
    response.writeHead(bodies.length < 3 ? 503 : 200, { 'Retry-After': '0.01' }).end('{}');
  };
  answers = [keep, keep, keep];
  expect((await post()).status).toBe(200);
  expect(bodies).toEqual(['2', '2', '2']);
});

test('a token that ran out is renewed without asking the person', async () => {
  session.renew.mockResolvedValue('second');
  answers = [with_(401, {}), ok];
  await get();
  expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer second']);
  expect(session.signInAgain).not.toHaveBeenCalled();
});

test.each([
  ['cannot be renewed', undefined, 1],
  ['is refused even when new', 'second', 2],
])('a session whose token %s leads to sign-in', async (_, renewed, requests) => {
  session.renew.mockResolvedValue(renewed);
  answers = [with_(401, {}), with_(401, {})];
  await expect(get()).rejects.toMatchObject({ status: 401, code: 'session.over' });
  expect(session.signInAgain).toHaveBeenCalledTimes(1);
  expect(seen).toHaveLength(requests);
});

test('what the API refuses arrives with its words, its code and the fields it is about', async () => {
  const errors = [{ field: 'name', rule: 'must not be empty' }];
  const problem = { title: 'name: must not be empty', code: 'request.body', errors, requestId: 'r-1' };
  answers = [with_(400, { 'Content-Type': 'application/problem+json' }, problem)];
  const refusal = await post().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiProblem);
  expect(refusal).toMatchObject({ status: 400, code: 'request.body', errors, requestId: 'r-1' });
});

test('an answer that is no problem document still says that it failed', async () => {
  answers = [(_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>')];
  await expect(get()).rejects.toMatchObject({ status: 502, code: 'server.failure' });
});
