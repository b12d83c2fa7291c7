import type { RequestContext } from '@mainstay/event-sourcing';
import type { EntityManager } from 'typeorm';
import { Conditions, withinReach } from '../../scope';

export interface RelatedAccount {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: boolean;
  readonly child: boolean;
  /** Identifiers that both accounts have: they may be one customer. */
  readonly shares: ('crmId' | 'duns' | 'vat')[];
}

interface Facts {
  readonly id: string;
  readonly parentId: string | null;
  readonly crmId: string | null;
  readonly duns: string | null;
  readonly vat: string | null;
}

/** The customer's parent, the accounts it is the parent of, and those with the same identifier, as far as the person sees them. */
export function relatedTo(manager: EntityManager, context: RequestContext, account: Facts): Promise<RelatedAccount[]> {
  const { id, parentId, crmId, duns, vat } = account;
  const conditions = new Conditions().add(
    (self, parent, crm, number, tax) =>
      `account_id <> ${self} and archived_at is null and (account_id = ${parent} or parent_id = ${self} or crm_id = ${crm}
        or duns = ${number} or vat = ${tax})`,
    id,
    parentId,
    crmId,
    duns,
    vat,
  );
  const { sql, values } = withinReach(conditions, context);
  return manager.query(
    `select account_id as id, code, name, account_id is not distinct from $2 as parent,
       parent_id is not distinct from $1 as child,
       array_remove(array[case when crm_id = $3 then 'crmId' end, case when duns = $4 then 'duns' end,
         case when vat = $5 then 'vat' end], null) as shares
     from account where ${sql} order by name, account_id limit 200`,
    values,
  );
}
