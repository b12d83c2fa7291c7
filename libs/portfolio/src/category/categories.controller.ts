import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, CommandRunner, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { Category } from '../account/category';
import { LeaveRetired } from '../account/category.commands';
import { categoriesOf, nameIn } from './categories';
import { categoriesAnswer } from './categories.answers';
import {
  SetCategories,
  setCategoriesBody,
  type SetCategoriesRequest,
  SetExitList,
  setExitListBody,
  type SetExitListBody,
} from './categories.commands';
import { retiredBy, setCategories } from './categories.decisions';
import { CategoriesQueries } from './categories.queries';

@Controller('api/t/:tenant/categories')
export class CategoriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly queries: CategoriesQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'The categories of the enterprise: names, order, rules of entry, what each is entitled to',
    answer: categoriesAnswer,
  })
  listCategories(@Ctx() context: RequestContext) {
    return this.queries.all(context);
  }

  @Endpoint({
    method: 'PUT',
    access: 'portfolio.categories',
    summary: 'Say what the categories are from a day on: rename, describe, reorder, add, retire',
    body: setCategoriesBody,
    answer: 'command',
  })
  async setCategories(
    @Ctx() context: RequestContext,
    @Input() { targets, ...body }: SetCategoriesRequest,
  ): Promise<CommandResult> {
    const { tenant } = context;
    const state = await this.runner.state(categoriesOf, tenant, tenant);
    // What would be refused anyway moves no account.
    setCategories(state, { ...body, occupied: {} }, context);
    const occupied = { ...(await this.queries.occupied(context)) };
    for (const from of retiredBy(state.sets.at(-1)!, body.categories)) {
      const to = targets[from];
      if (to === undefined || !occupied[from]) continue;
      if (!body.categories.some(({ id }) => id === to)) {
        throw new Refused('categories.target-unknown', `targets.${from}: must be a category that stays.`);
      }
      const reason = `${nameIn(state.sets, from)} is retired: ${body.reason}`;
      occupied[from] -= await this.moveAll(context, { from, to, effectiveOn: body.effectiveOn, reason });
    }
    return this.commands.execute(new SetCategories(context, tenant, { ...body, occupied }));
  }

  @Endpoint({
    method: 'PUT',
    path: 'exit-list',
    access: 'portfolio.categories',
    summary: 'Say what is seen to when an account leaves its category',
    body: setExitListBody,
    answer: 'command',
  })
  setExitList(@Ctx() context: RequestContext, @Input() body: SetExitListBody): Promise<CommandResult> {
    return this.commands.execute(new SetExitList(context, context.tenant, body));
  }

  /** One command per account; doing it again moves only what has not moved. Answers how many accounts it was. */
  private async moveAll(
    context: RequestContext,
    move: { from: Category; to: Category; effectiveOn: string; reason: string },
  ): Promise<number> {
    const accounts = await this.queries.accountsIn(context, move.from);
    const { expectedVersion: _, idempotencyKey: _key, ...each } = context;
    for (const accountId of accounts) {
      await this.commands.execute(new LeaveRetired(each, accountId, { accountId, ...move }));
    }
    return accounts.length;
  }
}
