import { closingOf, lastMonthAt, monthsOf, periodOf } from './period';

describe('a period that time is recorded for', () => {
  it.each([
    ['2026-03', 'month', '2026-03-01', '2026-03-31', '2026-03'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024-02'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31', '2026-12'],
    ['2026-W09', 'week', '2026-02-23', '2026-03-01', '2026-02'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04', '2026-01'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03', '2020-12'],
  ])('%s is the %s from %s to %s and counts in %s', (id, kind, firstDay, lastDay, month) => {
    expect(periodOf(id)).toEqual({ id, kind, firstDay, lastDay, month });
  });

  it.each(['2026-W54', '2025-W53', '2026-W00', '2026-13', '2026-3', '1999-01', 'last week', ''])('is never %p', (id) =>
    expect(() => periodOf(id)).toThrow('must be a week such as 2026-W09 or a month such as 2026-03'),
  );

  it('closes ten days after its month', () => {
    expect(closingOf('2026-03').toISOString()).toBe('2026-04-11T00:00:00.000Z');
    expect(closingOf('2025-12').toISOString()).toBe('2026-01-11T00:00:00.000Z');
  });

  it('knows the months of a year and the last one that has ended', () => {
    expect(monthsOf(2026)).toHaveLength(12);
    expect([monthsOf(2026)[0], monthsOf(2026)[11]]).toEqual(['2026-01', '2026-12']);
    expect(lastMonthAt(new Date('2026-03-31T23:00:00Z'))).toBe('2026-02');
    expect(lastMonthAt(new Date('2026-01-01T00:00:00Z'))).toBe('2025-12');
  });
});
