import { addressOf } from './address';

test('a figure opens into its records, whatever division the pages were limited to', () => {
  expect(addressOf({ list: 'accounts', filters: { category: 'star' } })).toBe('portfolio?category=star&division=');
  expect(addressOf({ list: 'audits', id: 'u1', filters: {} })).toBe('audits/u1?division=');
});

test('filters have the names that the pages keep in the address', () => {
  expect(addressOf({ list: 'plans', filters: { leadId: 'p1', state: 'stale' } })).toBe(
    'plans?lead=p1&state=stale&division=',
  );
});
