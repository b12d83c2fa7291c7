import type { RequestContext } from '@mainstay/event-sourcing';

/** The accounts of the enterprise, as far as a test of them must know. The product binds it to where they are kept. */
export abstract class AccountDirectory {
  /** Undefined where there is no such account; `leadId` is null while nobody leads it. */
  abstract account(context: RequestContext, accountId: string): Promise<{ readonly leadId: string | null } | undefined>;
}
