import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { PersonalDataVault, type Sealed } from '@mainstay/personal-data';
import { ReadStore } from '@mainstay/read-store';
import { Conditions, withinScope } from '../scope';
import { vaultSubject } from './contact.queries';

export interface FoundContact {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly accountCode: string;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

@Injectable()
export class ContactSearch {
  constructor(
    private readonly readStore: ReadStore,
    private readonly vault: PersonalDataVault,
  ) {}

  /**
   * People at the customers that the person sees, by part of their name, accents and case aside. Names are sealed in the
   * database, so they are searched once opened; whoever was erased is not found.
   */
  async find(context: RequestContext, q: string, limit: number): Promise<FoundContact[]> {
    const rows = await this.readStore.read(context, (manager) => {
      const { sql, values } = withinScope(new Conditions(), context);
      return manager.query(
        `select contact_id as id, contact.name, account_id as "accountId", account.name as "accountName",
           code as "accountCode"
         from contact join account using (account_id)
         where not erased and left_on is null and contact.name is not null and ${sql}`,
        values,
      ) as Promise<(Omit<FoundContact, 'name'> & { name: Sealed })[]>;
    });
    const opened = await this.vault.open(
      context.tenant,
      rows.map(({ id, name }) => ({ subject: vaultSubject(id), name })),
      ['name'],
    );
    const sought = plain(q);
    return rows
      .flatMap((row, index) => {
        const name = opened[index]!.name;
        return name !== null && plain(name).includes(sought) ? [{ ...row, name }] : [];
      })
      .sort((one, other) => one.name.localeCompare(other.name))
      .slice(0, limit);
  }
}
