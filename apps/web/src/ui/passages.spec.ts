import { passagesOf } from './passages';

test('both sides of a passage of a plan stand together', () => {
  const passage = { section: 'actions', item: 'a', title: 'Visit them', field: 'state', kind: 'changed' };
  const revision = { before: [{ ...passage, before: 'open' }], after: [{ ...passage, after: 'done' }] };
  expect(passagesOf(revision)).toEqual([{ ...passage, before: 'open', after: 'done' }]);
  expect(passagesOf({ before: ['ann'], after: ['ben'] })).toBeUndefined();
  expect(passagesOf({ before: null, after: { revision: 1 } })).toBeUndefined();
});
