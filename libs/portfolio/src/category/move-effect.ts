import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { z } from 'zod';
import { type Category, category, directionOf, directions, isKey } from '../account/category';
import { Conditions, seesOnlyPart, withinReach } from '../scope';
import { orderOf, setOn } from './categories';
import { setsOf } from './categories.queries';
import { entryOf, entryRules } from './entry';
import { loadOfAccounts } from './manager-load';

const use = z.object({ before: z.int(), after: z.int(), capacity: z.int().nullable() });

export const moveEffect = z.object({
  direction: z.enum(directions),
  programme: use.describe('Key accounts, and how many the programme can serve'),
  category: use.describe('Accounts of the category, and how many of it the programme can serve'),
  manager: z
    .object({ personId: z.string(), before: z.int(), after: z.int() })
    .nullable()
    .describe('Work with all accounts led, in per cent of one manager’s whole work; null without a manager'),
  entry: z
    .array(z.object({ id: z.enum(entryRules), asks: z.number(), has: z.number().nullable(), met: z.boolean() }))
    .describe('Rules of entry of the category that can be checked'),
  over: z.array(z.enum(['programme', 'category', 'manager'])).describe('What would be, or stays, over its capacity'),
});
export type MoveEffect = z.infer<typeof moveEffect>;

interface Mover {
  readonly category: Category;
  readonly leadId: string | null;
  readonly spend: number;
  readonly attractiveness: number | null;
  readonly standing: number | null;
  readonly divisions: number;
}

/** What a move would do to what the programme, the category and the manager can bear: told before it is proposed or approved. */
@Injectable()
export class MoveEffectQueries {
  constructor(private readonly readStore: ReadStore) {}

  effect(context: RequestContext, accountId: string, to: Category, on?: string): Promise<MoveEffect | undefined> {
    return this.readStore.read(context, async (manager) => {
      const seen = withinReach(
        new Conditions().add((id) => `account_id = ${id}`, accountId),
        context,
      );
      const [account] = (await manager.query(
        `select category, lead_id as "leadId", spend, attractiveness, standing, cardinality(division_ids) as divisions
         from account where ${seen.sql}`,
        seen.values,
      )) as Mover[];
      if (!account) return undefined;
      const counts = (await manager.query(
        `select category, count(*)::int as accounts, count(*) filter (where lead_id = $1)::int as led
         from account where archived_at is null group by category`,
        [account.leadId],
      )) as { category: Category; accounts: number; led: number }[];
      const [enterprise] = (await manager.query('select capacity from enterprise')) as { capacity: number | null }[];
      const set = setOn(await setsOf(manager), on ?? (context.asAt ?? context.now).toISOString().slice(0, 10));
      const setting = set.categories.find(({ id }) => id === to);
      // A division head sees a part only: what the whole can bear is not hers or his to hold against it.
      const partial = seesOnlyPart(context);
      const held = (of: (id: Category) => boolean) =>
        counts.filter(({ category }) => of(category)).reduce((sum, { accounts }) => sum + accounts, 0);
      const moved = account.category === to ? 0 : 1;
      const gained = Number(isKey(to)) - Number(isKey(account.category));
      const keys = held(isKey);
      const inIt = held((id) => id === to);
      const led = counts.flatMap(({ category, led }) => Array<Category>(led).fill(category));
      const after = [...led, to];
      after.splice(after.indexOf(account.category), 1);
      const load = (of: readonly Category[]) => loadOfAccounts(of, set.categories);
      const effect = {
        direction: directionOf(account.category, to, orderOf(set)),
        programme: { before: keys, after: keys + gained, capacity: partial ? null : (enterprise?.capacity ?? null) },
        category: { before: inIt, after: inIt + moved, capacity: partial ? null : (setting?.capacity ?? null) },
        manager: account.leadId ? { personId: account.leadId, before: load(led), after: load(after) } : null,
        entry: entryOf(setting, account),
      };
      return { ...effect, over: overOf(effect, gained) };
    });
  }
}

function overOf({ programme, category, manager }: Omit<MoveEffect, 'over'>, gained: number): MoveEffect['over'] {
  const beyond = ({ after, capacity }: z.infer<typeof use>) => capacity !== null && after > capacity;
  return [
    ...(gained >= 0 && beyond(programme) ? ['programme' as const] : []),
    ...(beyond(category) ? ['category' as const] : []),
    ...(manager && manager.after > 100 && manager.after >= manager.before ? ['manager' as const] : []),
  ];
}

export const effectOf = z.object({
  category,
  on: z.iso.date().optional().describe('Day of the move; today where left out'),
});
