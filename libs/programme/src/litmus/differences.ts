import type { EntityManager } from 'typeorm';
import { litmusTestOf, presentLitmus } from '@mainstay/assessment';
import type { LineRow } from './litmus.sql';
import { recordOfManager, type RecordDay } from './record/account-record';
import { accountRecords } from './record/record.sql';
import { verdictOf } from './record/says';

/** How many answers of the manager's test the record contradicts, by account; all accounts in one question. */
export async function differencesOf(
  manager: EntityManager,
  rows: readonly LineRow[],
  day: RecordDay,
): Promise<ReadonlyMap<string, number>> {
  const tested = rows.filter(({ managerUnmet }) => managerUnmet !== null);
  const records = await accountRecords(
    manager,
    tested.map(({ accountId }) => accountId),
    day,
  );
  const { questions } = litmusTestOf(presentLitmus, 'manager');
  return new Map(
    tested.map(({ accountId, managerUnmet }) => {
      const record = recordOfManager(records.get(accountId)!, day);
      const contradicted = questions.filter(({ id }) => {
        const answer = managerUnmet!.includes(id) ? 'no' : 'yes';
        return verdictOf(answer, record[id]!) === 'contradicts';
      });
      return [accountId, contradicted.length];
    }),
  );
}
