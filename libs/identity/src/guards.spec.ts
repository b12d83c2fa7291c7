import {
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  Global,
  type ArgumentsHost,
  Module,
  Req,
  SetMetadata,
} from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Rejection } from '@mainstay/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import request from 'supertest';
import { ENDPOINT, type EndpointAccess } from './access';
import { EndedMemberships, MembersKeptElsewhere } from './administration';
import { IdentityModule } from './identity.module';
import { type RealProvider, realProvider } from './spec-support/provider';
import { TokenVerifier } from './token-verifier';

const Access = (access: EndpointAccess) => SetMetadata(ENDPOINT, { access });

@Controller('api')
class Routes {
  @Get('catalogue')
  @Access('public')
  catalogue() {
    return { open: true };
  }

  @Get('me')
  @Access('signed-in')
  me(@Req() { person, tenantRoles }: FastifyRequest) {
    return { id: person!.id, tenantRoles };
  }

  @Get('t/:tenant/me')
  @Access('signed-in')
  meHere(@Req() { tenantRoles }: FastifyRequest) {
    return { tenantRoles };
  }

  @Get('t/:tenant/recategorise')
  @Access('portfolio.recategorise')
  recategorise(@Req() { person, tenantRoles }: FastifyRequest) {
    return { id: person!.id, tenantRoles };
  }

  @Get('nowhere/recategorise')
  @Access('portfolio.recategorise')
  withoutTenant() {
    return {};
  }

  @Get('t/:tenant/forgotten')
  forgotten() {
    return { secret: true };
  }
}

@Catch(Rejection)
class Answer implements ExceptionFilter {
  catch({ status, code, message, details }: Rejection, host: ArgumentsHost): void {
    void host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .status(status)
      .send({ code, message, ...details });
  }
}

/** Who was removed, by `tenant/person`. */
const ended = new Map<string, Date>();

@Global()
@Module({
  providers: [
    {
      provide: EndedMemberships,
      useValue: { endedAt: async (tenant: string, id: string) => ended.get(`${tenant}/${id}`) },
    },
  ],
  exports: [EndedMemberships],
})
class Ended {}

let provider: RealProvider;
let app: NestFastifyApplication;
let ruth: string;
let omar: string;

const get = (path: string, token?: string) => {
  const call = request(app.getHttpServer()).get(`/api/${path}`);
  return token === undefined ? call : call.set('Authorization', `Bearer ${token}`);
};

beforeAll(async () => {
  provider = await realProvider();
  [ruth, omar] = await Promise.all([provider.accessToken('ruth'), provider.accessToken('omar')]);
  class App {}
  const identity = IdentityModule.forRoot(
    { issuer: provider.issuer, audience: 'mainstay-api' },
    new MembersKeptElsewhere(),
  );
  const module = {
    module: App,
    imports: [identity, Ended],
    controllers: [Routes],
    providers: [{ provide: APP_FILTER, useClass: Answer }],
  };
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

describe('who is it', () => {
  it('is not asked on a public route, not even with a bad token', async () => {
    await get('catalogue').expect(200);
    await get('catalogue', 'garbage').expect(200);
  });

  it.each(['me', 't/acme/recategorise', 't/nosuch/recategorise', 't/acme/forgotten'])(
    'is asked first on %s',
    async (path) => {
      expect((await get(path).expect(401)).body.code).toBe('token.missing');
      expect((await get(path, 'garbage').expect(401)).body.code).toBe('token.invalid');
    },
  );

  it('is answered by bearer tokens only, whatever the case of the word', async () => {
    const call = (authorization: string) =>
      request(app.getHttpServer()).get('/api/me').set('Authorization', authorization);
    await call(`bearer ${ruth}`).expect(200);
    await call(`Basic ${Buffer.from('ruth:demo').toString('base64')}`).expect(401);
    await call(`Bearer ${ruth} ${omar}`).expect(401);
  });

  it('gives the person to the route', async () => {
    expect((await get('me', ruth).expect(200)).body).toEqual({ id: 'p-ruth' });
  });
});

describe('may this person do that', () => {
  it('goes by the roles in the tenant of the path', async () => {
    expect((await get('t/acme/recategorise', ruth).expect(200)).body).toEqual({
      id: 'p-ruth',
      tenantRoles: ['kam-unit-head'],
    });
    expect((await get('t/globex/recategorise', ruth).expect(403)).body).toMatchObject({
      code: 'permission.missing',
      permission: 'portfolio.recategorise',
    });
  });

  it('refuses a member without a role', async () => {
    await get('t/acme/recategorise', omar).expect(403);
    expect((await get('t/acme/me', omar).expect(200)).body).toEqual({ tenantRoles: [] });
  });

  it('answers another tenant’s organization like one that never existed', async () => {
    const [other, never] = [await get('t/globex/me', omar).expect(404), await get('t/nosuch/me', omar).expect(404)];
    expect(JSON.stringify(other.body).replaceAll('globex', 'nosuch')).toBe(JSON.stringify(never.body));
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty', '%5F%5Fproto%5F%5F', 'acme%2F..%2Fglobex', 'ACME'])(
    'finds no tenant under %s',
    async (alias) => void (await get(`t/${alias}/recategorise`, ruth).expect(404)),
  );

  it('does not take roles from an organization entry without an id', async () => {
    const resource_access = { 'mainstay-api': { roles: ['kam-unit-head'] } };
    const token = await provider.signed({ organization: { acme: { id: 'o-acme' }, globex: { resource_access } } });
    await get('t/globex/recategorise', token).expect(404);
    await get('t/acme/recategorise', token).expect(403);
  });

  it('does not take roles from the top of the token', async () => {
    const roles = { 'mainstay-api': { roles: ['kam-unit-head'] } };
    const token = await provider.signed({
      resource_access: roles,
      realm_access: { roles: ['kam-unit-head'] },
      organization: { acme: { id: 'o-acme' } },
    });
    await get('t/acme/recategorise', token).expect(403);
  });

  it('refuses a route that does not say who may call it', async () => {
    expect((await get('t/acme/forgotten', ruth).expect(403)).body.code).toBe('access.not-stated');
  });

  it('refuses a permission on a route without a tenant', async () => {
    await get('nowhere/recategorise', ruth).expect(403);
  });
});

it('gives the verifier to those who must know whether the keys are warm', async () => {
  await app.get(TokenVerifier).warm();
  expect(app.get(TokenVerifier).isWarm).toBe(true);
});

describe('a person who was removed from a tenant', () => {
  const iat = Math.floor(Date.now() / 1_000);
  const token = (issued: number) =>
    provider.signed({
      sub: 'p-left',
      iat: issued,
      organization: { acme: { id: 'o-acme' }, globex: { id: 'o-globex' } },
    });
  beforeAll(() => ended.set('acme/p-left', new Date(iat * 1_000)));

  it('is asked to sign in again at once, there and nowhere else', async () => {
    const answer = await get('t/acme/me', await token(iat)).expect(401);
    expect(answer.body.code).toBe('token.membership-ended');
    await get('t/globex/me', await token(iat)).expect(200);
    await get('me', await token(iat)).expect(200);
  });

  it('is let in by a token given out after, since that says what the person is by now', async () => {
    await get('t/acme/me', await token(iat + 1)).expect(200);
  });

  it('gains nothing by a token that does not say when it was given out', async () => {
    const undated = await provider.signed({ sub: 'p-left', iat: undefined, organization: { acme: { id: 'o-acme' } } });
    await get('t/acme/me', undated).expect(401);
  });
});
