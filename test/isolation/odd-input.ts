import type { Attempts } from './attempts';
import { bodyOf } from './bodies';
import { type Estate, nobodys, partsOf, queryOf } from './estate';
import { addressOf, emptyBody, nameOf, type Route } from './routes';

interface World {
  readonly routes: readonly Route[];
  readonly attempts: Attempts;
  readonly aldermoor: Estate;
}

const oddSegments = [
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '%ED%A0%80',
  '..%2F..',
  'x'.repeat(3_000),
  "' or 1=1 --",
  '%25',
];
const oddValues = ['__proto__', '\0', '\ud800', '', 'x'.repeat(3_000), "' or 1=1 --", '%', '-1', '1e999', '2025-02-30'];
const otherForms = [
  '[]',
  '"text"',
  '1',
  '[1]',
  '{"toString":1}',
  '{"__proto__":{"name":"x"}}',
  '{"constructor":{"prototype":{}}}',
];
const unkeepable = ['a\0b', 'half \ud83d'];

/** Whatever is sent, the product refuses or answers; it never fails, and nothing odd is ever recorded. */
export function describeOddInput(world: () => World): void {
  const wrong: string[] = [];
  const attempt = async (attack: string, route: Route, address: string, body?: object | string) => {
    const { attempts, aldermoor } = world();
    const { status, text } = await attempts.send(attack, route.method, address, { token: aldermoor.owner.token, body });
    if (status >= 500 || (route.isCommand && status < 400))
      wrong.push(`${nameOf(route)}: ${address.slice(0, 200)} ${status} ${text}`);
  };
  const tenantRoutes = () => world().routes.filter(({ isTenant }) => isTenant);
  const own = () => partsOf('aldermoor', world().aldermoor.ids);
  beforeEach(() => void wrong.splice(0));

  describe('odd input does no harm', () => {
    it('in the path', async () => {
      const nobody = nobodys(world().aldermoor.ids);
      for (const route of tenantRoutes()) {
        const body = route.isCommand ? bodyOf(route, 'x', 1, nobody) : undefined;
        for (const part of route.pathParameters) {
          for (const odd of oddSegments) {
            const path = route.path.replace(`{${part}}`, odd);
            await attempt(
              'odd id in the path',
              route,
              addressOf({ ...route, path }, partsOf('aldermoor', nobody), queryOf(route, world().aldermoor)),
              body,
            );
          }
        }
      }
      expect(wrong).toEqual([]);
    });

    it('in a query', async () => {
      for (const route of tenantRoutes()) {
        // A command gets its odd name of a file for a record that is not there: by itself it may be a good name.
        const parts = route.isCommand ? partsOf('aldermoor', nobodys(world().aldermoor.ids)) : own();
        for (const parameter of route.queryParameters) {
          const query = queryOf(route, world().aldermoor);
          const tries = oddValues.map((odd) =>
            attempt(
              'odd value in a query',
              route,
              addressOf(route, parts, { ...query, [parameter]: odd }),
              emptyBody(route),
            ),
          );
          await Promise.all(tries);
        }
      }
      expect(wrong).toEqual([]);
    });

    it('in a body', async () => {
      const { ids } = world().aldermoor;
      for (const route of tenantRoutes().filter(({ isCommand }) => isCommand)) {
        for (const odd of unkeepable) {
          for (const body of withEachText(bodyOf(route, 'x', 1, ids), odd)) {
            await attempt('odd text in a body', route, addressOf(route, own()), body as object);
          }
        }
        for (const text of otherForms) await attempt('body of another form', route, addressOf(route, own()), text);
      }
      expect(wrong).toEqual([]);
    });
  });
}

/** The value, once for every text in it, with that text replaced. */
function* withEachText(value: unknown, odd: string): Generator<unknown> {
  if (typeof value === 'string') yield odd;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const changed of withEachText(part, odd)) {
      yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
    }
  }
}
