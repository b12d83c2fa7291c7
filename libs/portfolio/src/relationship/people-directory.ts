import type { RequestContext } from '@mainstay/event-sourcing';

/** Whether somebody works here: the people's own context knows, and the product that puts the contexts together asks it. */
export abstract class PeopleDirectory {
  abstract knows(context: RequestContext, personId: string): Promise<boolean>;
}
