import { defaultMoveRule } from '../../category/move-rules';
import { given, refusal, request } from '../../testing/domain';
import { account } from '../account';
import { categorised, registered, scored } from '../account.fixtures';
import { approveMove, proposeMove } from '../category.decisions';
import { assignExitPoint, settleExitPoint } from './exit.decisions';

const life = [registered, scored, categorised('star', '2025-01-01')];
const star = given(account, ...life);
const proposal = (category: 'not-key' | 'streamline' | 'strategic') =>
  proposeMove(
    star,
    { accountId: 'a1', moveId: 'm-1', category, effectiveOn: '2026-04-01', reason: 'Shrinks', rule: defaultMoveRule },
    request(),
  );
const approval = (category: 'not-key' | 'streamline' | 'strategic') =>
  approveMove(
    given(account, ...life, ...proposal(category)),
    { accountId: 'a1', moveId: 'm-1', rule: { ...defaultMoveRule, concerned: ['kim'] } },
    request({ actor: 'sam' }),
  );
const left = given(account, ...life, ...proposal('not-key'), ...approval('not-key'));
const point = { accountId: 'a1', exit: 6, point: 'tell-customer' };
const head = request();

describe('leaving a category', () => {
  it('opens the exit in the same append as the decision: each point the lead’s, due from the day of the move', () => {
    const [decided, opened] = approval('not-key');
    expect(decided).toMatchObject({ type: 'portfolio.AccountRecategorised', data: { concerned: ['hanna', 'kim'] } });
    expect(opened).toMatchObject({ type: 'portfolio.ExitOpened', data: { from: 'star', to: 'not-key' } });
    expect(opened!.data).toMatchObject({
      points: expect.arrayContaining([
        expect.objectContaining({ id: 'hand-over-contacts', ownerId: 'kim', dueOn: '2026-05-01' }),
      ]),
    });
  });

  it('to a lower category asks less, and to a higher one nothing', () => {
    const down = approval('streamline').find(({ type }) => type === 'portfolio.ExitOpened')!;
    expect(JSON.stringify(down.data)).not.toContain('hand-over-contacts');
    expect(approval('strategic').map(({ type }) => type)).toEqual(['portfolio.AccountRecategorised']);
  });
});

describe('a point of an exit', () => {
  it('is done, by whoever sees to it', () => {
    const [event] = settleExitPoint(left, { ...point, state: 'done', note: '' }, request({ actor: 'kim', roles: [] }));
    expect(event).toMatchObject({ data: { from: { state: 'open' }, to: { state: 'done', note: '' } } });
  });

  it('is not relevant only with a reason, and nobody else’s to settle', () => {
    const body = { ...point, state: 'not-relevant', note: '' } as const;
    expect(() => settleExitPoint(left, body, head)).toThrow(refusal('exit.note-missing'));
    const stranger = request({ actor: 'eve', roles: ['key-account-manager'] });
    expect(() => settleExitPoint(left, { ...body, note: 'x' }, stranger)).toThrow(refusal('exit.not-owner'));
    expect(() => settleExitPoint(left, { ...body, point: 'else' }, head)).toThrow(refusal('exit-point.not-found'));
  });

  it('stays as it is when the same is said again', () => {
    expect(settleExitPoint(left, { ...point, state: 'open', note: '' }, head)).toEqual([]);
  });

  it('is given to somebody else with a reason', () => {
    const body = { ...point, ownerId: 'ole', dueOn: '2026-05-01', reason: 'Kim is away' };
    expect(assignExitPoint(left, body, head)).toMatchObject([
      { data: { from: { ownerId: 'kim' }, to: { ownerId: 'ole', dueOn: '2026-05-01' } } },
    ]);
    expect(() => assignExitPoint(left, { ...body, reason: '' }, head)).toThrow(refusal('exit.reason-missing'));
    expect(assignExitPoint(left, { ...body, ownerId: 'kim', dueOn: '2026-04-01', reason: '' }, head)).toEqual([]);
  });
});
