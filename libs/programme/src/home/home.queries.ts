import { Injectable } from '@nestjs/common';
import { OwnAuditWork } from '@mainstay/assessment';
import type { RequestContext } from '@mainstay/event-sourcing';
import { mayDo } from '@mainstay/identity';
import { keySql, PortfolioFacade } from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import { dayOf, daysBefore } from '../dashboard/calendar';
import { ownDueTests } from '../litmus/litmus-counts';
import { litmusDay } from '../litmus/record-day';
import { ownMissingMonth } from '../time-use/missing-month';
import { ownCategoryWork } from './category-tasks';
import { ownOrganisationWork } from './organisation-work';
import { ownRoundWork } from './round-work';
import type { Home, Picture } from './task';
import { type OwnWork, tasksOf } from './tasks';

/** So many days ahead something shows as falling due. */
const SOON_DAYS = 7;
/** The rest is on the pages of the plans. */
const MOST_ACTIONS = 20;

@Injectable()
export class HomeQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
    private readonly auditWork: OwnAuditWork,
  ) {}

  async home(context: RequestContext): Promise<Home> {
    const today = dayOf(context.asAt ?? context.now);
    const { planReviewDays } = await this.portfolio.enterprise(context);
    const soon = daysBefore(today, -SOON_DAYS);
    const audits = await this.auditWork.of(context, today);
    const decides = mayDo(context.roles, 'portfolio.categorise');
    const work = await this.readStore.read(context, async (manager): Promise<OwnWork> => ({
      personId: context.actor,
      today,
      soon,
      audits,
      organisation: await ownOrganisationWork(manager, context),
      actions: await ownActions(manager, context.actor, soon),
      programmeActions: await ownProgrammeActions(manager, context.actor, soon),
      picture: await ownPlans(manager, context.actor, daysBefore(today, planReviewDays)),
      litmusDue: await ownDueTests(manager, context.actor, litmusDay(context, planReviewDays).freshFrom),
      missingMonth: await ownMissingMonth(manager, context),
      alignment: await ownAlignment(manager, context.actor, soon),
      moves: mayDo(context.roles, 'portfolio.recategorise') ? await openMoves(manager, context.actor) : [],
      ...(await ownCategoryWork(manager, context, { today, soon })),
      rounds: await ownRoundWork(manager, context),
      portfolio: decides ? await openDecisions(manager) : null,
    }));
    return { tasks: tasksOf(work), picture: work.picture };
  }
}

const ownActions = (manager: EntityManager, person: string, until: string): Promise<OwnWork['actions']> =>
  manager.query(
    `select account_id as "accountId", account.name as account, title, due_on::text as "dueOn"
     from plan_action join account using (account_id)
     where owner_id = $1 and state = 'open' and due_on <= $2 and category <> 'not-key' and archived_at is null
     order by due_on, account.name, action_id limit ${MOST_ACTIONS}`,
    [person, until],
  );

const ownProgrammeActions = (
  manager: EntityManager,
  person: string,
  until: string,
): Promise<OwnWork['programmeActions']> =>
  manager.query(
    `select action_id as id, title, due_on::text as "dueOn" from programme_action
     where owner_id = $1 and awaited_on <= $2 order by awaited_on, action_id limit ${MOST_ACTIONS}`,
    [person, until],
  );

async function ownPlans(manager: EntityManager, person: string, liveFrom: string): Promise<Picture | null> {
  const [plans]: Picture[] = await manager.query(
    `select count(*)::int as leads,
       count(*) filter (where plan.touched_on >= $2)::int as live,
       count(*) filter (where plan.touched_on < $2)::int as stale,
       count(*) filter (where plan.touched_on is null)::int as none
     from account left join plan using (account_id)
     where archived_at is null and lead_id = $1 and (${keySql()} or (category = 'prospect' and plan.account_id is not null))`,
    [person, liveFrom],
  );
  return plans && plans.leads > 0 ? plans : null;
}

/** The next review as the latest one set it. */
const ownAlignment = (manager: EntityManager, person: string, until: string): Promise<OwnWork['alignment']> =>
  manager.query(
    `select account_id as "accountId", account.name as account, latest.next_on::text as "dueOn"
     from account join lateral (
       select next_on from alignment_review review where review.account_id = account.account_id
       order by held_on desc, review_id limit 1
     ) latest on true
     where lead_id = $1 and archived_at is null and latest.next_on <= $2
     order by latest.next_on, account.name limit ${MOST_ACTIONS}`,
    [person, until],
  );

const openMoves = (manager: EntityManager, person: string): Promise<OwnWork['moves']> =>
  manager.query(
    `select account_id as "accountId", account.name as account, proposed_by as by
     from category_move join account using (account_id)
     where state = 'open' and proposed_by <> $1 order by proposed_at, move_id`,
    [person],
  );

async function openDecisions(manager: EntityManager): Promise<{ unscored: number; undecided: number }> {
  const [open]: { unscored: number; undecided: number }[] = await manager.query(
    `select count(*) filter (where attractiveness is null)::int as unscored,
       count(*) filter (where category_effective_on is null)::int as undecided from account where archived_at is null`,
  );
  return open!;
}
