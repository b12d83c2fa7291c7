import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import { Conditions, withinScope } from '../scope';
import { shippedCriteria, spendWarning } from './criteria';
import type { CriteriaSetsAnswer } from './criteria.answers';
import { criteriaDraftTable, criteriaSetTable } from './criteria-register.projection';
import { inForceOn, type PublishedCriteria } from './criteria-sets';

interface KnownCriteria extends PublishedCriteria {
  readonly reason: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

@Injectable()
export class CriteriaQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Every version, the latest first, and the draft of the next. */
  sets(context: RequestContext): Promise<CriteriaSetsAnswer> {
    return this.readStore.read(context, async (manager) => {
      const known = await knownCriteria(manager);
      const inForce = inForceOn(known, dayOfReading(context)).version;
      const scored = withinScope(
        new Conditions().add(() => 'scoring is not null'),
        context,
      );
      const counted = (await manager.query(
        `select (scoring->>'criteriaVersion')::int as version, count(*)::int as accounts from account where ${scored.sql} group by 1`,
        scored.values,
      )) as { version: number; accounts: number }[];
      const row = await manager.findOneBy(criteriaDraftTable.entity, {});
      const sets = known.toReversed().map((set) => ({
        version: set.version,
        name: set.name,
        criteria: set.criteria.length,
        effectiveOn: set.effectiveOn,
        warning: spendWarning(set) ?? null,
        state: stateOf(set.version, inForce),
        accounts: counted.find(({ version }) => version === set.version)?.accounts ?? 0,
        reason: set.reason,
        publishedBy: set.publishedBy,
        publishedAt: set.publishedAt?.toISOString() ?? null,
      }));
      const draft = row?.draft && {
        ...row.draft,
        warning: spendWarning(row.draft) ?? null,
        changedBy: row.changedBy,
        changedAt: row.changedAt.toISOString(),
      };
      return { version: row?.version ?? 0, inForce, sets, draft: draft ?? null };
    });
  }

  /** A version as it was published; the one in force where none is named; undefined where there is none of that number. */
  set(context: RequestContext, version?: number): Promise<PublishedCriteria | undefined> {
    return this.readStore.read(context, async (manager) => {
      const known = await knownCriteria(manager);
      if (version === undefined) return published(inForceOn(known, dayOfReading(context)));
      const found = known.find((set) => set.version === version);
      return found && published(found);
    });
  }

  async draft(context: RequestContext) {
    const row = await this.readStore.read(context, (manager) => manager.findOneBy(criteriaDraftTable.entity, {}));
    return row?.draft ?? undefined;
  }
}

/** Every version, the shipped one first, within a reading that has begun. */
export async function knownCriteria(manager: EntityManager): Promise<KnownCriteria[]> {
  const rows = await manager.find(criteriaSetTable.entity, { order: { setVersion: 'asc' } });
  const shipped = { ...shippedCriteria, effectiveOn: null, reason: null, publishedBy: null, publishedAt: null };
  return [
    shipped,
    ...rows.map(({ setVersion: version, name, criteria, effectiveOn, reason, publishedBy, publishedAt }) => {
      return { version, name, criteria: [...criteria], effectiveOn, reason, publishedBy, publishedAt };
    }),
  ];
}

const published = ({ version, name, criteria, effectiveOn }: KnownCriteria) => ({
  version,
  name,
  criteria,
  effectiveOn,
});

const stateOf = (version: number, inForce: number): CriteriaSetsAnswer['sets'][number]['state'] =>
  version === inForce ? 'in-force' : version > inForce ? 'coming' : 'former';

const dayOfReading = ({ asAt, now }: RequestContext): string => (asAt ?? now).toISOString().slice(0, 10);
