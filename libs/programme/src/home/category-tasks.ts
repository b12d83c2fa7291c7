import { mayDo } from '@mainstay/identity';
import type { RequestContext } from '@mainstay/event-sourcing';
import type { EntityManager } from 'typeorm';
import { plain, type Waiting } from './task';

/** The rest is on the page of exits. */
const MOST_POINTS = 20;

export interface ExitTask {
  readonly accountId: string;
  readonly account: string;
  readonly text: string;
  readonly dueOn: string;
}
export interface ResourceTask {
  readonly accountId: string;
  readonly account: string;
  readonly checkOn: string;
  /** Lines to be checked on that account. */
  readonly count: number;
}
export interface CategoryWork {
  readonly exitPoints: readonly ExitTask[];
  readonly resources: readonly ResourceTask[];
  readonly notices: number;
}

/** What decisions on categories leave to be done. */
export function categoryTasks({
  today,
  exitPoints,
  resources,
  notices,
}: CategoryWork & { readonly today: string }): Waiting[] {
  return [
    ...exitPoints.map(({ accountId, account, text, dueOn }): Waiting => ({
      ...plain,
      kind: dueOn < today ? 'exit-overdue' : 'exit-point',
      title: text,
      account,
      dueOn,
      link: { list: 'accounts', id: accountId, filters: { tab: 'categories' } },
    })),
    ...resources.map(({ accountId, account, checkOn, count }): Waiting => ({
      ...plain,
      kind: 'check-resource',
      title: account,
      count,
      dueOn: checkOn,
      link: { list: 'moves', filters: { tab: 'resources', state: 'due', account: accountId } },
    })),
    ...(notices === 0
      ? []
      : [{ ...plain, kind: 'notices' as const, count: notices, link: { list: 'notices' as const, filters: {} } }]),
  ];
}

/** @param soon day until which something counts as falling due */
export async function ownCategoryWork(
  manager: EntityManager,
  { actor, roles }: RequestContext,
  { today, soon }: { readonly today: string; readonly soon: string },
): Promise<CategoryWork> {
  const stands = (decision: string) => `not exists (select from category_decision decided
    where decided.account_id = account.account_id and decided.version = ${decision} and not decided.stands)`;
  const exitPoints: ExitTask[] = await manager.query(
    `select account.account_id as "accountId", account.name as account, text, due_on::text as "dueOn"
     from exit_point point join account using (account_id)
     where owner_id = $1 and state = 'open' and due_on <= $2 and archived_at is null and ${stands('exit - 1')}
     order by due_on, account.name, place limit ${MOST_POINTS}`,
    [actor, soon],
  );
  const resources: ResourceTask[] = mayDo(roles, 'portfolio.recategorise')
    ? await manager.query(
        `select account.account_id as "accountId", account.name as account, min(check_on)::text as "checkOn",
           count(*)::int as count
         from resource_promise promise join account using (account_id)
         where moved is null and check_on <= $1 and archived_at is null and ${stands('decision')}
         group by account.account_id, account.name order by min(check_on), account.name limit ${MOST_POINTS}`,
        [today],
      )
    : [];
  const [unread]: { count: number }[] = await manager.query(
    'select count(*)::int as count from notice where person_id = $1 and read_at is null',
    [actor],
  );
  return { exitPoints, resources, notices: unread!.count };
}
