import { readFileSync } from 'node:fs';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';

export interface KafkaOptions {
  /** `host:port` of some brokers of the cluster. */
  readonly brokers: readonly string[];
  /** Name of this process in the brokers' logs and quotas. */
  readonly clientId: string;
  readonly tls?: boolean;
  /** Certificates (PEM) that vouch for the brokers where the system's do not. */
  readonly caFile?: string;
  readonly saslMechanism?: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username?: string;
  readonly password?: string;
  /** What the client says, most of it of connections lost and found. Not given: nothing is said. */
  readonly log?: KafkaLog;
}

export type KafkaLog = (level: 'error' | 'warn' | 'info' | 'debug', message: string, details: object) => void;

/** The client of a process. A broker that does not answer is given up soon: whoever uses it tries again by itself. */
export function kafkaClient(options: KafkaOptions): Kafka {
  const { brokers, clientId, tls, caFile, saslMechanism: mechanism, username, password, log } = options;
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ssl: tls && caFile ? { ca: [readFileSync(caFile, 'utf8')] } : tls,
    sasl: mechanism && ({ mechanism, username, password } as KafkaConfig['sasl']),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 },
    logLevel: log ? logLevel.WARN : logLevel.NOTHING,
    logCreator:
      () =>
      ({ namespace, level, log: { message, timestamp: _at, logger: _logger, ...details } }) =>
        log?.(levelNames[level] ?? 'debug', `${namespace}: ${message}`, details),
  });
}

const levelNames: Partial<Record<logLevel, 'error' | 'warn' | 'info' | 'debug'>> = {
  [logLevel.ERROR]: 'error',
  [logLevel.WARN]: 'warn',
  [logLevel.INFO]: 'info',
  [logLevel.DEBUG]: 'debug',
};
