import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '@mainstay/event-sourcing';
import type { Consumer, Kafka, KafkaMessage } from 'kafkajs';
import { envelopeOf, fromMessage } from './message';

export interface Read {
  readonly partition: number;
  readonly message: KafkaMessage;
}

/** Reads a topic from its beginning, committed transactions only, and keeps all that comes. */
export class TopicReader {
  readonly all: Read[] = [];
  /** The latest watermark of each partition. */
  readonly reached = new Map<number, string>();
  private readonly checks = new Set<() => void>();

  private constructor(private readonly consumer: Consumer) {}

  static async open(kafka: Kafka, topic: string): Promise<TopicReader> {
    const reader = new TopicReader(
      kafka.consumer({ groupId: randomUUID(), maxWaitTimeInMs: 50, sessionTimeout: 6_000, heartbeatInterval: 1_000 }),
    );
    await reader.consumer.connect();
    await reader.consumer.subscribe({ topic, fromBeginning: true });
    await reader.consumer.run({
      eachMessage: async ({ partition, message }) => {
        reader.all.push({ partition, message });
        const { kind, position } = envelopeOf(message);
        if (kind === 'watermark') reader.reached.set(partition, position);
        for (const check of reader.checks) check();
      },
    });
    return reader;
  }

  /** Events in the order read, repeats included. */
  get events(): RecordedEvent[] {
    return this.all
      .filter(({ message }) => envelopeOf(message).kind === 'event')
      .map(({ message }) => fromMessage(message));
  }

  /** Resolves as soon as what has been read fulfils the condition. */
  until(condition: (reader: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!condition(this)) return;
        this.checks.delete(check);
        resolve();
      };
      this.checks.add(check);
      check();
    });
  }

  close(): Promise<void> {
    return this.consumer.disconnect();
  }
}
