import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { PersonalDataVault, type Sealed } from '@mainstay/personal-data';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import { Conditions, withinReach } from '../scope';
import type { ContactLevel, Influence } from './contact.events';
import { contactTable, meetingTable } from './contact.projection';

export interface ContactRecord {
  readonly id: string;
  readonly accountId: string;
  /** Null once the person was erased, at every moment read *as at*; so are title and addresses. */
  readonly name: string | null;
  readonly jobTitle: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly function: string;
  readonly level: ContactLevel;
  readonly influence: Influence | null;
  readonly knownBy: readonly string[];
  readonly purpose: string;
  readonly keepUntil: string | null;
  readonly lastContactOn: string | null;
  readonly lastContactBy: string | null;
  readonly leftOn: string | null;
  readonly erased: boolean;
  readonly version: number;
}

export interface Meeting {
  readonly metOn: string;
  /** Of ours. */
  readonly by: string;
  readonly note: string;
}

type ContactRow = StoredRowOf<typeof contactTable>;
const sealedFields = ['name', 'jobTitle', 'email', 'phone'] as const;

/** Whose key seals the personal data of a contact. */
export const vaultSubject = (contactId: string) => `contact:${contactId}`;

@Injectable()
export class ContactQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly vault: PersonalDataVault,
  ) {}

  /** Everyone known at the customer: the highest first, those who left or were erased last. @throws NotFound */
  async ofAccount(context: RequestContext, accountId: string): Promise<ContactRecord[]> {
    const rows = await this.readStore.read(context, async (manager) => {
      await seen(manager, context, accountId);
      return manager.find(contactTable.entity, { where: { accountId } });
    });
    return (await this.opened(context, rows)).sort(byStanding);
  }

  /** @throws NotFound for an account that the person does not see */
  assertSees(context: RequestContext, accountId: string): Promise<void> {
    return this.readStore.read(context, (manager) => seen(manager, context, accountId));
  }

  /** Latest first. Notes about a person who was erased are empty. @throws NotFound */
  async meetings(context: RequestContext, accountId: string, contactId: string): Promise<Meeting[]> {
    const known = (await this.ofAccount(context, accountId)).find(({ id }) => id === contactId);
    if (!known) throw new NotFound('contact', contactId);
    const rows = await this.readStore.read(context, (manager) =>
      manager.find(meetingTable.entity, { where: { contactId }, order: { metOn: 'desc', meeting: 'desc' } }),
    );
    const subject = vaultSubject(contactId);
    const texts = rows.flatMap(({ note }) => (typeof note === 'string' ? [] : [{ subject, note }]));
    const opened = await this.vault.open(context.tenant, texts, ['note']);
    const read = new Map(texts.map(({ note }, index) => [note.enc, opened[index]!.note]));
    const noteOf = (note: Sealed | string) => (typeof note === 'string' ? note : (read.get(note.enc) ?? ''));
    return rows.map(({ metOn, by, note }) => ({ metOn, by, note: known.erased ? '' : noteOf(note) }));
  }

  private async opened(context: RequestContext, rows: readonly ContactRow[]): Promise<ContactRecord[]> {
    const values = rows.flatMap((row) =>
      sealedFields.flatMap((field) => {
        const text: Sealed | null = row[field];
        return text ? [{ subject: vaultSubject(row.contactId), field, text }] : [];
      }),
    );
    const opened = await this.vault.open(context.tenant, values, ['text']);
    const texts = new Map(values.map(({ subject, field }, index) => [`${subject} ${field}`, opened[index]!.text]));
    return rows.map(({ contactId, tenant: _tenant, recorded: _recorded, ...row }) => {
      const text = (field: (typeof sealedFields)[number]) => texts.get(`${vaultSubject(contactId)} ${field}`) ?? null;
      const [name, jobTitle, email, phone] = [text('name'), text('jobTitle'), text('email'), text('phone')];
      // Without the key a row of before the erasure reads as erased too.
      return { ...row, id: contactId, name, jobTitle, email, phone, erased: name === null };
    });
  }
}

async function seen(manager: EntityManager, context: RequestContext, accountId: string): Promise<void> {
  const conditions = withinReach(
    new Conditions().add((id) => `account_id = ${id}`, accountId),
    context,
  );
  const found: unknown[] = await manager.query(`select 1 from account where ${conditions.sql}`, conditions.values);
  if (found.length === 0) throw new NotFound('account', accountId);
}

const rank: Record<ContactLevel, number> = { board: 0, senior: 1, middle: 2, operational: 3 };
const names = new Intl.Collator('en', { sensitivity: 'base' });
const gone = ({ erased, leftOn }: ContactRecord) => (erased ? 2 : leftOn ? 1 : 0);
const byStanding = (one: ContactRecord, other: ContactRecord) =>
  gone(one) - gone(other) ||
  rank[one.level] - rank[other.level] ||
  names.compare(one.name ?? '', other.name ?? '') ||
  (one.id < other.id ? -1 : 1);
