import { tenantAddress } from './address';

test('moving on keeps the past moment and the division, and drops what was particular to the page', () => {
  expect(tenantAddress('acme', 'portfolio/a-1', '?asAt=2025-03-03T14:00:00.000Z&division=d-1&sort=-spend')).toBe(
    '/t/acme/portfolio/a-1?asAt=2025-03-03T14%3A00%3A00.000Z&division=d-1',
  );
});

test('what the path itself says about the moment wins', () => {
  expect(tenantAddress('acme', 'portfolio?asAt=2024-01-01T00:00:00.000Z', '?asAt=2025-03-03T14:00:00.000Z')).toBe(
    '/t/acme/portfolio?asAt=2024-01-01T00%3A00%3A00.000Z',
  );
});

test.each(['', '/'])('the path "%s" is Home', (path) => {
  expect(tenantAddress('acme', path, '')).toBe('/t/acme');
});
