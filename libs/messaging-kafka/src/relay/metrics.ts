import type { Position } from '@mainstay/event-sourcing';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Relay } from './relay';

const MOST_COUNTED = 100_000;

/** What an operator watches of the relay. `countAfter`: of a store that can count its events after a place in the feed. */
export function measureRelay(
  registry: Registry,
  relay: Relay,
  countAfter?: (position: Position, atMost: number) => Promise<number>,
): void {
  const registers = [registry];
  new Gauge({
    name: 'mainstay_relay_leader',
    help: '1 for the process that relays; of all of them one should.',
    registers,
    collect() {
      this.set(relay.status().state === 'leading' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'mainstay_relay_lag_seconds',
    help: 'Age of the oldest event that should be in Kafka but is not; 0 when there is none.',
    registers,
    collect() {
      const { waitingSince } = relay.status();
      this.set(waitingSince ? Math.max(0, (Date.now() - waitingSince.getTime()) / 1_000) : 0);
    },
  });
  new Counter({
    name: 'mainstay_relay_events_total',
    help: 'Events that this process has brought to Kafka, repeats included.',
    registers,
    collect() {
      this.reset();
      this.inc(relay.status().relayed);
    },
  });
  new Counter({
    name: 'mainstay_relay_problems_total',
    help: 'How often it had to begin anew: Kafka or the database gone, or another process leads.',
    registers,
    collect() {
      this.reset();
      this.inc(relay.status().problems);
    },
  });
  if (!countAfter) return;
  new Gauge({
    name: 'mainstay_relay_lag_events',
    help: `Events that the leader has not brought to Kafka yet, counted up to ${MOST_COUNTED}.`,
    registers,
    async collect() {
      const { state, position } = relay.status();
      this.set(state === 'leading' ? await countAfter(position, MOST_COUNTED) : 0);
    },
  });
}
