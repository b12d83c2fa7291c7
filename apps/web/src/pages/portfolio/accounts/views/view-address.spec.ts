import { keptOf, withView } from './view-address';

const view = { id: 'v1', query: 'category=star&sort=-spend&asAt=2020-01-01', columns: ['code', 'lead'] };

test('a view keeps search, filters and order, and leaves moment and division to the person', () => {
  expect(keptOf(new URLSearchParams('q=oil&category=star&asAt=2025&division=d1&tab=matrix'))).toBe(
    'q=oil&category=star',
  );
});

test('choosing a view replaces what the view before it had set', () => {
  const after = withView(new URLSearchParams('q=oil&lead=kim&division=d1&columns=vat&view=v0'), view);
  expect(after.toString()).toBe('division=d1&category=star&sort=-spend&columns=code%2Clead&view=v1');
});

test('without a view the list stands as it is by itself, and does not open with the usual one again', () => {
  expect(withView(new URLSearchParams('q=oil&view=v1'), undefined).toString()).toBe('view=none');
});
