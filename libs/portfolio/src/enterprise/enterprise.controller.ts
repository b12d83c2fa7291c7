import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandResult, RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { z } from 'zod';
import { approvals } from '../account/category';
import { EnterpriseQueries } from './enterprise-settings/enterprise.queries';
import {
  DescribeEnterprise,
  describeEnterpriseBody,
  type DescribeEnterpriseBody,
  SetApprovalRule,
  setApprovalRuleBody,
  type SetApprovalRuleBody,
  SetHealthWeights,
  setHealthWeightsBody,
  type SetHealthWeightsBody,
} from './enterprise.commands';
import { healthWeights } from './health-weights';

const people = z.enum(approvals);
const answer = z.object({
  version: z.int(),
  name: z.string(),
  currency: z.string(),
  capacity: z.int().nullable().describe('How many key accounts the programme can serve'),
  planReviewDays: z.int().describe('A plan reviewed within so many days is live'),
  approval: z
    .object({ select: people, up: people, down: people, 'de-select': people })
    .describe('How many people a change of category takes, by direction'),
  healthWeights: healthWeights.describe("How much each part of an account's health counts; 0: not at all"),
});

@Controller('api/t/:tenant/enterprise')
export class EnterpriseController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: EnterpriseQueries,
  ) {}

  @Endpoint({ method: 'GET', access: 'enterprise.read', summary: 'The enterprise and its settings', answer })
  getEnterprise(@Ctx() context: RequestContext): Promise<z.infer<typeof answer>> {
    return this.queries.enterprise(context);
  }

  @Endpoint({
    method: 'PUT',
    access: 'enterprise.manage',
    summary: 'Describe the enterprise: name, currency, capacity, review interval',
    body: describeEnterpriseBody,
    answer: 'command',
  })
  describeEnterprise(@Ctx() context: RequestContext, @Input() body: DescribeEnterpriseBody): Promise<CommandResult> {
    return this.commands.execute(new DescribeEnterprise(context, context.tenant, body));
  }

  @Endpoint({
    method: 'PUT',
    path: 'approval-rule',
    access: 'enterprise.manage',
    summary: 'Say how many people a change of category takes: by direction, one or two',
    body: setApprovalRuleBody,
    answer: 'command',
  })
  setApprovalRule(@Ctx() context: RequestContext, @Input() body: SetApprovalRuleBody): Promise<CommandResult> {
    return this.commands.execute(new SetApprovalRule(context, context.tenant, body));
  }

  @Endpoint({
    method: 'PUT',
    path: 'health-weights',
    access: 'enterprise.manage',
    summary: "Say how much each part of an account's health counts: 0 to 10, not all 0",
    body: setHealthWeightsBody,
    answer: 'command',
  })
  setHealthWeights(@Ctx() context: RequestContext, @Input() body: SetHealthWeightsBody): Promise<CommandResult> {
    return this.commands.execute(new SetHealthWeights(context, context.tenant, body));
  }
}
