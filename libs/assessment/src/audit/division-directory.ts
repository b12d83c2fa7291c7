import type { RequestContext } from '@mainstay/event-sourcing';

/** The divisions of the enterprise, as far as an audit must know them. The product binds it to where they are kept. */
export abstract class DivisionDirectory {
  abstract exists(context: RequestContext, divisionId: string): Promise<boolean>;
}
