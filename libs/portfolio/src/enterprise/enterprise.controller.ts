import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandResult, RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { z } from 'zod';
import { EnterpriseQueries } from './enterprise-settings/enterprise.queries';
import { DescribeEnterprise, describeEnterpriseBody, type DescribeEnterpriseBody } from './enterprise.commands';

const answer = z.object({
  version: z.int(),
  name: z.string(),
  currency: z.string(),
  capacity: z.int().nullable().describe('How many key accounts the programme can serve'),
  planReviewDays: z.int().describe('A plan reviewed within so many days is live'),
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
}
