import { Injectable } from '@nestjs/common';
import { CommandRunner, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { enterprise } from '../enterprise/enterprise';

/** Looks at the enterprise itself, not at a read model: a division opened a moment ago counts. */
@Injectable()
export class DivisionGuard {
  constructor(private readonly runner: CommandRunner) {}

  async unknown(context: RequestContext, divisionIds: readonly string[]): Promise<string[]> {
    if (divisionIds.length === 0) return [];
    const { divisions } = await this.runner.state(enterprise, context.tenant, context.tenant);
    return divisionIds.filter((id) => !Object.hasOwn(divisions, id));
  }

  /** @throws Refused naming the divisions that the enterprise does not have */
  async assertExist(context: RequestContext, divisionIds: readonly string[]): Promise<void> {
    const unknown = await this.unknown(context, divisionIds);
    if (unknown.length === 0) return;
    throw new Refused('account.division-unknown', `divisionIds: the enterprise has no division ${unknown.join(', ')}.`);
  }
}
