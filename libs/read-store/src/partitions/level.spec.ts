import { position, START } from '@mainstay/event-sourcing';
import fc from 'fast-check';
import { isBetween, Level, spanBetween } from './level';

const at = (n: number) => (n === 0 ? START : position(n, 0));
const partitionOf = (tenant: string, partitions: number) => Number(tenant) % partitions;
const anyLevel = fc
  .tuple(
    fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }),
    fc.dictionary(fc.constantFrom('0', '1', '4'), fc.nat(20)),
  )
  .map(([places, apart]) => {
    const tenants = Object.entries(apart).map(([tenant, place]) => [tenant, at(place)] as const);
    return new Level(places.map(at), partitionOf, new Map(tenants));
  });

describe('coming level', () => {
  it('takes every event between two levels from a span that holds them all', () => {
    fc.assert(
      fc.property(anyLevel, anyLevel, (from, to) => {
        const events = Array.from({ length: 20 * 6 }, (_, index) => ({
          tenant: String(index % 6),
          position: at(1 + Math.floor(index / 6)),
        }));
        const due = events.filter((event) => isBetween(from, to, event));
        const span = spanBetween(from, to);
        if (!span) return expect(due).toEqual([]);
        for (const { position } of due) {
          expect(position > span.after && position <= span.upTo).toBe(true);
        }
      }),
    );
  });

  it('does not read again what a partition that stands still has behind it', () => {
    const from = new Level([at(2), at(50)], partitionOf);
    expect(spanBetween(from, new Level([at(2), at(60)], partitionOf))).toEqual({ after: at(50), upTo: at(60) });
    expect(spanBetween(from, from)).toBeUndefined();
  });

  it('takes a tenant that was parked from where it was parked', () => {
    const from = new Level([at(50)], partitionOf, new Map([['0', at(7)]]));
    expect(spanBetween(from, new Level([at(50)], partitionOf))).toEqual({ after: at(7), upTo: at(50) });
  });

  it('is not possible when the tenants have been shared out anew', () => {
    expect(() => spanBetween(new Level([at(1)], partitionOf), new Level([at(1), at(1)], partitionOf))).toThrow('anew');
  });
});
