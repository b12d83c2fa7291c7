import { changeOf, NOBODY, nothing } from './change';

test('a change of many accounts says a person, nobody, or entries of a list, and nothing while the form is blank', () => {
  expect(changeOf(nothing)).toBeUndefined();
  expect(changeOf({ ...nothing, value: 'p-1' })).toEqual({ leadId: 'p-1' });
  expect(changeOf({ ...nothing, what: 'sponsorId', value: NOBODY })).toEqual({ sponsorId: null });
  expect(changeOf({ ...nothing, what: 'industry', value: ' Food ' })).toEqual({ industry: 'Food' });
  expect(changeOf({ ...nothing, what: 'countries', add: ['FR'] })).toEqual({ countries: { add: ['FR'], remove: [] } });
});
