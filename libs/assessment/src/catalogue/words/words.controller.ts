import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, Malformed, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { catalogueQuery, effectiveCatalogue, effectiveQuery } from './effective-catalogue';
import { languageCode, PutCatalogueWords, putWordsRequest, type PutWordsRequest } from './words.commands';
import { wordsColumns } from './words.sheet';
import { CatalogueWords } from './words.queries';

const exportQuery = effectiveQuery.extend({ format: tableFormat });

@Controller('api/t/:tenant/catalogues/:kind')
export class WordsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly words: CatalogueWords,
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
    return this.words.effective(context, { kind, ownOnly: own === 'true', ...query });
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
    const { items, catalogueVersion, language } = await this.words.effective(context, { kind, ...query });
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
    if (!languageCode.safeParse(language).success) {
      throw new Malformed('words.language', 'language: must be a language code such as de or pt-BR.');
    }
    return this.commands.execute(new PutCatalogueWords(context, kind, { kind, language, ...body }));
  }
}
