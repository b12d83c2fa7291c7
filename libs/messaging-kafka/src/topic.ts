import { setTimeout as delay } from 'node:timers/promises';
import { type Admin, KafkaJSProtocolError } from 'kafkajs';

export interface TopicOptions {
  readonly name: string;
  readonly partitions: number;
  /** Copies of each partition; the brokers' default where not given. */
  readonly replication?: number;
}

/** A tenant's events would go on in another partition, and their order would be lost. */
export class WrongPartitions extends Error {
  constructor({ name, partitions }: TopicOptions, found: number) {
    super(
      `The topic ${name} has ${found} partitions, but KAFKA_TOPIC_PARTITIONS is ${partitions}. ` +
        'The partition of a tenant follows from this number: set it to what the topic has.',
    );
    this.name = 'WrongPartitions';
  }
}

/** The largest batch of records: several times the largest event. */
const MAX_BATCH_BYTES = 8 * 2 ** 20;

/**
 * Creates the topic where it is missing; it keeps every event.
 * @throws WrongPartitions when it is there with another number of partitions
 */
export async function ensureTopic(admin: Admin, topic: TopicOptions): Promise<void> {
  const { name, partitions, replication = -1 } = topic;
  if (!(await admin.listTopics()).includes(name)) {
    await admin.createTopics({
      topics: [
        {
          topic: name,
          numPartitions: partitions,
          replicationFactor: replication,
          configEntries: [
            { name: 'cleanup.policy', value: 'delete' },
            { name: 'retention.ms', value: '-1' },
            { name: 'retention.bytes', value: '-1' },
            { name: 'max.message.bytes', value: String(MAX_BATCH_BYTES) },
          ],
        },
      ],
    });
  }
  const { topics } = await admin.fetchTopicMetadata({ topics: [name] });
  const found = topics[0]!.partitions.length;
  if (found !== partitions) throw new WrongPartitions(topic, found);
}

/** True when nothing was ever written to the topic, as after a loss of the brokers' data. */
export async function isEmpty(admin: Admin, name: string): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return (await admin.fetchTopicOffsets(name)).every(({ high }) => high === '0');
    } catch (error) {
      // Just created: its partitions have no leader yet.
      if (!(error instanceof KafkaJSProtocolError) || !error.retriable || tries === TRIES) throw error;
      await delay(BETWEEN_TRIES_MS);
    }
  }
}

const TRIES = 20;
const BETWEEN_TRIES_MS = 100;
