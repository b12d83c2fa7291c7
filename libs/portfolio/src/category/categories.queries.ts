import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import type { Category, Quadrant } from '../account/category';
import { Conditions, withinScope } from '../scope';
import type { CategoriesAnswer } from './categories.answers';
import { type CategorySet, nameIn, setOn, shippedExitPoints, shippedSet, suggestedIn } from './categories';
import { categorySetTable, exitListTable } from './category-register.projection';

/** The enterprise's categories as a reader sees them, as at a past moment included. */
export interface KnownCategories extends CategorySet {
  /** What a category is called, also one that was retired. */
  readonly nameOf: (id: Category) => string;
  /** The category that the scores suggest in a quadrant of the matrix. */
  readonly suggestionOf: (quadrant: Quadrant) => Category;
}

@Injectable()
export class CategoriesQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Those in force on the day of reading, those that were retired, every version, and the list for an exit. */
  all(context: RequestContext): Promise<CategoriesAnswer> {
    return this.readStore.read(context, async (manager) => {
      const sets = await setsOf(manager);
      const rows = await manager.find(categorySetTable.entity, { order: { setVersion: 'desc' } });
      const list = await manager.findOneBy(exitListTable.entity, {});
      const inForce = setOn(sets, dayOfReading(context));
      const former = [...new Set(sets.flatMap(({ categories }) => categories.map(({ id }) => id)))].filter(
        (id) => !inForce.categories.some((one) => one.id === id),
      );
      const held = await this.held(manager, context);
      return {
        id: context.tenant,
        version: list?.version ?? 0,
        inForce: inForce.version,
        items: inForce.categories.map((one) => ({ ...one, accounts: held.get(one.id) ?? 0 })),
        former: former.map((id) => ({ id, name: nameIn(sets, id), accounts: held.get(id) ?? 0 })),
        latest: { ...sets.at(-1)!, categories: [...sets.at(-1)!.categories] },
        versions: rows.map(({ setVersion, effectiveOn, reason, setBy, setAt }) => ({
          version: setVersion,
          effectiveOn,
          reason,
          setBy,
          setAt: setAt.toISOString(),
        })),
        exitPoints: [...(list?.points ?? shippedExitPoints)],
      };
    });
  }

  /** For rules of reading: names, order, quadrants, what each is entitled to. */
  known(context: RequestContext): Promise<KnownCategories> {
    return this.readStore.read(context, async (manager) => knownOf(await setsOf(manager), context));
  }

  /** Accounts that are in a category or on their way to it, by category. */
  occupied(context: RequestContext): Promise<Readonly<Partial<Record<Category, number>>>> {
    return this.readStore.read(context, async (manager) => {
      const rows = (await manager.query(
        `select category, count(distinct account_id)::int as accounts from (
           select account_id, category from account where archived_at is null
           union all select account_id, coming_category from account where archived_at is null and coming_on is not null
           union all select account_id, to_category from category_move where state = 'open'
         ) held group by category`,
      )) as { category: Category; accounts: number }[];
      return Object.fromEntries(rows.map(({ category, accounts }) => [category, accounts]));
    });
  }

  /** Accounts in a category now, for their moves as it is retired. */
  accountsIn(context: RequestContext, category: Category): Promise<string[]> {
    return this.readStore.read(context, async (manager) => {
      const rows = (await manager.query(
        `select account_id as id from account where archived_at is null and category = $1 order by account_id`,
        [category],
      )) as { id: string }[];
      return rows.map(({ id }) => id);
    });
  }

  private async held(manager: EntityManager, context: RequestContext): Promise<Map<Category, number>> {
    const seen = withinScope(new Conditions(), context);
    const rows = (await manager.query(
      `select category, count(*)::int as accounts from account where ${seen.sql} group by category`,
      seen.values,
    )) as { category: Category; accounts: number }[];
    return new Map(rows.map(({ category, accounts }) => [category, accounts]));
  }
}

/** Every version, within a reading that has begun. */
export async function setsOf(manager: EntityManager): Promise<CategorySet[]> {
  const rows = await manager.find(categorySetTable.entity, { order: { setVersion: 'asc' } });
  return [
    shippedSet,
    ...rows.map(({ setVersion: version, categories, effectiveOn }) => ({ version, categories, effectiveOn })),
  ];
}

export function knownOf(sets: readonly CategorySet[], context: RequestContext): KnownCategories {
  const inForce = setOn(sets, dayOfReading(context));
  return {
    ...inForce,
    nameOf: (id) => nameIn(sets, id),
    suggestionOf: (quadrant) => suggestedIn(inForce, quadrant),
  };
}

const dayOfReading = ({ asAt, now }: RequestContext): string => (asAt ?? now).toISOString().slice(0, 10);
