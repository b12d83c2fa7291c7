import { given, refusal, request } from '../testing/domain';
import { competitor, placeCompetitor, type PlaceCompetitor, reassessCompetitor } from './competitor';

const rival: PlaceCompetitor = {
  accountId: 'a-1',
  name: 'Nordkem',
  position: 'second',
  share: 20,
  strengths: 'Near the plant',
  weaknesses: '',
  answer: '',
  asOf: '2026-02-01',
};
const placed = placeCompetitor(competitor.initial, rival, request());
const state = given(competitor, ...placed);
const of = { accountId: 'a-1', competitorId: 'k-1', reason: 'Lost a tender' };

describe('placing a competitor', () => {
  it('records how it stands, effective on the day it is the state of', () => {
    expect(placed).toEqual([{ type: 'portfolio.CompetitorPlaced', data: rival, effectiveOn: '2026-02-01' }]);
  });

  it('is refused for the future, and a second time where it would say something else', () => {
    const future = { ...rival, asOf: '2026-03-05' };
    expect(() => placeCompetitor(competitor.initial, future, request())).toThrow(refusal('competitor.in-future'));
    expect(() => placeCompetitor(state, { ...rival, position: 'main' }, request())).toThrow(
      refusal('competitor.placed'),
    );
  });

  it('the same again changes nothing', () => {
    expect(placeCompetitor(state, rival, request())).toEqual([]);
  });
});

describe('reassessing a competitor', () => {
  it('records before and after of what changed', () => {
    const changes = { position: 'main', share: 20, asOf: '2026-03-01' } as const;
    expect(reassessCompetitor(state, { ...of, changes }, request())).toEqual([
      {
        type: 'portfolio.CompetitorReassessed',
        data: {
          accountId: 'a-1',
          from: { position: 'second', asOf: '2026-02-01' },
          to: { position: 'main', asOf: '2026-03-01' },
          reason: 'Lost a tender',
        },
        effectiveOn: '2026-03-01',
      },
    ]);
  });

  it('is refused for another account, for the future, and for a day before the entry', () => {
    const to =
      (asOf: string, over = {}) =>
      () =>
        reassessCompetitor(state, { ...of, ...over, changes: { asOf } }, request());
    expect(to('2026-02-02', { accountId: 'a-2' })).toThrow(refusal('competitor.not-found'));
    expect(to('2026-03-09')).toThrow(refusal('competitor.in-future'));
    expect(to('2026-01-31')).toThrow(refusal('competitor.out-of-order'));
  });

  it('to what it says already changes nothing', () => {
    expect(reassessCompetitor(state, { ...of, changes: { share: 20 } }, request())).toEqual([]);
  });
});
