import {
  litmusId,
  litmusTestOf,
  litmusTestTable,
  managerResult,
  presentLitmus,
  PROGRAMME,
  standingOf,
} from '@mainstay/assessment';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Conditions, withinScope } from '@mainstay/portfolio';
import type { EntityManager } from 'typeorm';
import { linesAt } from './litmus.sql';
import type { LitmusOverview, ManagerLine } from './litmus.views';

/** Unambivalent yes answers that a manager needs, on one account as in the mean. */
export const gate = litmusTestOf(presentLitmus, 'manager').gate!;

/** Lines of the key accounts that somebody leads. */
export const led = (context: RequestContext, personId?: string): Conditions => {
  const conditions = withinScope(
    new Conditions().add(() => 'key and "leadId" is not null'),
    context,
  );
  return personId === undefined ? conditions : conditions.add((id) => `"leadId" = ${id}`, personId);
};

export async function managersOf(
  manager: EntityManager,
  context: RequestContext,
  freshFrom: string,
  { personId, divisionId }: { readonly personId?: string; readonly divisionId?: string },
): Promise<ManagerLine[]> {
  const { sql, values } = led(context, personId);
  const inDivision = divisionId ? `having bool_or(division_ids @> array[$${values.push(divisionId)}::text])` : '';
  const rows: { personId: string; counts: (number | null)[]; oldestOn: string | null }[] = await manager.query(
    `select "leadId" as "personId", array_agg("managerYes") as counts, min("managerOn") as "oldestOn"
     from ${linesAt(freshFrom)} where ${sql} group by "leadId" ${inDivision} order by "leadId"`,
    values,
  );
  return rows.map(({ personId, counts, oldestOn }) => ({
    personId,
    ...managerResult(counts, gate),
    oldestOn,
    old: oldestOn !== null && oldestOn < freshFrom,
  }));
}

export async function organisationOf(manager: EntityManager, { tenant }: RequestContext, freshFrom: string) {
  const latest = await manager.findOneBy(litmusTestTable.entity, {
    litmusId: litmusId(tenant, 'organisation', PROGRAMME),
  });
  const { questions, gate } = litmusTestOf(presentLitmus, 'organisation');
  return {
    yes: latest?.yes ?? null,
    questions: questions.length,
    standing: standingOf(latest?.yes ?? null, gate!),
    takenOn: latest?.takenOn ?? null,
    old: latest !== null && latest.takenOn < freshFrom,
  };
}

export async function countsOf(
  manager: EntityManager,
  context: RequestContext,
  freshFrom: string,
): Promise<Pick<LitmusOverview, 'accounts' | 'customers'>> {
  const { sql, values } = withinScope(
    new Conditions().add(() => 'key'),
    context,
  );
  const rows: { managerYes: number | null; customerYes: number | null; accounts: number; due: number }[] =
    await manager.query(
      `select "managerYes", "customerYes", count(*)::int as accounts, count(*) filter (where due)::int as due
       from ${linesAt(freshFrom)} where ${sql} group by "managerYes", "customerYes"`,
      values,
    );
  const sum = (which: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(which).reduce((total, { accounts }) => total + accounts, 0);
  const standing = (one: ManagerLine['standing']) => sum(({ managerYes }) => standingOf(managerYes, gate) === one);
  const { questions } = litmusTestOf(presentLitmus, 'customer');
  return {
    accounts: {
      all: sum(() => true),
      passes: standing('passes'),
      oneShort: standing('one-short'),
      short: standing('short'),
      notTaken: standing('not-taken'),
      due: rows.reduce((total, { due }) => total + due, 0),
    },
    customers: {
      all: sum(() => true),
      taken: sum(({ customerYes }) => customerYes !== null),
      byYes: Array.from({ length: questions.length + 1 }, (_, yes) => sum(({ customerYes }) => customerYes === yes)),
    },
  };
}

/** Key accounts that the person leads of which a test is due. */
export async function ownDueTests(manager: EntityManager, person: string, freshFrom: string): Promise<number> {
  const [found]: { due: number }[] = await manager.query(
    `select count(*)::int as due from ${linesAt(freshFrom)} where due and "leadId" = $1`,
    [person],
  );
  return found!.due;
}
