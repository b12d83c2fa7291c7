import type { RequestContext } from '@mainstay/event-sourcing';

/** Who works here, and for which account: the people's own context knows, and the product that puts the contexts together asks it. */
export abstract class PeopleDirectory {
  abstract knows(context: RequestContext, personId: string): Promise<boolean>;
  /** The division that somebody works for; null where it is none alone. */
  abstract divisionOf(context: RequestContext, personId: string): Promise<string | null>;
  /** Ids of those who are in the team of an account today. */
  abstract teamOf(context: RequestContext, accountId: string): Promise<string[]>;
}
