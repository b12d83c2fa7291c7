import { defaultHealthWeights } from '@mainstay/portfolio';
import { bandOf, type HealthFacts, type HealthParts, partsOf, scoreOf } from './health';

const days = { planLiveFrom: '2026-01-01', inTouchFrom: '2025-12-15' };
const nothing: HealthFacts = {
  key: false,
  planTouchedOn: null,
  contacts: 0,
  seniors: 0,
  lastContactOn: null,
  level: null,
  levelOn: null,
  aligned: null,
  alignedOn: null,
  growth: null,
  ready: null,
  readyOf: null,
  readyOn: null,
};
const parts = (facts: Partial<HealthFacts>) => partsOf({ ...nothing, ...facts }, days);
const unknown: HealthParts = { plan: null, contact: null, level: null, alignment: null, growth: null, readiness: null };

describe('the parts of the health of an account', () => {
  it.each<[keyof HealthParts, Partial<HealthFacts>, number | null]>([
    ['plan', { key: true }, 0],
    ['plan', { key: false }, null],
    ['plan', { planTouchedOn: '2026-01-01' }, 100],
    ['plan', { planTouchedOn: '2025-12-31' }, 40],
    ['contact', { key: true }, 0],
    ['contact', { key: false }, null],
    ['contact', { contacts: 1 }, 0],
    ['contact', { contacts: 1, seniors: 1 }, 50],
    ['contact', { contacts: 1, lastContactOn: '2025-12-15' }, 50],
    ['contact', { contacts: 1, seniors: 1, lastContactOn: '2025-12-14' }, 50],
    ['contact', { contacts: 1, seniors: 1, lastContactOn: '2026-01-15' }, 100],
    ['level', { level: 'commodity' }, 0],
    ['level', { level: 'enhanced' }, 33],
    ['level', { level: 'collaborative' }, 67],
    ['level', { level: 'partner' }, 100],
    ['alignment', { aligned: 7.25 }, 73],
    ['growth', { growth: -25 }, 0],
    ['growth', { growth: -10 }, 0],
    ['growth', { growth: 0 }, 50],
    ['growth', { growth: 5 }, 75],
    ['growth', { growth: 40 }, 100],
    ['readiness', { ready: 4, readyOf: 6 }, 67],
  ])('%s of %j is %s', (part, facts, value) => {
    expect(parts(facts)[part]).toBe(value);
  });

  it('are not known where nothing is recorded', () => {
    expect(parts({})).toEqual(unknown);
  });
});

describe('the health of an account', () => {
  it('is the mean of the known parts alone', () => {
    expect(scoreOf({ ...unknown, plan: 100, growth: 50 }, defaultHealthWeights)).toBe(75);
    expect(scoreOf({ ...unknown, plan: 100, growth: 50, level: 0 }, defaultHealthWeights)).toBe(50);
  });

  it('counts each part by its weight, and one of weight 0 not at all', () => {
    const known = { ...unknown, plan: 100, growth: 50, level: 0 };
    expect(scoreOf(known, { ...defaultHealthWeights, plan: 3 })).toBe(70);
    expect(scoreOf(known, { ...defaultHealthWeights, level: 0 })).toBe(75);
  });

  it('is not known from fewer than two parts that count', () => {
    expect(scoreOf({ ...unknown, plan: 100 }, defaultHealthWeights)).toBeNull();
    expect(scoreOf({ ...unknown, plan: 100, growth: 50 }, { ...defaultHealthWeights, growth: 0 })).toBeNull();
  });

  it.each([
    [null, null],
    [100, 'good'],
    [70, 'good'],
    [69, 'watch'],
    [40, 'watch'],
    [39, 'at-risk'],
  ])('of %s is %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });
});
