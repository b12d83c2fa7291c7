import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { seesOnlyHeadedDivisions } from '../../scope';
import { type ApprovalRule, defaultApproval } from '../../account/category';
import { defaultSettings, type Division } from '../enterprise';
import type { EnterpriseSettings } from '../enterprise.events';
import { defaultHealthWeights, type HealthWeights } from '../health-weights';
import { divisionTable, enterpriseTable } from './enterprise-settings.projection';

export interface EnterpriseAnswer extends EnterpriseSettings {
  /** How many people a change of category takes. */
  readonly approval: ApprovalRule;
  /** How much each part of an account's health counts. */
  readonly healthWeights: HealthWeights;
  readonly version: number;
}

@Injectable()
export class EnterpriseQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** The defaults, at version 0, before anything was said about the enterprise. */
  enterprise(context: RequestContext): Promise<EnterpriseAnswer> {
    return this.readStore.read(context, async (manager) => {
      const row = await manager.findOneBy(enterpriseTable.entity, {});
      if (!row) {
        return { ...defaultSettings, approval: defaultApproval, healthWeights: defaultHealthWeights, version: 0 };
      }
      const { name, currency, capacity, planReviewDays, approval, healthWeights, version } = row;
      return { name, currency, capacity, planReviewDays, approval, healthWeights, version };
    });
  }

  /** All divisions by name; `version` is the enterprise's. */
  divisions(context: RequestContext): Promise<{ version: number; items: Division[] }> {
    return this.readStore.read(context, async (manager) => {
      const rows = await manager.find(divisionTable.entity, { order: { name: 'asc', code: 'asc' } });
      const enterprise = await manager.findOneBy(enterpriseTable.entity, {});
      const items = rows.map(({ divisionId: id, code, name, headId }) => ({ id, code, name, headId }));
      return { version: enterprise?.version ?? 0, items };
    });
  }

  /** The divisions that a division head sees; everybody else sees all. */
  async divisionScope(context: RequestContext): Promise<'all' | { id: string; name: string }[]> {
    if (!seesOnlyHeadedDivisions(context)) return 'all';
    const { items } = await this.divisions(context);
    return items.filter(({ headId }) => headId === context.actor).map(({ id, name }) => ({ id, name }));
  }
}
