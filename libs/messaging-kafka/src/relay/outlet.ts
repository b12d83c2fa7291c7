import { type Kafka, KafkaJSProtocolError, type Message, type Producer, type Transaction } from 'kafkajs';
import type { Addressed } from './addressed';
import { Fenced } from './lease';

/** The broker ends the transaction of a leader that is silent for this long. */
const TRANSACTION_MS = 20_000;
/**
 * For a while after a transaction the broker still writes its end, and takes no partition into the next: tried again soon.
 * Together about 4 s, after which the relay begins anew.
 */
const retry = { initialRetryTime: 2, multiplier: 1.5, factor: 0, maxRetryTime: 1_000, retries: 17 };

/**
 * The leader's way into the topic: idempotent, in order, acknowledged by all copies. All leaders use one transactional id, so
 * that the broker itself refuses a former leader from the moment at which the next one opens its outlet, and takes back what
 * that one had not committed. After an error it is of no more use.
 */
export class Outlet {
  private transaction: Transaction | undefined;
  private count = 0;

  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
    private readonly answerMs: number,
  ) {}

  /** `answerMs`: how long a broker may take over one batch before this outlet is given up. */
  static async open(kafka: Kafka, topic: string, answerMs: number): Promise<Outlet> {
    const producer = kafka.producer({
      transactionalId: `mainstay-relay-${topic}`,
      transactionTimeout: TRANSACTION_MS,
      idempotent: true,
      maxInFlightRequests: 1,
      retry,
      createPartitioner:
        () =>
        ({ message }) =>
          message.partition!,
    });
    try {
      await producer.connect();
      const first = await producer.transaction(); // takes the transactional id from whoever had it
      await first.abort();
      return new Outlet(producer, topic, answerMs);
    } catch (error) {
      await producer.disconnect();
      throw meaning(error);
    }
  }

  /** Messages sent since the last commit. */
  get uncommitted(): number {
    return this.count;
  }

  /**
   * Sends after everything sent before; readers do not see it yet.
   * @throws Fenced when another process has opened its outlet
   */
  async send(messages: readonly Addressed[]): Promise<void> {
    await this.answered(async () => {
      this.transaction ??= await this.producer.transaction();
      await this.transaction.send({ topic: this.topic, acks: -1, messages: messages as Message[] });
    });
    this.count += messages.length;
  }

  /**
   * Readers see all that was sent since the last commit.
   * @throws Fenced when another process has opened its outlet, and then they see none of it
   */
  async commit(): Promise<void> {
    await this.answered(async () => this.transaction?.commit());
    this.transaction = undefined;
    this.count = 0;
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  /** What the client still tries after that belongs to an epoch which the next outlet has ended. */
  private async answered(work: () => Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`Kafka has not answered for ${this.answerMs / 1_000} s.`)),
        this.answerMs,
      );
    });
    try {
      await Promise.race([work(), late]);
    } catch (error) {
      throw meaning(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

const FENCED = ['INVALID_PRODUCER_EPOCH', 'PRODUCER_FENCED', 'INVALID_PRODUCER_ID_MAPPING'];

function typeOf(error: unknown): string | undefined {
  if (error instanceof KafkaJSProtocolError) return error.type;
  return error instanceof Error && error.cause ? typeOf(error.cause) : undefined;
}

const meaning = (error: unknown): unknown =>
  FENCED.includes(typeOf(error) ?? '') ? new Fenced('the broker has let another process take its place') : error;
