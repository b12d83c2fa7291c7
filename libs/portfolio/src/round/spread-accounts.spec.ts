import fc from 'fast-check';
import { spreadAccounts } from './spread-accounts';

const divisions = ['north', 'south', 'west'];
const team = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc.tuple(
      fc.array(fc.option(fc.constantFrom(...divisions), { nil: null }), { minLength: size, maxLength: size }),
      fc.integer({ min: 1, max: size }),
    ),
  )
  .map(([places, perAccount]) => ({
    scorers: places.map((divisionId, index) => ({ scorerId: `s${index}`, divisionId })),
    perAccount,
  }));
const accounts = fc
  .array(fc.subarray(divisions), { maxLength: 60 })
  .map((all) => all.map((divisionIds, index) => ({ accountId: `a${index}`, divisionIds })));

const loads = (spread: Map<string, string[]>, scorers: readonly { scorerId: string }[]) =>
  scorers.map(({ scorerId }) => [...spread.values()].filter((chosen) => chosen.includes(scorerId)).length);

describe('spreading accounts to scorers', () => {
  it('gives each account exactly the wanted number of distinct scorers, however it is spread', () => {
    fc.assert(
      fc.property(team, accounts, fc.boolean(), ({ scorers, perAccount }, all, byDivision) => {
        const spread = spreadAccounts(all, scorers, { perAccount, byDivision });
        expect(spread.size).toBe(all.length);
        for (const chosen of spread.values()) {
          expect(chosen).toHaveLength(perAccount);
          expect(new Set(chosen).size).toBe(perAccount);
        }
      }),
    );
  });

  it('does it evenly: no two scorers differ by more than one account', () => {
    fc.assert(
      fc.property(team, accounts, ({ scorers, perAccount }, all) => {
        const load = loads(spreadAccounts(all, scorers, { perAccount, byDivision: false }), scorers);
        expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('by division takes scorers of the account’s divisions first, as far as there are any', () => {
    fc.assert(
      fc.property(team, accounts, ({ scorers, perAccount }, all) => {
        const spread = spreadAccounts(all, scorers, { perAccount, byDivision: true });
        for (const { accountId, divisionIds } of all) {
          const near = scorers.filter(({ divisionId }) => divisionId && divisionIds.includes(divisionId));
          const chosen = near.filter(({ scorerId }) => spread.get(accountId)!.includes(scorerId));
          expect(chosen).toHaveLength(Math.min(perAccount, near.length));
        }
      }),
    );
  });
});
