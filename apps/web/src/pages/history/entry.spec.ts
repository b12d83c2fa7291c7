import { atMoment, pageOf } from './entry';

const account = { subject: { type: 'account', id: 'a1', title: null } };

test('a change leads to the page of its record, where the role opens it', () => {
  expect(pageOf(account, ['portfolio.read'])).toBe('portfolio/a1');
  expect(pageOf(account, [])).toBeUndefined();
  expect(pageOf({ subject: { type: 'unheard', id: '1', title: null } }, ['portfolio.read'])).toBeUndefined();
});

test('a page can be read just after a change, just before it, and now', () => {
  const recorded = '2025-03-03T14:00:00.000Z';
  expect(atMoment('portfolio/a1', recorded)).toBe('portfolio/a1?asAt=2025-03-03T14%3A00%3A00.000Z');
  expect(atMoment('portfolio/a1', recorded, true)).toContain('13%3A59%3A59.999Z');
  expect(atMoment('administration?tab=people', undefined)).toBe('administration?tab=people&asAt=');
});
