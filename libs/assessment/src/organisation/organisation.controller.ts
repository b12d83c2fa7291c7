import { Controller, Param, Res } from '@nestjs/common';
import { type RequestContext, Refused } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendTable, tableFormat } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { organisationCatalogueFor } from './catalogue/organisation-catalogue';
import { answerColumns, answerLines, cellColumns, cellLines } from './organisation.export';
import {
  organisationDetail,
  organisationFacts,
  organisationFilter,
  organisationList,
  organisationListColumns,
  organisationPage,
} from './register/organisation-list';
import { OrganisationRegister } from './register/organisation-register.queries';
import { movement, movementBetween } from './standing/movement';

const assessmentId = z.string().min(1).max(100);
const movementQuery = z.object({ from: assessmentId, to: assessmentId });
const organisationMovement = z.object({ from: organisationFacts, to: organisationFacts, ...movement.shape });
const listExport = organisationFilter.extend({ format: tableFormat });
const exportQuery = z.object({
  format: tableFormat,
  of: z.enum(['cells', 'answers']).default('cells').describe('One line a cell, or one line an answer'),
});

@Controller('api/t/:tenant/organisation-assessments')
export class OrganisationController {
  constructor(private readonly register: OrganisationRegister) {}

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'The assessments of the organisation with progress, score and band, latest first.',
    query: organisationPage,
    answer: organisationList,
  })
  listOrganisationAssessments(@Ctx() context: RequestContext, @Query() query: z.infer<typeof organisationPage>) {
    return this.register.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'assessment.read',
    summary: 'The list of assessments of the organisation as CSV or XLSX.',
    query: listExport,
    answer: 'file',
  })
  async exportOrganisationAssessments(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof listExport>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const list = await this.register.list(context, filter);
    await sendTable(reply, format, 'organisation-assessments', organisationListColumns, list);
  }

  @Endpoint({
    method: 'GET',
    path: 'compare',
    access: 'assessment.read',
    summary: 'What moved between two assessments, cell by cell, with the evidence of both.',
    query: movementQuery,
    answer: organisationMovement,
  })
  async compareOrganisationAssessments(
    @Ctx() context: RequestContext,
    @Query() query: z.infer<typeof movementQuery>,
  ): Promise<z.infer<typeof organisationMovement>> {
    const [from, to] = await this.register.assessments(context, [query.from, query.to]);
    if (from!.catalogueVersion !== to!.catalogueVersion) {
      throw new Refused('organisation.versions-differ', 'from, to: the assessments ask about different versions.');
    }
    const { standing: before, showsAssessors: _from, ...fromFacts } = from!;
    const { standing: after, showsAssessors: _to, ...toFacts } = to!;
    return { from: fromFacts, to: toFacts, ...movementBetween(before, after) };
  }

  @Endpoint({
    method: 'GET',
    path: ':assessmentId',
    access: 'assessment.read',
    summary: 'One assessment: facts, scores by cell, element and group, agreement, and what was said.',
    answer: organisationDetail,
  })
  getOrganisationAssessment(@Ctx() context: RequestContext, @Param('assessmentId') assessmentId: string) {
    return this.register.assessment(context, assessmentId);
  }

  @Endpoint({
    method: 'GET',
    path: ':assessmentId/export',
    access: 'assessment.read',
    summary: 'Every cell with its score, agreement and next state, or every answer, as CSV or XLSX.',
    query: exportQuery,
    answer: 'file',
  })
  async exportOrganisationAssessment(
    @Ctx() context: RequestContext,
    @Param('assessmentId') assessmentId: string,
    @Query() { of, format }: z.infer<typeof exportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { standing, catalogueVersion, assessedOn } = await this.register.assessment(context, assessmentId);
    const lines = cellLines(organisationCatalogueFor(catalogueVersion), standing);
    if (of === 'cells') await sendTable(reply, format, `organisation-${assessedOn}`, cellColumns, lines);
    else await sendTable(reply, format, `organisation-answers-${assessedOn}`, answerColumns, answerLines(lines));
  }
}
