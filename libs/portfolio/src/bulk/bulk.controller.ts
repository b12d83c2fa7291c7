import { Controller, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  type CommandResult,
  idForRequest,
  Malformed,
  NotFound,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { FileStore } from '@mainstay/file-store';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import { accountOrder } from '../account/account-register/account-list';
import { AccountQueries } from '../account/account-register/account.queries';
import { DivisionGuard } from '../account/division-guard';
import { StartImport } from '../import/account-import';
import { Importer } from '../import/importer';
import { ImportQueries } from '../import/import.queries';
import { countsOf, SHOWN } from '../import/import.views';
import { type BulkChange, planBulk } from './bulk-change';
import { bulkAnswer, type BulkAnswer, bulkBody, type BulkBody } from './bulk.views';

@Controller('api/t/:tenant/accounts')
export class BulkController {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: AccountQueries,
    private readonly divisions: DivisionGuard,
    private readonly queries: ImportQueries,
    private readonly importer: Importer,
    private readonly files: FileStore,
  ) {}

  @Endpoint({
    method: 'POST',
    path: 'bulk-change',
    access: 'portfolio.register',
    summary:
      'Change many accounts at once: those named, or all that a filter finds. A dry run only tells; the change goes on by itself, and is followed and undone like an import: see accounts/imports/{importId}.',
    body: bulkBody,
    answer: bulkAnswer,
  })
  async changeAccountsInBulk(
    @Ctx() context: RequestContext,
    @Input() body: BulkBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkAnswer> {
    const change = Object.fromEntries(
      Object.entries(body.change).filter(([, value]) => value !== undefined),
    ) as BulkChange;
    if (Object.keys(change).length === 0) {
      throw new Malformed('bulk.nothing', 'change: say at least one thing that changes.');
    }
    await this.divisions.assertExist(context, change.divisionIds?.add ?? []);
    const selected = await this.selected(context, body);
    const { accounts } = await this.queries.surroundings(context);
    const byId = new Map(accounts.map((account) => [account.id, account]));
    const unknown = selected.find((id) => !byId.has(id));
    if (unknown !== undefined) throw new NotFound('account', unknown);
    const plan = planBulk(selected, change, byId);
    const counts = countsOf({ ...plan, ignoredColumns: [] });
    const answer: BulkAnswer = {
      importId: null,
      selected: selected.length,
      changes: counts.changes,
      unchanged: counts.unchanged,
      refused: counts.refused,
      refusals: counts.refusals,
      items: plan.rows
        .filter(({ kind }) => kind === 'change')
        .slice(0, SHOWN)
        .map(({ row, accountId, code, name, before, facts }) => ({ row, accountId, code, name, before, after: facts })),
    };
    if (body.dryRun) return answer;
    if (!body.reason) throw new Refused('bulk.reason-missing', 'reason: say why these accounts change.');
    if (counts.changes === 0) throw new Refused('bulk.no-change', 'change: none of these accounts would change.');
    const importId = idForRequest('account-import', context);
    const bytes = Buffer.from(JSON.stringify(selected));
    const { sha256 } = await this.files.put(context.tenant, bytes);
    const started = { ...counts, fileName: 'Bulk change', sha256, mapping: {}, bulk: change, reason: body.reason };
    const { position }: CommandResult = await this.commands.execute(new StartImport(context, importId, started));
    if (position) reply.header('Position', position);
    this.importer.carryOn(context, importId, position);
    return { ...answer, importId };
  }

  /** In the order of the list, so that the rows read as the page does. */
  private async selected(context: RequestContext, { accountIds, filter }: BulkBody): Promise<string[]> {
    if (accountIds) return [...new Set(accountIds)];
    if (!filter) throw new Malformed('bulk.selection', 'accountIds: name the accounts, or give a filter.');
    const found = await this.accounts.all(context, accountOrder.parse({ ...filter, sort: 'name' }));
    return found.map(({ id }) => id);
  }
}
