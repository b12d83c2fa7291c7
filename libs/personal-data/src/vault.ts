import { inTenant } from '@mainstay/tenant-database';
import type { Pool, PoolClient } from 'pg';
import { decrypt, encrypt, keyIdOf, newSubjectKey, type Sealed, type SubjectKey } from './sealed';
import { ForeignKey, type MasterKeys, owner, unwrap, wrap } from './wrapped';

export interface VaultOptions extends MasterKeys {
  /** Connections of the role that serves requests. */
  readonly pool: Pool;
}

type SealedTexts<Texts> = {
  readonly [Field in keyof Texts]: Texts[Field] extends string ? Sealed : Sealed | undefined;
};

interface KeyRow {
  readonly subject: string;
  readonly key_id: string;
  readonly wrapped: Buffer;
}

/** The key of one subject as it is stored: of no use without the master key it was wrapped with. */
export interface WrappedKey {
  readonly subject: string;
  readonly id: string;
  readonly wrapped: Buffer;
}

/**
 * Keys of the people whose data stands encrypted in the history, one key a person. Destroying a key erases what it
 * sealed, wherever that is stored. Keys are not kept in memory, so that an erasure holds in every process at once.
 */
export class PersonalDataVault {
  constructor(private readonly options: VaultOptions) {
    for (const key of this.masterKeys()) {
      if (key.length !== 32) throw new Error('The master key of the vault must have 32 bytes.');
    }
    // A lost connection shows at the next query; without a listener it would end the process.
    options.pool.on('error', () => undefined);
  }

  /** Seals texts of one subject, making its key where it has none. What is undefined is left out. */
  async seal<Texts extends Readonly<Record<string, string | undefined>>>(
    tenant: string,
    subject: string,
    texts: Texts,
  ): Promise<SealedTexts<Texts>> {
    const key = await inTenant(this.options.pool, tenant, async (client) => {
      const [known] = await this.keys(client, tenant, [subject]);
      return known?.[1] ?? this.addKey(client, tenant, subject);
    });
    const sealed = Object.entries(texts).flatMap(([field, text]) =>
      text === undefined ? [] : [[field, encrypt(key, owner(tenant, subject), text)]],
    );
    return Object.fromEntries(sealed) as SealedTexts<Texts>;
  }

  /**
   * Opens values of many subjects; null where the subject was erased.
   * @throws Tampered
   */
  async open<Key extends string>(
    tenant: string,
    values: readonly (Readonly<Record<Key, Sealed>> & { readonly subject: string })[],
    fields: readonly Key[],
  ): Promise<Record<Key, string | null>[]> {
    if (values.length === 0) return [];
    const subjects = values.map(({ subject }) => subject);
    const keys = new Map(await inTenant(this.options.pool, tenant, (client) => this.keys(client, tenant, subjects)));
    return values.map((value) => {
      const key = keys.get(value.subject);
      const opened = fields.map((field) => {
        const closed = value[field];
        return [field, key?.id === keyIdOf(closed) ? decrypt(key, owner(tenant, value.subject), closed) : null];
      });
      return Object.fromEntries(opened) as Record<Key, string | null>;
    });
  }

  /** Destroys the subject's key; nothing sealed with it can be opened again. Repeating it does nothing. */
  async erase(tenant: string, subject: string): Promise<void> {
    await inTenant(this.options.pool, tenant, (client) =>
      client.query('DELETE FROM vault.subject_key WHERE tenant = $1 AND subject = $2', [tenant, subject]),
    );
  }

  /** All keys of a tenant, by subject, as they are stored: for a move to another installation. */
  async wrappedKeys(tenant: string): Promise<WrappedKey[]> {
    const { rows } = await inTenant(this.options.pool, tenant, (client) =>
      client.query<KeyRow>('SELECT subject, key_id, wrapped FROM vault.subject_key WHERE tenant = $1 ORDER BY 1', [
        tenant,
      ]),
    );
    return rows.map(({ subject, key_id, wrapped }) => ({ subject, id: key_id, wrapped }));
  }

  /**
   * Takes keys over from another installation; those that are there already stay.
   * @param foreignKey master key they were wrapped with there; left out: the same as here
   * @throws ForeignKey when one was wrapped with another master key, or its subject has another key here; none is stored
   */
  async adopt(tenant: string, keys: readonly WrappedKey[], foreignKey?: Buffer): Promise<void> {
    const masterKeys = foreignKey ? [foreignKey] : this.masterKeys();
    await inTenant(this.options.pool, tenant, async (client) => {
      for (const { subject, id, wrapped } of keys) {
        const aad = owner(tenant, subject);
        const stored = wrap(unwrap(wrapped, aad, masterKeys), aad, this.options.masterKey);
        await this.store(client, tenant, subject, id, stored);
        const [present] = await this.rows(client, tenant, [subject]);
        if (present!.key_id !== id) throw new ForeignKey(`Subject ${subject} of ${tenant} has another key here.`);
      }
    });
  }

  private async keys(client: PoolClient, tenant: string, subjects: string[]): Promise<[string, SubjectKey][]> {
    const rows = await this.rows(client, tenant, subjects);
    return rows.map((row) => [
      row.subject,
      { id: row.key_id, secret: unwrap(row.wrapped, owner(tenant, row.subject), this.masterKeys()) },
    ]);
  }

  private async rows(client: PoolClient, tenant: string, subjects: string[]): Promise<KeyRow[]> {
    const { rows } = await client.query<KeyRow>(
      'SELECT subject, key_id, wrapped FROM vault.subject_key WHERE tenant = $1 AND subject = ANY($2)',
      [tenant, subjects],
    );
    return rows;
  }

  /** Two requests may make the first key at the same time: one is stored, and both go on with that. */
  private async addKey(client: PoolClient, tenant: string, subject: string): Promise<SubjectKey> {
    const key = newSubjectKey();
    await this.store(client, tenant, subject, key.id, wrap(key.secret, owner(tenant, subject), this.options.masterKey));
    const [stored] = await this.keys(client, tenant, [subject]);
    return stored![1];
  }

  private async store(client: PoolClient, tenant: string, subject: string, id: string, wrapped: Buffer): Promise<void> {
    await client.query(
      'INSERT INTO vault.subject_key (tenant, subject, key_id, wrapped) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [tenant, subject, id, wrapped],
    );
  }

  private masterKeys(): Buffer[] {
    const { masterKey, alsoKey } = this.options;
    return alsoKey ? [masterKey, alsoKey] : [masterKey];
  }
}
