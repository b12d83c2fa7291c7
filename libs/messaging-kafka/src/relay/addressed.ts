import type { Position, RecordedEvent } from '@mainstay/event-sourcing';
import { type MessageToSend, toMessage, watermarkMessage } from '../message';
import { partitionOf } from '../partition';

/** A message and its partition. */
export interface Addressed extends MessageToSend {
  readonly partition: number;
}

/** All records of one partition in a batch are one piece for the broker: well below the size it accepts. */
const MAX_BATCH_CHARACTERS = 2 ** 21;

/** Events as messages, in their order, in batches that a broker takes. */
export function batchesOf(events: readonly RecordedEvent[], partitions: number): Addressed[][] {
  const batches: Addressed[][] = [];
  let characters = Infinity;
  for (const event of events) {
    const message = toMessage(event);
    characters += message.value.length;
    if (characters > MAX_BATCH_CHARACTERS) {
      batches.push([]);
      characters = message.value.length;
    }
    batches.at(-1)!.push({ ...message, partition: partitionOf(event.tenant, partitions) });
  }
  return batches;
}

/** The same watermark for every partition. */
export function watermarks(position: Position, partitions: number): Addressed[] {
  const message = watermarkMessage(position);
  return Array.from({ length: partitions }, (_, partition) => ({ ...message, partition }));
}
