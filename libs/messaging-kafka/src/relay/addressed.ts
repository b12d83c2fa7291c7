import type { EventAsText, Position } from '@mainstay/event-sourcing';
import { type MessageToSend, toMessage, watermarkMessage } from '../message';
import { partitionOf } from '../partition';

/** A message and its partition. */
export interface Addressed extends MessageToSend {
  readonly partition: number;
}

/** All records of one partition in a batch are one piece for the broker: well below the size it accepts. */
const MAX_BATCH_CHARACTERS = 2 ** 21;

/** Events as messages, in their order, in batches that a broker takes. */
export function batchesOf(events: readonly EventAsText[], partitions: number): Addressed[][] {
  const batches: Addressed[][] = [];
  const partitionByTenant = new Map<string, number>();
  let characters = Infinity;
  for (const event of events) {
    const { key, value, headers } = toMessage(event);
    let partition = partitionByTenant.get(event.tenant);
    if (partition === undefined) {
      partition = partitionOf(event.tenant, partitions);
      partitionByTenant.set(event.tenant, partition);
    }
    characters += value.length;
    if (characters > MAX_BATCH_CHARACTERS) {
      batches.push([]);
      characters = value.length;
    }
    batches.at(-1)!.push({ key, value, headers, partition });
  }
  return batches;
}

/** The same watermark for every partition. */
export function watermarks(position: Position, partitions: number): Addressed[] {
  const message = watermarkMessage(position);
  return Array.from({ length: partitions }, (_, partition) => ({ ...message, partition }));
}
