import { Controller, Param, Res } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendTable, tableFormat } from '@mainstay/http';
import type { KnownCategories } from '@mainstay/portfolio';
import type { Columns } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { MeasureId } from './entitlement';
import { EntitlementQueries } from './entitlement.queries';
import {
  accountEntitlement,
  entitlementFilter,
  type EntitlementLine,
  entitlementLines,
  type EntitlementPage,
  entitlementPage,
} from './entitlement.views';

const entitlementExport = entitlementFilter.extend({ format: tableFormat });

@Controller('api/t/:tenant')
export class EntitlementController {
  constructor(private readonly queries: EntitlementQueries) {}

  @Endpoint({
    method: 'GET',
    path: 'portfolio/entitlement',
    access: 'portfolio.read',
    summary: 'What accounts receive of key account management, held against what their category is entitled to',
    query: entitlementPage,
    answer: entitlementLines,
  })
  listEntitlement(@Ctx() context: RequestContext, @Query() query: EntitlementPage) {
    return this.queries.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'portfolio/entitlement/export',
    access: 'portfolio.read',
    summary: 'The same as CSV or XLSX, with the filters and the order of the list',
    query: entitlementExport,
    answer: 'file',
  })
  async exportEntitlement(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof entitlementExport>,
    @Res() reply: FastifyReply,
  ) {
    const [lines, known] = await this.queries.all(context, filter);
    await sendTable(reply, format, 'entitlement', columnsWith(known), lines);
  }

  @Endpoint({
    method: 'GET',
    path: 'accounts/:accountId/entitlement',
    access: 'portfolio.read',
    summary: 'What one account receives, held against what its category is entitled to; null for one that is not key',
    answer: z.object({ held: accountEntitlement.nullable() }),
  })
  async getEntitlement(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    const held = await this.queries.one(context, accountId);
    if (!held && !(await this.queries.sees(context, accountId))) throw new NotFound('account', accountId);
    return { held: held ?? null };
  }
}

const headings: Record<MeasureId, string> = {
  reviews: 'Reviews in 12 months',
  plan: 'Live plan',
  sponsor: 'Sponsor',
  teamTime: 'Team time (%)',
  investment: 'Investment',
  managerLoad: "Manager's load (%)",
  contacts: 'Contacts',
};

function columnsWith({ nameOf }: KnownCategories): Columns<EntitlementLine> {
  const of = ({ measures }: EntitlementLine, id: MeasureId) => measures.find((one) => one.id === id);
  const pairs = (Object.keys(headings) as MeasureId[]).flatMap((id) => [
    [`${headings[id]}: entitled`, (line: EntitlementLine) => of(line, id)?.entitled ?? null] as const,
    [`${headings[id]}: received`, (line: EntitlementLine) => of(line, id)?.received ?? null] as const,
  ]);
  return {
    Code: ({ code }) => code,
    Name: ({ name }) => name,
    Category: ({ category }) => nameOf(category),
    'Lead (id)': ({ leadId }) => leadId,
    State: ({ verdict }) => verdict,
    Under: ({ under }) => under,
    Over: ({ over }) => over,
    ...Object.fromEntries(pairs),
  };
}
