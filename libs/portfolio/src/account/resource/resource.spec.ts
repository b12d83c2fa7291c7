import { defaultMoveRule } from '../../category/move-rules';
import { given, refusal, request } from '../../testing/domain';
import { account } from '../account';
import { categorised, registered, scored } from '../account.fixtures';
import { recategoriseAccount } from '../category.decisions';
import { checkResource, resourceOf } from './resource.decisions';

const rule = { ...defaultMoveRule, approval: { select: 'one', up: 'one', down: 'one', 'de-select': 'one' } } as const;
const line = { kind: 'hours', amount: 40, from: 'pool', to: 'a1' } as const;
const life = [registered, scored, categorised('star', '2025-01-01')];
const events = recategoriseAccount(
  given(account, ...life),
  {
    accountId: 'a1',
    category: 'strategic',
    effectiveOn: '2026-02-01',
    reason: 'Grew',
    approvedBy: 'sam',
    resources: [line],
    rule,
  },
  request(),
);
const moved = given(account, ...life, ...events);
const check = { accountId: 'a1', decision: 4, line: 0, moved: 40, note: '' };

describe('the resource that moves with a decision', () => {
  it('stands in the decision with the day on which it is checked: 90 days after it takes effect', () => {
    expect(events[0]).toMatchObject({ data: { resources: [line], checkOn: '2026-05-02' } });
    expect(resourceOf('a1', { effectiveOn: '2026-02-01' })).toEqual({});
  });

  it.each([
    ['from one place to the same', { ...line, from: 'a1' }, undefined, 'resource.moves-nowhere'],
    ['between other accounts', { ...line, to: 'a2' }, undefined, 'resource.other-account'],
    ['checked before it moves', line, '2026-01-01', 'resource.checked-too-early'],
  ])('is refused %s', (_, one, checkOn, code) => {
    expect(() =>
      resourceOf('a1', { resources: [one], effectiveOn: '2026-02-01', ...(checkOn ? { checkOn } : {}) }),
    ).toThrow(refusal(code));
  });

  it('is held against what moved', () => {
    const [event] = checkResource(moved, check, request());
    expect(event).toMatchObject({ data: { promised: line, from: null, to: { moved: 40, note: '' } } });
    const later = given(account, ...life, ...events, event!);
    expect(checkResource(later, check, request())).toEqual([]);
    expect(checkResource(later, { ...check, moved: 20, note: 'Half' }, request())).toMatchObject([
      { data: { from: { moved: 40 }, to: { moved: 20 } } },
    ]);
  });

  it('needs a word where less moved, and exists only where it was named', () => {
    expect(() => checkResource(moved, { ...check, moved: 10 }, request())).toThrow(refusal('resource.note-missing'));
    expect(() => checkResource(moved, { ...check, line: 1 }, request())).toThrow(refusal('resource.not-found'));
    const early = request({ now: new Date('2026-01-31T09:00:00Z') });
    expect(() => checkResource(moved, check, early)).toThrow(refusal('resource.not-yet'));
  });
});
