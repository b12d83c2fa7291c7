import type { LogBatch, LogRecord } from '@mainstay/read-store';
import type { Batch } from 'kafkajs';
import { envelopeOf, fromMessage } from '../message';

/** Where the fetch began: the client keeps it, but does not declare it. Control records of transactions may stand first. */
type Fetched = Batch & { readonly fetchedOffset: string };

/** The records of a batch. Of those that are known already, up to `known`, only the position is read. */
export function logBatch(batch: Batch, known: string): LogBatch {
  const records: LogRecord[] = [];
  let unreadable: Error | undefined;
  for (const message of batch.messages) {
    try {
      const envelope = envelopeOf(message);
      const { position } = envelope;
      const offset = Number(message.offset);
      const isNews = envelope.kind === 'event' && position > known;
      records.push(isNews ? { offset, position, event: fromMessage(message) } : { offset, position });
    } catch (error) {
      unreadable = error as Error;
    }
  }
  const from = Number((batch as Fetched).fetchedOffset);
  return { from, records, next: Number(batch.lastOffset()) + 1, unreadable };
}
