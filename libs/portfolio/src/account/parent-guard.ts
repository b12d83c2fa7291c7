import { Injectable } from '@nestjs/common';
import { CommandRunner, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { account } from './account';

/** A customer's parents, and theirs: no enterprise goes deeper. */
const DEEPEST = 20;

/** Looks at the accounts themselves, not at a read model: a parent registered a moment ago counts. */
@Injectable()
export class ParentGuard {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refused where there is no such account, or the account would stand among its own parents */
  async assertMayBe(context: RequestContext, accountId: string, parentId: string | null | undefined): Promise<void> {
    let above = parentId;
    for (let depth = 0; above && depth < DEEPEST; depth++) {
      if (above === accountId) {
        throw new Refused('account.parent-cycle', 'parentId: an account cannot stand among its own parents.');
      }
      const state = await this.runner.state(account, context.tenant, above);
      if (state.kind === 'unknown') {
        throw new Refused('account.parent-unknown', `parentId: there is no account with the id ${above}.`);
      }
      above = state.parentId;
    }
    if (above) throw new Refused('account.parent-deep', `parentId: there are more than ${DEEPEST} parents above it.`);
  }
}
