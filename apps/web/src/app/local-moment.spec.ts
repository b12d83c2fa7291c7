import { localDay, monthsBefore, parseLocal, timeInput } from './local-moment';

test('a moment goes through the date and time fields unchanged', () => {
  const at = new Date(2025, 2, 3, 14, 5);
  expect(parseLocal(localDay(at), timeInput(at))).toEqual(at);
});

test('a month before the 31st is the last day of a shorter month', () => {
  expect(localDay(monthsBefore(new Date(2025, 2, 31), 1))).toBe('2025-02-28');
  expect(localDay(monthsBefore(new Date(2025, 4, 31), 3))).toBe('2025-02-28');
  expect(localDay(monthsBefore(new Date(2025, 0, 15), 12))).toBe('2024-01-15');
});
