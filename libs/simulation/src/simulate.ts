import { Backlog } from './backlog';
import { arrivals, chance, dailyLoad, tenantShares } from './load';
import type { Topology } from './topology';

export interface Moment {
  /** Seconds since midnight UTC of the first day. */
  readonly second: number;
  /** Events recorded in the minute before. */
  readonly recorded: number;
  readonly relayBacklog: number;
  /** How old the oldest event is that a read model does not show yet: the worst partition, and the middle one (seconds). */
  readonly worstLag: number;
  readonly medianLag: number;
}

export interface Simulated {
  readonly events: number;
  /** One a minute. */
  readonly timeline: readonly Moment[];
  readonly worstLag: number;
  /** Of all minutes, the lag of the worst partition (seconds) that 99 % stay below. */
  readonly p99Lag: number;
  /** The partition with the most events, and its part of all. */
  readonly hottest: { readonly partition: number; readonly share: number; readonly tenants: number };
  /** Busy time of the busiest projector in the busiest hour, 0 to 1. */
  readonly busiestProjector: number;
  /** Events still waiting when the time was over. */
  readonly left: number;
}

/**
 * The relay and the projectors under a day's load, second by second: what is recorded waits for the relay, then in its
 * partition for the projector that holds it, and all projectors share what the database takes. A model of queues: it knows
 * capacities, order and skew, and nothing of single requests.
 * @param partitionOf the partition of a tenant's key, as producers choose it
 */
export function simulate(topology: Topology, partitionOf: (tenant: string, partitions: number) => number): Simulated {
  const { partitions, projectors, hours, peakEventsPerSecond } = topology;
  const random = chance(topology.seed);
  const load = dailyLoad(topology.regions);
  const shares = tenantShares(topology);
  const homes = shares.map((_, index) => partitionOf(tenantName(index + 1), partitions));
  const partShare = sumBy(partitions, homes, shares);
  const relay = Array.from({ length: partitions }, () => new Backlog());
  const waiting = Array.from({ length: partitions }, () => new Backlog());
  const total = new Array<number>(partitions).fill(0);
  const timeline: Moment[] = [];
  const busy = new Array<number>(projectors).fill(0);
  let busiestProjector = 0;
  let events = 0;
  let recorded = 0;

  for (let second = 0; second < hours * 3_600; second++) {
    const rate = peakEventsPerSecond * load(second);
    for (let partition = 0; partition < partitions; partition++) {
      record(partition, arrivals(rate * partShare[partition]!, random));
    }
    for (const burst of topology.bursts) record(homes[burst.tenant - 1] ?? 0, burstAt(burst, second));
    relayOn(second);
    project(second);
    if (second % 60 === 59) observe(second);
    if (second % 3_600 === 3_599) {
      busiestProjector = Math.max(busiestProjector, ...busy.map((seconds) => seconds / 3_600));
      busy.fill(0);
    }

    function record(partition: number, count: number) {
      relay[partition]!.add(second, count);
      total[partition]! += count;
      events += count;
      recorded += count;
    }
  }

  const lags = timeline.map(({ worstLag }) => worstLag).sort((a, b) => a - b);
  const hottest = total.indexOf(Math.max(...total));
  return {
    events,
    timeline,
    worstLag: lags.at(-1) ?? 0,
    p99Lag: lags[Math.floor(0.99 * (lags.length - 1))] ?? 0,
    hottest: {
      partition: hottest,
      share: events === 0 ? 0 : total[hottest]! / events,
      tenants: homes.filter((home) => home === hottest).length,
    },
    busiestProjector,
    left: sum([...relay, ...waiting].map((backlog) => backlog.events)),
  };

  /** One relay sends in the order of the store: what is older goes first, whatever its partition. */
  function relayOn(second: number) {
    if (isAway(topology, 'relay', second)) return;
    const backlog = sum(relay.map(({ events: count }) => count));
    const part = Math.min(1, topology.relayEventsPerSecond / Math.max(1, backlog));
    relay.forEach((queue, partition) =>
      queue.take(part === 1 ? queue.events : queue.events * part, (recordedAt, count) =>
        waiting[partition]!.add(recordedAt, count),
      ),
    );
  }

  /** Partitions are dealt in turn to the projectors that are there; each shares its time over its own. */
  function project(second: number) {
    if (isAway(topology, 'database', second)) return;
    const present = Math.max(0, projectors - awayProjectors(topology, second));
    if (present === 0) return;
    const held = Array.from({ length: present }, (_, index) => waiting.filter((_queue, p) => p % present === index));
    const wanted = held.map((queues) =>
      Math.min(topology.projectorEventsPerSecond, sum(queues.map(({ events: count }) => count))),
    );
    const throttle = Math.min(1, topology.databaseEventsPerSecond / Math.max(1, sum(wanted)));
    held.forEach((queues, index) => {
      const done = shareOut(queues, wanted[index]! * throttle);
      busy[index]! += done / (topology.projectorEventsPerSecond * throttle);
    });
  }

  function observe(second: number) {
    const ages = relay.map((queue, p) => Math.max(queue.age(second), waiting[p]!.age(second))).sort((a, b) => a - b);
    timeline.push({
      second: second + 1,
      recorded,
      relayBacklog: Math.round(sum(relay.map(({ events: count }) => count))),
      worstLag: ages.at(-1)!,
      medianLag: ages[Math.floor(ages.length / 2)]!,
    });
    recorded = 0;
  }
}

/** Names that spread over partitions as real ones do. */
const tenantName = (size: number) => `tenant-${size}`;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function sumBy(size: number, places: readonly number[], values: readonly number[]): number[] {
  const sums = new Array<number>(size).fill(0);
  places.forEach((place, index) => (sums[place]! += values[index]!));
  return sums;
}

/** A turn for each queue until the capacity or the work is used up; returns what was done. */
function shareOut(queues: readonly Backlog[], capacity: number): number {
  let left = capacity;
  let busyQueues = queues.filter(({ events }) => events > 0);
  while (left > 1e-6 && busyQueues.length > 0) {
    const part = left / busyQueues.length;
    for (const queue of busyQueues) left -= queue.take(part);
    busyQueues = busyQueues.filter(({ events }) => events > 1e-6);
  }
  return capacity - left;
}

function burstAt({ atHour, events, eventsPerSecond }: Topology['bursts'][number], second: number): number {
  const since = second - atHour * 3_600;
  if (since < 0) return 0;
  return Math.min(eventsPerSecond, Math.max(0, events - since * eventsPerSecond));
}

const during = ({ atHour, seconds }: Topology['outages'][number], second: number) =>
  second >= atHour * 3_600 && second < atHour * 3_600 + seconds;

const isAway = ({ outages }: Topology, part: 'relay' | 'database', second: number) =>
  outages.some((outage) => outage.part === part && during(outage, second));

const awayProjectors = ({ outages, projectors }: Topology, second: number) =>
  sum(
    outages
      .filter((outage) => outage.part === 'projectors' && during(outage, second))
      .map((outage) => outage.projectors ?? projectors),
  );
