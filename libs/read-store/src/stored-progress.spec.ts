import { position, Unavailable } from '@mainstay/event-sourcing';
import { StoredProgress } from './stored-progress';

const at = (n: number) => position(BigInt(n), 0n);
/** A tenant named after its partition. */
const partitionOf = (tenant: string) => Number(tenant);

const answering = (...answers: object[]) => {
  const told: string[] = [];
  const query = jest.fn((sql: string, values?: string[]) => {
    if (sql.includes('pg_notify')) told.push(values![1]!);
    else if (answers.length > 1) return Promise.resolve({ rows: [answers.shift()] });
    return Promise.resolve({ rows: [answers[0]] });
  });
  return { query, told, progress: new StoredProgress({ query } as never, partitionOf) };
};
const feed = (n: number) => ({ feed: at(n), partitions: null, parked: null });
const partitions = (...ns: number[]) => ({ feed: at(0), partitions: ns.map(at), parked: null });

describe('waiting for read models that another process keeps', () => {
  it('ends when the one process that follows the feed has passed the position, and is not asked for again', async () => {
    const { query, progress } = answering({ feed: null, partitions: null, parked: null }, feed(1), feed(3));
    await progress.waitFor(at(2), '0');
    await progress.waitFor(at(3), '1');
    expect(query).toHaveBeenCalledTimes(3);
  });

  it('ends as unavailable, to be tried again, when it takes too long', async () => {
    const { progress } = answering(feed(3));
    await expect(progress.waitFor(at(4), '0', 0)).rejects.toThrow(Unavailable);
  });

  it("is for the partition of one's own tenant, whatever the others do", async () => {
    const { progress } = answering(partitions(1, 9), partitions(4, 9));
    await progress.waitFor(at(9), '1');
    await progress.waitFor(at(4), '0');
    await expect(progress.waitFor(at(9), '0', 0)).rejects.toThrow(Unavailable);
  });

  it('ends at once as unavailable beyond the event at which the tenant is parked, and not before it', async () => {
    const { progress } = answering({ ...partitions(9, 9), parked: { 1: at(5) } });
    await progress.waitFor(at(4), '1');
    await progress.waitFor(at(9), '0');
    for (const beyond of [5, 8, 12]) {
      await expect(progress.waitFor(at(beyond), '1')).rejects.toMatchObject({ code: 'read-model.parked', status: 503 });
    }
  });

  it('asks the database once for all who wait', async () => {
    const { query, progress } = answering(partitions(0, 0), partitions(5, 5));
    await Promise.all(['0', '1', '0', '1'].map((tenant) => progress.waitFor(at(5), tenant)));
    const asked = query.mock.calls.filter(([sql]) => !sql.includes('pg_notify'));
    expect(asked).toHaveLength(2);
  });

  it('tells the projectors which partitions are awaited, so that idle ones come level', async () => {
    const { told, progress } = answering(partitions(0, 0, 0), partitions(5, 5, 5));
    await Promise.all(['0', '2'].map((tenant) => progress.waitFor(at(5), tenant)));
    expect(told).toEqual(['0 2']);
  });

  it('ends with what is wrong when the database does not answer', async () => {
    const query = () => Promise.reject(new Error('Connection terminated'));
    const progress = new StoredProgress({ query } as never, partitionOf);
    await expect(progress.waitFor(at(1), '0')).rejects.toThrow('Connection terminated');
  });
});
