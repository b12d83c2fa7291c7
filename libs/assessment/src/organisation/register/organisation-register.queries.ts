import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { mayDo } from '@mainstay/identity';
import { containing, page, ReadStore } from '@mainstay/read-store';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { organisationCatalogueFor } from '../catalogue/organisation-catalogue';
import { standingOf } from '../standing/standing';
import type {
  OrganisationDetail,
  OrganisationFilter,
  organisationList,
  OrganisationPage,
  OrganisationSummary,
} from './organisation-list';
import { answerOf, type AssessmentRow, type ElementSum, factsOf, settledOf, summaryOf } from './rows';
import { organisationAnswerTable, organisationAssessmentTable, organisationCellTable } from './tables';

@Injectable()
export class OrganisationRegister {
  constructor(private readonly readStore: ReadStore) {}

  /** One assessment with everything that follows from its answers. @throws NotFound */
  async assessment(context: RequestContext, assessmentId: string): Promise<OrganisationDetail> {
    const [assessment] = await this.assessments(context, [assessmentId]);
    return assessment!;
  }

  /** Several assessments as of one moment, in the order asked for. @throws NotFound for the first that is not there */
  assessments(context: RequestContext, ids: readonly string[]): Promise<OrganisationDetail[]> {
    const showsAssessors = mayDo(context.roles, 'assessors.read');
    return this.readStore.read(context, async (manager) => {
      const where = { assessmentId: In([...ids]) };
      const rows = await manager.find(organisationAssessmentTable.entity, { where });
      const answers = await manager.find(organisationAnswerTable.entity, { where, order: { assessorId: 'ASC' } });
      const cells = await manager.find(organisationCellTable.entity, { where });
      return ids.map((id): OrganisationDetail => {
        const row = rows.find(({ assessmentId }) => assessmentId === id);
        if (!row) throw new NotFound('organisation assessment', id);
        const given = {
          answers: byCell(of(id, answers), (answer) => answerOf(answer, context.actor, showsAssessors)),
          settled: Object.fromEntries(of(id, cells).map((cell) => [cell.cell, settledOf(cell)])),
        };
        const standing = standingOf(organisationCatalogueFor(row.catalogueVersion), given);
        return { ...factsOf(row, standing), standing, showsAssessors };
      });
    });
  }

  /** One page of the list, how many assessments there are in all, and the cursor of the next page. */
  page(context: RequestContext, query: OrganisationPage): Promise<z.infer<typeof organisationList>> {
    const { sort, cursor, limit } = query;
    return this.readStore.read(context, async (manager) => {
      const assessments = filtered(manager, context, query);
      const total = await assessments.getCount();
      const { items, nextCursor } = await page(assessments, { ...orderOf(sort), key: 'assessmentId', cursor, limit });
      return { items: await summaries(manager, items), total, next: nextCursor };
    });
  }

  /** Every assessment that the filter lets through: an enterprise makes a handful a year. */
  list(context: RequestContext, filter: OrganisationFilter): Promise<OrganisationSummary[]> {
    return this.readStore.read(context, async (manager) => {
      const latestFirst = { assessedOn: 'DESC', assessmentId: 'DESC' } as const;
      const rows = await filtered(manager, context, filter).setFindOptions({ order: latestFirst }).getMany();
      return summaries(manager, rows);
    });
  }
}

/** The same median as everywhere: `percentile_disc` takes the lower of two in the middle. */
const sumsByElement = `
  with said as (
    select assessment_id, cell, percentile_disc(0.5) within group (order by score) as median
    from organisation_answer where assessment_id = any($1) group by assessment_id, cell
  )
  select said.assessment_id as "assessmentId", left(said.cell, 1) as element,
    sum(coalesce(settled.score, median))::int as score, count(*)::int as answered, count(settled.score)::int as settled
  from said left join organisation_cell settled using (assessment_id, cell)
  group by said.assessment_id, left(said.cell, 1)`;

async function summaries(manager: EntityManager, rows: readonly AssessmentRow[]): Promise<OrganisationSummary[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ assessmentId }) => assessmentId);
  const sums: (ElementSum & { assessmentId: string })[] = await manager.query(sumsByElement, [ids]);
  return rows.map((row) => summaryOf(row, of(row.assessmentId, sums)));
}

function filtered(
  manager: EntityManager,
  { actor }: RequestContext,
  { q, scope, divisionId, status, mine }: OrganisationFilter,
): SelectQueryBuilder<AssessmentRow> {
  const query = manager.createQueryBuilder(organisationAssessmentTable.entity, 'assessment');
  if (q) query.andWhere('assessment.title ilike :words', { words: containing(q) });
  if (scope) query.andWhere('assessment.scopeKind = :scope', { scope });
  if (divisionId) query.andWhere('assessment.divisionId = :divisionId', { divisionId });
  if (status) query.andWhere(`assessment.signedOffAt is ${status === 'open' ? 'null' : 'not null'}`);
  if (mine === 'true') query.andWhere('assessment.assessorIds @> array[:actor::text]', { actor });
  return query;
}

const orderOf = (sort: OrganisationPage['sort']) =>
  sort.startsWith('-')
    ? { sort: sort.slice(1) as keyof AssessmentRow & string, direction: 'desc' as const }
    : { sort: sort as keyof AssessmentRow & string, direction: 'asc' as const };

const of = <Row extends { readonly assessmentId: string }>(id: string, rows: readonly Row[]): Row[] =>
  rows.filter(({ assessmentId }) => assessmentId === id);

function byCell<Row extends { readonly cell: string }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): Record<string, Value[]> {
  const grouped: Record<string, Value[]> = {};
  for (const row of rows) (grouped[row.cell] ??= []).push(value(row));
  return grouped;
}
