import type { RequestContext } from '@mainstay/event-sourcing';

/** Who reports to whom, and who works where. The product binds it to where people are kept. */
export abstract class TimeUseDirectory {
  /** At present, whatever moment is read: a former line manager does not look into the past either. */
  abstract reportsOf(context: RequestContext, lineManagerId: string): Promise<readonly string[]>;
  abstract divisionOf(context: RequestContext, personId: string): Promise<string | undefined>;
}
