import fc from 'fast-check';
import { shippedIds } from './category';
import { comingAfter, type Decided, inForceOn, timelineOf } from './category-timeline';

const day = fc
  .integer({ min: 0, max: 40 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const decisions: fc.Arbitrary<Decided[]> = fc
  .array(fc.record({ category: fc.constantFrom(...shippedIds), effectiveOn: day }), { maxLength: 12 })
  .map((made) => made.map((one, index) => ({ ...one, decision: index + 1 })));

describe('the category of an account on the effective clock', () => {
  it('has neither gap nor overlap, whatever order decisions and corrections come in', () => {
    fc.assert(
      fc.property(decisions, (made) => {
        const timeline = timelineOf(made);
        timeline.forEach(({ effectiveOn, until }, index) => {
          expect(until).toBe(timeline[index + 1]?.effectiveOn ?? null);
          if (until !== null) expect(effectiveOn < until).toBe(true);
        });
        const first = made.map(({ effectiveOn }) => effectiveOn).sort()[0];
        expect(timeline[0]?.effectiveOn).toBe(first);
      }),
    );
  });

  it('is on each day what was decided for the latest day up to it, the later record before the earlier', () => {
    fc.assert(
      fc.property(decisions, day, (made, on) => {
        const upTo = made.filter(({ effectiveOn }) => effectiveOn <= on);
        const latest = upTo
          .map(({ effectiveOn }) => effectiveOn)
          .sort()
          .at(-1);
        expect(inForceOn(made, on)?.decision).toBe(
          upTo.findLast(({ effectiveOn }) => effectiveOn === latest)?.decision,
        );
      }),
    );
  });

  it('does not depend on the order in which decisions are listed', () => {
    fc.assert(
      fc.property(decisions, (made) => {
        expect(timelineOf([...made].reverse())).toEqual(timelineOf(made));
      }),
    );
  });

  it('says what comes next', () => {
    const made = [
      { decision: 1, category: 'star', effectiveOn: '2026-01-01' },
      { decision: 2, category: 'status', effectiveOn: '2026-06-01' },
    ] as const;
    expect(comingAfter(made, '2026-03-01')).toMatchObject({ decision: 2 });
    expect(comingAfter(made, '2026-06-01')).toBeUndefined();
  });
});
