import { type Position, position, START } from '@mainstay/event-sourcing';
import fc from 'fast-check';
import { follow, type LogBatch, type LogPlace, type LogRecord } from './log';

const at = (n: number): Position => (n === 0 ? START : position(n, 0));
/** A log of records at these positions. */
const log = (...positions: number[]): LogRecord[] => positions.map((n, offset) => ({ offset, position: at(n) }));
const cut = (records: readonly LogRecord[], from: number, to = records.length): LogBatch => ({
  from,
  records: records.slice(from, to),
  next: to,
});

/** Positions grow; now and then the writer begins again at an earlier place, as a relay does that was cut off. */
const writtenLog = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 30 }),
    fc.array(fc.record({ at: fc.nat(30), back: fc.nat(10) }), { maxLength: 4 }),
  )
  .map(([steps, restarts]) => {
    let reached = 0;
    const written = steps.map((step) => (reached += step));
    const positions = [...written];
    for (const { at: place, back } of restarts) {
      const end = Math.min(place, positions.length);
      const last = positions[end - 1];
      if (last === undefined) continue;
      const from = written.indexOf(last);
      positions.splice(end, 0, ...written.slice(Math.max(0, from - back), from + 1));
    }
    return { written, records: log(...positions) };
  });

describe('the place in a log', () => {
  it('moves over every position once, in order, however the log is cut and delivered again', () => {
    fc.assert(
      fc.property(
        writtenLog,
        fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 40 }),
        ({ written, records }, cuts) => {
          let place: LogPlace = { position: START, nextOffset: 0 };
          const applied: Position[] = [];
          const deliver = (from: number, to: number) => {
            // A consumer begins anywhere it has been before, and goes on in order.
            const begin = Math.min(from, place.nextOffset ?? 0);
            const reading = follow(place, cut(records, begin, Math.max(begin, Math.min(to, records.length))));
            if (reading.kind === 'gap') throw new Error('a gap in a log that has none');
            applied.push(...reading.fresh.map(({ position }) => position));
            place = reading.to;
          };
          for (const [from, length] of cuts) deliver(from, from + length);
          deliver(place.nextOffset!, records.length);
          expect(applied).toEqual(written.map(at));
          expect(place).toEqual({ position: at(written.at(-1)!), nextOffset: records.length });
        },
      ),
    );
  });

  it('never passes over what a cut log may have lost without saying so', () => {
    fc.assert(
      fc.property(writtenLog, fc.nat(30), fc.nat(30), ({ written, records }, known, begin) => {
        const from = Math.min(begin, records.length - 1);
        const position = at(written[Math.min(known, written.length - 1)]!);
        const reading = follow({ position, nextOffset: null }, cut(records, from));
        if (reading.kind === 'gap') {
          expect(reading.upTo > position).toBe(true);
          return;
        }
        const missing = written.map(at).filter((one) => one > position);
        expect(reading.fresh.map((record) => record.position)).toEqual(missing);
      }),
    );
  });

  it('begins anywhere before what is known', () => {
    const reading = follow({ position: at(4), nextOffset: null }, cut(log(3, 4, 5, 6), 0));
    expect(reading).toMatchObject({ kind: 'follows', to: { position: at(6), nextOffset: 4 } });
  });

  it('asks for what may be missing when the log begins later than it was read to', () => {
    expect(follow({ position: at(4), nextOffset: 1 }, cut(log(1, 5, 7, 8), 2))).toEqual({ kind: 'gap', upTo: at(7) });
  });

  it('asks for what may be missing when the log has been made anew', () => {
    expect(follow({ position: at(4), nextOffset: 500 }, cut(log(7, 8), 0))).toEqual({ kind: 'gap', upTo: at(7) });
  });

  it('does not go back to where it has been when only repeats come', () => {
    const place = { position: at(4), nextOffset: 9 };
    expect(follow(place, cut(log(1, 2), 0))).toMatchObject({ fresh: [], to: place });
  });
});
