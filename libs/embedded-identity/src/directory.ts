import { hash, timingSafeEqual } from 'node:crypto';
import { audience, type EmbeddedPerson, type Organization } from './options';

type Claims = Record<string, unknown>;

/** The people and tenants of the embedded provider, in memory. */
export class Directory {
  private readonly organizations: ReadonlyMap<string, Organization>;
  private readonly people = new Map<string, EmbeddedPerson>();

  constructor(
    organizations: readonly Organization[],
    people: readonly EmbeddedPerson[],
    private readonly demoPassword: string,
  ) {
    this.organizations = new Map(organizations.map((organization) => [organization.alias, organization]));
    people.forEach((person) => this.add(person));
  }

  /** @throws Error where the id, user name or e-mail is taken, or an organization is not known */
  add(person: EmbeddedPerson): void {
    const taken =
      [person.username, person.email].find((name) => this.named(name)) ?? (this.people.has(person.id) && person.id);
    if (taken) throw new Error(`people: ${taken} is taken already.`);
    const strange = person.memberships.find(({ organization }) => !this.organizations.has(organization));
    if (strange) throw new Error(`memberships: there is no organization with the alias ${strange.organization}.`);
    this.people.set(person.id, person);
  }

  find(id: string): EmbeddedPerson | undefined {
    return this.people.get(id);
  }

  /** A demo person needs no password where the login page is used. */
  demoPerson(id: string): EmbeddedPerson | undefined {
    const person = this.people.get(id);
    return person && isDemo(person) ? person : undefined;
  }

  withPassword(name: string, password: string): EmbeddedPerson | undefined {
    const person = this.named(name);
    const expected = person?.password ?? this.demoPassword;
    return same(password, expected) ? person : undefined;
  }

  /** Demo people by tenant, in the order given; who belongs to two tenants is in both groups. */
  demoGroups(): { organization: Organization; people: EmbeddedPerson[] }[] {
    const demo = [...this.people.values()].filter(isDemo);
    return [...this.organizations.values()]
      .map((organization) => ({
        organization,
        people: demo.filter((person) => person.memberships.some((one) => one.organization === organization.alias)),
      }))
      .filter(({ people }) => people.length > 0);
  }

  /** What Keycloak's default scopes put into tokens. */
  profile(person: EmbeddedPerson): Claims {
    const [given, ...family] = person.name.split(' ');
    return {
      name: person.name,
      preferred_username: person.username,
      given_name: given,
      family_name: family.join(' '),
      email: person.email,
      email_verified: true,
    };
  }

  /** The claim of the scope `organization:*`, in Keycloak's form; undefined for someone without a tenant. */
  organizationClaim(person: EmbeddedPerson): Claims | undefined {
    if (person.memberships.length === 0) return undefined;
    return Object.fromEntries(
      person.memberships.map(({ organization, roles }) => [
        organization,
        {
          id: this.organizations.get(organization)!.id,
          groups: roles.map((role) => `/${role}`),
          ...(roles.length > 0 && { resource_access: { [audience]: { roles } } }),
        },
      ]),
    );
  }

  private named(name: string): EmbeddedPerson | undefined {
    const wanted = name.trim().toLowerCase();
    return [...this.people.values()].find((person) =>
      [person.username, person.email].some((one) => one.toLowerCase() === wanted),
    );
  }
}

const isDemo = (person: EmbeddedPerson): boolean => person.password === undefined;

const same = (given: string, expected: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'));
