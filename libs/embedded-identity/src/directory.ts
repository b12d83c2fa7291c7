import { hash, timingSafeEqual } from 'node:crypto';
import type { DirectoryFile } from './directory-file';
import { hashOf, matches } from './one-time-password';
import { audience, type EmbeddedPerson, type Organization } from './options';

type Claims = Record<string, unknown>;

/** The people and tenants of the embedded provider, in memory; what administrators changed is kept in the file. */
export class Directory {
  private readonly organizations: ReadonlyMap<string, Organization>;
  private readonly people = new Map<string, EmbeddedPerson>();
  /** People who were invited. */
  private readonly invited = new Set<string>();
  /** People of the start whose memberships were changed. */
  private readonly changed = new Set<string>();

  constructor(
    organizations: readonly Organization[],
    people: readonly EmbeddedPerson[],
    private readonly demoPassword: string,
    private readonly file: DirectoryFile,
  ) {
    this.organizations = new Map(organizations.map((organization) => [organization.alias, organization]));
    people.forEach((person) => this.add(person));
    const { people: invited, memberships } = file.read();
    for (const person of invited) {
      this.add(person);
      this.invited.add(person.id);
    }
    for (const [id, changed] of Object.entries(memberships)) {
      const person = this.people.get(id);
      if (person) this.people.set(id, { ...person, memberships: changed });
      this.changed.add(id);
    }
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

  all(): EmbeddedPerson[] {
    return [...this.people.values()];
  }

  /** An invited person, who signs in with this password once and then chooses an own one. */
  keep(person: EmbeddedPerson, password: string): void {
    this.add({ ...person, passwordHash: hashOf(password), mustChoosePassword: true });
    this.invited.add(person.id);
    this.save();
  }

  /** Takes an account away that was made by an invitation. */
  forget(id: string): void {
    this.people.delete(id);
    this.invited.delete(id);
    this.save();
  }

  setPassword(id: string, password: string, { mustChoose }: { readonly mustChoose: boolean }): void {
    this.change(id, { passwordHash: hashOf(password), mustChoosePassword: mustChoose });
  }

  /** @param roles undefined ends the membership */
  setMembership(id: string, alias: string, roles: EmbeddedPerson['memberships'][number]['roles'] | undefined): void {
    const others = this.people.get(id)!.memberships.filter(({ organization }) => organization !== alias);
    this.change(id, { memberships: roles ? [...others, { organization: alias, roles: [...roles] }] : others });
  }

  private change(id: string, change: Partial<EmbeddedPerson>): void {
    this.people.set(id, { ...this.people.get(id)!, ...change });
    if (!this.invited.has(id)) this.changed.add(id);
    this.save();
  }

  private save(): void {
    const people = [...this.invited].map((id) => this.people.get(id)!);
    const memberships = [...this.changed].map((id) => [id, this.people.get(id)?.memberships ?? []]);
    this.file.write({ people, memberships: Object.fromEntries(memberships) });
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
    const hash = person?.passwordHash;
    const right = hash ? matches(password, hash) : same(password, person?.password ?? this.demoPassword);
    return right ? person : undefined;
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

  /** By user name or e-mail address. */
  named(name: string): EmbeddedPerson | undefined {
    const wanted = name.trim().toLowerCase();
    return [...this.people.values()].find((person) =>
      [person.username, person.email].some((one) => one.toLowerCase() === wanted),
    );
  }
}

const isDemo = ({ password, passwordHash }: EmbeddedPerson): boolean => !password && !passwordHash;

const same = (given: string, expected: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'));
