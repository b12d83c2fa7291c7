import { z } from 'zod';
import { brokers, certificateFile, text, wholeNumber, yesOrNo } from '../forms';
import { optional, type Section, variable } from '../variable';

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

export const kafkaSection = {
  title: 'Kafka',
  fields: {
    brokers: variable({
      name: 'KAFKA_BROKERS',
      description: 'Brokers to begin with.',
      rule: 'must be a list of host:port, separated by commas',
      schema: brokers,
    }),
    tls: variable({
      name: 'KAFKA_TLS',
      description: 'Whether the connection to the brokers is encrypted.',
      rule: 'must be yes or no',
      schema: yesOrNo,
      default: 'no',
    }),
    caFile: optional({
      name: 'KAFKA_CA_FILE',
      description: 'Certificates that vouch for the brokers (PEM); left out: those of the system.',
      rule: 'must name a file with certificates (PEM) that can be read',
      schema: certificateFile,
    }),
    saslMechanism: optional({
      name: 'KAFKA_SASL_MECHANISM',
      description: 'How the process signs in to the brokers; left out: it does not.',
      rule: `must be one of ${mechanisms.join(', ')}`,
      schema: z.enum(mechanisms),
    }),
    username: optional({
      name: 'KAFKA_USERNAME',
      description: 'Name to sign in with.',
      rule: 'must not be empty',
      schema: text,
    }),
    password: optional({
      name: 'KAFKA_PASSWORD',
      description: 'Password to sign in with.',
      rule: 'must not be empty',
      schema: text,
      secret: true,
    }),
    partitions: variable({
      name: 'KAFKA_TOPIC_PARTITIONS',
      description:
        'Partitions of mainstay.events.v1 when it is made; the most projectors that can work at once. Never changed later: a tenant keeps its partition.',
      rule: 'must be a whole number from 1 to 1000',
      schema: wholeNumber(1, 1_000),
      default: '12',
    }),
    replication: optional({
      name: 'KAFKA_TOPIC_REPLICATION',
      description:
        'Copies of each partition when the topic is made; left out: what the brokers say, 3 on a good cluster.',
      rule: 'must be a whole number from 1 to 9',
      schema: wholeNumber(1, 9),
    }),
  },
} satisfies Section;
