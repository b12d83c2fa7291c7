import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Conditions, withinReach } from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import type { Place } from './team.events';
import { teamMemberTable } from './team.projection';

export interface TeamMember extends Place {
  readonly personId: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}

const rank: Record<Place['kind'], number> = { leader: 0, core: 1, extended: 2 };

@Injectable()
export class TeamQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Leader, core, extended, each by joining; those who left last. @throws NotFound */
  async team(context: RequestContext, accountId: string): Promise<{ items: TeamMember[]; version: number }> {
    const rows = await this.readStore.read(context, async (manager) => {
      const seen = withinReach(
        new Conditions().add((id) => `account_id = ${id}`, accountId),
        context,
      );
      const found: unknown[] = await manager.query(`select 1 from account where ${seen.sql}`, seen.values);
      if (found.length === 0) throw new NotFound('account', accountId);
      return manager.find(teamMemberTable.entity, {
        where: { accountId },
        order: { joinedOn: 'ASC', personId: 'ASC' },
      });
    });
    const items = rows.map(
      ({ tenant: _tenant, recorded: _recorded, version: _version, accountId: _accountId, ...member }) => member,
    );
    const gone = ({ leftOn }: TeamMember) => Number(leftOn !== null);
    items.sort((one, other) => gone(one) - gone(other) || rank[one.kind] - rank[other.kind]);
    return { items, version: Math.max(0, ...rows.map(({ version }) => version)) };
  }
}
