import { organisationAssessmentCatalogue } from '@mainstay/assessment';
import type { RequestContext } from '@mainstay/event-sourcing';
import { mayDo } from '@mainstay/identity';
import type { EntityManager } from 'typeorm';

interface Cells {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

/** What waits for a person in assessments of the organisation that are not signed off. */
export interface OrganisationWork {
  /** Assigned to the person: so many cells are still without his or her answer. */
  readonly answer: readonly Cells[];
  /** For the lead: so many cells have every assigned assessor's answer and are not settled. */
  readonly settle: readonly Cells[];
}

export async function ownOrganisationWork(manager: EntityManager, context: RequestContext): Promise<OrganisationWork> {
  const { actor, roles } = context;
  return {
    answer: mayDo(roles, 'assessment.answer')
      ? await manager.query(cellsToAnswer, [actor, organisationAssessmentCatalogue.cells.length])
      : [],
    settle: mayDo(roles, 'assessment.settle') ? await manager.query(cellsToSettle) : [],
  };
}

const cellsToAnswer = `
  select assessment_id as id, title, ($2 - answered)::int as count
  from organisation_assessment assessment cross join lateral (
    select count(*) as answered from organisation_answer answer
    where answer.assessment_id = assessment.assessment_id and answer.assessor_id = $1
  ) own
  where signed_off_at is null and assessor_ids @> array[$1::text] and answered < $2
  order by assessed_on, assessment_id`;

const cellsToSettle = `
  select assessment_id as id, title, count(*)::int as count
  from (
    select assessment_id, title, assessed_on, cell
    from organisation_assessment assessment join organisation_answer answer using (assessment_id)
    where signed_off_at is null and assessor_ids @> array[assessor_id]
      and not exists (select from organisation_cell settled
        where settled.assessment_id = assessment.assessment_id and settled.cell = answer.cell)
    group by assessment_id, title, assessed_on, cell, assessor_ids
    having count(*) = cardinality(assessor_ids)
  ) ready
  group by assessment_id, title, assessed_on order by assessed_on, assessment_id`;
