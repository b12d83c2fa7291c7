export interface RunningKafka {
  readonly port: number;
  readonly brokers: string[];
  /** Where a proxy sends what comes in at `behindProxy`. */
  readonly proxyTarget: number;
  /** `host:port` of the address with TLS and sign-in, where there is one. */
  readonly securedBrokers: string[];
  readonly pid: number;
  /** SIGKILL unless another is named; resolves when the broker has ended, or at once for SIGSTOP and SIGCONT. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts again on the same data and ports, after `kill` or `stop`; resolves when the broker answers. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}
export declare function startKafka(options: {
  readonly dataFolder: string;
  readonly port?: number;
  readonly behindProxy?: number;
  readonly secured?: {
    /** PKCS #12, with the certificate of the broker for 127.0.0.1. */
    readonly keyStore: string;
    readonly storePassword: string;
    /** Passwords by name. */
    readonly users: Readonly<Record<string, string>>;
  };
  readonly properties?: Readonly<Record<string, string | number | boolean>>;
  readonly log?: (line: string) => void;
}): Promise<RunningKafka>;
