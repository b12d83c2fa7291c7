import { murmur2, partitionOf } from './partition';

describe('The partition of a tenant', () => {
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('is hashed as the Java client hashes it: %s', (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash);
  });

  it('is one of the partitions, also where the hash is negative', () => {
    for (const tenant of ['acme', 'globex', '21', 'größer', '']) {
      const partition = partitionOf(tenant, 12);
      expect(partition).toBeGreaterThanOrEqual(0);
      expect(partition).toBeLessThan(12);
    }
  });

  it('is the same for a tenant every time, and tenants are spread', () => {
    const tenants = Array.from({ length: 600 }, (_, index) => `tenant-${index}`);
    const counts = new Map<number, number>();
    for (const tenant of tenants) {
      const partition = partitionOf(tenant, 12);
      expect(partitionOf(tenant, 12)).toBe(partition);
      counts.set(partition, (counts.get(partition) ?? 0) + 1);
    }
    expect(counts.size).toBe(12);
    expect(Math.min(...counts.values())).toBeGreaterThan(25);
  });
});
