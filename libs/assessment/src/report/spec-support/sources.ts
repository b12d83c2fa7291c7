import type { Answer } from '../../audit/answer';
import { phaseAuditOf } from '../../catalogue/phase-audit';
import { compare } from '../../compare/comparison';
import { resultsOf } from '../../results/results';
import type { AuditResults } from '../../results/results.views';
import type { Answers } from '../../results/tally';
import type { ReportSource } from '../report-source';

const catalogue = phaseAuditOf(2);

/** A report's source from the answers to every action, by its index in the catalogue; undefined is unanswered. */
export function sourceOf(
  said: (index: number) => Answer | undefined,
  before: ((index: number) => Answer | undefined) | undefined,
  facts: Partial<AuditResults['audit']> = {},
): ReportSource {
  const answersOf = (say: (index: number) => Answer | undefined): Answers =>
    Object.fromEntries(
      catalogue.actions.flatMap(({ id }, index) => {
        const answer = say(index);
        return answer ? [[id, answer]] : [];
      }),
    );
  const answers = answersOf(said);
  const auditDate = '2025-03-01';
  const results = resultsOf({ catalogue, answers, auditDate, programmeStartedOn: '2023-09-01' });
  const { score, maximum, ...progress } = results.overall;
  const audit = {
    id: 'a-3',
    title: 'Third audit',
    scope: { kind: 'programme' },
    catalogueVersion: 2,
    auditDate,
    assessorIds: ['ann', 'ben'],
    signedOff: null,
    score,
    maximum,
    progress,
    ...facts,
  } as AuditResults['audit'];
  const stop = (id: string, title: string, on: string, points: number) => ({
    id,
    title,
    auditDate: on,
    score: points,
    unanswered: 0,
    unconfirmed: 0,
    signedOff: false,
  });
  const earlier = [stop('a-1', 'First audit', '2023-09-15', 31), stop('a-2', 'Second audit', '2024-03-01', 96)];
  return {
    enterprise: 'Aldermoor Group',
    catalogue,
    results: {
      ...results,
      audit,
      programmeActions: [],
      trail: [...earlier, stop('a-3', audit.title, auditDate, score)],
    },
    since: before && {
      title: 'Second audit',
      auditDate: '2024-03-01',
      moved: compare(catalogue, sideOf(answersOf(before)), sideOf(answers)).moved,
    },
    names: new Map([
      ['ann', 'Inês Ågren'],
      ['ben', 'Βασίλης Жуков'],
    ]),
    recordedAt: new Date('2025-03-10T14:05:00Z'),
  };
}

const sideOf = (answers: Answers) =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, confirmed: true }]));
