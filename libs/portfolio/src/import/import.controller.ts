import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idForRequest, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { FileStore } from '@mainstay/file-store';
import { Ctx, Endpoint, Input, Query, Upload } from '@mainstay/http';
import { readTable } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { StartImport, UndoImport, type UndoImportBody, undoImportBody } from './account-import';
import { Importer, importLimits } from './importer';
import { importFields, suggestMapping } from './import-fields';
import { ImportQueries } from './import.queries';
import {
  countsOf,
  importOneAnswer,
  importPreview,
  type ImportPreview,
  importQuery,
  type ImportQuery,
  importRowsAnswer,
  importRowsQuery,
  importsAnswer,
  importsPage,
  SHOWN,
} from './import.views';
import { planImport } from './plan-import';

@Controller('api/t/:tenant/accounts')
export class ImportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: ImportQueries,
    private readonly importer: Importer,
    private readonly files: FileStore,
  ) {}

  @Endpoint({
    method: 'POST',
    path: 'import',
    access: 'portfolio.register',
    summary:
      'Accounts from a CSV or XLSX file. A dry run only tells; an import begins and goes on by itself: see accounts/imports/{importId}.',
    query: importQuery,
    upload: { maxBytes: 50 * 1_048_576 },
    answer: importPreview,
  })
  async importAccounts(
    @Ctx() context: RequestContext,
    @Query() { fileName, dryRun, mapping: asked, refused, reason }: ImportQuery,
    @Upload() bytes: Buffer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportPreview> {
    const table = await readTable(bytes, { fileName, limits: importLimits });
    const surroundings = await this.queries.surroundings(context);
    const mapping = asked ?? suggestMapping(table.headers, surroundings.remembered);
    const nothing = dryRun === 'true' && mapping.code === undefined && mapping.id === undefined;
    // Without a code nothing can be told yet but the columns: the person says which is which.
    const plan = nothing
      ? { rows: [], refusals: [], ignoredColumns: table.headers.filter(Boolean) }
      : planImport(table, mapping, surroundings);
    const counts = countsOf(plan);
    const preview: ImportPreview = {
      importId: null,
      ...counts,
      rows: table.rows.length,
      items: plan.rows
        .filter(isTouched)
        .slice(0, SHOWN)
        .map(({ facts, ...row }) => ({ ...row, after: facts })),
      columns: table.headers.map((header, index) => ({ header, sample: sampleOf(table.rows, index) })),
      mapping,
      fields: [...importFields],
    };
    if (dryRun === 'true') return preview;
    if (counts.refused > 0 && refused === 'stop') {
      throw new Refused(
        'import.refused',
        `Nothing was imported, because ${counts.refused === 1 ? 'one row was' : `${counts.refused} rows were`} refused.`,
        { refusals: counts.refusals },
      );
    }
    const importId = idForRequest('account-import', context);
    const { sha256 } = await this.files.put(context.tenant, bytes);
    const body = { ...counts, fileName, sha256, mapping, reason: reason || null };
    const { position }: CommandResult = await this.commands.execute(new StartImport(context, importId, body));
    if (position) reply.header('Position', position);
    this.importer.carryOn(context, importId, position);
    return { ...preview, importId };
  }

  @Endpoint({
    method: 'GET',
    path: 'imports',
    access: 'portfolio.register',
    summary: 'Imports of accounts and changes of many accounts at once, the latest first',
    query: importsPage,
    answer: importsAnswer,
  })
  listAccountImports(@Ctx() context: RequestContext, @Query() query: z.infer<typeof importsPage>) {
    return this.queries.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'imports/:importId',
    access: 'portfolio.register',
    summary: 'One import of accounts, and how far it is',
    answer: importOneAnswer,
  })
  async getAccountImport(@Ctx() context: RequestContext, @Param('importId') importId: string) {
    // Asked first: what is at an end by now reads as ended.
    const atWork = this.importer.isAtWork(context.tenant, importId);
    return { ...(await this.queries.one(context, importId)), atWork };
  }

  @Endpoint({
    method: 'GET',
    path: 'imports/:importId/rows',
    access: 'portfolio.register',
    summary: 'What the rows of an import made of their accounts',
    query: importRowsQuery,
    answer: importRowsAnswer,
  })
  listAccountImportRows(
    @Ctx() context: RequestContext,
    @Param('importId') importId: string,
    @Query() query: z.infer<typeof importRowsQuery>,
  ) {
    return this.queries.rows(context, importId, query);
  }

  @Endpoint({
    method: 'POST',
    path: 'imports/:importId/undo',
    access: 'portfolio.register',
    summary:
      'Undo an import: accounts that it created are archived, facts changed back, where nobody worked on them since',
    body: undoImportBody,
    answer: 'command',
  })
  async undoAccountImport(
    @Ctx() context: RequestContext,
    @Param('importId') importId: string,
    @Input() { reason }: Pick<UndoImportBody, 'reason'>,
  ): Promise<CommandResult> {
    const result: CommandResult = await this.commands.execute(new UndoImport(context, importId, { importId, reason }));
    this.importer.carryOn(context, importId, result.position);
    return result;
  }

  @Endpoint({
    method: 'POST',
    path: 'imports/:importId/resume',
    access: 'portfolio.register',
    summary: 'Go on with an import, or with its undo, that was interrupted',
    answer: importOneAnswer,
  })
  async resumeAccountImport(@Ctx() context: RequestContext, @Param('importId') importId: string) {
    const found = await this.queries.one(context, importId);
    if (found.state === 'running' || found.state === 'undoing') this.importer.carryOn(context, importId, context.after);
    return { ...found, atWork: this.importer.isAtWork(context.tenant, importId) };
  }
}

const isTouched = <Row extends { kind: 'create' | 'change' | 'unchanged' }>(
  row: Row,
): row is Row & { kind: 'create' | 'change' } => row.kind !== 'unchanged';

/** The first thing that the column says. */
function sampleOf(rows: readonly { readonly cells: readonly string[] }[], index: number): string {
  return rows.find(({ cells }) => cells[index]!.trim() !== '')?.cells[index]?.slice(0, 80) ?? '';
}
