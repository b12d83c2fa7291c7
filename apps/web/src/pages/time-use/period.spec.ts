import { isPeriod, lastPeriod, otherKind, shifted, weekOf } from './period';

test('weeks are those of ISO 8601, over the turn of the year too', () => {
  expect(weekOf(new Date('2026-03-01T12:00:00Z'))).toBe('2026-W09');
  expect(weekOf(new Date('2025-12-29T00:00:00Z'))).toBe('2026-W01');
  expect(weekOf(new Date('2021-01-03T00:00:00Z'))).toBe('2020-W53');
  expect(shifted('2026-W01', -1)).toBe('2025-W52');
});

test('months and weeks are moved through, and lead to each other', () => {
  expect(shifted('2026-01', -1)).toBe('2025-12');
  expect(lastPeriod('month', new Date('2026-11-22T00:00:00Z'))).toBe('2026-10');
  expect(lastPeriod('week', new Date('2026-03-02T00:00:00Z'))).toBe('2026-W09');
  expect(otherKind('2026-03')).toBe('2026-W14');
  expect(otherKind('2026-W09')).toBe('2026-02');
});

test('an address names a period or none', () => {
  expect(['2026-W09', '2026-03'].every(isPeriod)).toBe(true);
  expect(['2026-W54', '2026-13', 'x', ''].some(isPeriod)).toBe(false);
});
