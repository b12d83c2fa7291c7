import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessToken, type ProductUnderTest } from '../support/product';
import { type Attempts, bare, found, says } from './attempts';
import { bodyOf } from './bodies';
import { type Estate, type Ids, nobodys, partsOf, queryOf, recordParts } from './estate';
import type { Mint } from '../support/mint';
import { addressOf, nameOf, type Route } from './routes';

interface World {
  readonly product: ProductUnderTest;
  readonly routes: readonly Route[];
  readonly attempts: Attempts;
  readonly mint: Mint;
  readonly aldermoor: Estate;
  readonly brackwater: Estate;
}

/** Nothing of one tenant reaches another: tried by people who may do everything in one, and by one who works in both. */
export function describeOtherTenants(world: () => World): void {
  const sides = {
    'Aldermoor of Brackwater': ['aldermoor', 'brackwater'],
    'Brackwater of Aldermoor': ['brackwater', 'aldermoor'],
  } as const;

  describe.each(Object.keys(sides) as (keyof typeof sides)[])('nobody learns in %s', (side) => {
    const own = () => world()[sides[side][0]];
    const other = () => world()[sides[side][1]];
    const tenantRoutes = () => world().routes.filter(({ isTenant }) => isTenant);
    const reads = () => tenantRoutes().filter(({ isCommand }) => !isCommand);
    let before: string[];

    /** Sends a request as whoever may do everything in the own tenant, and looks for words of the other in the answer. */
    const attempt = async (
      attack: string,
      { method }: Route,
      address: string,
      body: object | undefined,
      ...asked: string[]
    ) => {
      const { attempts } = world();
      const answer = await attempts.send(attack, method, address, { token: own().owner.token, body });
      const leaked = found(answer, other().secrets, other().alias, ...asked);
      expect({ attack, address, leaked }).toEqual({ attack, address, leaked: [] });
      return answer;
    };
    const everythingOf = (estate: Estate) =>
      Promise.all(
        reads().map(async (route) => {
          const address = addressOf(route, partsOf(estate.alias, estate.ids), queryOf(route, estate));
          return `${address} ${(await estate.owner.get(address.slice('/api/'.length))).text}`;
        }),
      );

    beforeAll(async () => (before = await everythingOf(other())));

    it('what its own answers do not hold: lists, records, exports, history, now and as at', async () => {
      let telling = 0;
      for (const route of reads()) {
        const address = addressOf(route, partsOf(own().alias, own().ids), queryOf(route, own()));
        for (const asAt of ['', `asAt=${encodeURIComponent(new Date().toISOString())}`]) {
          const separator = address.includes('?') ? '&' : '?';
          const answer = await attempt(
            'own records',
            route,
            asAt ? `${address}${separator}${asAt}` : address,
            undefined,
          );
          expect({ address, status: answer.status }).toEqual({ address, status: 200 });
          if (found(answer, own().secrets, own().alias).length > 0) telling++;
        }
      }
      expect(telling).toBeGreaterThan(reads().length);
    });

    it('whether the other tenant is there at all: same answer as for one that never was', async () => {
      const never = 'x'.repeat(other().alias.length);
      for (const route of tenantRoutes()) {
        for (const ids of [other().ids, own().ids]) {
          const body = route.isCommand ? bodyOf(route, 'word', 1, ids) : undefined;
          const [there, nowhere] = [other().alias, never].map((alias) =>
            addressOf(route, partsOf(alias, ids), queryOf(route, own())),
          );
          const asked = [other().alias, never, ...Object.values(ids)];
          const real = await attempt('other tenant in the path', route, there!, body, ...asked);
          const none = await attempt('tenant that never was', route, nowhere!, body, ...asked);
          expect({ route: nameOf(route), status: real.status }).toEqual({ route: nameOf(route), status: 404 });
          expect(bare(real, ...asked)).toEqual(bare(none, ...asked));
        }
      }
    });

    it('whether a record is there, by its id in the path: same answer as for one that never was', async () => {
      const [theirs, never] = [other().ids, nobodys(other().ids)];
      for (const route of tenantRoutes()) {
        for (const part of route.pathParameters.filter((name) => recordParts.includes(name))) {
          const address = (ids: Ids) => {
            const parts = { ...partsOf(own().alias, own().ids), [part]: partsOf('', ids)[part]! };
            return addressOf(route, parts, queryOf(route, own()));
          };
          const body = route.isCommand ? bodyOf(route, 'word', 1, own().ids) : undefined;
          const asked = [partsOf('', theirs)[part]!, partsOf('', never)[part]!];
          const real = await attempt('other tenant’s id in the path', route, address(theirs), body, ...asked);
          const none = await attempt('id that never was in the path', route, address(never), body, ...asked);
          expect({ route: nameOf(route), ...bare(real, ...asked) }).toEqual({
            route: nameOf(route),
            ...bare(none, ...asked),
          });
          // A history of a record is a list, and may be empty; everything else is not there.
          if (part !== 'id')
            expect({ route: nameOf(route), status: real.status }).toEqual({ route: nameOf(route), status: 404 });
        }
      }
    });

    it('whether a record is there, by any id in any query: same answer as for one that never was', async () => {
      const never = nobodys(other().ids);
      // A number that counts within one record is no id of it, and a good value of every limit.
      const named = Object.entries(other().ids).filter(([, id]: [string, string]) => Number.isNaN(Number(id)));
      const forms = (ids: Ids) => [
        ...named.map(([name]) => ids[name as keyof Ids]),
        ...['account', 'audit', 'division', 'person'].map((type) => `${type}:${ids[type as keyof Ids]}`),
      ];
      const theirs = forms(other().ids);
      const wordsOf = (id: string) => [id, id.split(':').at(-1)!];
      for (const route of reads()) {
        for (const parameter of route.queryParameters) {
          const query = (id: string) => ({ ...queryOf(route, own()), [parameter]: id });
          const address = (id: string) => addressOf(route, partsOf(own().alias, own().ids), query(id));
          // What never was is asked for once in each form that an id can have: the answer is then the same for all of that form.
          const answers = new Map<string, Promise<object>>();
          const ofNobody = (id: string) => {
            const form = id.replace(/[0-9a-f]/g, '0');
            const attack = 'id that never was in a query';
            const answer =
              answers.get(form) ??
              attempt(attack, route, address(id), undefined, ...wordsOf(id)).then((none) => bare(none, ...wordsOf(id)));
            answers.set(form, answer);
            return answer;
          };
          const pairs = forms(never).map(async (nobody, index) => {
            const id = theirs[index]!;
            const [real, none] = await Promise.all([
              attempt('other tenant’s id in a query', route, address(id), undefined, ...wordsOf(id)),
              ofNobody(nobody),
            ]);
            expect({ route: nameOf(route), parameter, ...bare(real, ...wordsOf(id)) }).toEqual({
              route: nameOf(route),
              parameter,
              ...none,
            });
          });
          await Promise.all(pairs);
        }
      }
    });

    it('what follows in the other tenant’s list, by its cursor', async () => {
      for (const route of reads().filter(({ queryParameters }) => queryParameters.includes('cursor'))) {
        const address = (estate: Estate, query: Record<string, string>) =>
          addressOf(route, partsOf(estate.alias, estate.ids), { ...queryOf(route, estate), ...query });
        const page = await other().owner.get(address(other(), { limit: '1' }).slice('/api/'.length));
        const next = page.body.next as string | null;
        if (next === null) continue;
        const { status } = await attempt(
          'other tenant’s cursor',
          route,
          address(own(), { limit: '1', cursor: next }),
          undefined,
          next,
        );
        expect(status).toBeLessThan(500);
      }
    });

    it('whether a record is there, by its id in a body: same answer as for one that never was', async () => {
      const never = nobodys(other().ids);
      for (const route of tenantRoutes().filter(({ isCommand }) => isCommand)) {
        for (const kind of ['division', 'person', 'account', 'audit'] as const) {
          const body = (ids: Ids) => bodyOf(route, 'word', 1, { ...own().ids, [kind]: ids[kind] });
          if (JSON.stringify(body(never)) === JSON.stringify(body(own().ids))) continue;
          const address = addressOf(route, partsOf(own().alias, nobodys(own().ids)), queryOf(route, own()));
          const asked = [other().ids[kind], never[kind]];
          const real = await attempt('other tenant’s id in a body', route, address, body(other().ids), ...asked);
          const none = await attempt('id that never was in a body', route, address, body(never), ...asked);
          expect({ route: nameOf(route), kind, ...bare(real, ...asked) }).toEqual({
            route: nameOf(route),
            kind,
            ...bare(none, ...asked),
          });
        }
      }
    });

    it('anything by how long the answer takes', async () => {
      const took = { theirs: [] as number[], never: [] as number[] };
      const route = tenantRoutes().find(({ operationId }) => operationId === 'getAccount')!;
      const ids = { theirs: other().ids, never: nobodys(other().ids) };
      for (let round = 0; round < 60; round++) {
        for (const who of ['theirs', 'never'] as const) {
          const began = performance.now();
          await attempt('timing', route, addressOf(route, partsOf(own().alias, ids[who])), undefined, ids[who].account);
          took[who].push(performance.now() - began);
        }
      }
      const median = (times: number[]) => times.sort((a, b) => a - b)[times.length / 2]!;
      const [theirs, never] = [median(took.theirs), median(took.never)];
      expect(Math.abs(theirs - never)).toBeLessThan(Math.max(3, 0.5 * Math.max(theirs, never)));
    });

    it('anything while both tenants are busy at the same time', async () => {
      const both = [own(), other()].flatMap((estate) => reads().map((route) => ({ estate, route })));
      const answers = [...both, ...both].map(async ({ estate, route }) => {
        const address = addressOf(route, partsOf(estate.alias, estate.ids), queryOf(route, estate));
        const answer = await world().attempts.send('at the same time', 'GET', address, { token: estate.owner.token });
        const stranger = estate === own() ? other() : own();
        return { address, leaked: found(answer, stranger.secrets, stranger.alias) };
      });
      expect((await Promise.all(answers)).filter(({ leaked }) => leaked.length > 0)).toEqual([]);
    });

    it('and nothing of the other tenant was changed by any of it', async () => {
      expect(await everythingOf(other())).toEqual(before);
    });
  });

  describe('a consultant of two tenants', () => {
    it('sees of each what is its own, and finds no record of one in the other', async () => {
      const { product, routes, attempts, aldermoor, brackwater } = world();
      const token = await accessToken(product.url, 'ruth');
      for (const [own, other] of [
        [aldermoor, brackwater],
        [brackwater, aldermoor],
      ] as const) {
        let telling = 0;
        for (const route of routes.filter(({ isTenant, isCommand }) => isTenant && !isCommand)) {
          const address = addressOf(route, partsOf(own.alias, own.ids), queryOf(route, own));
          const answer = await attempts.send('a consultant’s own records', 'GET', address, { token });
          expect({ address, leaked: found(answer, other.secrets, other.alias) }).toEqual({ address, leaked: [] });
          if (found(answer, own.secrets, own.alias).length > 0) telling++;
          for (const part of route.pathParameters.filter((name) => recordParts.includes(name))) {
            const ask = (ids: Ids) => {
              const parts = { ...partsOf(own.alias, own.ids), [part]: partsOf('', ids)[part]! };
              return attempts.send('a consultant’s other tenant', 'GET', addressOf(route, parts, queryOf(route, own)), {
                token,
              });
            };
            const [theirs, never] = [other.ids, nobodys(other.ids)];
            const asked = [partsOf('', theirs)[part]!, partsOf('', never)[part]!];
            expect(bare(await ask(theirs), ...asked)).toEqual(bare(await ask(never), ...asked));
          }
        }
        expect(telling).toBeGreaterThan(10);
      }
    });
  });

  describe('what the operator reads', () => {
    it('measurements name no tenant and no record', async () => {
      const { attempts, aldermoor, brackwater } = world();
      const answer = await attempts.send('measurements', 'GET', '/api/metrics');
      expect(found(answer, [...aldermoor.secrets, ...brackwater.secrets])).toEqual([]);
    });

    it('the log holds no words of anybody’s records, no names, no tokens', () => {
      const { product, aldermoor, brackwater } = world();
      const log = readFileSync(join(product.dataFolder, 'logs', 'mainstay.log'), 'utf8');
      const words = [...aldermoor.secrets, ...brackwater.secrets, 'Priya', 'priya', 'eyJ', 'Bearer'];
      expect(log.split('\n').filter((line) => words.some((word) => says(line, word)))).toEqual([]);
      expect(log).toContain('/api/t/:tenant/accounts/:accountId');
    });
  });
}
