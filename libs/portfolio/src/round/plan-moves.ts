import { type Category, isKey } from '../account/category';
import type { KeyAccounts } from './capacity';
import type { MovesPlan } from './round.answers';
import type { RoundState } from './round-sql';

export interface RoundMember {
  readonly accountId: string;
  readonly name: string;
  readonly from: Category;
  /** Null until its scores are settled. */
  readonly to: Category | null;
  readonly state: RoundState;
  /** It has no category yet: accepting is its first decision. */
  readonly first: boolean;
  /** A move that was proposed elsewhere waits for approval. */
  readonly moveOpen: boolean;
}

/**
 * What accepting or refusing these moves would do. Unsettled and decided accounts are left out. Of many accounts at once those that
 * would go over the capacity are left out as well, the smallest first; one by itself may go over, for that is warned
 * about, not forbidden. De-selections make room first.
 * @param members the largest first
 */
export function planMoves(
  accountIds: readonly string[],
  members: readonly RoundMember[],
  { capacity, proposed: before }: KeyAccounts,
  decision: 'accept' | 'refuse' = 'accept',
): MovesPlan {
  const limited = decision === 'accept' && accountIds.length > 1;
  const moves: MovesPlan['moves'] = [];
  const leftOut: MovesPlan['leftOut'] = [];
  const inRound = new Set(members.map(({ accountId }) => accountId));
  for (const accountId of accountIds) {
    if (!inRound.has(accountId)) leftOut.push({ accountId, name: accountId, why: 'not-in-round', rule: null });
  }
  let after = before;
  const roomFirst = [...members].sort((a, b) => gainOf(a) - gainOf(b));
  for (const member of roomFirst) {
    const { accountId, name, from, to, first } = member;
    const gain = gainOf(member);
    const over = capacity !== null && gain > 0 && after + gain > capacity && limited;
    const why = hindrance(member, decision) ?? (over ? 'over-capacity' : undefined);
    if (why || to === null) {
      leftOut.push({ accountId, name, why: why ?? 'unsettled', rule: null });
      continue;
    }
    if (decision === 'accept') after += gain;
    moves.push({ accountId, name, from, to, first });
  }
  return { moves, leftOut, capacity: { capacity, before, after } };
}

const gainOf = ({ from, to, state }: RoundMember): number =>
  to === null || state !== 'move' ? 0 : Number(isKey(to)) - Number(isKey(from));

function hindrance(
  { state, moveOpen }: RoundMember,
  decision: 'accept' | 'refuse',
): MovesPlan['leftOut'][number]['why'] | undefined {
  if (state === 'accepted' || state === 'refused') return 'decided';
  if (state === 'stays') return 'no-move';
  if (state !== 'move') return 'unsettled';
  return moveOpen && decision === 'accept' ? 'move-open' : undefined;
}
