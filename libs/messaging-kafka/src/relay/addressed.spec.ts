import { type EventAsText, position } from '@mainstay/event-sourcing';
import { asText, envelopeOf } from '../message';
import { partitionOf } from '../partition';
import { batchesOf, watermarks } from './addressed';

const event = (number: number, data: unknown): EventAsText =>
  asText({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    tenant: `tenant-${number % 5}`,
    stream: 'test-1',
    version: number,
    type: 'test.Happened',
    data,
    metadata: { schemaVersion: 1, actor: 'person-1', correlation: 'request-1' },
    recorded: new Date('2026-03-01T09:30:00.250Z'),
    position: position(number, 0),
  });

describe('Events in batches', () => {
  it('keep their order, and go to the partition of their tenant', () => {
    const [batch, ...rest] = batchesOf(
      Array.from({ length: 50 }, (_, number) => event(number, {})),
      12,
    );
    expect(rest).toEqual([]);
    expect(batch!.map(({ headers }) => headers.position)).toEqual(
      Array.from({ length: 50 }, (_, number) => position(number, 0)),
    );
    for (const { key, partition } of batch!) expect(partition).toBe(partitionOf(key!, 12));
  });

  it('are cut where a batch would be too large for the broker, and an event that is large by itself goes alone', () => {
    const large = 'x'.repeat(900_000);
    const batches = batchesOf(
      [event(1, large), event(2, large), event(3, large), event(4, 'x'.repeat(2 ** 21)), event(5, '')],
      3,
    );
    expect(batches.map((batch) => batch.map(({ headers }) => headers.position))).toEqual(
      [[1, 2], [3], [4], [5]].map((numbers) => numbers.map((number) => position(number, 0))),
    );
  });

  it('are none where there is no event', () => {
    expect(batchesOf([], 3)).toEqual([]);
  });

  it('are followed by one watermark in each partition', () => {
    const marks = watermarks(position(9, 0), 3);
    expect(marks.map(({ partition }) => partition)).toEqual([0, 1, 2]);
    expect(marks.map((mark) => envelopeOf(mark))).toEqual(
      [0, 1, 2].map(() => ({ kind: 'watermark', position: position(9, 0) })),
    );
  });
});
