import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query } from '@mainstay/http';
import { PortfolioFacade } from '@mainstay/portfolio';
import { z } from 'zod';
import { compareAnswer, planAnswer, revisionAnswer, revisionsAnswer } from './plan.answers';
import { RevisePlan, ReviewPlan } from './plan.commands';
import { planContent } from './plan-content';
import { PlanQueries } from './plan.queries';
import { partIn } from './plan-writers';

const revisePlanBody = z.strictObject({ content: planContent, reason: z.string().trim().max(2_000).default('') });
const reviewPlanBody = z.strictObject({
  reviewedOn: z.iso.date('must be a date such as 2025-03-03'),
  note: z.string().trim().max(2_000).default(''),
});
const number = z.coerce.number().int().min(1).max(1_000_000);
const comparedRevisions = z.object({ from: number, to: number });

@Controller('api/t/:tenant/accounts/:accountId/plan')
export class PlanController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: PlanQueries,
    private readonly portfolio: PortfolioFacade,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'planning.read',
    summary: 'The plan of an account as it stands',
    answer: planAnswer,
  })
  getPlan(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    return this.queries.plan(context, accountId);
  }

  @Endpoint({
    method: 'PUT',
    access: 'planning.write',
    summary: 'Save the plan of an account as its next revision',
    body: revisePlanBody,
    answer: 'command',
  })
  async revisePlan(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof revisePlanBody>,
  ): Promise<CommandResult> {
    const part = await this.partIn(context, accountId);
    await this.assertDivisions(
      context,
      body.content.forecast.map(({ divisionId }) => divisionId),
    );
    return this.commands.execute(new RevisePlan(context, accountId, { accountId, ...body, part }));
  }

  @Endpoint({
    method: 'POST',
    path: 'reviews',
    access: 'planning.review',
    summary: 'Record that the plan was reviewed and still holds',
    body: reviewPlanBody,
    answer: 'command',
    creates: true,
  })
  async reviewPlan(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof reviewPlanBody>,
  ): Promise<CommandResult> {
    const part = await this.partIn(context, accountId);
    return this.commands.execute(new ReviewPlan(context, accountId, { accountId, ...body, part }));
  }

  @Endpoint({
    method: 'GET',
    path: 'revisions',
    access: 'planning.read',
    summary: 'Every revision and review of the plan, latest first',
    answer: revisionsAnswer,
  })
  listPlanRevisions(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    return this.queries.revisions(context, accountId);
  }

  @Endpoint({
    method: 'GET',
    path: 'revisions/:revision',
    access: 'planning.read',
    summary: 'The plan as one revision had it',
    answer: revisionAnswer,
  })
  getPlanRevision(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('revision') revision: string,
  ) {
    const parsed = number.safeParse(revision);
    if (!parsed.success) throw new NotFound('revision', revision);
    return this.queries.revision(context, accountId, parsed.data);
  }

  @Endpoint({
    method: 'GET',
    path: 'compare',
    access: 'planning.read',
    summary: 'What differs between two revisions, in words and numbers',
    query: comparedRevisions,
    answer: compareAnswer,
  })
  comparePlanRevisions(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Query() { from, to }: z.infer<typeof comparedRevisions>,
  ) {
    return this.queries.compare(context, accountId, from, to);
  }

  private async partIn(context: RequestContext, accountId: string) {
    const account = await this.portfolio.account(context, accountId);
    if (!account) throw new NotFound('account', accountId);
    return partIn(account, context);
  }

  private async assertDivisions(context: RequestContext, divisionIds: string[]): Promise<void> {
    for (const id of new Set(divisionIds)) {
      if (await this.portfolio.divisionExists(context, id)) continue;
      throw new Refused('plan.division-unknown', `forecast: there is no division with the id ${id}.`);
    }
  }
}
