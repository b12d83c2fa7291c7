import type { StoredRowOf } from '@mainstay/read-store';
import { type EntityManager, In } from 'typeorm';
import { mergedInto } from '../merge/merged-accounts';
import type { MergedScoring, Sheet } from '../round/round.answers';
import { roundTable, scoringTable } from '../round/round.projection';

type Row = StoredRowOf<typeof scoringTable>;
type Given = Sheet['given'][number];

/** What each scorer says. */
export const givenOf = ({ given }: Row): Given[] =>
  Object.entries(given).map(([scorerId, one]) => {
    const { givenAt, scores, notes, attractiveness, standing, suggested } = one;
    return { scorerId, givenAt, scores, notes, attractiveness, standing, suggested };
  });

export const byWhom = (given: readonly Given[]): Sheet['givenBy'] =>
  given.map(({ scorerId, givenAt }) => ({ scorerId, givenAt }));

/** What they agreed on; null until then. */
export const settledOf = ({ settled, settledBy, settledAt }: Row): Sheet['settled'] =>
  settled && {
    ...settled,
    without: [...settled.without],
    settledBy: settledBy!,
    settledAt: settledAt!.toISOString(),
  };

/**
 * What scorers said of the accounts that were merged into this one, beside what is said of it and mixed into no figure of
 * it: they scored another account. Whoever may not see yet what others say of this one sees there only what was settled,
 * or would be led by it.
 */
export async function mergedScorings(
  manager: EntityManager,
  accountId: string,
  blind: boolean,
): Promise<MergedScoring[]> {
  const merged = await mergedInto(manager, accountId);
  if (merged.length === 0) return [];
  const where = { accountId: In(merged.map(({ id }) => id)) };
  const rows = await manager.find(scoringTable.entity, { where, order: { occasion: 'asc' } });
  const rounds = await manager.findBy(roundTable.entity, { roundId: In(rows.map(({ occasion }) => occasion)) });
  return merged.flatMap(({ id, code, name }) =>
    rows
      .filter((row) => row.accountId === id)
      .map((row) => {
        const round = rounds.find(({ roundId }) => roundId === row.occasion);
        const given = givenOf(row);
        return {
          saidAt: { id, code, name },
          occasion: row.occasion,
          round: round ? { id: round.roundId, name: round.name } : null,
          criteriaVersion: row.criteriaVersion,
          givenBy: byWhom(given),
          given: blind && !row.settled ? [] : given,
          settled: settledOf(row),
        };
      }),
  );
}
