import { daysBefore, monthsBefore, yearOfMonths } from './calendar';

describe('the calendar of the dashboard', () => {
  it.each([
    ['2026-03-15', 12, '2025-03-15'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-01-10', 1, '2025-12-10'],
  ])('knows the day so many months before %s', (day, months, expected) =>
    expect(monthsBefore(day, months)).toBe(expected),
  );

  it('gives the ends of the last twelve months, then today', () => {
    const days = yearOfMonths('2026-03-15');
    expect(days).toHaveLength(13);
    expect([days[0], days[11], days[12]]).toEqual(['2025-03-31', '2026-02-28', '2026-03-15']);
  });

  it('counts days over the end of a month, in either direction', () => {
    expect([daysBefore('2026-03-01', 1), daysBefore('2026-12-31', -1)]).toEqual(['2026-02-28', '2027-01-01']);
  });
});
