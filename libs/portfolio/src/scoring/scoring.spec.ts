import { account } from '../account/account';
import { categorised, registered, scored, scoresOf } from '../account/account.fixtures';
import { shippedCriteria } from '../criteria/criteria';
import { given, refusal, request } from '../testing/domain';
import { giveScores, placeAccount, reopenScoring, settleScores } from './scoring.decisions';
import { accountScoring } from './scoring';
import type { ScoringEvent } from './scoring.events';

const star = given(account, registered, categorised('star', '2025-01-01'));
const asked = { accountId: 'a1', occasion: 'r-1', roundId: 'r-1', set: shippedCriteria, assigned: ['hanna', 'sam'] };
const own = (score: number) => ({ ...asked, account: star, scores: scoresOf(score) });
const first = shippedCriteria.criteria[0]!.id;
const nobody = accountScoring.initial;
const by = (actor: string) => request({ actor });
const said = (actor: string, score: number) => giveScores(nobody, own(score), by(actor))[0]!;
const both = (one: number, other: number) =>
  given<typeof nobody, ScoringEvent>(accountScoring, said('hanna', one), said('sam', other));
const settling = { ...asked, scores: {}, reason: '' };

describe('giving one’s own scores', () => {
  it('records them with what supports them, and moves nothing', () => {
    const events = giveScores(nobody, { ...own(7), notes: { [first]: 'Framework contract', growth: '' } }, by('sam'));
    expect(events).toMatchObject([
      {
        type: 'portfolio.ScoresGiven',
        data: {
          scorerId: 'sam',
          attractiveness: 7,
          suggested: 'strategic',
          notes: { [first]: 'Framework contract' },
          from: null,
        },
      },
    ]);
  });

  it('replaces what the same person said before, and nobody else’s', () => {
    const [again] = giveScores(both(7, 3), own(5), by('sam'));
    expect(again).toMatchObject({ data: { from: { attractiveness: 3 } } });
    expect(given(accountScoring, said('hanna', 7), again!).occasions['r-1']!.given).toMatchObject({
      hanna: { attractiveness: 7 },
      sam: { attractiveness: 5 },
    });
  });

  it.each([
    ['by somebody not assigned in the round', 'lee', own(7), 'score.not-assigned'],
    ['with a criterion left out', 'sam', { ...own(7), scores: { growth: 7 } }, 'score.criteria-missing'],
    ['of an account that does not exist', 'sam', { ...own(7), account: account.initial }, 'account.not-found'],
  ])('is refused %s', (_, actor, body, code) => {
    expect(() => giveScores(nobody, body, by(actor))).toThrow(refusal(code));
  });

  it('is refused once the round’s scores are settled, and begins anew outside of rounds', () => {
    const settled = given(accountScoring, said('hanna', 7), said('sam', 7), ...settleScores(both(7, 7), settling));
    expect(() => giveScores(settled, own(5), by('sam'))).toThrow(refusal('score.settled'));
    const outside = { occasion: 'v1', roundId: null, assigned: null };
    const alone = given(accountScoring, ...giveScores(nobody, { ...own(7), ...outside }, by('sam')));
    const [agreed] = settleScores(alone, { ...settling, ...outside });
    const before = given(accountScoring, ...giveScores(nobody, { ...own(7), ...outside }, by('sam')), agreed!);
    const [anew] = giveScores(before, { ...own(4), ...outside }, by('hanna'));
    expect(anew).toMatchObject({ data: { from: null } });
  });

  it('changes nothing when it says the same', () => {
    expect(giveScores(both(7, 3), own(3), by('sam'))).toEqual([]);
  });
});

describe('settling the scores', () => {
  it('takes over what all gave alike', () => {
    expect(settleScores(both(7, 7), settling)).toMatchObject([
      {
        type: 'portfolio.ScoresSettled',
        data: {
          suggested: 'strategic',
          scores: scoresOf(7),
          said: { hanna: scoresOf(7), sam: scoresOf(7) },
          without: [],
        },
      },
    ]);
  });

  it('asks for the agreed score where scorers differ, and for a reason where nobody gave it', () => {
    const differ = both(7, 3);
    expect(() => settleScores(differ, settling)).toThrow(refusal('settle.scorers-differ'));
    expect(() => settleScores(differ, { ...settling, scores: scoresOf(5) })).toThrow(refusal('settle.reason-missing'));
    expect(settleScores(differ, { ...settling, scores: scoresOf(7) })).toHaveLength(1);
    const reasons = Object.fromEntries(shippedCriteria.criteria.map(({ id }) => [id, 'The middle of both']));
    expect(settleScores(differ, { ...settling, scores: scoresOf(5), reasons })).toMatchObject([{ data: { reasons } }]);
  });

  it('waits for everybody assigned, or is done without them for a reason', () => {
    const one = given(accountScoring, said('hanna', 7));
    expect(() => settleScores(one, settling)).toThrow(refusal('settle.scorers-missing'));
    expect(settleScores(one, { ...settling, reason: 'Sam has left' })).toMatchObject([
      { data: { without: ['sam'], reason: 'Sam has left' } },
    ]);
  });

  it('is refused where nobody has scored', () => {
    expect(() => settleScores(nobody, settling)).toThrow(refusal('settle.nothing-given'));
  });

  it('changes nothing when repeated', () => {
    const settled = given(accountScoring, said('hanna', 7), said('sam', 7), ...settleScores(both(7, 7), settling));
    expect(settleScores(settled, settling)).toEqual([]);
  });

  it('is opened again with a reason, and only where it was settled', () => {
    const settled = given(accountScoring, said('hanna', 7), said('sam', 7), ...settleScores(both(7, 7), settling));
    const open = { accountId: 'a1', occasion: 'r-1', roundId: 'r-1', reason: 'New figures' };
    expect(reopenScoring(settled, open)).toMatchObject([{ type: 'portfolio.ScoringReopened' }]);
    expect(() => reopenScoring(settled, { ...open, reason: '' })).toThrow(refusal('score.reason-missing'));
    expect(() => reopenScoring(nobody, open)).toThrow(refusal('scoring.not-found'));
    expect(reopenScoring(both(7, 7), open)).toEqual([]);
  });
});

describe('placing an account by what was agreed', () => {
  const settled = {
    scores: scoresOf(4),
    reasons: {},
    attractiveness: 4,
    standing: 4,
    suggested: 'streamline' as const,
  };
  const body = { accountId: 'a1', roundId: 'r-1', criteriaVersion: 1, scorerIds: ['hanna', 'sam'], settled, fed: {} };

  it('scores it, with who agreed and what it said before', () => {
    expect(placeAccount(given(account, registered, scored), body)).toMatchObject([
      {
        type: 'portfolio.AccountScored',
        data: {
          suggested: 'streamline',
          settled: { roundId: 'r-1', scorerIds: ['hanna', 'sam'] },
          from: { attractiveness: 7 },
        },
      },
    ]);
  });

  it('changes nothing when repeated, so that what was interrupted can go on', () => {
    const placed = given(account, registered, ...placeAccount(star, body));
    expect(placeAccount(placed, body)).toEqual([]);
  });

  it('is refused for an account that does not exist', () => {
    expect(() => placeAccount(account.initial, body)).toThrow(refusal('account.not-found'));
  });
});
