import { Injectable } from '@nestjs/common';
import { CommandRunner, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { account } from '../account/account';
import { type ApprovalRule, defaultApproval } from '../account/category';
import type { ResourceLine } from '../account/resource/resource.events';
import { enterprise } from '../enterprise/enterprise';
import { PeopleDirectory } from '../relationship/people-directory';
import { type CategorySet, categoriesOf, shippedExitPoints, shippedSet } from './categories';
import type { ExitPointSetting } from './categories.events';

/** What the enterprise has said about moves between categories, and whom a move of this account concerns. */
export interface MoveRule {
  /** How many people each direction takes. */
  readonly approval: ApprovalRule;
  /** Every version of its categories. */
  readonly sets: readonly CategorySet[];
  /** What is seen to when an account leaves its category. */
  readonly exitPoints: readonly ExitPointSetting[];
  /** Who is told of a decided move: lead, sponsor, team, heads of the divisions that trade with the account. */
  readonly concerned: readonly string[];
}

/** What holds for an enterprise that has said nothing. */
export const defaultMoveRule: MoveRule = {
  approval: defaultApproval,
  sets: [shippedSet],
  exitPoints: shippedExitPoints,
  concerned: [],
};

/** As said and recorded this moment, not as a read model knows it. */
@Injectable()
export class MoveRules {
  constructor(
    private readonly runner: CommandRunner,
    private readonly people: PeopleDirectory,
  ) {}

  async of(context: RequestContext, accountId: string): Promise<MoveRule> {
    const { tenant } = context;
    const { approval, divisions } = await this.runner.state(enterprise, tenant, tenant);
    const { sets, exitPoints } = await this.runner.state(categoriesOf, tenant, tenant);
    const moved = await this.runner.state(account, tenant, accountId);
    if (moved.kind === 'unknown') return { approval, sets, exitPoints, concerned: [] };
    const heads = moved.divisionIds.map((id) => (Object.hasOwn(divisions, id) ? divisions[id]!.headId : null));
    const team = await this.people.teamOf(context, accountId);
    const people = [moved.leadId, moved.sponsorId, ...heads, ...team].filter((person) => person !== null);
    return { approval, sets, exitPoints, concerned: [...new Set(people)].sort() };
  }

  /** @throws Refused naming a place, other than the pool, that is no account */
  async assertPlaces({ tenant }: RequestContext, lines: readonly ResourceLine[] = []): Promise<void> {
    const places = new Set(lines.flatMap(({ from, to }) => [from, to]).filter((place) => place !== 'pool'));
    for (const place of places) {
      if ((await this.runner.state(account, tenant, place)).kind === 'registered') continue;
      throw new Refused(
        'resource.place-unknown',
        `resources: there is no account ${place}; name an account, or the pool.`,
      );
    }
  }
}
