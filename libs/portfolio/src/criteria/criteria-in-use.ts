import { Injectable } from '@nestjs/common';
import { CommandRunner, type RequestContext } from '@mainstay/event-sourcing';
import type { CriteriaSet } from './criteria';
import { criteriaSets, inForceOn } from './criteria-sets';
import { dayOf } from './criteria-sets.decisions';

/** The criteria that a rule goes by: as published this moment, not as a read model knows them. */
@Injectable()
export class CriteriaInUse {
  constructor(private readonly runner: CommandRunner) {}

  /** The version in force today, or the version asked for; undefined where there is none of that number. */
  async set(context: RequestContext, version?: number): Promise<CriteriaSet | undefined> {
    const { published } = await this.runner.state(criteriaSets, context.tenant, context.tenant);
    if (version === undefined) return inForceOn(published, dayOf(context));
    return published.find((set) => set.version === version);
  }
}
