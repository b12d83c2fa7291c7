import { given, refusal, request } from '../testing/domain';
import { account } from './account';
import { changeAccountDetails, registerAccount, scoreAccount } from './account.decisions';
import { details, registered, scored, scoresOf } from './account.fixtures';

const alder = given(account, registered);
const none = given(account);
const lead = request({ actor: 'kim', roles: ['key-account-manager'] });
const otherManager = request({ actor: 'lee', roles: ['key-account-manager'] });

describe('registering an account', () => {
  it('records its facts; it is a prospect until someone decides', () => {
    expect(registerAccount(none, { code: 'ALD', ...details })).toEqual([registered]);
    expect(alder).toMatchObject({ category: 'prospect', effectiveOn: null });
  });

  it('refuses a code that another account has', () => {
    expect(() => registerAccount(alder, { code: 'ALD', ...details, name: 'Alder Drinks' })).toThrow(
      refusal('account.code-taken'),
    );
  });

  it('changes nothing when the same account is registered again', () => {
    expect(registerAccount(alder, { code: 'ALD', ...details })).toEqual([]);
  });
});

describe('changing the facts of an account', () => {
  it('records only what changed, before and after', () => {
    const body = { accountId: 'a1', name: 'Alder Foods', spend: 900_000, leadId: null, reason: 'Year end' };
    expect(changeAccountDetails(alder, body, request())).toEqual([
      {
        type: 'portfolio.AccountDetailsChanged',
        data: { from: { spend: 1_200_000, leadId: 'kim' }, to: { spend: 900_000, leadId: null }, reason: 'Year end' },
      },
    ]);
  });

  it('is open to the key account manager who leads it, and to no other', () => {
    const body = { accountId: 'a1', spend: 1 };
    expect(changeAccountDetails(alder, body, lead)).toHaveLength(1);
    expect(() => changeAccountDetails(alder, body, otherManager)).toThrow(refusal('account.not-lead'));
  });

  it('refuses an account that does not exist', () => {
    expect(() => changeAccountDetails(none, { accountId: 'a9' }, request())).toThrow(refusal('account.not-found'));
  });

  it('changes nothing when every fact is as it was', () => {
    expect(changeAccountDetails(alder, { accountId: 'a1', ...details, reason: 'none' }, request())).toEqual([]);
    expect(changeAccountDetails(alder, { accountId: 'a1' }, request())).toEqual([]);
  });
});

describe('scoring an account', () => {
  const body = { accountId: 'a1', criteriaVersion: 1, scores: scoresOf(7) };

  it('records scores, both axes and the suggestion, beside the scores before', () => {
    expect(scoreAccount(alder, body, request())).toEqual([scored]);
    const [again] = scoreAccount(given(account, registered, scored), { ...body, scores: scoresOf(3) }, request());
    expect(again).toMatchObject({
      data: {
        attractiveness: 3,
        standing: 3,
        suggested: 'streamline',
        from: { attractiveness: 7, suggested: 'strategic' },
      },
    });
  });

  it('decides no category', () => {
    expect(given(account, registered, scored)).toMatchObject({ category: 'prospect', effectiveOn: null });
  });

  it('is open to the key account manager who leads it, and to no other', () => {
    expect(scoreAccount(alder, body, lead)).toHaveLength(1);
    expect(() => scoreAccount(alder, body, otherManager)).toThrow(refusal('account.not-lead'));
  });

  it.each([
    ['an account that does not exist', none, body, 'account.not-found'],
    ['criteria that do not exist', alder, { ...body, criteriaVersion: 7 }, 'score.criteria-unknown'],
    ['a score outside 0 to 10', alder, { ...body, scores: { ...scoresOf(7), growth: 11 } }, 'score.out-of-range'],
    ['an unknown criterion', alder, { ...body, scores: { ...scoresOf(7), glamour: 1 } }, 'score.criterion-unknown'],
    ['a missing criterion', alder, { ...body, scores: { growth: 1 } }, 'score.criteria-missing'],
  ])('refuses %s', (_, state, what, code) => {
    expect(() => scoreAccount(state, what, request())).toThrow(refusal(code));
  });

  it('changes nothing when scores and note are as they were', () => {
    expect(scoreAccount(given(account, registered, scored), body, request())).toEqual([]);
  });
});
