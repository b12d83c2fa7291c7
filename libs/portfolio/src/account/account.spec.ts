import { shippedCriteria } from '../criteria/criteria';
import { given, refusal, request } from '../testing/domain';
import { account } from './account';
import {
  archiveAccount,
  changeAccountDetails,
  registerAccount,
  restoreAccount,
  scoreAccount,
} from './account.decisions';
import { changeAccountDetailsBody } from './account.commands';
import { categorised, details, registered, scored, scoresOf } from './account.fixtures';

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

describe('facts that many accounts do without', () => {
  it('are nothing until somebody gives them, and a change to them is recorded like any other', () => {
    expect(alder).toMatchObject({ parentId: null, sites: [], crmId: null, duns: null, vat: null, potential: null });
    const further = { parentId: 'a0', sites: ['Lyon'], crmId: 'SF-1', duns: '123456789', vat: 'DE1', potential: 9 };
    expect(changeAccountDetails(alder, { accountId: 'a1', ...further }, request())).toEqual([
      {
        type: 'portfolio.AccountDetailsChanged',
        data: {
          from: { parentId: null, sites: [], crmId: null, duns: null, vat: null, potential: null },
          to: further,
          reason: null,
        },
      },
    ]);
  });

  it('change nothing where they are given as they are', () => {
    expect(changeAccountDetails(alder, { accountId: 'a1', sites: [], crmId: null }, request())).toEqual([]);
    expect(registerAccount(alder, { code: 'ALD', ...details, duns: null })).toEqual([]);
  });

  it('are read as people write them: numbers without the dots and spaces between', () => {
    expect(changeAccountDetailsBody.parse({ duns: '12-345-6789', vat: 'de 123.456.789' })).toEqual({
      duns: '123456789',
      vat: 'DE123456789',
    });
    expect(changeAccountDetailsBody.safeParse({ duns: '12345' }).success).toBe(false);
    expect(changeAccountDetailsBody.safeParse({ sites: ['Lyon; Metz'] }).success).toBe(false);
  });
});

describe('archiving an account', () => {
  const archived = given(account, registered, {
    type: 'portfolio.AccountArchived',
    data: { reason: 'Merged into Birch' },
  });

  it('records why; restoring records why too', () => {
    expect(archiveAccount(alder, { accountId: 'a1', reason: 'Gone' })).toEqual([
      { type: 'portfolio.AccountArchived', data: { reason: 'Gone' } },
    ]);
    expect(restoreAccount(archived, { accountId: 'a1', reason: 'Back' })).toEqual([
      { type: 'portfolio.AccountRestored', data: { reason: 'Back' } },
    ]);
  });

  it('needs a reason', () => {
    expect(() => archiveAccount(alder, { accountId: 'a1', reason: '' })).toThrow(refusal('account.reason-missing'));
    expect(() => restoreAccount(archived, { accountId: 'a1', reason: '' })).toThrow(refusal('account.reason-missing'));
  });

  it('is refused while a move waits for approval', () => {
    const proposed = given(account, registered, categorised('star', '2025-01-01'), {
      type: 'portfolio.CategoryMoveProposed',
      data: {
        moveId: 'm1',
        from: 'star',
        to: 'status',
        direction: 'down',
        effectiveOn: '2026-01-01',
        reason: 'Shrinks',
        resource: null,
        suggested: null,
        criteriaVersion: null,
      },
    });
    expect(() => archiveAccount(proposed, { accountId: 'a1', reason: 'Gone' })).toThrow(refusal('account.move-open'));
  });

  it('changes nothing when it is archived already, or in use', () => {
    expect(archiveAccount(archived, { accountId: 'a1', reason: 'Again' })).toEqual([]);
    expect(restoreAccount(alder, { accountId: 'a1', reason: 'Again' })).toEqual([]);
  });

  it('lets nothing about it change until it is restored', () => {
    expect(() => changeAccountDetails(archived, { accountId: 'a1', spend: 1 }, request())).toThrow(
      refusal('account.archived'),
    );
    expect(() =>
      scoreAccount(archived, { accountId: 'a1', set: shippedCriteria, scores: scoresOf(7) }, request()),
    ).toThrow(refusal('account.archived'));
  });
});

describe('scoring an account', () => {
  const body = { accountId: 'a1', set: shippedCriteria, scores: scoresOf(7) };

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
    ['criteria that do not exist', alder, { ...body, criteriaVersion: 7, set: undefined }, 'score.criteria-unknown'],
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
