import type { DemoRealmOptions } from '../../keycloak/demo-realm.mjs';
import type { RunningKafka } from '../servers/kafka.mjs';
import type { RunningKeycloak } from '../servers/keycloak.mjs';

export type Kind = 'api' | 'relay' | 'projector';

export interface DistributedOptions {
  readonly dataFolder: string;
  readonly port?: number;
  readonly apis?: number;
  readonly relays?: number;
  readonly projectors?: number;
  readonly partitions?: number;
  readonly supervised?: boolean;
  /** A proxy between projectors and Kafka; it is told where to send what comes in. */
  readonly kafkaProxy?: { readonly port: number; forwardTo(port: number): void };
  /** Who may sign in; the people of the demo where left out. */
  readonly realm?: Pick<DemoRealmOptions, 'organizations' | 'people'>;
  readonly env?: Readonly<Record<string, string>>;
  readonly web?: boolean;
  readonly say?: (line: string) => void;
}

export interface ProductProcess {
  readonly name: string;
  readonly kind: Kind;
  readonly port: number;
  readonly pid: number | undefined;
  readonly logFile: string;
  running(): boolean;
  becomesReady(): Promise<void>;
  start(): void;
  kill(signal?: NodeJS.Signals): Promise<void>;
  pause(): void;
  resume(): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningPostgres {
  readonly port: number;
  readonly pid: number;
  readonly superuserUrl: string;
  kill(): Promise<void>;
  pause(): void;
  resume(): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Distributed {
  readonly url: string;
  readonly issuer: string;
  readonly dataFolder: string;
  readonly postgres: RunningPostgres;
  readonly kafka: RunningKafka;
  readonly keycloak: RunningKeycloak;
  readonly databaseUrls: Readonly<Record<'migrate' | 'api' | 'projector' | 'superuser', string>>;
  readonly processes: ReadonlyMap<string, ProductProcess>;
  /** `env`: what this one is given beside what all of its kind are. */
  add(kind: Kind, env?: Readonly<Record<string, string>>): Promise<ProductProcess>;
  remove(name: string): Promise<void>;
  loadDemo(progress: (done: number, total: number) => void): Promise<void>;
  accessToken(username: string, password?: string): Promise<string>;
  stop(): Promise<void>;
}

export declare function startDistributed(options: DistributedOptions): Promise<Distributed>;
