import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedIdentity, type EmbeddedIdentity, type EmbeddedPerson } from '../index';

export const demoPassword = 'demo-password';

export const organizations = [
  { id: '0a000000-0000-4000-8000-00000000acce', alias: 'acme', name: 'Acme Industries' },
  { id: '0b000000-0000-4000-8000-0000006106e8', alias: 'globex', name: 'Globex <Europe>' },
];

export const ruth: EmbeddedPerson = {
  id: 'c0000000-0000-4000-8000-000000000001',
  username: 'ruth',
  name: 'Ruth Abara',
  email: 'ruth@consult.example',
  memberships: [
    { organization: 'acme', roles: ['kam-unit-head'] },
    { organization: 'globex', roles: ['board-member'] },
  ],
};
export const omar: EmbeddedPerson = {
  id: 'c0000000-0000-4000-8000-000000000002',
  username: 'omar',
  name: 'Omar Haddad',
  email: 'omar@acme.example',
  memberships: [{ organization: 'acme', roles: [] }],
};
export const nora: EmbeddedPerson = {
  id: 'c0000000-0000-4000-8000-000000000003',
  username: 'nora',
  password: 'nora-alone',
  name: 'Nora Lind',
  email: 'nora@elsewhere.example',
  memberships: [],
};

export interface ServedIdentity extends EmbeddedIdentity {
  readonly origin: string;
  readonly issuer: string;
  readonly keyFile: string;
  readonly token: (form: Record<string, string>) => Promise<{ status: number; body: Record<string, string> }>;
  readonly close: () => Promise<void>;
}

/** A real provider on a real server at a free port. */
export async function serveIdentity(more: { directoryFile?: string } = {}): Promise<ServedIdentity> {
  const folder = await mkdtemp(join(tmpdir(), 'identity-'));
  const keyFile = join(folder, 'signing-key.json');
  let identity: EmbeddedIdentity | undefined;
  const server = createServer((request, response) => identity!.handler(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/identity/realms/mainstay`;
  identity = await createEmbeddedIdentity({
    issuer,
    organizations,
    people: [ruth, omar, nora],
    demoPassword,
    redirectOrigins: [origin],
    signingKeyFile: keyFile,
    ...more,
  });
  return {
    ...identity,
    origin,
    issuer,
    keyFile,
    token: async (form) => {
      const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
        method: 'POST',
        body: new URLSearchParams(form),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, string> };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true });
    },
  };
}
