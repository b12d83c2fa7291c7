import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  CommandRunner,
  type CommandResult,
  idForRequest,
  NotFound,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { FileStore, type StoredContent } from '@mainstay/file-store';
import { Ctx, download, Endpoint, Input, Query, Upload } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { audit } from '../audit/audit';
import { AttachFile, ReviseFile, WithdrawFile } from '../audit/audit.commands';
import { mayAttach } from '../audit/evidence-file';
import { attachQuery, evidenceFiles, MAX_FILE_BYTES, reviseQuery, withdrawRequest } from './evidence-file.views';
import { EvidenceRegister } from './evidence-register.queries';

/** Files that show what an answer says. */
@Controller('api/t/:tenant/audits/:auditId')
export class EvidenceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly files: FileStore,
    private readonly register: EvidenceRegister,
  ) {}

  @Endpoint({
    method: 'POST',
    path: 'answers/:actionId/files',
    access: 'assessment.answer',
    summary: 'Attach a file of up to 20 MB to an action as evidence. The answer’s id is that of the file.',
    query: attachQuery,
    upload: { maxBytes: MAX_FILE_BYTES },
    answer: 'command',
    creates: true,
  })
  async attachEvidenceFile(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
    @Query() facts: z.infer<typeof attachQuery>,
    @Upload() bytes: Buffer,
  ): Promise<CommandResult> {
    const content = await this.keep(context, { auditId, actionId }, bytes);
    const fileId = idForRequest('evidence-file', context);
    const body = { auditId, actionId, fileId, ...facts, ...content };
    return {
      ...(await this.commands.execute<AttachFile, CommandResult>(new AttachFile(context, auditId, body))),
      id: fileId,
    };
  }

  @Endpoint({
    method: 'POST',
    path: 'answers/:actionId/files/:fileId/revisions',
    access: 'assessment.answer',
    summary: 'Replace a file with a reason; the earlier revision stays readable.',
    query: reviseQuery,
    upload: { maxBytes: MAX_FILE_BYTES },
    answer: 'command',
    creates: true,
  })
  async reviseEvidenceFile(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
    @Param('fileId') fileId: string,
    @Query() facts: z.infer<typeof reviseQuery>,
    @Upload() bytes: Buffer,
  ): Promise<CommandResult> {
    const content = await this.keep(context, { auditId, actionId }, bytes);
    return this.commands.execute(new ReviseFile(context, auditId, { auditId, actionId, fileId, ...facts, ...content }));
  }

  @Endpoint({
    method: 'POST',
    path: 'answers/:actionId/files/:fileId/withdrawal',
    access: 'assessment.answer',
    summary: 'Withdraw a file with a reason: it counts no more as evidence, and stays readable.',
    body: withdrawRequest,
    answer: 'command',
  })
  withdrawEvidenceFile(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
    @Param('fileId') fileId: string,
    @Input() { reason }: z.infer<typeof withdrawRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new WithdrawFile(context, auditId, { auditId, actionId, fileId, reason }));
  }

  @Endpoint({
    method: 'GET',
    path: 'files',
    access: 'assessment.read',
    summary: 'Every file of an audit with all its revisions, withdrawn ones included.',
    answer: evidenceFiles,
  })
  async listEvidenceFiles(@Ctx() context: RequestContext, @Param('auditId') auditId: string) {
    return { items: await this.register.ofAudit(context, auditId) };
  }

  @Endpoint({
    method: 'GET',
    path: 'files/:fileId/:revision',
    access: 'assessment.read',
    summary: 'Download one revision of a file. ETag is its SHA-256, which the bytes were held against.',
    answer: 'file',
  })
  async downloadEvidenceFile(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('fileId') fileId: string,
    @Param('revision') revision: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sha256, name } = await this.register.revision(context, auditId, fileId, revision);
    const bytes = await this.files.get(context.tenant, sha256);
    if (!bytes) throw new NotFound('file', fileId);
    // Never as the type it says it is: what somebody sent is nothing for the browser to show as a page of ours.
    await download(reply, name, 'application/octet-stream').header('ETag', `"${sha256}"`).send(bytes);
  }

  /** Nothing is stored for whoever may not attach it. */
  private async keep(
    context: RequestContext,
    at: { auditId: string; actionId: string },
    bytes: Buffer,
  ): Promise<StoredContent> {
    mayAttach(await this.runner.state(audit, context.tenant, at.auditId), at, context);
    return this.files.put(context.tenant, bytes);
  }
}
