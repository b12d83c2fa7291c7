import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { Browser } from './spec-support/browser';
import { nora, omar, organizations, ruth, type ServedIdentity, serveIdentity } from './spec-support/served-identity';

const acme = organizations[0]!;
const globex = organizations[1]!;
const pia = { name: 'Pia Sand', email: 'pia@acme.example', roles: ['assessor' as const] };
const ownPassword = 'a password of my own';

let folder: string;
let identity: ServedIdentity;
const start = async () => (identity = await serveIdentity({ directoryFile: join(folder, 'directory.json') }));
const grant = (username: string, password: string) =>
  identity.token({
    grant_type: 'password',
    client_id: 'mainstay-cli',
    username,
    password,
    scope: 'openid organization:*',
  });
const membersOf = async (tenant: typeof acme) =>
  Object.fromEntries((await identity.administration.members(tenant)).map(({ username, ...rest }) => [username, rest]));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'directory-'));
  await start();
});
afterEach(async () => {
  await identity.close();
  rmSync(folder, { recursive: true });
});

describe('inviting', () => {
  it('gives a one-time password that opens nothing but the page on which an own one is chosen', async () => {
    const { personId, oneTimePassword } = await identity.administration.invite(acme, pia);
    expect((await membersOf(acme))[pia.email]).toMatchObject({ id: personId, roles: ['assessor'], state: 'invited' });
    expect(await grant(pia.email, oneTimePassword!)).toMatchObject({
      status: 400,
      body: { error_description: 'Account is not fully set up' },
    });

    const browser = new Browser(identity);
    const { location, verifier } = await browser.authorize();
    const known = { username: pia.email, password: oneTimePassword! };
    const asked = await browser.go(location, known);
    expect(await asked.text()).toContain('Choose a password');
    for (const wrong of ['short', oneTimePassword!, `${ownPassword} but different`]) {
      const answer = await browser.go(location, { ...known, 'new-password': wrong, again: ownPassword });
      expect(answer.status).toBe(422);
    }
    const chosen = await browser.go(location, { ...known, 'new-password': ownPassword, again: ownPassword });
    const back = await browser.go(chosen.headers.get('location')!);
    const { body } = await browser.redeem(back.headers.get('location')!, verifier);
    expect(decodeJwt(body.access_token!)).toMatchObject({ sub: personId, organization: { acme: { id: acme.id } } });
    expect((await membersOf(acme))[pia.email]).toMatchObject({ state: 'active' });
    expect((await grant(pia.email, oneTimePassword!)).status).toBe(401);
    expect((await grant(pia.email, ownPassword)).status).toBe(200);
  });

  it('again gives another one-time password, and the first counts no longer', async () => {
    const first = await identity.administration.invite(acme, pia);
    const second = await identity.administration.inviteAgain(acme, first.personId);
    expect(second.personId).toBe(first.personId);
    expect((await grant(pia.email, first.oneTimePassword!)).status).toBe(401);
    expect((await grant(pia.email, second.oneTimePassword!)).status).toBe(400);
  });

  it('makes somebody who has an account a member without touching the password', async () => {
    const { oneTimePassword } = await identity.administration.invite(globex, { ...pia, email: omar.email });
    expect(oneTimePassword).toBeUndefined();
    expect((await membersOf(globex)).omar).toMatchObject({ id: omar.id, name: omar.name, roles: ['assessor'] });
  });

  it('gives no tenant a password for somebody whom another has invited', async () => {
    const { personId } = await identity.administration.invite(acme, pia);
    const other = await identity.administration.invite(globex, pia);
    expect(other).toEqual({ personId });
    expect(await identity.administration.inviteAgain(globex, personId)).toEqual({ personId });
  });
});

describe('roles and removal', () => {
  it('hold for one tenant only, from the next token on', async () => {
    await identity.administration.setRoles(globex, ruth.id, ['programme-lead', 'assessor']);
    await identity.administration.remove(acme, ruth.id);
    const { body } = await grant('ruth', 'demo-password');
    const claim = decodeJwt(body.access_token!).organization as Record<string, { resource_access: object }>;
    expect(Object.keys(claim)).toEqual(['globex']);
    expect(claim.globex!.resource_access).toEqual({ 'mainstay-api': { roles: ['programme-lead', 'assessor'] } });
  });

  it('are refused for who is not a member of that tenant', async () => {
    await expect(identity.administration.setRoles(globex, omar.id, ['assessor'])).rejects.toThrow('no member');
    await expect(identity.administration.remove(globex, nora.id)).rejects.toThrow('no member');
    await expect(identity.administration.inviteAgain(acme, 'p-nobody')).rejects.toThrow('no member');
  });

  it('take the account away that was invited and never used, and no other', async () => {
    const { personId } = await identity.administration.invite(acme, pia);
    await identity.administration.remove(acme, personId);
    expect(await identity.administration.invite(acme, pia)).not.toMatchObject({ personId });
    await identity.administration.remove(acme, omar.id);
    expect((await grant('omar', 'demo-password')).status).toBe(200);
  });
});

describe('a restart', () => {
  it('keeps invited people and changed memberships, and no password in the clear', async () => {
    const { oneTimePassword } = await identity.administration.invite(acme, pia);
    await identity.administration.setRoles(acme, omar.id, ['board-member']);
    const before = await membersOf(acme);
    expect(readFileSync(join(folder, 'directory.json'), 'utf8')).not.toContain(oneTimePassword);
    await identity.close();
    await start();
    expect(await membersOf(acme)).toEqual(before);
    expect((await grant(pia.email, oneTimePassword!)).status).toBe(400);
  });
});
