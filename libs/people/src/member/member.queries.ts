import { Injectable } from '@nestjs/common';
import { type RequestContext, type Role } from '@mainstay/event-sourcing';
import { PersonalDataVault } from '@mainstay/personal-data';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import { memberTable } from './member.projection';

export interface Person {
  readonly id: string;
  /** Null once the person was erased, at every moment read *as at*. */
  readonly name: string | null;
  readonly email: string | null;
  /** The part the person plays. Rights come from the token alone. */
  readonly role: Role;
  readonly lineManagerId: string | null;
  readonly divisionId: string | null;
  readonly erased: boolean;
  readonly version: number;
}

export interface PeopleFilter {
  readonly q?: string;
  readonly role?: Role;
}

@Injectable()
export class MemberQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly vault: PersonalDataVault,
  ) {}

  /** Sorted by name, erased people last. Names are sealed in the database, so they are searched once opened. */
  async people(context: RequestContext, { q, role }: PeopleFilter): Promise<Person[]> {
    const rows = await this.readStore.read(context, (manager) =>
      manager.find(memberTable.entity, { where: role ? { role } : {} }),
    );
    const sought = q?.toLocaleLowerCase();
    return (await this.opened(context, rows))
      .filter(
        (person) => !sought || [person.name, person.email].some((text) => text?.toLocaleLowerCase().includes(sought)),
      )
      .sort(byName);
  }

  async person(context: RequestContext, personId: string): Promise<Person | undefined> {
    const row = await this.readStore.read(context, (manager) => manager.findOneBy(memberTable.entity, { personId }));
    return row ? (await this.opened(context, [row]))[0] : undefined;
  }

  /** The people who report to a person at present, whatever moment is read: who may look is never a thing of the past. */
  reportsOf(
    { tenant, roles, actor, correlation, now, after }: RequestContext,
    lineManagerId: string,
  ): Promise<string[]> {
    const present = { tenant, roles, actor, correlation, now, after };
    return this.readStore.read(present, async (manager) => {
      const rows = await manager.find(memberTable.entity, { where: { lineManagerId }, order: { personId: 'ASC' } });
      return rows.map(({ personId }) => personId);
    });
  }

  /** The division that a person works in at present; undefined for one who works across them. */
  divisionOf(context: RequestContext, personId: string): Promise<string | undefined> {
    return this.readStore.read(context, async (manager) => {
      const row = await manager.findOneBy(memberTable.entity, { personId });
      return row?.divisionId ?? undefined;
    });
  }

  private async opened(context: RequestContext, rows: StoredRowOf<typeof memberTable>[]): Promise<Person[]> {
    const sealed = rows.flatMap(({ personId: subject, name, email }) =>
      name && email ? [{ subject, name, email }] : [],
    );
    const opened = await this.vault.open(context.tenant, sealed, ['name', 'email']);
    const texts = new Map(sealed.map(({ subject }, index) => [subject, opened[index]!]));
    return rows.map(({ personId: id, role, lineManagerId, divisionId, version }) => {
      const { name = null, email = null } = texts.get(id) ?? {};
      return { id, name, email, role, lineManagerId, divisionId, erased: name === null, version };
    });
  }
}

const names = new Intl.Collator('en', { sensitivity: 'base' });
const byName = (one: Person, other: Person) =>
  Number(one.erased) - Number(other.erased) ||
  names.compare(one.name ?? '', other.name ?? '') ||
  (one.id < other.id ? -1 : 1);
