import { changedFields } from './recorded-changes';

test('a record that came to be shows every field that it came with', () => {
  expect(changedFields(null, { name: 'Nordwind', spend: 3 })).toEqual([
    { field: 'name', before: undefined, after: 'Nordwind' },
    { field: 'spend', before: undefined, after: 3 },
  ]);
});

test('only what differs is shown', () => {
  expect(changedFields({ category: 'star', level: 1 }, { category: 'status', level: 1 })).toEqual([
    { field: 'category', before: 'star', after: 'status' },
  ]);
});

test('nothing, null and the empty text are the same to a reader', () => {
  expect(changedFields({ note: null }, { note: '' })).toEqual([]);
});

test('a value that is no object is compared as a whole', () => {
  expect(changedFields(1, 2)).toEqual([{ field: '', before: 1, after: 2 }]);
  expect(changedFields(['DE'], ['DE', 'AT'])).toEqual([{ field: '', before: ['DE'], after: ['DE', 'AT'] }]);
});
