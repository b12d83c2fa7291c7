import type { RequestContext } from '@mainstay/event-sourcing';
import { mayDo } from '@mainstay/identity';
import type { EntityManager } from 'typeorm';
import { plain, type Waiting } from './task';

/** What waits for a person in the round that is open. */
export interface RoundWork {
  readonly roundId: string;
  readonly round: string;
  readonly dueOn: string;
  /** Accounts assigned to the person that he or she has not scored. */
  readonly toScore: number;
  readonly reminder: { readonly by: string; readonly note: string | null } | null;
  /** For whoever answers for the round: scored by all assigned, and to be settled. */
  readonly toSettle: number;
}

export async function ownRoundWork(manager: EntityManager, { actor, roles }: RequestContext): Promise<RoundWork[]> {
  const settles = mayDo(roles, 'portfolio.settle');
  const rows: RoundWork[] = await manager.query(
    `select round_id as "roundId", round.name as round, due_on::text as "dueOn", reminders -> $1::text as reminder,
       count(*) filter (where scorer_ids @> array[$1::text] and not given_by @> array[$1::text])::int as "toScore",
       count(*) filter (where $2::boolean and cardinality(scorer_ids) > 0 and scorer_ids <@ given_by)::int as "toSettle"
     from round join round_account using (round_id) join account using (account_id)
     where round.state = 'open' and agreed_suggested is null and archived_at is null
     group by round_id, round.name, due_on, reminders order by due_on, round_id`,
    [actor, settles],
  );
  return rows;
}

export function roundTasks(work: readonly RoundWork[], today: string): Waiting[] {
  return work.flatMap(({ roundId: id, round: title, dueOn, toScore, toSettle, reminder }) => {
    const scoring: Waiting = {
      ...plain,
      kind: dueOn < today ? 'score-round-overdue' : 'score-round',
      title,
      count: toScore,
      dueOn,
      detail: reminder?.note ?? null,
      by: reminder?.by ?? null,
      link: { list: 'round-scoring', id, filters: {} },
    };
    const settling: Waiting = {
      ...plain,
      kind: 'settle-round',
      title,
      count: toSettle,
      dueOn,
      link: { list: 'rounds', id, filters: { tab: 'accounts', state: 'to-settle' } },
    };
    return [...(toScore > 0 ? [scoring] : []), ...(toSettle > 0 ? [settling] : [])];
  });
}
