import { given, refusal } from '../testing/domain';
import { amendDivision, describeEnterprise, enterprise, openDivision, setHealthWeights } from './enterprise';
import type { EnterpriseEvent } from './enterprise.events';
import { defaultHealthWeights } from './health-weights';

const settings = { name: 'Northwind', currency: 'EUR', capacity: 25, planReviewDays: 90 };
const described: EnterpriseEvent = { type: 'portfolio.EnterpriseDescribed', data: { ...settings, from: null } };
const opened: EnterpriseEvent = {
  type: 'portfolio.DivisionOpened',
  data: { divisionId: 'd1', code: 'NORD', name: 'Nordics' },
};
const headed: EnterpriseEvent = {
  type: 'portfolio.DivisionHeadAppointed',
  data: { divisionId: 'd1', from: null, to: 'dora' },
};

describe('describing the enterprise', () => {
  it('records what held before beside what holds now', () => {
    expect(describeEnterprise(given(enterprise), settings)).toEqual([described]);
    expect(describeEnterprise(given(enterprise, described), { ...settings, capacity: 30 })).toEqual([
      { type: 'portfolio.EnterpriseDescribed', data: { ...settings, capacity: 30, from: settings } },
    ]);
  });

  it('changes nothing when nothing is different', () => {
    expect(describeEnterprise(given(enterprise, described), settings)).toEqual([]);
  });
});

describe('weighing the parts of the health of accounts', () => {
  const to = { ...defaultHealthWeights, plan: 3 };
  const set: EnterpriseEvent = {
    type: 'portfolio.HealthWeightsSet',
    data: { from: defaultHealthWeights, to, reason: 'Plans first' },
  };

  it('records what each part counted before beside what it counts now', () => {
    expect(setHealthWeights(given(enterprise), { ...to, reason: 'Plans first' })).toEqual([set]);
  });

  it('refuses weights of which none counts, and a change without its reason', () => {
    const none = { plan: 0, contact: 0, level: 0, alignment: 0, growth: 0, readiness: 0 };
    expect(() => setHealthWeights(given(enterprise), { ...none, reason: 'Why not' })).toThrow(
      refusal('health.weights-empty'),
    );
    expect(() => setHealthWeights(given(enterprise), { ...to, reason: '' })).toThrow(refusal('health.reason-missing'));
  });

  it('changes nothing when each part counts as before', () => {
    expect(setHealthWeights(given(enterprise, set), { ...to, reason: '' })).toEqual([]);
  });
});

describe('opening a division', () => {
  const division = { divisionId: 'd1', code: 'NORD', name: 'Nordics' };

  it('opens it, with its head where one is named', () => {
    expect(openDivision(given(enterprise), division)).toEqual([opened]);
    expect(openDivision(given(enterprise), { ...division, headId: 'dora' })).toEqual([opened, headed]);
  });

  it('refuses a code that another division has', () => {
    const state = given(enterprise, opened);
    expect(() => openDivision(state, { ...division, name: 'North' })).toThrow(refusal('division.code-taken'));
  });

  it('changes nothing when the same division is opened again', () => {
    expect(openDivision(given(enterprise, opened), division)).toEqual([]);
  });
});

describe('amending a division', () => {
  const state = given(enterprise, opened, headed);

  it('renames it and appoints a head, each with what held before', () => {
    expect(amendDivision(state, { divisionId: 'd1', name: 'Nordic countries', headId: null })).toEqual([
      { type: 'portfolio.DivisionRenamed', data: { divisionId: 'd1', from: 'Nordics', to: 'Nordic countries' } },
      { type: 'portfolio.DivisionHeadAppointed', data: { divisionId: 'd1', from: 'dora', to: null } },
    ]);
  });

  it('refuses a division that does not exist', () => {
    expect(() => amendDivision(state, { divisionId: 'd2', name: 'South' })).toThrow(refusal('division.not-found'));
    for (const divisionId of ['constructor', '__proto__']) {
      expect(() => amendDivision(state, { divisionId, name: 'South' })).toThrow(refusal('division.not-found'));
    }
  });

  it('changes nothing when name and head are as they were', () => {
    expect(amendDivision(state, { divisionId: 'd1', name: 'Nordics', headId: 'dora' })).toEqual([]);
    expect(amendDivision(state, { divisionId: 'd1' })).toEqual([]);
  });
});
