import fc from 'fast-check';
import { balance, HUNDRED, sumOf, wholeShares } from './balance';

const ids = Array.from({ length: 12 }, (_, index) => `activity-${index}`);
const figures = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: 12, maxLength: 12 })
  .map((values) => wholeShares(Object.fromEntries(ids.map((id, index) => [id, values[index]!]))));

test('moving an activity keeps the sum at 100, every share whole and what is locked untouched', () => {
  fc.assert(
    fc.property(
      figures,
      fc.nat(11),
      fc.integer({ min: -20, max: 120 }),
      fc.subarray(ids),
      (shares, index, wanted, chosen) => {
        const moved = ids[index]!;
        const locked = new Set(chosen.filter((id) => id !== moved));
        const after = balance(shares, moved, wanted, locked);
        expect(sumOf(after)).toBe(HUNDRED);
        for (const id of ids) {
          expect(Number.isInteger(after[id]) && after[id]! >= 0).toBe(true);
          if (locked.has(id)) expect(after[id]).toBe(shares[id]);
        }
      },
    ),
  );
});

test('what is moved takes from the others in proportion', () => {
  const none = new Set<string>();
  expect(balance({ a: 20, b: 60, c: 20 }, 'a', 40, none)).toEqual({ a: 40, b: 45, c: 15 });
  expect(balance({ a: 100, b: 0, c: 0 }, 'a', 40, none)).toEqual({ a: 40, b: 30, c: 30 });
});

test('a share goes no further than what is locked allows', () => {
  expect(balance({ a: 20, b: 60, c: 20 }, 'a', 90, new Set(['b']))).toEqual({ a: 40, b: 60, c: 0 });
  expect(balance({ a: 20, b: 60, c: 20 }, 'a', 90, new Set(['b', 'c']))).toEqual({ a: 20, b: 60, c: 20 });
});

test('mid-points with halves become whole per cent that add up to 100', () => {
  const whole = wholeShares({ a: 7.5, b: 7.5, c: 85 });
  expect(sumOf(whole)).toBe(100);
  expect(whole).toEqual({ a: 8, b: 7, c: 85 });
});
