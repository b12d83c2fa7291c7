import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idForRequest, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { DivisionDirectory } from '../audit/division-directory';
import {
  AnswerCell,
  AssignOrganisationAssessors,
  MarkTransnational,
  OpenOrganisationAssessment,
  ReopenOrganisation,
  SettleAgreedCells,
  SettleCell,
  SignOffOrganisation,
} from './organisation.commands';
import {
  cellAnswerOf,
  cellAnswerRequest,
  openOrganisationRequest,
  organisationAssessorsRequest,
  reopenRequest,
  settleCellRequest,
  signOffRequest,
  transnationalRequest,
} from './organisation.requests';

@Controller('api/t/:tenant/organisation-assessments')
export class OrganisationCommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly divisions: DivisionDirectory,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'assessment.open',
    summary: 'Open an assessment of the organisation for the programme or one division.',
    body: openOrganisationRequest,
    answer: 'command',
    creates: true,
  })
  async openOrganisationAssessment(
    @Ctx() context: RequestContext,
    @Input() body: z.infer<typeof openOrganisationRequest>,
  ): Promise<CommandResult> {
    const { scope } = body;
    if (scope.kind === 'division' && !(await this.divisions.exists(context, scope.divisionId))) {
      throw new Refused(
        'organisation.division-unknown',
        `scope.divisionId: there is no division with the id ${scope.divisionId}.`,
      );
    }
    const id = idForRequest('organisation-assessment', context);
    return this.commands.execute(new OpenOrganisationAssessment(context, id, body));
  }

  @Endpoint({
    method: 'PUT',
    path: ':assessmentId/assessors',
    access: 'assessment.assign',
    summary: 'Say who answers the assessment; each answers for himself or herself.',
    body: organisationAssessorsRequest,
    answer: 'command',
  })
  assignOrganisationAssessors(
    @Ctx() context: RequestContext,
    @Param('assessmentId') assessmentId: string,
    @Input() body: z.infer<typeof organisationAssessorsRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new AssignOrganisationAssessors(context, assessmentId, { assessmentId, ...body }));
  }

  @Endpoint({
    method: 'PUT',
    path: ':assessmentId/answers/:cellId',
    access: 'assessment.answer',
    summary: 'Give one’s own answer to a cell, or correct it with a reason.',
    body: cellAnswerRequest,
    answer: 'command',
  })
  answerOrganisationCell(
    @Ctx() context: RequestContext,
    @Param('assessmentId') assessmentId: string,
    @Param('cellId') cell: string,
    @Input() body: z.infer<typeof cellAnswerRequest>,
  ): Promise<CommandResult> {
    const { reason } = body;
    return this.commands.execute(
      new AnswerCell(context, assessmentId, { assessmentId, cell, answer: cellAnswerOf(body), reason }),
    );
  }

  @Endpoint({
    method: 'PUT',
    path: ':assessmentId/settled/:cellId',
    access: 'assessment.settle',
    summary: 'Settle the score of a cell, with a reason where the assessors differ.',
    body: settleCellRequest,
    answer: 'command',
  })
  settleOrganisationCell(
    @Ctx() context: RequestContext,
    @Param('assessmentId') assessmentId: string,
    @Param('cellId') cell: string,
    @Input() body: z.infer<typeof settleCellRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new SettleCell(context, assessmentId, { assessmentId, cell, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':assessmentId/settle-agreed',
    access: 'assessment.settle',
    summary: 'Settle every open cell on which all assessors assigned agree.',
    answer: 'command',
  })
  settleAgreedCells(
    @Ctx() context: RequestContext,
    @Param('assessmentId') assessmentId: string,
  ): Promise<CommandResult> {
    return this.commands.execute(new SettleAgreedCells(context, assessmentId, { assessmentId }));
  }

  @Endpoint({
    method: 'PUT',
    path: ':assessmentId/transnational',
    access: 'assessment.settle',
    summary: 'Mark the organisation as transnational or not; element E counts either way.',
    body: transnationalRequest,
    answer: 'command',
  })
  markTransnational(
    @Ctx() context: RequestContext,
    @Param('assessmentId') assessmentId: string,
    @Input() body: z.infer<typeof transnationalRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new MarkTransnational(context, assessmentId, { assessmentId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':assessmentId/sign-off',
    access: 'assessment.settle',
    summary: 'Sign off the assessment: its settled scores are pinned.',
    body: signOffRequest,
    answer: 'command',
  })
  signOffOrganisation(
    @Ctx() context: RequestContext,
    @Param('assessmentId') assessmentId: string,
    @Input() body: z.infer<typeof signOffRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new SignOffOrganisation(context, assessmentId, { assessmentId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':assessmentId/reopen',
    access: 'assessment.settle',
    summary: 'Open a signed-off assessment again, with a reason.',
    body: reopenRequest,
    answer: 'command',
  })
  reopenOrganisation(
    @Ctx() context: RequestContext,
    @Param('assessmentId') assessmentId: string,
    @Input() body: z.infer<typeof reopenRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReopenOrganisation(context, assessmentId, { assessmentId, ...body }));
  }
}
