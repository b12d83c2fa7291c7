import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  type CommandResult,
  CommandRunner,
  idForRequest,
  NotFound,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { FileStore } from '@mainstay/file-store';
import { Ctx, download, Endpoint, Input, Query, Upload } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { assertKeepsAccount } from '../account/keeps-account';
import { ReviseAccountNote, RestoreAccountNote, WithdrawAccountNote, WriteAccountNote } from './knowledge.commands';
import { KnowledgeQueries } from './knowledge.queries';
import {
  knowledgeAnswer,
  MAX_DOCUMENT_BYTES,
  newDocument,
  newDocumentRevision,
  newNote,
  noteChanges,
  revisionsAnswer,
  why,
} from './knowledge.views';
import { note, written } from './note';

/** What is known of a customer: notes and documents with all their revisions. */
@Controller('api/t/:tenant/accounts/:accountId')
export class NoteController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly queries: KnowledgeQueries,
    private readonly files: FileStore,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'knowledge',
    access: 'portfolio.read',
    summary: 'Everything known of a customer: notes, documents, competitors, ideas pitched, alignment reviews',
    answer: knowledgeAnswer,
  })
  accountKnowledge(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    return this.queries.ofAccount(context, accountId);
  }

  @Endpoint({
    method: 'POST',
    path: 'notes',
    access: 'portfolio.know',
    summary: 'Write a note',
    body: newNote,
    answer: 'command',
    creates: true,
  })
  async writeNote(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof newNote>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    const facts = { accountId, ...body, document: null };
    return this.commands.execute(new WriteAccountNote(context, idForRequest('note', context), facts));
  }

  @Endpoint({
    method: 'POST',
    path: 'notes/documents',
    access: 'portfolio.know',
    summary: 'Add a document of up to 20 MB as a note',
    query: newDocument,
    upload: { maxBytes: MAX_DOCUMENT_BYTES },
    answer: 'command',
    creates: true,
  })
  async addDocument(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Query() { name, mediaType, topic, title = name, source }: z.infer<typeof newDocument>,
    @Upload() bytes: Buffer,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    const document = { name, mediaType, ...(await this.files.put(context.tenant, bytes)) };
    const facts = { accountId, topic, title, source, text: '', document };
    return this.commands.execute(new WriteAccountNote(context, idForRequest('note', context), facts));
  }

  @Endpoint({
    method: 'PATCH',
    path: 'notes/:noteId',
    access: 'portfolio.know',
    summary: 'Revise a note; what it said before stays readable',
    body: noteChanges,
    answer: 'command',
  })
  async reviseNote(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('noteId') noteId: string,
    @Input() { reason, ...changes }: z.infer<typeof noteChanges>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    return this.commands.execute(new ReviseAccountNote(context, noteId, { accountId, noteId, changes, reason }));
  }

  @Endpoint({
    method: 'POST',
    path: 'notes/:noteId/document',
    access: 'portfolio.know',
    summary: 'Replace the document of a note, or attach one; the earlier one stays readable',
    query: newDocumentRevision,
    upload: { maxBytes: MAX_DOCUMENT_BYTES },
    answer: 'command',
  })
  async replaceDocument(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('noteId') noteId: string,
    @Query() { name, mediaType, reason }: z.infer<typeof newDocumentRevision>,
    @Upload() bytes: Buffer,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    // Nothing is stored for a note that is not there.
    written(await this.runner.state(note, context.tenant, noteId), { accountId, noteId });
    const document = { name, mediaType, ...(await this.files.put(context.tenant, bytes)) };
    const body = { accountId, noteId, changes: { document }, reason };
    return this.commands.execute(new ReviseAccountNote(context, noteId, body));
  }

  @Endpoint({
    method: 'POST',
    path: 'notes/:noteId/withdrawal',
    access: 'portfolio.know',
    summary: 'Withdraw a note with a reason; it stays readable',
    body: why,
    answer: 'command',
  })
  async withdrawNote(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('noteId') noteId: string,
    @Input() { reason }: z.infer<typeof why>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    return this.commands.execute(new WithdrawAccountNote(context, noteId, { accountId, noteId, reason }));
  }

  @Endpoint({
    method: 'POST',
    path: 'notes/:noteId/restoration',
    access: 'portfolio.know',
    summary: 'Bring a withdrawn note back',
    body: why,
    answer: 'command',
  })
  async restoreNote(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('noteId') noteId: string,
    @Input() { reason }: z.infer<typeof why>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    return this.commands.execute(new RestoreAccountNote(context, noteId, { accountId, noteId, reason }));
  }

  @Endpoint({
    method: 'GET',
    path: 'notes/:noteId/revisions',
    access: 'portfolio.read',
    summary: 'A note as it read at each revision, the latest first',
    answer: revisionsAnswer,
  })
  async noteRevisions(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('noteId') noteId: string,
  ) {
    return { items: await this.queries.revisions(context, accountId, noteId) };
  }

  @Endpoint({
    method: 'GET',
    path: 'notes/:noteId/revisions/:revision/document',
    access: 'portfolio.read',
    summary: 'Download the document of a revision. ETag is its SHA-256, which the bytes were held against.',
    answer: 'file',
  })
  async downloadDocument(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('noteId') noteId: string,
    @Param('revision') revision: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const revisions = await this.queries.revisions(context, accountId, noteId);
    const document = revisions.find((one) => String(one.revision) === revision)?.document;
    const bytes = document && (await this.files.get(context.tenant, document.sha256));
    if (!document || !bytes) throw new NotFound('document', `${noteId}/${revision}`);
    // Never as the type it says it is: what somebody sent is nothing for the browser to show as a page of ours.
    await download(reply, document.name, 'application/octet-stream').header('ETag', `"${document.sha256}"`).send(bytes);
  }
}
