import type { ClientBase } from 'pg';
import { type MasterKeys, owner, unwrap, unwrappedWith, wrap } from './wrapped';

export interface Rewrapped {
  readonly wrappedAnew: number;
  readonly wrappedBefore: number;
}

interface StoredKey {
  readonly tenant: string;
  readonly subject: string;
  readonly wrapped: Buffer;
}

const PAGE = 500;

/**
 * Wraps the keys of all tenants with one master key, one by one, while everything goes on. Cut short, it is run again.
 * @param client of the role that owns the vault
 * @param alsoKey what some are wrapped with still
 * @throws ForeignKey for a key that neither master key wrapped; those before it stay wrapped anew
 */
export async function rewrapKeys(client: ClientBase, { masterKey, alsoKey }: Required<MasterKeys>): Promise<Rewrapped> {
  let wrappedAnew = 0;
  let wrappedBefore = 0;
  for (let after = ['', '']; ;) {
    const { rows } = await client.query<StoredKey>(
      `SELECT tenant, subject, wrapped FROM vault.subject_key WHERE (tenant, subject) > ($1, $2)
       ORDER BY tenant, subject LIMIT ${PAGE}`,
      after,
    );
    for (const { tenant, subject, wrapped } of rows) {
      const aad = owner(tenant, subject);
      if (unwrappedWith(wrapped, aad, masterKey)) wrappedBefore++;
      else {
        const again = wrap(unwrap(wrapped, aad, [alsoKey]), aad, masterKey);
        // A person erased meanwhile has no row any more, and gets none back.
        const { rowCount } = await client.query(
          'UPDATE vault.subject_key SET wrapped = $3 WHERE tenant = $1 AND subject = $2 AND wrapped = $4',
          [tenant, subject, again, wrapped],
        );
        wrappedAnew += rowCount ?? 0;
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return { wrappedAnew, wrappedBefore };
    after = [last.tenant, last.subject];
  }
}
