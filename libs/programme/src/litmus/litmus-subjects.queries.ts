import { Injectable } from '@nestjs/common';
import { litmusId, PROGRAMME } from '@mainstay/assessment';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { type Category, Conditions, PortfolioFacade, withinReach } from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import type { z } from 'zod';
import type { accountLitmus, organisationLitmus } from './litmus.views';
import { recordOfManager } from './record/account-record';
import { recordOfOrganisation } from './record/organisation-record';
import { accountRecords, organisationRecord } from './record/record.sql';
import { litmusDay } from './record-day';
import { litmusViewOf } from './view';

interface AccountRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly leadId: string | null;
}

/** The tests of one subject, answers beside what the record says. */
@Injectable()
export class LitmusSubjects {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
  ) {}

  /** @throws NotFound for an account that is not there or not in the person's divisions */
  async account(context: RequestContext, accountId: string): Promise<z.infer<typeof accountLitmus>> {
    const day = litmusDay(context, (await this.portfolio.enterprise(context)).planReviewDays);
    const idOf = (test: 'customer' | 'manager') => litmusId(context.tenant, test, accountId);
    return this.readStore.read(context, async (manager) => {
      const { sql, values } = withinReach(
        new Conditions().add((id) => `account_id = ${id}`, accountId),
        context,
      );
      const [account]: AccountRow[] = await manager.query(
        `select account_id as id, code, name, category, lead_id as "leadId" from account where ${sql}`,
        values,
      );
      if (!account) throw new NotFound('account', accountId);
      const record = (await accountRecords(manager, [accountId], day)).get(accountId)!;
      const { freshFrom } = day;
      return {
        on: day.today,
        account,
        customer: await litmusViewOf(manager, { id: idOf('customer'), test: 'customer', freshFrom }),
        manager: await litmusViewOf(manager, {
          id: idOf('manager'),
          test: 'manager',
          record: recordOfManager(record, day),
          freshFrom,
          leadId: account.leadId,
        }),
      };
    });
  }

  async organisation(context: RequestContext): Promise<z.infer<typeof organisationLitmus>> {
    const day = litmusDay(context, (await this.portfolio.enterprise(context)).planReviewDays);
    const id = litmusId(context.tenant, 'organisation', PROGRAMME);
    return this.readStore.read(context, async (manager) => {
      const record = recordOfOrganisation(await organisationRecord(manager, day.liveFrom));
      const organisation = await litmusViewOf(manager, { id, test: 'organisation', record, freshFrom: day.freshFrom });
      return { on: day.today, organisation };
    });
  }
}
