import { Controller, Res } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendTable } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CategoriesQueries } from '../category/categories.queries';
import { namingCategories } from '../category/naming-categories';
import {
  dependenceAnswer,
  dependenceColumns,
  dependenceExport,
  type DependencePage,
  dependencePage,
} from './dependence';
import { DependenceQueries } from './dependence.queries';

@Controller('api/t/:tenant/portfolio/relationships')
export class DependenceController {
  constructor(
    private readonly queries: DependenceQueries,
    private readonly categories: CategoriesQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'Over all accounts: relationships that hang on one person, gaps, contacts kept past their day',
    query: dependencePage,
    answer: dependenceAnswer,
  })
  listDependences(@Ctx() context: RequestContext, @Query() query: DependencePage) {
    return this.queries.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'portfolio.read',
    summary: 'The same list as CSV or XLSX, with its filters',
    query: dependenceExport,
    answer: 'file',
  })
  async exportDependences(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof dependenceExport>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = await this.categories.known(context);
    const columns = namingCategories(dependenceColumns, known, { categories: ['Category'] });
    await sendTable(reply, format, 'relationships', columns, await this.queries.all(context, filter));
  }
}
