import { planMoves, type RoundMember } from './plan-moves';

const member = (accountId: string, over: Partial<RoundMember> = {}): RoundMember => ({
  accountId,
  name: accountId.toUpperCase(),
  from: 'prospect',
  to: 'star',
  state: 'move',
  first: false,
  moveOpen: false,
  ...over,
});
const key = (proposed: number, capacity: number | null = 10) => ({ capacity, now: proposed, proposed });

describe('what accepting moves would do', () => {
  it('leaves out and names what is not settled, decided, staying, moving elsewhere or unknown', () => {
    const members = [
      member('a'),
      member('b', { state: 'scoring', to: null }),
      member('c', { state: 'accepted' }),
      member('d', { state: 'stays' }),
      member('e', { moveOpen: true }),
    ];
    const { moves, leftOut } = planMoves(['a', 'b', 'c', 'd', 'e', 'z'], members, key(0));
    expect(moves.map(({ accountId }) => accountId)).toEqual(['a']);
    expect(Object.fromEntries(leftOut.map(({ accountId, why }) => [accountId, why]))).toEqual({
      z: 'not-in-round',
      b: 'unsettled',
      c: 'decided',
      d: 'no-move',
      e: 'move-open',
    });
  });

  it('leaves out of many those that would go over the capacity, after de-selections have made room', () => {
    const leaves = member('x', { from: 'star', to: 'not-key' });
    const plan = planMoves(['a', 'b', 'c', 'x'], [member('a'), member('b'), member('c'), leaves], key(9));
    expect(plan.moves.map(({ accountId }) => accountId)).toEqual(['x', 'a', 'b']);
    expect(plan.leftOut).toMatchObject([{ accountId: 'c', why: 'over-capacity' }]);
    expect(plan.capacity).toEqual({ capacity: 10, before: 9, after: 10 });
  });

  it('lets one by itself go over: that is warned about, not forbidden', () => {
    const plan = planMoves(['a'], [member('a')], key(10));
    expect(plan).toMatchObject({ moves: [{ accountId: 'a' }], capacity: { before: 10, after: 11 } });
  });

  it('knows no capacity where the programme has stated none', () => {
    expect(planMoves(['a', 'b'], [member('a'), member('b')], key(500, null)).moves).toHaveLength(2);
  });

  it('counts no capacity where moves are refused, which may also have been proposed elsewhere', () => {
    const plan = planMoves(['a', 'b'], [member('a'), member('b', { moveOpen: true })], key(10), 'refuse');
    expect(plan).toMatchObject({ moves: [{}, {}], capacity: { before: 10, after: 10 } });
  });
});
