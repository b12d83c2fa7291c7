import type { RequestContext } from '@mainstay/event-sourcing';

/** What a report and an export call people, divisions and the enterprise. The product binds it to where they are kept. */
export abstract class EnterpriseNames {
  /** By id; who was erased is not there. */
  abstract people(context: RequestContext): Promise<ReadonlyMap<string, string>>;
  abstract division(context: RequestContext, divisionId: string): Promise<string | undefined>;
  abstract enterprise(context: RequestContext): Promise<string>;
}
