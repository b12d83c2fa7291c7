import type { AuditDetail } from '../audit/audit.views';
import { mapAnswers, type WithoutCounterpart } from '../catalogue/counterparts';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { compare, type Comparison, type Side } from './comparison';

interface AuditsCompared extends Comparison {
  /** Answers of either audit that have no counterpart in the catalogue version that both are told in. */
  readonly without: { readonly from: readonly WithoutCounterpart[]; readonly to: readonly WithoutCounterpart[] };
}

type Answered = Pick<AuditDetail, 'catalogueVersion' | 'answers'>;

/** What moved between two audits, told in the terms of the later catalogue version. */
export function compareAudits(from: Answered, to: Answered): AuditsCompared {
  const catalogue = phaseAuditOf(Math.max(from.catalogueVersion, to.catalogueVersion));
  const before = mapAnswers(phaseAuditOf(from.catalogueVersion), catalogue, sideOf(from));
  const after = mapAnswers(phaseAuditOf(to.catalogueVersion), catalogue, sideOf(to));
  return {
    ...compare(catalogue, before.answers, after.answers),
    without: { from: before.without, to: after.without },
  };
}

const sideOf = ({ answers }: Answered): Side =>
  Object.fromEntries(answers.map(({ actionId, answer, confirmed }) => [actionId, { answer, confirmed }]));
