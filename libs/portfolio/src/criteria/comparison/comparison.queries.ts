import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { ReadStore } from '@mainstay/read-store';
import type { z } from 'zod';
import type { Category } from '../../account/category';
import { Conditions, withinScope } from '../../scope';
import type { comparisonAnswer } from '../criteria.answers';
import { CriteriaQueries } from '../criteria.queries';
import { changesBetween } from './changes';
import { compare, type Compared, type Given } from './comparison';
import type { ComparisonPage } from './comparison-list';

interface Scored {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly spend: number;
  readonly category: Category;
}
export type ComparedAccount = Scored & Omit<Compared, 'missing'> & { readonly missing: string[] };
type Answer = z.infer<typeof comparisonAnswer>;

/** What the draft of the criteria would change, computed from the scores that accounts have. */
@Injectable()
export class ComparisonQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly criteria: CriteriaQueries,
  ) {}

  /** Other suggestions first, then by spend. Without a draft nothing changes. */
  async page(context: RequestContext, { outcome, cursor, limit }: ComparisonPage): Promise<Answer> {
    const { inForce, draft, accounts, unscored } = await this.compared(context);
    const chosen = accounts.filter((account) => !outcome || account.outcome === outcome);
    const order = outcome ?? 'all';
    const start = cursor === undefined ? 0 : Number(fromCursor(cursor, order, 'number')[0]);
    const items = chosen.slice(start, start + limit);
    const next = start + limit < chosen.length ? cursorOf(order, start + limit, items.at(-1)!.id) : null;
    const count = (one: Compared['outcome']) => accounts.filter((account) => account.outcome === one).length;
    return {
      inForce: inForce.version,
      changes: changesBetween(inForce.criteria, draft.criteria),
      counts: {
        category: count('category'),
        moves: count('moves'),
        stays: count('stays'),
        'needs-scoring': count('needs-scoring'),
        unscored,
      },
      suggestions: suggestionsOf(accounts),
      total: chosen.length,
      items,
      next,
    };
  }

  async all(context: RequestContext, { outcome }: Pick<ComparisonPage, 'outcome'>): Promise<ComparedAccount[]> {
    const { accounts } = await this.compared(context);
    return accounts.filter((account) => !outcome || account.outcome === outcome);
  }

  private async compared(context: RequestContext) {
    const inForce = (await this.criteria.set(context))!;
    const draft = (await this.criteria.draft(context)) ?? inForce;
    const { sql, values } = withinScope(new Conditions(), context);
    const rows = await this.readStore.read(
      context,
      (manager) =>
        manager.query(
          `select account_id as id, code, name, spend, category, scoring from account where ${sql}`,
          values,
        ) as Promise<(Scored & { scoring: Given | null })[]>,
    );
    const labels = new Map(draft.criteria.map(({ id, label }) => [id, label || id]));
    const accounts = rows.flatMap(({ scoring, ...account }): ComparedAccount[] => {
      if (!scoring) return [];
      const { missing, ...compared } = compare(inForce, draft, scoring);
      return [{ ...account, ...compared, missing: missing.map((id) => labels.get(id)!) }];
    });
    return { inForce, draft, accounts: accounts.sort(byWeight), unscored: rows.length - accounts.length };
  }
}

const rank = ({ outcome }: ComparedAccount) => ['category', 'needs-scoring', 'moves', 'stays'].indexOf(outcome);
const byWeight = (a: ComparedAccount, b: ComparedAccount) =>
  rank(a) - rank(b) || b.spend - a.spend || (a.id < b.id ? -1 : 1);

function suggestionsOf(accounts: readonly ComparedAccount[]): Answer['suggestions'] {
  const counted = new Map<string, Answer['suggestions'][number]>();
  for (const { outcome, before, after } of accounts) {
    if (outcome !== 'category' || !after) continue;
    const [from, to] = [before.suggested, after.suggested];
    const key = `${from} ${to}`;
    counted.set(key, { from, to, accounts: (counted.get(key)?.accounts ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.accounts - a.accounts);
}
