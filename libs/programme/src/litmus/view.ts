import {
  type LitmusTest,
  litmusTakingTable,
  litmusTestTable,
  type LitmusTestId,
  litmusTestOf,
  presentLitmus,
  standingOf,
} from '@mainstay/assessment';
import type { StoredRowOf } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import type { LitmusView } from './litmus.views';
import { type Says, verdictOf } from './record/says';

type TakingRow = StoredRowOf<typeof litmusTakingTable>;

interface Shown {
  readonly id: string;
  readonly test: LitmusTestId;
  /** By question; left out where the product records nothing of the kind. */
  readonly record?: Readonly<Record<string, Says>>;
  readonly freshFrom: string;
  /** Who leads the account now; only for the manager's test. */
  readonly leadId?: string | null;
}

/** One test with its latest answers, held against the record, and all takings. */
export async function litmusViewOf(manager: EntityManager, shown: Shown): Promise<LitmusView> {
  const takings = await manager.find(litmusTakingTable.entity, {
    where: { litmusId: shown.id },
    order: { takenOn: 'DESC' },
  });
  const row = await manager.findOneBy(litmusTestTable.entity, { litmusId: shown.id });
  return viewOf(shown, litmusTestOf(presentLitmus, shown.test), takings, row?.version ?? 0);
}

function viewOf(
  { id, record, freshFrom, leadId }: Shown,
  test: LitmusTest,
  takings: TakingRow[],
  version: number,
): LitmusView {
  const latest = takings[0];
  const former = latest?.managerId && latest.managerId !== leadId ? latest.managerId : null;
  const questions = test.questions.map((question) => held(question, latest, record?.[question.id]));
  return {
    id,
    test: test.id,
    name: test.name,
    about: test.about,
    gate: test.gate,
    questions,
    yes: latest?.yes ?? null,
    standing: standingOf(latest && !former ? latest.yes : null, test.gate ?? 0),
    takenOn: latest?.takenOn ?? null,
    old: latest !== undefined && latest.takenOn < freshFrom,
    formerManagerId: former,
    differences: questions.filter((question) => question.record?.verdict === 'contradicts').length,
    takings: takings.map(takingOf),
    version,
  };
}

function held(question: LitmusTest['questions'][number], latest: TakingRow | undefined, record: Says | undefined) {
  const given = latest?.answers[question.id];
  return {
    ...question,
    answer: given?.answer ?? null,
    note: given?.note ?? null,
    record: record ? { ...record, verdict: given ? verdictOf(given.answer, record) : null } : null,
  };
}

const takingOf = (row: TakingRow) => ({
  takenOn: row.takenOn,
  answers: row.answers,
  yes: row.yes,
  unmet: [...row.unmet],
  managerId: row.managerId,
  takenBy: row.takenBy,
  takenAt: row.takenAt.toISOString(),
  corrections: row.corrections,
  reason: row.reason,
});
