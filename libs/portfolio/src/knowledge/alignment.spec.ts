import { given, refusal, request } from '../testing/domain';
import { alignmentReview, type AlignmentScores, correctReview, holdReview, type HoldReview } from './alignment';

const blank = { ours: null, theirs: null };
const scores: AlignmentScores = {
  goals: { ours: 8, theirs: 5 },
  value: { ours: 7, theirs: 7 },
  delivery: blank,
  people: blank,
  innovation: blank,
  trust: blank,
};
const held: HoldReview = {
  accountId: 'a-1',
  heldOn: '2026-02-10',
  people: ['ines'],
  contactIds: ['c-1'],
  scores,
  note: 'Meet monthly',
  nextOn: '2026-08-10',
};
const events = holdReview(alignmentReview.initial, held, request());
const state = given(alignmentReview, ...events);
const correct = (changes: Partial<HoldReview>, reason = 'Typed wrongly', accountId = 'a-1') =>
  correctReview(state, { accountId, reviewId: 'r-1', changes, reason }, request());

describe('an alignment review', () => {
  it('records what both sides say, effective on the day it was held', () => {
    expect(events).toEqual([{ type: 'portfolio.AlignmentReviewed', data: held, effectiveOn: '2026-02-10' }]);
  });

  it('is refused where one side alone has scored, in the future, or followed by one before it', () => {
    const hold = (over: Partial<HoldReview>) => () =>
      holdReview(alignmentReview.initial, { ...held, ...over }, request());
    const oursAlone = { ...scores, goals: { ours: 8, theirs: null }, value: blank };
    expect(hold({ scores: oursAlone })).toThrow(refusal('alignment.one-sided'));
    expect(hold({ heldOn: '2026-03-20' })).toThrow(refusal('alignment.in-future'));
    expect(hold({ nextOn: '2026-02-10' })).toThrow(refusal('alignment.next-before'));
    expect(() => holdReview(state, held, request())).toThrow(refusal('alignment.held'));
  });

  it('is corrected with a reason, and keeps what stood there', () => {
    const corrected = { ...scores, goals: { ours: 8, theirs: 6 } };
    expect(correct({ scores: corrected })[0]!.data).toEqual({
      accountId: 'a-1',
      from: { scores },
      to: { scores: corrected },
      reason: 'Typed wrongly',
    });
    expect(() => correct({ note: 'Other' }, '')).toThrow(refusal('alignment.reason-missing'));
    expect(() => correct({ note: 'Other' }, 'x', 'a-2')).toThrow(refusal('alignment-review.not-found'));
    expect(correct({ note: 'Meet monthly' })).toEqual([]);
  });
});
