import { setTimeout as delay } from 'node:timers/promises';
import { type Kafka, KafkaJSProtocolError, type Message, type Producer, type Transaction } from 'kafkajs';
import type { Addressed } from './addressed';
import { Fenced } from './lease';

/** The broker ends the transaction of a leader that is silent for this long. */
const TRANSACTION_MS = 20_000;
const BETWEEN_TRANSACTIONS_MS = 3;
const TRIES = 2_000;

/**
 * The leader's way into the topic: idempotent, in order, acknowledged by all copies. All leaders use one transactional id, so
 * that the broker itself refuses a former leader from the moment at which the next one opens its outlet, and takes back what
 * that one had not committed.
 */
export class Outlet {
  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
  ) {}

  static async open(kafka: Kafka, topic: string): Promise<Outlet> {
    const producer = kafka.producer({
      transactionalId: `mainstay-relay-${topic}`,
      transactionTimeout: TRANSACTION_MS,
      idempotent: true,
      maxInFlightRequests: 1,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 },
      createPartitioner:
        () =>
        ({ message }) =>
          message.partition!,
    });
    try {
      await producer.connect();
      const first = await producer.transaction(); // takes the transactional id from whoever had it
      await first.abort();
      return new Outlet(producer, topic);
    } catch (error) {
      await producer.disconnect();
      throw meaning(error);
    }
  }

  /**
   * Readers see all of the messages, or none; in the order given.
   * @throws Fenced when another process has opened its outlet
   */
  async send(batches: readonly (readonly Addressed[])[]): Promise<void> {
    const transaction = await this.producer.transaction();
    try {
      for (const batch of batches) await this.sendBatch(transaction, batch as readonly Message[]);
      await transaction.commit();
    } catch (error) {
      throw meaning(error);
    }
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  /** The broker may still be writing the end of the transaction before; until then it takes no partition into the next. */
  private async sendBatch(transaction: Transaction, messages: readonly Message[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await transaction.send({ topic: this.topic, acks: -1, messages: messages as Message[] });
        return;
      } catch (error) {
        if (typeOf(error) !== 'CONCURRENT_TRANSACTIONS' || tries === TRIES) throw error;
        await delay(BETWEEN_TRANSACTIONS_MS);
      }
    }
  }
}

const FENCED = ['INVALID_PRODUCER_EPOCH', 'PRODUCER_FENCED', 'INVALID_PRODUCER_ID_MAPPING'];

const typeOf = (error: unknown): string | undefined =>
  error instanceof KafkaJSProtocolError
    ? error.type
    : error instanceof Error && error.cause instanceof Error
      ? typeOf(error.cause)
      : undefined;

const meaning = (error: unknown): unknown =>
  FENCED.includes(typeOf(error) ?? '') ? new Fenced('the broker has let another process take its place') : error;
