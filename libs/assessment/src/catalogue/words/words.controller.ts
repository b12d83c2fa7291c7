import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, CommandRunner, Malformed, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat, Upload } from '@mainstay/http';
import { readTable } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { catalogueQuery, effectiveCatalogue, effectiveQuery } from './effective-catalogue';
import { ImportCatalogueWords, PutCatalogueWords } from './words.commands';
import { readWords, wordsSheetOf } from './words.import';
import {
  importWordsOutcome,
  importWordsQuery,
  languageCode,
  putWordsRequest,
  type PutWordsRequest,
} from './words.requests';
import { words } from './words';
import { wordsColumns } from './words.sheet';
import { CatalogueWords } from './words.queries';

const exportQuery = effectiveQuery.extend({ format: tableFormat });

@Controller('api/t/:tenant/catalogues/:kind')
export class WordsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly catalogues: CatalogueWords,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'A catalogue as the enterprise reads it: its own words laid over what is shipped, both visible.',
    query: catalogueQuery,
    answer: effectiveCatalogue,
  })
  getCatalogue(
    @Ctx() context: RequestContext,
    @Param('kind') kind: string,
    @Query() { own, ...query }: z.infer<typeof catalogueQuery>,
  ) {
    return this.catalogues.effective(context, { kind, ownOnly: own === 'true', ...query });
  }

  @Endpoint({
    method: 'GET',
    path: 'words/export',
    access: 'assessment.read',
    summary: 'Every item with its shipped words and the enterprise’s own in one language, as CSV or XLSX.',
    query: exportQuery,
    answer: 'file',
  })
  async exportCatalogueWords(
    @Ctx() context: RequestContext,
    @Param('kind') kind: string,
    @Query() { format, ...query }: z.infer<typeof exportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { items, catalogueVersion, language } = await this.catalogues.effective(context, { kind, ...query });
    await sendTable(reply, format, `${kind}-${catalogueVersion}-${language}`, wordsColumns, items);
  }

  @Endpoint({
    method: 'PUT',
    path: 'words/:language',
    access: 'assessment.configure',
    summary: 'Put items of a catalogue into the enterprise’s own words. Nothing can be added, removed or weighed anew.',
    body: putWordsRequest,
    answer: 'command',
  })
  putCatalogueWords(
    @Ctx() context: RequestContext,
    @Param('kind') kind: string,
    @Param('language') language: string,
    @Input() body: PutWordsRequest,
  ): Promise<CommandResult> {
    checkLanguage(language);
    return this.commands.execute(new PutCatalogueWords(context, kind, { kind, language, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'words/:language/import',
    access: 'assessment.configure',
    summary:
      'Own words from a CSV or XLSX file in the form of the export: all of it or, where one row is refused, nothing. A dry run only tells.',
    query: importWordsQuery,
    upload: { maxBytes: 5 * 1_048_576 },
    answer: importWordsOutcome,
  })
  async importCatalogueWords(
    @Ctx() context: RequestContext,
    @Param('kind') kind: string,
    @Param('language') language: string,
    @Query() { fileName, dryRun, reason }: z.infer<typeof importWordsQuery>,
    @Upload() bytes: Buffer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof importWordsOutcome>> {
    checkLanguage(language);
    const sheet = wordsSheetOf(await readTable(bytes, { fileName, limits: { rows: 2_000, columns: 60 } }));
    const body = { kind, language, sheet, reason };
    const { rows, changes, refusals } = readWords(await this.runner.state(words, context.tenant, kind), body);
    if (dryRun === 'false') {
      const done: CommandResult = await this.commands.execute(new ImportCatalogueWords(context, kind, body));
      if (done.position) reply.header('Position', done.position);
    }
    return { rows, changes, refusals };
  }
}

function checkLanguage(language: string): void {
  if (!languageCode.safeParse(language).success) {
    throw new Malformed('words.language', 'language: must be a language code such as de or pt-BR.');
  }
}
