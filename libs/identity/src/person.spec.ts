import { NotFound } from '@mainstay/event-sourcing';
import { membershipIn, personOf } from './person';

const entry = (id: unknown, roles: unknown) => ({ id, groups: [], resource_access: { 'mainstay-api': { roles } } });
const withTenants = (organization: unknown) =>
  personOf({ sub: 'p-1', preferred_username: 'ruth', organization }, 'mainstay-api');
const refusal = (organization: unknown, tenant: string): NotFound => {
  try {
    membershipIn(withTenants(organization), tenant);
  } catch (error) {
    return error as NotFound;
  }
  throw new Error('not refused');
};

describe('membership of a tenant', () => {
  it('takes roles from the entry of that tenant alone', () => {
    const person = withTenants({ acme: entry('o-1', ['kam-unit-head']), globex: entry('o-2', ['board-member']) });
    expect(membershipIn(person, 'acme')).toEqual({ id: 'o-1', roles: ['kam-unit-head'] });
    expect(membershipIn(person, 'globex')).toEqual({ id: 'o-2', roles: ['board-member'] });
  });

  it('ignores roles that it does not know, and roles of other clients or of the realm', () => {
    const organization = {
      acme: {
        id: 'o-1',
        realm_access: { roles: ['tenant-administrator'] },
        resource_access: { account: { roles: ['programme-lead'] }, 'mainstay-api': { roles: ['assessor', 'root', 7] } },
      },
    };
    expect(membershipIn(withTenants(organization), 'acme').roles).toEqual(['assessor']);
  });

  it('is a membership without roles where the person has none', () => {
    expect(membershipIn(withTenants({ acme: { id: 'o-1', groups: [] } }), 'acme').roles).toEqual([]);
  });

  it('answers another tenant’s organization exactly like one that never existed', () => {
    const organization = { acme: entry('o-1', ['kam-unit-head']) };
    const [other, never] = [refusal(organization, 'globex'), refusal(organization, 'nosuch')];
    expect(other).toBeInstanceOf(NotFound);
    expect(other.message.replace('globex', 'nosuch')).toBe(never.message);
    expect([other.status, other.code, other.details]).toEqual([never.status, never.code, never.details]);
  });

  it.each([
    ['no id', { acme: entry(undefined, ['kam-unit-head']) }],
    ['an empty id', { acme: entry('', ['kam-unit-head']) }],
    ['an id that is no text', { acme: entry(7, ['kam-unit-head']) }],
    ['an array of aliases', ['acme']],
    ['a bare alias', 'acme'],
    ['nothing', undefined],
    ['null inside', { acme: null }],
  ])('is refused for an organization claim with %s', (_, organization) => {
    expect(refusal(organization, 'acme')).toBeInstanceOf(NotFound);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'is refused for the tenant alias %p',
    (alias) => {
      expect(refusal({ acme: entry('o-1', ['kam-unit-head']) }, alias)).toBeInstanceOf(NotFound);
    },
  );

  it('reads an organization that is really called __proto__ as itself and nothing more', () => {
    const organization: unknown = JSON.parse('{"__proto__": {"id": "o-9", "resource_access": {}}}');
    const person = withTenants(organization);
    expect(membershipIn(person, '__proto__')).toEqual({ id: 'o-9', roles: [] });
    expect(Object.getPrototypeOf(person.organizations)).toBeNull();
    expect(refusal(organization, 'id')).toBeInstanceOf(NotFound);
  });

  it('does not find roles of a client on the prototype', () => {
    const person = personOf({ sub: 'p-1', organization: { acme: { id: 'o-1', resource_access: {} } } }, '__proto__');
    expect(membershipIn(person, 'acme').roles).toEqual([]);
  });
});

describe('the name of a person', () => {
  it('falls back to the user name and then to the id', () => {
    expect(withTenants({}).name).toBe('ruth');
    expect(personOf({ sub: 'p-1' }, 'mainstay-api')).toMatchObject({ name: 'p-1', username: 'p-1', email: undefined });
  });
});
