import { Controller, Param } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint } from '@mainstay/http';
import type { z } from 'zod';
import { spendWarning } from './criteria';
import { criteriaSetAnswer, criteriaSetsAnswer } from './criteria.answers';
import { CriteriaQueries } from './criteria.queries';

@Controller('api/t/:tenant/criteria-sets')
export class CriteriaController {
  constructor(private readonly queries: CriteriaQueries) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'Every version of the criteria, the one in force, and the draft of the next',
    answer: criteriaSetsAnswer,
  })
  listCriteriaSets(@Ctx() context: RequestContext) {
    return this.queries.sets(context);
  }

  @Endpoint({
    method: 'GET',
    path: ':version',
    access: 'portfolio.read',
    summary: 'A criteria set: criteria by axis, weights, anchors',
    answer: criteriaSetAnswer,
  })
  async getCriteriaSet(
    @Ctx() context: RequestContext,
    @Param('version') version: string,
  ): Promise<z.infer<typeof criteriaSetAnswer>> {
    const set = /^\d{1,9}$/.test(version) ? await this.queries.set(context, Number(version)) : undefined;
    if (!set) throw new NotFound('criteria-set', version);
    return { ...set, warning: spendWarning(set) ?? null };
  }
}
